-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an account keeps for itself.

-- name: preference_get  params: account text  access: read
SELECT rev, document FROM preference WHERE account = $1;

-- name: preference_put  params: account text, rev int, document text  access: write
-- the revision after $2, if it is still at $2
INSERT INTO preference (account, rev, document) VALUES ($1, $2 + 1, $3)
ON CONFLICT (account) DO UPDATE SET rev = excluded.rev, document = excluded.document WHERE preference.rev = $2;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an account changed is found without reading what all others did.
-- least: 14
CREATE INDEX change_by_account ON change (account, n);

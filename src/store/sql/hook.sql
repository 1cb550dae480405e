-- SPDX-License-Identifier: GPL-3.0-or-later
-- Webhooks of organisations.

-- name: hook_list  params: organisation text  access: read
SELECT id, organisation, url, events, created, secret FROM hook WHERE organisation = $1 ORDER BY id;

-- name: hook_get  params: id text  access: read
SELECT id, organisation, url, events, created, secret FROM hook WHERE id = $1;

-- name: hook_count  params: organisation text  access: read
SELECT count(*) FROM hook WHERE organisation = $1;

-- name: hook_add  params: id text, organisation text, url text, secret text, events text, created text, account text  access: write
INSERT INTO hook (id, organisation, url, secret, events, created, account) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: hook_delete  params: id text  access: write
DELETE FROM hook WHERE id = $1;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was received or issued, as it came. The same bytes are kept once.

-- name: document_add  params: id text, sha256 text, media_type text, name text, size int, recorded_from text, bytes bytes  access: write
INSERT INTO document (id, sha256, media_type, name, size, recorded_from, bytes)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: document_of_digest  params: sha256 text  access: read
SELECT id FROM document WHERE sha256 = $1;

-- name: document_of_id  params: id text  access: read
SELECT media_type, name, sha256, size FROM document WHERE id = $1;

-- name: document_bytes  params: id text  access: read
SELECT media_type, name, sha256, bytes FROM document WHERE id = $1;

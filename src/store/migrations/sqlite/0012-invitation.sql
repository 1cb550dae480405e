-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invitations into an organisation: only the digest of what the link holds is kept.
-- least: 11
CREATE TABLE invitation (
	hash TEXT NOT NULL PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	organisation TEXT NOT NULL,
	role TEXT NOT NULL,
	whom TEXT, -- for the list, as the one who invites wrote it
	inviter TEXT,
	created TEXT NOT NULL,
	expires TEXT NOT NULL
) STRICT;
CREATE INDEX invitation_organisation ON invitation (organisation, id);
CREATE INDEX invitation_expires ON invitation (expires);

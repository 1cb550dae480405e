-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invitations into an organisation: only the digest of what the link holds is kept.
-- least: 11
CREATE TABLE invitation (
	hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	id TEXT COLLATE "C" NOT NULL UNIQUE,
	organisation TEXT COLLATE "C" NOT NULL,
	role TEXT COLLATE "C" NOT NULL,
	whom TEXT COLLATE "C",
	inviter TEXT COLLATE "C",
	created TEXT COLLATE "C" NOT NULL,
	expires TEXT COLLATE "C" NOT NULL
);
CREATE INDEX invitation_organisation ON invitation (organisation, id);
CREATE INDEX invitation_expires ON invitation (expires);

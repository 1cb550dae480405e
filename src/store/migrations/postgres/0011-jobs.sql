-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work that is done later: jobs, what they tell, and how far the change feed was followed. The columns
-- account and organisation hold ids of the registers.
-- least: 1
-- work to be done later, by any server; written in the transaction that causes it
CREATE TABLE job (
	id TEXT COLLATE "C" NOT NULL, -- UUID version 7
	kind TEXT COLLATE "C" NOT NULL, -- a row of the table of kinds
	lane TEXT COLLATE "C" NOT NULL, -- work: here; outbox: what leaves the house
	due TEXT COLLATE "C", -- of a scheduled task: the day it is for
	account TEXT COLLATE "C", -- who asked; NULL: the program
	argument TEXT COLLATE "C" NOT NULL, -- JSON, as the kind reads it
	document TEXT COLLATE "C", -- the bytes it works on
	state TEXT COLLATE "C" NOT NULL, -- waiting, running, done, failed, cancelled
	next TEXT COLLATE "C", -- from when a worker may take it (the end of the lease, where one has it); NULL: never
	worker TEXT COLLATE "C", -- who has it
	attempts BIGINT NOT NULL, -- how often it was begun
	code BIGINT, -- the error of the latest attempt
	reason_en TEXT COLLATE "C", -- and its sentence
	reason_zh TEXT COLLATE "C",
	result TEXT COLLATE "C", -- a document: its report
	created TEXT COLLATE "C" NOT NULL,
	ended TEXT COLLATE "C",
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX job_by_due ON job (kind, due);
CREATE INDEX job_by_next ON job (lane, next, id);
CREATE INDEX job_by_account ON job (account, id);
CREATE INDEX job_by_ended ON job (ended);
-- how far a job is, beside it, so that telling does not conflict with its work
CREATE TABLE job_progress (
	job TEXT COLLATE "C" NOT NULL,
	done BIGINT NOT NULL, -- of the file's bytes, or of what the kind counts
	total BIGINT NOT NULL,
	cancel BIGINT NOT NULL, -- somebody asked it to stop
	PRIMARY KEY (job)
);
-- how far a follower has read the change feed (adr/0014)
CREATE TABLE follower (
	name TEXT COLLATE "C" NOT NULL,
	xid BIGINT NOT NULL,
	n BIGINT NOT NULL,
	PRIMARY KEY (name)
);
-- what happened, told to an account
CREATE TABLE notice (
	id TEXT COLLATE "C" NOT NULL, -- UUID version 7
	account TEXT COLLATE "C" NOT NULL, -- to whom
	event TEXT COLLATE "C" NOT NULL, -- a row of the table of events
	organisation TEXT COLLATE "C", -- of which it is a member
	register TEXT COLLATE "C", -- the record it is about
	record TEXT COLLATE "C",
	about TEXT COLLATE "C" NOT NULL, -- what makes it one and the same event: it is told once
	words TEXT COLLATE "C" NOT NULL, -- JSON: the words of its sentence
	created TEXT COLLATE "C" NOT NULL,
	seen TEXT COLLATE "C", -- when it was read
	shown BIGINT NOT NULL, -- in the application
	digest BIGINT NOT NULL, -- waits for the daily mail
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX notice_by_about ON notice (account, event, about);
CREATE INDEX notice_by_account ON notice (account, shown, id);
CREATE INDEX notice_by_digest ON notice (digest, account, id);
-- what an account chose for an event, where it is not the preset
CREATE TABLE notice_choice (
	account TEXT COLLATE "C" NOT NULL,
	event TEXT COLLATE "C" NOT NULL,
	shown BIGINT NOT NULL, -- in the application
	mail TEXT COLLATE "C" NOT NULL, -- none, now, digest
	PRIMARY KEY (account, event)
);
-- where an account is reached by mail
CREATE TABLE contact (
	account TEXT COLLATE "C" NOT NULL,
	email TEXT COLLATE "C" NOT NULL,
	confirmed TEXT COLLATE "C", -- when the address answered; NULL: not yet
	language TEXT COLLATE "C" NOT NULL, -- en, zh
	hash TEXT COLLATE "C", -- of the link that confirms it
	sent TEXT COLLATE "C", -- when that was sent
	PRIMARY KEY (account)
);
CREATE UNIQUE INDEX contact_by_hash ON contact (hash);
-- addresses of an organisation's programs that are told of events
CREATE TABLE hook (
	id TEXT COLLATE "C" NOT NULL, -- UUID version 7
	organisation TEXT COLLATE "C" NOT NULL,
	url TEXT COLLATE "C" NOT NULL,
	secret TEXT COLLATE "C" NOT NULL, -- signs what is sent: it must be had again, so no digest of it
	events TEXT COLLATE "C" NOT NULL, -- names with a blank before and after each
	created TEXT COLLATE "C" NOT NULL,
	account TEXT COLLATE "C", -- who made it
	PRIMARY KEY (id)
);
CREATE INDEX hook_by_organisation ON hook (organisation, id);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work that is done later: jobs, what they tell, and how far the change feed was followed. The columns
-- account and organisation hold ids of the registers.
-- least: 1
-- work to be done later, by any server; written in the transaction that causes it
CREATE TABLE job (
	id TEXT NOT NULL, -- UUID version 7
	kind TEXT NOT NULL, -- a row of the table of kinds
	lane TEXT NOT NULL, -- work: here; outbox: what leaves the house
	due TEXT, -- of a scheduled task: the day it is for
	account TEXT, -- who asked; NULL: the program
	argument TEXT NOT NULL, -- JSON, as the kind reads it
	document TEXT, -- the bytes it works on
	state TEXT NOT NULL, -- waiting, running, done, failed, cancelled
	next TEXT, -- from when a worker may take it (the end of the lease, where one has it); NULL: never
	worker TEXT, -- who has it
	attempts INTEGER NOT NULL, -- how often it was begun
	code INTEGER, -- the error of the latest attempt
	reason_en TEXT, -- and its sentence
	reason_zh TEXT,
	result TEXT, -- a document: its report
	created TEXT NOT NULL,
	ended TEXT,
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX job_by_due ON job (kind, due);
CREATE INDEX job_by_next ON job (lane, next, id);
CREATE INDEX job_by_account ON job (account, id);
CREATE INDEX job_by_ended ON job (ended);
-- how far a job is, beside it, so that telling does not conflict with its work
CREATE TABLE job_progress (
	job TEXT NOT NULL,
	done INTEGER NOT NULL, -- of the file's bytes, or of what the kind counts
	total INTEGER NOT NULL,
	cancel INTEGER NOT NULL, -- somebody asked it to stop
	PRIMARY KEY (job)
) STRICT;
-- how far a follower has read the change feed (adr/0014)
CREATE TABLE follower (
	name TEXT NOT NULL,
	xid INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (name)
) STRICT;
-- what happened, told to an account
CREATE TABLE notice (
	id TEXT NOT NULL, -- UUID version 7
	account TEXT NOT NULL, -- to whom
	event TEXT NOT NULL, -- a row of the table of events
	organisation TEXT, -- of which it is a member
	register TEXT, -- the record it is about
	record TEXT,
	about TEXT NOT NULL, -- what makes it one and the same event: it is told once
	words TEXT NOT NULL, -- JSON: the words of its sentence
	created TEXT NOT NULL,
	seen TEXT, -- when it was read
	shown INTEGER NOT NULL, -- in the application
	digest INTEGER NOT NULL, -- waits for the daily mail
	PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX notice_by_about ON notice (account, event, about);
CREATE INDEX notice_by_account ON notice (account, shown, id);
CREATE INDEX notice_by_digest ON notice (digest, account, id);
-- what an account chose for an event, where it is not the preset
CREATE TABLE notice_choice (
	account TEXT NOT NULL,
	event TEXT NOT NULL,
	shown INTEGER NOT NULL, -- in the application
	mail TEXT NOT NULL, -- none, now, digest
	PRIMARY KEY (account, event)
) STRICT;
-- where an account is reached by mail
CREATE TABLE contact (
	account TEXT NOT NULL,
	email TEXT NOT NULL,
	confirmed TEXT, -- when the address answered; NULL: not yet
	language TEXT NOT NULL, -- en, zh
	hash TEXT, -- of the link that confirms it
	sent TEXT, -- when that was sent
	PRIMARY KEY (account)
) STRICT;
CREATE UNIQUE INDEX contact_by_hash ON contact (hash);
-- addresses of an organisation's programs that are told of events
CREATE TABLE hook (
	id TEXT NOT NULL, -- UUID version 7
	organisation TEXT NOT NULL,
	url TEXT NOT NULL,
	secret TEXT NOT NULL, -- signs what is sent: it must be had again, so no digest of it
	events TEXT NOT NULL, -- names with a blank before and after each
	created TEXT NOT NULL,
	account TEXT, -- who made it
	PRIMARY KEY (id)
) STRICT;
CREATE INDEX hook_by_organisation ON hook (organisation, id);

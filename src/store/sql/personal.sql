-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is kept of the person behind an account: told to them, and erased (adr/0019). Which statement serves which
-- table stands in service/personal.c; those that look for names come before those that take the names away.

-- name: personal_account  params: account text  access: read
SELECT id, rev, name, full_name, COALESCE(administrator, 0), COALESCE(regulator, 0), COALESCE(demonstration, 0),
	COALESCE(closed, 0), recorded_from
FROM account WHERE id = $1;

-- name: personal_versions  params: account text  access: read
SELECT rev, recorded_from, NULLIF(recorded_to, '9999-12-31'), NULLIF(valid_from, '0001-01-01'),
	NULLIF(valid_to, '9999-12-31'), name, full_name, COALESCE(administrator, 0), COALESCE(regulator, 0),
	COALESCE(demonstration, 0), COALESCE(closed, 0)
FROM account_history WHERE id = $1 ORDER BY rev, change;

-- name: personal_members  params: account text  access: read
SELECT m.id, m.organisation, o.name_en, o.name_zh, m.role, m.rev, m.recorded_from,
	NULLIF(m.recorded_to, '9999-12-31'), NULLIF(m.valid_from, '0001-01-01'), NULLIF(m.valid_to, '9999-12-31')
FROM member_history m LEFT JOIN organisation o ON o.id = m.organisation
WHERE m.account = $1 ORDER BY m.id, m.rev, m.change;

-- name: personal_password  params: account text  access: read
SELECT changed FROM credential WHERE account = $1;

-- name: personal_sessions  params: account text  access: read
SELECT created, last_seen, expires, address FROM session WHERE account = $1 ORDER BY created, id;

-- name: personal_session_events  params: account text  access: read
-- the latest; what another did was not done from the person's address
SELECT n, instant, kind, token, CASE WHEN actor IS NULL THEN address END, request FROM session_event
WHERE account = $1 ORDER BY instant DESC, n DESC LIMIT 10000;

-- name: personal_links  params: account text  access: read
SELECT purpose, created, expires FROM link WHERE account = $1 ORDER BY created, hash;

-- name: personal_attempts  params: account text  access: read
-- by the names it had, as identity/attempt.c folds them: the letters of ASCII, which is what both engines fold here
SELECT failures, last FROM attempt WHERE who IN (SELECT 'name:' || lower(name) FROM account_history WHERE id = $1) ORDER BY who;

-- name: personal_notices  params: account text  access: read
SELECT id, event, organisation, register, record, words, created, seen FROM notice WHERE account = $1 ORDER BY id;

-- name: personal_invitations_made  params: account text  access: read
SELECT id, organisation, role, whom, created, expires FROM invitation WHERE inviter = $1 ORDER BY id;

-- name: personal_invitations_got  params: account text  access: read
-- that name the person; a log-in name is anybody's choice, and so is an address until it is confirmed: neither may
-- bring others' invitations to light
SELECT i.id, i.organisation, i.role, i.whom, i.created, i.expires FROM invitation i
WHERE EXISTS (SELECT 1 FROM account_history h
		WHERE h.id = $1 AND (i.whom = h.name OR replace(i.whom, h.full_name, '') <> i.whom))
	OR EXISTS (SELECT 1 FROM contact c
		WHERE c.account = $1 AND c.confirmed IS NOT NULL AND replace(i.whom, c.email, '') <> i.whom)
ORDER BY i.id;

-- name: personal_requests  params: account text  access: read
-- that the account made, or somebody without one whose mail it reads
SELECT r.id, r.number, r.created, r.state, r.record, r.contact, r.email, r.message, r.decided, r.reason, r.organisation
FROM organisation_request r
WHERE r.account = $1 OR EXISTS (SELECT 1 FROM contact c
	WHERE c.account = $1 AND c.confirmed IS NOT NULL AND c.email = r.email)
ORDER BY r.id;

-- name: personal_hooks  params: account text  access: read
SELECT id, organisation, url, events, created FROM hook WHERE account = $1 ORDER BY id;

-- name: personal_jobs  params: account text  access: read
SELECT id, kind, state, argument, created, ended, reason_en FROM job WHERE account = $1 AND lane = 'work' ORDER BY id;

-- name: personal_mails  params: account text  access: read
-- of one that holds a link which confirms an address only that it is there: the link proves who reads that mail
SELECT j.id, j.state, CASE WHEN j.argument LIKE '%#zhm#_%' ESCAPE '#' THEN NULL ELSE j.argument END, j.created, j.ended
FROM job j
WHERE j.kind = 'mail' AND (j.account = $1 OR j.account IS NULL AND EXISTS (SELECT 1 FROM contact c
	WHERE c.account = $1 AND c.confirmed IS NOT NULL AND replace(j.argument, '"to":"' || c.email || '"', '') <> j.argument))
ORDER BY j.id;

-- name: personal_answers  params: account text  access: read
SELECT register, word, record, expires, reply FROM once WHERE account = $1 ORDER BY register, word;

-- name: personal_changes  params: account text, after int, most int  access: read
SELECT n, instant, register, record, rev, action, reason, request, token FROM change
WHERE account = $1 AND n > $2 ORDER BY n LIMIT CASE WHEN $3 > 0 THEN $3 ELSE 100 END;

-- name: session_begun  params: id text  access: read
SELECT created FROM session WHERE id = $1;

-- name: account_revision  params: account text  access: read
-- of today's record, 0 where it was removed; no row where there never was one
SELECT COALESCE((SELECT a.rev FROM account a WHERE a.id = $1), 0) FROM account_history WHERE id = $1 LIMIT 1;

-- name: account_membership  params: account text  access: read
SELECT id, rev FROM member WHERE account = $1 ORDER BY id LIMIT 1;

-- name: account_reopened  access: read
-- accounts that were erased and are not as erasing left them
SELECT count(*) FROM account_history h JOIN account a ON a.id = h.id
WHERE h.name >= 'erased-' AND h.name < 'erased.' AND h.name = 'erased-' || h.id AND (a.name <> h.name
	OR a.full_name IS NOT NULL OR COALESCE(a.closed, 0) = 0 OR COALESCE(a.administrator, 0) = 1
	OR COALESCE(a.regulator, 0) = 1);

-- name: erase_attempts  params: account text  access: write
DELETE FROM attempt WHERE who IN (SELECT 'name:' || lower(name) FROM account_history WHERE id = $1);

-- name: erase_whom  params: account text  access: write
-- a label too many that goes is no loss; what a short name is a part of may name anybody
UPDATE invitation SET whom = NULL
WHERE EXISTS (SELECT 1 FROM account_history h WHERE h.id = $1 AND (invitation.whom = h.name
		OR (length(h.name) > 3 AND replace(invitation.whom, h.name, '') <> invitation.whom)
		OR replace(invitation.whom, h.full_name, '') <> invitation.whom))
	OR EXISTS (SELECT 1 FROM contact c
		WHERE c.account = $1 AND replace(invitation.whom, c.email, '') <> invitation.whom);

-- name: erase_requests  params: account text  access: write
-- what was asked for stays, of whom it was asked does not; nobody is there to be answered
UPDATE organisation_request SET contact = '', email = '', message = NULL,
	state = CASE WHEN state = 'asked' THEN 'withdrawn' ELSE state END
WHERE account = $1 OR EXISTS (SELECT 1 FROM contact c
	WHERE c.account = $1 AND c.confirmed IS NOT NULL AND c.email = organisation_request.email);

-- name: erase_mails  params: account text  access: write
DELETE FROM job WHERE kind = 'mail' AND (account = $1 OR job.account IS NULL AND EXISTS (SELECT 1 FROM contact c
	WHERE c.account = $1 AND c.confirmed IS NOT NULL AND replace(job.argument, '"to":"' || c.email || '"', '') <> job.argument));

-- name: erase_files  params: account text  access: write
-- tables that brought accounts or memberships in, and what was reported of them: nobody looks for a name in bytes
DELETE FROM document
WHERE id IN (SELECT f.id FROM document f JOIN job j ON j.document = f.id OR j.result = f.id
		WHERE j.kind = 'rows_import' AND j.next IS NULL AND $1 IS NOT NULL
		AND (j.argument LIKE '%"register":"account"%' OR j.argument LIKE '%"register":"member"%'))
	AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.document = document.id)
	AND NOT EXISTS (SELECT 1 FROM certificate_history c WHERE c.document = document.id);

-- name: erase_file_links  params: account text  access: write
UPDATE job SET document = NULL, result = NULL
WHERE kind = 'rows_import' AND next IS NULL AND $1 IS NOT NULL AND document IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM document f WHERE f.id = job.document);

-- name: erase_answers  params: account text  access: write
-- also what others were answered about the account and its memberships, where its name stands as a title
DELETE FROM once WHERE account = $1 OR record = $1
	OR record IN (SELECT id FROM member_history WHERE member_history.account = $1);

-- name: erase_event_addresses  params: account text  access: write
UPDATE session_event SET address = NULL WHERE actor = $1 OR (account = $1 AND actor IS NULL);

-- name: erase_password  params: account text  access: write
DELETE FROM credential WHERE account = $1;

-- name: erase_links  params: account text  access: write
DELETE FROM link WHERE account = $1;

-- name: erase_notices  params: account text  access: write
DELETE FROM notice WHERE account = $1;

-- name: erase_choices  params: account text  access: write
DELETE FROM notice_choice WHERE account = $1;

-- name: erase_preference  params: account text  access: write
DELETE FROM preference WHERE account = $1;

-- name: erase_versions  params: account text  access: write
-- the one place where history is changed: by whom the world was changed stays, what they were called does not
UPDATE account_history SET name = 'erased-' || id, full_name = NULL WHERE id = $1;

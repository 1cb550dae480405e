-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened, told to accounts: who is told, what was told, how far the change feed was followed.

-- name: follower_get  params: name text  access: read
SELECT xid, n FROM follower WHERE name = $1;

-- name: follower_begin  params: name text, xid int, n int  access: write
-- one server begins
INSERT INTO follower (name, xid, n) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING;

-- name: follower_move  params: name text, xid int, n int, old_xid int, old_n int  access: write
-- the one server that moves it tells what it read
UPDATE follower SET xid = $2, n = $3 WHERE name = $1 AND xid = $4 AND n = $5;

-- name: change_last  access: read  engine: sqlite
SELECT CAST(0 AS BIGINT), n FROM change ORDER BY n DESC LIMIT 1;

-- name: change_last  access: read  engine: postgres
SELECT CAST(CAST(xid AS TEXT) AS BIGINT), n FROM change
WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, n DESC LIMIT 1;

-- name: told_accreditation  params: id text, rev int  access: read
-- the states that this revision brought
SELECT a.organisation, a.number, s.state, s.since
FROM accreditation a JOIN accreditation_state s ON s.record = a.id
WHERE a.id = $1 AND s.rev = $2 AND s.state IN ('suspended', 'withdrawn', 'expired') ORDER BY s.n;

-- name: told_certificate  params: id text, rev int  access: read
SELECT c.customer, c.number, s.state, s.since
FROM certificate c JOIN certificate_state s ON s.record = c.id
WHERE c.id = $1 AND s.rev = $2 AND c.customer IS NOT NULL AND s.state IN ('suspended', 'withdrawn') ORDER BY s.n;

-- name: told_member  params: id text  access: read
SELECT m.account, COALESCE(o.name_en, o.name_zh), m.role, COALESCE(o.name_zh, o.name_en), m.organisation
FROM member m JOIN organisation o ON o.id = m.organisation WHERE m.id = $1;

-- name: expiring_accreditation  params: from text, to text, after text, most int  access: read
SELECT id, organisation, number, valid_until_last FROM accreditation
WHERE valid_until_last >= $1 AND valid_until_last <= $2 AND id > $3
ORDER BY id LIMIT CASE WHEN $4 > 0 THEN $4 ELSE 100 END;

-- name: expiring_certificate  params: from text, to text, after text, most int  access: read
SELECT id, customer, number, valid_until_last FROM certificate
WHERE valid_until_last >= $1 AND valid_until_last <= $2 AND id > $3 AND customer IS NOT NULL AND state = 'valid'
ORDER BY id LIMIT CASE WHEN $4 > 0 THEN $4 ELSE 100 END;

-- name: notice_members  params: organisation text, event text  access: read
-- who is told of what concerns an organisation, and what each chose
SELECT a.id, c.shown, c.mail, k.email, k.language
FROM member m JOIN account a ON a.id = m.account
LEFT JOIN notice_choice c ON c.account = a.id AND c.event = $2
LEFT JOIN contact k ON k.account = a.id AND k.confirmed IS NOT NULL
WHERE m.organisation = $1 AND COALESCE(a.closed, 0) = 0 ORDER BY a.id;

-- name: notice_account  params: account text, event text  access: read
SELECT a.id, c.shown, c.mail, k.email, k.language
FROM account a
LEFT JOIN notice_choice c ON c.account = a.id AND c.event = $2
LEFT JOIN contact k ON k.account = a.id AND k.confirmed IS NOT NULL
WHERE a.id = $1 AND COALESCE(a.closed, 0) = 0;

-- name: notice_authorities  params: event text  access: read
SELECT a.id, c.shown, c.mail, k.email, k.language
FROM account a
LEFT JOIN notice_choice c ON c.account = a.id AND c.event = $1
LEFT JOIN contact k ON k.account = a.id AND k.confirmed IS NOT NULL
WHERE (a.administrator = 1 OR a.regulator = 1) AND COALESCE(a.closed, 0) = 0 ORDER BY a.id;

-- name: notice_add  params: id text, account text, event text, organisation text, register text, record text, about text, words text, created text, shown int, digest int  access: write
-- once: what is told already stays as it is
INSERT INTO notice (id, account, event, organisation, register, record, about, words, created, shown, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (account, event, about) DO NOTHING;

-- name: notice_list  params: account text, unread int, before text, most int  access: read
SELECT id, event, register, record, words, created, seen FROM notice
WHERE account = $1 AND shown = 1 AND ($2 = 0 OR seen IS NULL) AND (CAST($3 AS TEXT) IS NULL OR id < $3)
ORDER BY id DESC LIMIT CASE WHEN $4 > 0 THEN $4 ELSE 50 END;

-- name: notice_unread  params: account text  access: read
-- a bell needs no more than a hundred
SELECT count(*) FROM (SELECT 1 FROM notice WHERE account = $1 AND shown = 1 AND seen IS NULL LIMIT 100) AS unread;

-- name: notice_seen  params: account text, until text, now text  access: write
UPDATE notice SET seen = $3 WHERE account = $1 AND shown = 1 AND id <= $2 AND seen IS NULL;

-- name: notice_digest_account  params: after text  access: read
-- the next account that waits for its summary and can be reached
SELECT n.account, k.email, k.language FROM notice n JOIN contact k ON k.account = n.account
WHERE n.digest = 1 AND k.confirmed IS NOT NULL AND n.account > $1 ORDER BY n.account LIMIT 1;

-- name: notice_digest_list  params: account text, most int  access: read
SELECT id, event, register, record, words, created, seen FROM notice
WHERE account = $1 AND digest = 1 ORDER BY id LIMIT CASE WHEN $2 > 0 THEN $2 ELSE 50 END;

-- name: notice_digest_done  params: account text  access: write
UPDATE notice SET digest = 0 WHERE account = $1 AND digest = 1;

-- name: notice_forget  params: before text  access: write
DELETE FROM notice WHERE created < $1;

-- name: choice_list  params: account text  access: read
SELECT event, shown, mail FROM notice_choice WHERE account = $1 ORDER BY event;

-- name: choice_set  params: account text, event text, shown int, mail text  access: write
INSERT INTO notice_choice (account, event, shown, mail) VALUES ($1, $2, $3, $4)
ON CONFLICT (account, event) DO UPDATE SET shown = excluded.shown, mail = excluded.mail;

-- name: contact_get  params: account text  access: read
SELECT email, confirmed, language, sent FROM contact WHERE account = $1;

-- name: contact_set  params: account text, email text, language text, hash text, sent text  access: write
INSERT INTO contact (account, email, confirmed, language, hash, sent) VALUES ($1, $2, NULL, $3, $4, $5)
ON CONFLICT (account) DO UPDATE SET email = excluded.email, confirmed = NULL, language = excluded.language,
	hash = excluded.hash, sent = excluded.sent;

-- name: contact_confirm  params: hash text, now text, since text  access: write
-- once, and only while the link is young
UPDATE contact SET confirmed = $2, hash = NULL WHERE hash = $1 AND sent > $3;

-- name: contact_delete  params: account text  access: write
DELETE FROM contact WHERE account = $1;

-- name: job_report  params: id text  access: read
SELECT d.media_type, d.sha256, d.bytes FROM job j JOIN document d ON d.id = j.result WHERE j.id = $1;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work that is done later. Who takes a job moves its next to the end of the lease; who ends it sets next to
-- NULL. Every change of a job that runs names the worker, so that one whose lease lapsed changes nothing.

-- name: job_add  params: id text, kind text, lane text, due text, account text, argument text, document text, next text, now text  access: write
-- a scheduled task that is there already stays the one it is
INSERT INTO job (id, kind, lane, due, account, argument, document, state, next, attempts, created)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, 0, $9)
ON CONFLICT (kind, due) DO NOTHING;

-- name: job_ready  params: lane text, now text, kinds text  access: read
-- kinds: " mail webhook ", those that the asking program knows
SELECT id, kind FROM job WHERE lane = $1 AND next <= $2 AND $3 LIKE '% ' || kind || ' %' ORDER BY next, id LIMIT 1;

-- name: job_claim  params: id text, now text, worker text, until text  access: write
UPDATE job SET state = 'running', worker = $3, next = $4, attempts = attempts + 1
WHERE id = $1 AND next <= $2
RETURNING id, kind, due, account, argument, document, attempts;

-- name: job_end  params: id text, worker text, state text, now text, code int, reason_en text, reason_zh text, result text  access: write
-- what was sent is not kept: a mail may hold a link that opens something
UPDATE job SET state = $3, next = NULL, ended = $4, code = $5, reason_en = $6, reason_zh = $7, result = $8,
	argument = CASE WHEN lane = 'outbox' AND $3 = 'done' THEN '{}' ELSE argument END
WHERE id = $1 AND worker = $2 AND state = 'running';

-- name: job_defer  params: id text, worker text, next text, code int, reason_en text, reason_zh text  access: write
UPDATE job SET state = 'waiting', worker = NULL, next = $3, code = $4, reason_en = $5, reason_zh = $6
WHERE id = $1 AND worker = $2 AND state = 'running';

-- name: job_give_back  params: id text, worker text, next text  access: write
-- begun and not tried: the server stops
UPDATE job SET state = 'waiting', worker = NULL, next = $3, attempts = attempts - 1
WHERE id = $1 AND worker = $2 AND state = 'running';

-- name: job_beat  params: job text, done int, total int  access: write
INSERT INTO job_progress (job, done, total, cancel) VALUES ($1, $2, $3, 0)
ON CONFLICT (job) DO UPDATE SET done = excluded.done, total = excluded.total
RETURNING cancel;

-- name: job_cancel  params: id text, now text  access: write
UPDATE job SET state = 'cancelled', next = NULL, ended = $2 WHERE id = $1 AND state = 'waiting';

-- name: job_ask_cancel  params: job text  access: write
INSERT INTO job_progress (job, done, total, cancel) VALUES ($1, 0, 0, 1)
ON CONFLICT (job) DO UPDATE SET cancel = 1;

-- name: job_retry  params: id text, now text  access: write
UPDATE job SET state = 'waiting', next = $2, attempts = 0, ended = NULL
WHERE id = $1 AND state IN ('failed', 'cancelled', 'waiting');

-- name: job_get  params: id text  access: read
SELECT j.id, j.kind, j.lane, j.due, j.account, j.state, j.next, j.attempts, j.code, j.reason_en, j.reason_zh,
	j.result, j.created, j.ended, p.done, p.total
FROM job j LEFT JOIN job_progress p ON p.job = j.id WHERE j.id = $1;

-- name: job_list  params: state text, before text, most int  access: read
-- the latest first; state NULL: all
SELECT j.id, j.kind, j.lane, j.due, j.account, j.state, j.next, j.attempts, j.code, j.reason_en, j.reason_zh,
	j.result, j.created, j.ended, p.done, p.total
FROM job j LEFT JOIN job_progress p ON p.job = j.id
WHERE (CAST($1 AS TEXT) IS NULL OR j.state = $1) AND (CAST($2 AS TEXT) IS NULL OR j.id < $2)
ORDER BY j.id DESC LIMIT CASE WHEN $3 > 0 THEN $3 ELSE 100 END;

-- name: job_list_account  params: account text, before text, most int  access: read
SELECT j.id, j.kind, j.lane, j.due, j.account, j.state, j.next, j.attempts, j.code, j.reason_en, j.reason_zh,
	j.result, j.created, j.ended, p.done, p.total
FROM job j LEFT JOIN job_progress p ON p.job = j.id
WHERE j.account = $1 AND j.lane = 'work' AND (CAST($2 AS TEXT) IS NULL OR j.id < $2)
ORDER BY j.id DESC LIMIT CASE WHEN $3 > 0 THEN $3 ELSE 100 END;

-- name: job_count_account  params: account text  access: read
-- that have not ended
SELECT count(*) FROM job WHERE account = $1 AND lane = 'work' AND state IN ('waiting', 'running');

-- name: job_files_forget  params: before text  access: write
-- what the jobs brought that are forgotten next, and what was reported of it; not where the same bytes are another's too
WITH gone AS (
	SELECT document AS id FROM job WHERE ended < $1 AND document IS NOT NULL
	UNION SELECT result FROM job WHERE ended < $1 AND result IS NOT NULL)
DELETE FROM document WHERE id IN (SELECT g.id FROM gone g)
	AND id NOT IN (SELECT j.document FROM job j WHERE j.document IS NOT NULL AND (j.ended IS NULL OR j.ended >= $1))
	AND id NOT IN (SELECT j.result FROM job j WHERE j.result IS NOT NULL AND (j.ended IS NULL OR j.ended >= $1))
	AND id NOT IN (SELECT c.document FROM certificate c WHERE c.document IN (SELECT g.id FROM gone g))
	AND id NOT IN (SELECT c.document FROM certificate_history c WHERE c.document IN (SELECT g.id FROM gone g));

-- name: job_forget  params: before text  access: write
DELETE FROM job WHERE ended < $1;

-- name: job_progress_forget  access: write
DELETE FROM job_progress WHERE NOT EXISTS (SELECT 1 FROM job j WHERE j.id = job_progress.job AND j.ended IS NULL);

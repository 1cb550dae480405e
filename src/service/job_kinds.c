/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of jobs. Mails are tried for some five days (RFC 5321 4.5.4.1). */
#include "service/hook.h"
#include "service/mail.h"
#include "service/notice.h"

/* What ended is kept for a month with its files, for a person to see; notices for a year and a month; what happened to
 * sessions as long as is set. */
static enum zhun_code sweep(struct zhun_job_run *run, struct zhun_error *err)
{
	enum { DAYS = 30, NOTICE_DAYS = 400 };
	char before[ZHUN_INSTANT_TEXT];
	zhun_instant_text(run->call->now - DAYS * INT64_C(86400000000), before);
	const struct zhun_value v = zhun_v_text(before);
	enum zhun_code code = zhun_store_exec(run->call->conn, ZHUN_SQL_JOB_FILES_FORGET, &v, 1, NULL, err);
	if (!code)
		code = zhun_store_exec(run->call->conn, ZHUN_SQL_JOB_FORGET, &v, 1, NULL, err);
	if (!code)
		code = zhun_store_exec(run->call->conn, ZHUN_SQL_JOB_PROGRESS_FORGET, NULL, 0, NULL, err);
	zhun_instant_text(run->call->now - NOTICE_DAYS * INT64_C(86400000000), before);
	if (!code)
		code = zhun_store_exec(run->call->conn, ZHUN_SQL_NOTICE_FORGET, &v, 1, NULL, err);
	if (!code)
		code = zhun_session_event_forget(run->call->conn, run->call->now,
						 run->call->service->session_event_days, err);
	return code;
}

static const struct zhun_job_kind mail = {
	"mail", ZHUN_LANE_OUTBOX, zhun_job_mail, .lease = 120, .retries = 250, .first = 60, .ceiling = 1800,
	.minute = ZHUN_UNSCHEDULED,
	.help = {"A mail handed to the mail server", "向邮件服务器递交邮件"},
};

/* Tried for some three days, as Standard Webhooks advises. */
static const struct zhun_job_kind webhook = {
	"webhook", ZHUN_LANE_OUTBOX, zhun_job_hook, .lease = 120, .retries = 80, .first = 5, .ceiling = 3600,
	.minute = ZHUN_UNSCHEDULED,
	.help = {"A program of an organisation told of an event", "向机构的程序通知事项"},
};

static const struct zhun_job_kind forget = {
	"forget", ZHUN_LANE_WORK, sweep, .lease = 600, .retries = 5, .first = 60, .ceiling = 3600, .minute = 3 * 60,
	.help = {"Jobs that ended a month ago, old notices and old log-ins are forgotten",
		 "清除结束已满一个月的作业及过期的通知和登录记录"},
};

/* SQLite has one writer: who files holds it to the end, and nobody could take the job over before. */
static const struct zhun_job_kind rows_import = {
	"rows_import", ZHUN_LANE_WORK, zhun_job_rows_import, .lease = 1800, .retries = 3, .first = 30, .ceiling = 600,
	.minute = ZHUN_UNSCHEDULED,
	.help = {"Records from a file, all rows or none", "从文件导入记录，全部成功才生效"},
};

static const struct zhun_job_kind expiring = {
	"expiring", ZHUN_LANE_WORK, zhun_job_expiring, .lease = 1800, .retries = 5, .first = 60, .ceiling = 3600,
	.minute = 6 * 60,
	.help = {"Members are told of accreditations and certificates that end soon", "提醒成员即将到期的认可和证书"},
};

static const struct zhun_job_kind digest = {
	"digest", ZHUN_LANE_WORK, zhun_job_digest, .lease = 1800, .retries = 5, .first = 60, .ceiling = 3600,
	.minute = 7 * 60,
	.help = {"The daily summaries by mail", "发送每日邮件摘要"},
};

const struct zhun_job_kind *const zhun_job_kinds[] = {&mail, &webhook, &forget, &rows_import, &expiring, &digest, NULL};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of jobs. Mails are tried for some five days (RFC 5321 4.5.4.1). */
#include "service/job.h"
#include "service/mail.h"

/* What ended is kept for a month, for a person to see. */
static enum zhun_code sweep(struct zhun_job_run *run, struct zhun_error *err)
{
	enum { DAYS = 30 };
	char before[ZHUN_INSTANT_TEXT];
	zhun_instant_text(run->call->now - DAYS * INT64_C(86400000000), before);
	const struct zhun_value v = zhun_v_text(before);
	enum zhun_code code = zhun_store_exec(run->call->conn, ZHUN_SQL_JOB_FORGET, &v, 1, NULL, err);
	return code ? code : zhun_store_exec(run->call->conn, ZHUN_SQL_JOB_PROGRESS_FORGET, NULL, 0, NULL, err);
}

static const struct zhun_job_kind mail = {
	"mail", ZHUN_LANE_OUTBOX, zhun_job_mail, .lease = 300, .retries = 250, .first = 60, .ceiling = 1800,
	.minute = ZHUN_UNSCHEDULED,
	.help = {"A mail handed to the mail server", "向邮件服务器递交邮件"},
};

static const struct zhun_job_kind forget = {
	"forget", ZHUN_LANE_WORK, sweep, .lease = 600, .retries = 5, .first = 60, .ceiling = 3600, .minute = 3 * 60,
	.help = {"Jobs that ended a month ago are forgotten", "清除结束已满一个月的作业"},
};

const struct zhun_job_kind *const zhun_job_kinds[] = {&mail, &forget, NULL};

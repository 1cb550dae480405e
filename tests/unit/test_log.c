/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/log.h"

#include <unistd.h>

#include "unit.h"

/* What one call writes, read back through a pipe. */
static void written(const struct zhun_log_field *fields, enum zhun_log_level level, char *out,
		    size_t size)
{
	int ends[2];
	if (!CHECK(pipe(ends) == 0))
		return;
	struct zhun_log log = {ends[1], ZHUN_LOG_INFO};
	zhun_log_write(&log, level, 1795407113123456, "request", fields);
	close(ends[1]);
	ssize_t n = read(ends[0], out, size - 1);
	out[n > 0 ? n : 0] = '\0';
	close(ends[0]);
}

static void a_line_is_one_json_object(void)
{
	char out[8192];
	written((const struct zhun_log_field[]){{"path", "/v1/\"a\"\n", 0}, {"us", NULL, -12}, {0}},
		ZHUN_LOG_WARN, out, sizeof out);
	CHECK_TEXT(
		out,
		"{\"at\":\"2026-11-23T04:11:53.123456Z\",\"level\":\"warn\",\"event\":\"request\","
		"\"path\":\"/v1/\\u0022a\\u0022\\u000a\",\"us\":-12}\n");
	written(NULL, ZHUN_LOG_DEBUG, out, sizeof out);
	CHECK_TEXT(out, "");
}

static void what_does_not_fit_is_left_out_whole(void)
{
	char big[6000], out[8192];
	memset(big, 'x', sizeof big - 1);
	big[sizeof big - 1] = '\0';
	written((const struct zhun_log_field[]){{"status", NULL, 200}, {"big", big, 0}, {0}},
		ZHUN_LOG_INFO, out, sizeof out);
	CHECK(strstr(out, "\"status\":200,\"cut\":true}\n") != NULL && strlen(out) < 200);
}

static const struct unit_test tests[] = {
	{"log: a line is one JSON object", a_line_is_one_json_object},
	{"log: what does not fit is left out whole", what_does_not_fit_is_left_out_whole},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/settings.h"

#include "unit.h"
#include "zhun/base/text.h"

static const struct zhun_setting rows[] = {
	{.name = "listen", .kind = ZHUN_SET_TEXT, .text = "127.0.0.1:8080", .help = {"a", "b"}},
	{.name = "http_threads", .kind = ZHUN_SET_INTEGER, .number = 2, .least = 1, .most = 64, .help = {"a", "b"}},
	{.name = "secure", .kind = ZHUN_SET_SWITCH, .least = 0, .most = 1, .help = {"a", "b"}},
};

static char *environment(const char *name)
{
	static char four[] = "4", yes[] = "on";
	if (zhun_str_equal(name, "ZHUN_HTTP_THREADS"))
		return four;
	return zhun_str_equal(name, "ZHUN_SECURE") ? yes : NULL;
}

static void stronger_sources_win_whatever_the_order(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_settings *s = zhun_settings_new(a, rows, ZHUN_COUNT(rows));
	struct zhun_error err;
	CHECK_INT(zhun_settings_integer(s, "http_threads"), 2);
	CHECK_CODE(zhun_settings_set(s, "http-threads", "8", ZHUN_FROM_FLAG, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_settings_environment(s, environment, &err), ZHUN_OK, &err);
	CHECK_CODE(zhun_settings_file(s, "z.conf", "# all\n\n listen =  [::1]:80 \nsecure=no", &err), ZHUN_OK, &err);
	CHECK_INT(zhun_settings_integer(s, "http_threads"), 8);
	CHECK_INT(zhun_settings_from(s, "http_threads"), ZHUN_FROM_FLAG);
	CHECK(zhun_settings_switch(s, "secure"));
	CHECK_TEXT(zhun_settings_text(s, "listen"), "[::1]:80");
	CHECK_INT(zhun_settings_from(s, "listen"), ZHUN_FROM_FILE);
	zhun_arena_close(a);
}

static void bad_values_name_row_and_limits(void)
{
	static const char *const bad[] = {"0", "65", "", "-", "2x", "99999999999999999999"};
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_settings *s = zhun_settings_new(a, rows, ZHUN_COUNT(rows));
	struct zhun_error err;
	for (size_t i = 0; i < ZHUN_COUNT(bad); i++)
		CHECK_CODE(zhun_settings_set(s, "http_threads", bad[i], ZHUN_FROM_FLAG, &err),
			   ZHUN_E_SETTING_NUMBER, &err);
	char sentence[200];
	zhun_error_sentence(&err, ZHUN_EN, sentence, sizeof sentence);
	CHECK_TEXT(sentence, "http_threads is a whole number from 1 to 64, not “99999999999999999999”");
	CHECK_CODE(zhun_settings_set(s, "secure", "perhaps", ZHUN_FROM_FLAG, &err), ZHUN_E_SETTING_SWITCH, &err);
	CHECK_CODE(zhun_settings_set(s, "http_thread", "2", ZHUN_FROM_FLAG, &err), ZHUN_E_SETTING_UNKNOWN, &err);
	zhun_arena_close(a);
}

static void a_files_faults_name_its_line(void)
{
	struct zhun_arena *a = zhun_arena_open(1 << 16);
	struct zhun_settings *s = zhun_settings_new(a, rows, ZHUN_COUNT(rows));
	struct zhun_error err;
	CHECK_CODE(zhun_settings_file(s, "z.conf", "\nlisten\n", &err), ZHUN_E_SETTING_LINE, &err);
	CHECK_TEXT(err.place, "z.conf, line 2");
	CHECK_CODE(zhun_settings_file(s, "z.conf", "colour = red", &err), ZHUN_E_SETTING_UNKNOWN, &err);
	CHECK_TEXT(err.place, "z.conf, line 1");
	zhun_arena_close(a);
}

static enum zhun_code read_file(struct zhun_arena *a, void *context)
{
	(void)context;
	struct zhun_error err;
	struct zhun_settings *s = zhun_settings_new(a, rows, ZHUN_COUNT(rows));
	if (!s)
		return zhun_no_memory(a, &err);
	enum zhun_code code = zhun_settings_file(s, "z.conf", "listen = x\n", &err);
	CHECK_TEXT(zhun_settings_text(s, "listen"), code ? "127.0.0.1:8080" : "x");
	return code;
}

static void memory_may_run_out_anywhere(void)
{
	unit_fault_loop(read_file, NULL);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"stronger_sources_win_whatever_the_order", stronger_sources_win_whatever_the_order},
		{"bad_values_name_row_and_limits", bad_values_name_row_and_limits},
		{"a_files_faults_name_its_line", a_files_faults_name_its_line},
		{"memory_may_run_out_anywhere", memory_may_run_out_anywhere},
	};
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

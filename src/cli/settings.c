/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings: rows, their values, and the three ways in which a value is given. */
#include "cli/settings.h"

#include <stdio.h>

#include "zhun/base/number.h"
#include "zhun/base/text.h"

enum { NAME_SIZE = 80 };

struct value {
	const char *text;
	int64_t number;
	enum zhun_setting_from from;
};

struct zhun_settings {
	struct zhun_arena *arena;
	const struct zhun_setting *rows;
	size_t count;
	struct value *values;
};

struct zhun_settings *zhun_settings_new(struct zhun_arena *a, const struct zhun_setting *rows, size_t count)
{
	struct zhun_settings *s = ZHUN_NEW(a, struct zhun_settings);
	struct value *values = ZHUN_NEW_ARRAY(a, count, struct value);
	if (!s || !values)
		return NULL;
	for (size_t i = 0; i < count; i++)
		values[i] = (struct value){rows[i].text, rows[i].number, ZHUN_FROM_DEFAULT};
	*s = (struct zhun_settings){a, rows, count, values};
	return s;
}

const struct zhun_setting *zhun_settings_rows(const struct zhun_settings *s, size_t *ret_count)
{
	*ret_count = s->count;
	return s->rows;
}

static bool same_name(const char *row, const char *name)
{
	while (*row && (*row == *name || (*row == '_' && *name == '-'))) {
		row++;
		name++;
	}
	return *row == *name;
}

const struct zhun_setting *zhun_settings_find(const struct zhun_settings *s, const char *name)
{
	for (size_t i = 0; i < s->count; i++)
		if (same_name(s->rows[i].name, name))
			return &s->rows[i];
	return NULL;
}

static bool read_whole(const char *s, int64_t *ret)
{
	bool negative = *s == '-';
	int64_t n = 0;
	s += negative;
	if (!*s)
		return false;
	for (; *s; s++) {
		if (*s < '0' || *s > '9' || n > (INT64_MAX - 9) / 10)
			return false;
		n = n * 10 + (*s - '0');
	}
	*ret = negative ? -n : n;
	return true;
}

static bool read_switch(const char *s, int64_t *ret)
{
	static const char *const words[] = {"no", "yes", "off", "on", "false", "true", "0", "1"};
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		if (zhun_str_equal_nocase(s, words[i])) {
			*ret = (int64_t)(i & 1U);
			return true;
		}
	}
	return false;
}

static enum zhun_code read_value(const struct zhun_setting *row, const char *text, int64_t *ret,
				 struct zhun_error *err)
{
	switch (row->kind) {
	case ZHUN_SET_TEXT:
		return ZHUN_OK;
	case ZHUN_SET_INTEGER:
		if (!read_whole(text, ret) || *ret < row->least || *ret > row->most)
			return zhun_fail(err, ZHUN_E_SETTING_NUMBER, NULL, row->name, text,
					 ZHUN_INT(row->least), ZHUN_INT(row->most));
		return ZHUN_OK;
	case ZHUN_SET_SWITCH:
		if (!read_switch(text, ret))
			return zhun_fail(err, ZHUN_E_SETTING_SWITCH, NULL, row->name, text);
		return ZHUN_OK;
	}
	return zhun_fail(err, ZHUN_E_INTERNAL, NULL, "setting kind");
}

enum zhun_code zhun_settings_set(struct zhun_settings *s, const char *name, const char *value,
				 enum zhun_setting_from from, struct zhun_error *err)
{
	const struct zhun_setting *row = zhun_settings_find(s, name);
	if (!row)
		return zhun_fail(err, ZHUN_E_SETTING_UNKNOWN, NULL, name);
	int64_t number = 0;
	enum zhun_code code = read_value(row, value, &number, err);
	if (code)
		return code;
	struct value *v = &s->values[row - s->rows];
	if (v->from > from)
		return ZHUN_OK;
	const char *kept = zhun_strdup(s->arena, value);
	if (!kept)
		return zhun_no_memory(s->arena, err);
	*v = (struct value){kept, number, from};
	return ZHUN_OK;
}

/* One line without its end: nothing, a comment, or name = value. */
static enum zhun_code read_line(struct zhun_settings *s, const char *line, size_t n, struct zhun_error *err)
{
	const char *text;
	zhun_str_trim(line, n, &text, &n);
	if (n == 0 || *text == '#')
		return ZHUN_OK;
	const char *equals = memchr(text, '=', n);
	if (!equals)
		return zhun_fail(err, ZHUN_E_SETTING_LINE, NULL);
	const char *name, *value;
	size_t name_len, value_len;
	zhun_str_trim(text, (size_t)(equals - text), &name, &name_len);
	zhun_str_trim(equals + 1, n - (size_t)(equals + 1 - text), &value, &value_len);
	char *name_text = zhun_strndup(s->arena, name, name_len);
	char *value_text = zhun_strndup(s->arena, value, value_len);
	if (!name_text || !value_text)
		return zhun_no_memory(s->arena, err);
	return zhun_settings_set(s, name_text, value_text, ZHUN_FROM_FILE, err);
}

enum zhun_code zhun_settings_file(struct zhun_settings *s, const char *path, const char *text,
				  struct zhun_error *err)
{
	for (int line = 1; *text; line++) {
		const char *end = strchr(text, '\n');
		size_t n = end ? (size_t)(end - text) : strlen(text);
		if (read_line(s, text, n, err)) {
			char place[ZHUN_ERROR_PLACE_SIZE];
			(void)snprintf(place, sizeof place, "%.150s, line %d", path, line);
			return zhun_error_within(err, place);
		}
		text += n + (end != NULL);
	}
	return ZHUN_OK;
}

static void variable_name(const char *name, char out[NAME_SIZE])
{
	size_t n = (size_t)snprintf(out, NAME_SIZE, "ZHUN_%s", name);
	for (size_t i = 0; i < n && i < NAME_SIZE; i++)
		if (out[i] >= 'a' && out[i] <= 'z')
			out[i] = (char)(out[i] - 'a' + 'A');
}

enum zhun_code zhun_settings_environment(struct zhun_settings *s, char *(*get)(const char *name),
					 struct zhun_error *err)
{
	for (size_t i = 0; i < s->count; i++) {
		char name[NAME_SIZE];
		variable_name(s->rows[i].name, name);
		const char *value = get(name);
		if (value && zhun_settings_set(s, s->rows[i].name, value, ZHUN_FROM_ENVIRONMENT, err))
			return zhun_error_within(err, name);
	}
	return ZHUN_OK;
}

static const struct value *value_of(const struct zhun_settings *s, const char *name)
{
	static const struct value none = {0};
	const struct zhun_setting *row = zhun_settings_find(s, name);
	return ZHUN_NEVER(!row) ? &none : &s->values[row - s->rows];
}

const char *zhun_settings_text(const struct zhun_settings *s, const char *name)
{
	return value_of(s, name)->text;
}

int64_t zhun_settings_integer(const struct zhun_settings *s, const char *name)
{
	return value_of(s, name)->number;
}

bool zhun_settings_switch(const struct zhun_settings *s, const char *name)
{
	return value_of(s, name)->number != 0;
}

enum zhun_setting_from zhun_settings_from(const struct zhun_settings *s, const char *name)
{
	return value_of(s, name)->from;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_world.h"

static const char *const texts[] = {"a", "A", "B", "b", "Ä", "ä", "ab", "a b", "a_", "a%", "中", "中国", "计量",
	"z", "Z9", "10", "9", "😀", "\xef\xbf\xbd", "\xf4\x8f\xbf\xbf", "ö'\\"};
/* in the order of their days */
static const char *const dates[] = {"0001", "2024", "2024-02", "2024-02-29", "2025-12-31", "2026", "2026-01",
	"9999-12-31"};
static const char *const instants[] = {"2026-03-02T09:00:00Z", "2026-03-02T10:00:00+08:00", "1969-12-31T23:59:59.5Z"};
static const char *const numbers[] = {"1.50", "-2", "0", "0.1", "1e3", "-0.0001", "3000"};
static const char *const units[] = {"V", "mV", "kg", "g", "°C", "K", ""};
static const int integers[] = {0, 1, -1, 7, 12, 1000000};

size_t unit_world_number(const char *name)
{
	size_t i = 0;

	while (zhun_registers[i] && strcmp(zhun_registers[i]->name, name) != 0)
		i++;
	return i;
}

static size_t below(struct unit_world *w, size_t n)
{
	return (size_t)(unit_random(&w->seed) % n);
}

#define ANY(w, list) ((list)[below((w), ZHUN_COUNT(list))])

/* Not before the one that was written last, where it may not be. */
static const char *any_date(struct unit_world *w, const struct zhun_field *f)
{
	const size_t first = f->not_before ? w->day : 0;

	w->day = first + below(w, ZHUN_COUNT(dates) - first);
	return dates[w->day];
}

static const char *any_choice(struct unit_world *w, const struct zhun_field *f)
{
	size_t count = 0;

	while (f->choices[count].value)
		count++;
	return f->choices[below(w, count)].value;
}

static const char *any_link(struct unit_world *w, const struct zhun_field *f)
{
	size_t n = unit_world_number(f->link);

	return w->count[n] ? w->ids[n][below(w, w->count[n])] : NULL;
}

static bool in_key(const struct zhun_register *reg, const struct zhun_field *f)
{
	for (size_t i = 0; reg && i < ZHUN_REGISTER_NAMES && reg->key[i]; i++)
		if (strcmp(reg->key[i], f->name) == 0)
			return true;
	return false;
}

/* A quote in JSON is ' here; the texts' own apostrophe would not survive and becomes a backslash. */
static const char *any_text(struct unit_world *w)
{
	const char *s = ANY(w, texts);

	return strchr(s, '\'') ? "ö\\\\" : s;
}

static const char *any_value(struct unit_world *w, struct unit_register *r, const struct zhun_field *f,
			     const char *suffix)
{
	switch (f->kind) {
	case ZHUN_F_TEXT:
		return unit_text(r, "'%s%s'", any_text(w), suffix);
	case ZHUN_F_TEXTS:
		return below(w, 3) ? unit_text(r, "{'en':'%s','zh':'%s','de':'%s'}", any_text(w),
			any_text(w), any_text(w))
				   : unit_text(r, "{'%s':'%s'}", below(w, 2) ? "en" : "zh", any_text(w));
	case ZHUN_F_INTEGER:
		return unit_text(r, "%d", ANY(w, integers));
	case ZHUN_F_REAL:
		return unit_text(r, "%s", ANY(w, numbers));
	case ZHUN_F_BOOLEAN:
		return below(w, 2) ? "true" : "false";
	case ZHUN_F_DATE:
		return unit_text(r, "'%s'", any_date(w, f));
	case ZHUN_F_INSTANT:
		return unit_text(r, "'%s'", ANY(w, instants));
	case ZHUN_F_CHOICE:
		return unit_text(r, "'%s'", any_choice(w, f));
	case ZHUN_F_LINK:
		return any_link(w, f) ? unit_text(r, "'%s'", any_link(w, f)) : "null";
	case ZHUN_F_QUANTITY:
		return unit_text(r, "{'value':'%s','unit':'%s'}", ANY(w, numbers), ANY(w, units));
	case ZHUN_F_UNCERTAINTY:
		return "{'text':'0.05 % relative','k':'2','p':'0.95'}";
	case ZHUN_F_MONEY:
		return unit_text(r, "{'minor':%d,'currency':'CNY'}", ANY(w, integers));
	case ZHUN_F_DOCUMENT:
		break;
	}
	return "null";
}

static const char *add_fields(struct unit_world *w, struct unit_register *r, const struct zhun_register *reg,
			      const struct zhun_field *fields, const char *suffix)
{
	const char *json = "";

	for (const struct zhun_field *f = fields; f->name; f++) {
		const char *value = !f->required && below(w, 3) == 0
			? "null" : any_value(w, r, f, in_key(reg, f) ? suffix : "");

		/* a child's texts have no further languages */
		if (!reg && f->kind == ZHUN_F_TEXTS)
			value = "{'en':'x'}";
		json = unit_text(r, "%s%s'%s':%s", json, *json ? "," : "", f->name, value);
	}
	return json;
}

static const char *add_children(struct unit_world *w, struct unit_register *r, const struct zhun_child *children)
{
	const char *json = "";

	for (const struct zhun_child *c = children; c && c->name; c++) {
		const char *rows = "";

		for (size_t n = below(w, 3); n > 0; n--)
			rows = unit_text(r, "%s%s{%s%s}", rows, *rows ? "," : "", add_fields(w, r,
				NULL, c->fields, ""),
					 add_children(w, r, c->children));
		json = unit_text(r, "%s,'%s':[%s]", json, c->plural, rows);
	}
	return json;
}

static bool can_link(const struct unit_world *w, const struct zhun_field *fields)
{
	for (const struct zhun_field *f = fields; f->name; f++)
		if (f->kind == ZHUN_F_LINK && f->required && !w->count[unit_world_number(f->link)])
			return false;
	return true;
}

static bool children_can_link(const struct unit_world *w, const struct zhun_child *children)
{
	for (const struct zhun_child *c = children; c && c->name; c++)
		if (!can_link(w, c->fields) || !children_can_link(w, c->children))
			return false;
	return true;
}

/* A register's turn comes when the others that it and its children must link to have records. */
static bool is_ready(const struct unit_world *w, const struct zhun_register *reg)
{
	return can_link(w, reg->fields) && children_can_link(w, reg->children);
}

static void make_register(struct unit_world *w, struct unit_register *r, size_t n, size_t each)
{
	const struct zhun_register *reg = zhun_registers[n];

	for (size_t i = 0; i < each; i++) {
		const char *suffix = unit_text(r, "%zu", i);
		const char *id = unit_create(r, reg->name, unit_text(r, "{%s%s}",
			add_fields(w, r, reg, reg->fields, suffix), add_children(w, r, reg->children)));

		/* a key without a word of its own may come twice, and two states on one day */
		if (r->code != ZHUN_E_KEY_TAKEN && r->code != ZHUN_E_STATES_TOGETHER)
			unit_check_code(r->code, ZHUN_OK, &r->err, reg->name, (int)i);
		if (id)
			w->ids[n][w->count[n]++] = id;
	}
}

void unit_world_make(struct unit_world *w, struct unit_register *r, size_t each, unsigned long long seed)
{
	bool more = true;

	*w = (struct unit_world){.seed = seed};
	while (more) {
		more = false;
		for (size_t n = 0; zhun_registers[n]; n++)
			if (!w->count[n] && is_ready(w, zhun_registers[n])) {
				make_register(w, r, n, each);
				more = true;
			}
	}
}

const char *unit_world_filter(struct unit_world *w, struct unit_register *r, const struct zhun_field *f)
{
	switch (f->kind) {
	case ZHUN_F_TEXT:
	case ZHUN_F_TEXTS:
		return ANY(w, texts);
	case ZHUN_F_INTEGER:
		return unit_text(r, "%d", ANY(w, integers));
	case ZHUN_F_REAL:
		return ANY(w, numbers);
	case ZHUN_F_BOOLEAN:
		return below(w, 2) ? "true" : "false";
	case ZHUN_F_DATE:
		return ANY(w, dates);
	case ZHUN_F_INSTANT:
		return ANY(w, instants);
	case ZHUN_F_CHOICE:
		return any_choice(w, f);
	case ZHUN_F_LINK:
		return any_link(w, f);
	case ZHUN_F_QUANTITY:
		return unit_text(r, "%s %s", ANY(w, numbers), ANY(w, units));
	case ZHUN_F_MONEY:
		return unit_text(r, "%d %s", ANY(w, integers), below(w, 2) ? "CNY" : "EUR");
	case ZHUN_F_UNCERTAINTY:
	case ZHUN_F_DOCUMENT:
		break;
	}
	return "";
}

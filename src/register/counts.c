/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many records each register holds for a viewer, as far as they are counted. */
#include "codec/json.h"
#include "register/ask.h"
#include "register/query_search.h"
#include "register/search.h"

/* Where the viewer sees some only, the index knows which: the table would be walked from end to end. */
static void ask_count(struct zhun_query *q, const struct zhun_reader *r, const struct zhun_register *reg)
{
	static const struct zhun_words none = {0};

	if (zhun_access_restricts(reg, r->viewer))
		zhun_query_search_count(q, &(struct zhun_search_part){.engine = zhun_conn_engine(r->conn), .reg = reg,
			.words = &none, .tier = ZHUN_TIER_ALL, .limit = ZHUN_TOTAL_MAX + 1});
	else
		zhun_query_count(q, &(struct zhun_source){.reg = reg}, &(struct zhun_page){0}, ZHUN_TOTAL_MAX + 1);
}

static enum zhun_code write_count(const struct zhun_reader *r, const struct zhun_register *reg,
				  struct zhun_json_writer *w, struct zhun_error *err)
{
	const struct zhun_value *row;
	struct zhun_query q;

	zhun_query_init(&q, r->arena, r->viewer);
	ask_count(&q, r, reg);
	enum zhun_code code = zhun_query_one(&q, r->conn, &row, err);
	if (code)
		return code;
	int64_t count = row ? row[0].integer : 0;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "register", reg->name);
	zhun_json_member_string(w, "plural", reg->plural);
	zhun_json_member_string(w, "title", reg->titles[r->viewer->language]);
	zhun_json_member_int(w, "count", count > ZHUN_TOTAL_MAX ? ZHUN_TOTAL_MAX : count);
	zhun_json_member_bool(w, "capped", count > ZHUN_TOTAL_MAX);
	zhun_json_end_object(w);
	return ZHUN_OK;
}

/* Whether a viewer may see anything of a register that shows nothing to the public. */
static bool concerns(const struct zhun_reader *r, const struct zhun_register *reg)
{
	return zhun_register_searched(reg) &&
	       (reg->public_when.rule != ZHUN_PUBLIC_NEVER || zhun_access_all(r->viewer) || r->viewer->count > 0);
}

/* The registers of one heading; a heading with none is left out. */
static enum zhun_code write_group(const struct zhun_reader *r, const struct zhun_register_group *g,
				  const struct zhun_register *const *registers, struct zhun_json_writer *w,
				  struct zhun_error *err)
{
	enum zhun_code code = ZHUN_OK;
	bool begun = false;

	for (; *registers && !code; registers++) {
		if (!zhun_str_equal((*registers)->group, g->name) || !concerns(r, *registers))
			continue;
		if (!begun) {
			zhun_json_begin_object(w);
			zhun_json_member_string(w, "name", g->name);
			zhun_json_member_string(w, "title", g->title[r->viewer->language]);
			zhun_json_member_array(w, "items");
		}
		begun = true;
		code = write_count(r, *registers, w, err);
	}
	if (begun) {
		zhun_json_end_array(w);
		zhun_json_end_object(w);
	}
	return code;
}

enum zhun_code zhun_register_counts(const struct zhun_reader *r, const struct zhun_register *const *registers,
				    struct zhun_text *out, struct zhun_error *err)
{
	struct zhun_json_writer w;
	const char *text;
	enum zhun_code code = ZHUN_OK;

	zhun_json_init(&w, out);
	zhun_json_begin_object(&w);
	zhun_json_member_array(&w, "groups");
	for (const struct zhun_register_group *g = zhun_register_groups; g->name && !code; g++)
		code = write_group(r, g, registers, &w, err);
	zhun_json_end_array(&w);
	zhun_json_end_object(&w);
	return code ? code : zhun_text_done(out, &text, err);
}

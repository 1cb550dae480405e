/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/query_search.h"

#include "register/query_part.h"
#include "register/search.h"

enum { MATCH_MOST = 64 * 1024 };

/* The vectors of PostgreSQL's two indexes: letter by letter as the migration has them. */
#define VECTOR_BEGINS "array_to_tsvector(array_remove(string_to_array('" ZHUN_TOKEN_BREAK \
	"' || s.register || ' ' || s.readers || ' ' || s.title"
#define VECTOR_ENDS ", ' '), ''))"
#define TITLE_VECTOR VECTOR_BEGINS VECTOR_ENDS
#define WORDS_VECTOR VECTOR_BEGINS " || ' ' || s.words" VECTOR_ENDS

/* ---- what is asked of the index ---- */

static bool narrows(const struct zhun_query *q, const struct zhun_register *reg)
{
	return zhun_access_restricts(reg, q->viewer);
}

/* An organisation as its token in readers. */
static void put_reader(struct zhun_text *t, const char *quote, const char *id)
{
	zhun_text_addf(t, "%s" ZHUN_TOKEN_BREAK, quote);
	for (; *id; id++)
		if (*id != '-')
			zhun_text_addc(t, *id);
	zhun_text_add(t, quote);
}

static void put_readers(struct zhun_text *t, const struct zhun_viewer *viewer, const char *quote, const char *or)
{
	put_reader(t, quote, ZHUN_SEARCH_ALL);
	for (size_t i = 0; i < viewer->count; i++) {
		zhun_text_add(t, or);
		put_reader(t, quote, viewer->members[i].organisation);
	}
}

/* ("gb t" OR "gbt") AND "19001 2016" */
static void put_phrases(struct zhun_text *t, const struct zhun_words *words)
{
	for (size_t i = 0; i < words->count; i++) {
		const struct zhun_word *w = &words->items[i];

		zhun_text_addf(t, "%s(\"%s\"", i ? " AND " : "", w->phrase[0]);
		if (w->phrase[1])
			zhun_text_addf(t, " OR \"%s\"", w->phrase[1]);
		zhun_text_addc(t, ')');
	}
}

static void put_columns(struct zhun_text *t, const char *columns, const struct zhun_words *words)
{
	zhun_text_addf(t, "({%s} : (", columns);
	put_phrases(t, words);
	zhun_text_add(t, "))");
}

/* SQLite's question: columns and phrases. */
static void put_fts(struct zhun_query *q, struct zhun_text *t, const struct zhun_search_part *p)
{
	bool title = p->tier == ZHUN_TIER_TITLE;

	if (p->words->count) {
		zhun_text_addc(t, '(');
		put_columns(t, title ? "title" : "title words", p->words);
		if (p->tier == ZHUN_TIER_REST) {
			zhun_text_add(t, " NOT ");
			put_columns(t, "title", p->words);
		}
		zhun_text_addc(t, ')');
	}
	if (narrows(q, p->reg)) {
		zhun_text_add(t, p->words->count ? " AND ({readers} : (" : "({readers} : (");
		put_readers(t, q->viewer, "\"", " OR ");
		zhun_text_add(t, "))");
	}
}

/* 'gb' & 't' of "gb t". */
static void put_lexemes(struct zhun_text *t, const char *phrase)
{
	zhun_text_add(t, "('");
	for (const char *s = phrase; *s; s++)
		if (*s == ' ')
			zhun_text_add(t, "' & '");
		else
			zhun_text_addc(t, *s);
	zhun_text_add(t, "')");
}

/* PostgreSQL's question: which tokens there must be. */
static void put_tsquery(struct zhun_query *q, struct zhun_text *t, const struct zhun_search_part *p)
{
	zhun_text_addf(t, "'" ZHUN_TOKEN_BREAK "%s'", p->reg->name);
	if (narrows(q, p->reg)) {
		zhun_text_add(t, " & (");
		put_readers(t, q->viewer, "'", " | ");
		zhun_text_addc(t, ')');
	}
	for (size_t i = 0; i < p->words->count; i++) {
		const struct zhun_word *w = &p->words->items[i];

		zhun_text_add(t, " & (");
		put_lexemes(t, w->phrase[0]);
		if (w->phrase[1]) {
			zhun_text_add(t, " | ");
			put_lexemes(t, w->phrase[1]);
		}
		zhun_text_addc(t, ')');
	}
}

static void add_question(struct zhun_query *q, const struct zhun_search_part *p)
{
	const char *text = "";
	struct zhun_text t;

	zhun_text_init(&t, q->arena, MATCH_MOST);
	if (p->engine == ZHUN_SQLITE)
		put_fts(q, &t, p);
	else
		put_tsquery(q, &t, p);
	if (zhun_text_done(&t, &text, NULL) != ZHUN_OK)
		q->sql.failed = true;
	zhun_part_text(q, &q->sql, text);
}

/* ---- PostgreSQL: tokens in a row ---- */

static void add_stands(struct zhun_query *q, const char *column, const char *phrase)
{
	const char *spaced = zhun_printf(q->arena, " %s ", phrase);

	if (!spaced)
		q->sql.failed = true;
	PUT(&q->sql, "strpos(' ' || s.", column, " || ' ', ");
	zhun_part_text(q, &q->sql, spaced);
	zhun_text_add(&q->sql, ") > 0");
}

/* Whether a word stands in the title, or in either. */
static void add_word(struct zhun_query *q, const struct zhun_word *w, bool title)
{
	for (int i = 0; i < 2 && w->phrase[i]; i++) {
		zhun_text_add(&q->sql, i ? " OR " : "(");
		add_stands(q, "title", w->phrase[i]);
		if (!title) {
			zhun_text_add(&q->sql, " OR ");
			add_stands(q, "words", w->phrase[i]);
		}
	}
	zhun_text_addc(&q->sql, ')');
}

/* The words that the vector alone cannot answer: those of several tokens. */
static void add_rows_of_tokens(struct zhun_query *q, const struct zhun_words *words, bool title)
{
	for (size_t i = 0; i < words->count; i++)
		if (strchr(words->items[i].phrase[0], ' ')) {
			zhun_text_add(&q->sql, " AND ");
			add_word(q, &words->items[i], title);
		}
}

static void add_not_in_title(struct zhun_query *q, const struct zhun_words *words)
{
	for (size_t i = 0; i < words->count; i++) {
		zhun_text_add(&q->sql, i ? " AND " : " AND NOT (");
		add_word(q, &words->items[i], true);
	}
	zhun_text_addc(&q->sql, ')');
}

static void add_vector(struct zhun_query *q, const struct zhun_search_part *p)
{
	bool title = p->tier == ZHUN_TIER_TITLE;

	zhun_text_add(&q->sql, title ? TITLE_VECTOR : WORDS_VECTOR);
	zhun_text_add(&q->sql, " @@ CAST(");
	add_question(q, p);
	zhun_text_add(&q->sql, " AS tsquery)");
	if (!p->rough)
		add_rows_of_tokens(q, p->words, title);
	if (p->tier == ZHUN_TIER_REST)
		add_not_in_title(q, p->words);
}

/* ---- from and where ---- */

static int64_t first_place(const struct zhun_search_part *p)
{
	int64_t base = zhun_search_base(p->reg);

	return p->after > base ? p->after : base;
}

/* The places of one register, after the last one. */
static void add_places(struct zhun_query *q, const struct zhun_search_part *p, const char *place)
{
	PUT(&q->sql, place, " > ");
	zhun_part_value(q, &q->sql, zhun_v_int(first_place(p)));
	PUT(&q->sql, " AND ", place, " < ");
	zhun_part_value(q, &q->sql,
			zhun_v_int(zhun_search_base(p->reg) + ((int64_t)1 << ZHUN_SEARCH_BASE_BITS)));
}

static void add_key(struct zhun_query *q, const struct zhun_search_part *p)
{
	zhun_text_addf(&q->sql, "s.register = '%s' AND s.key = ", p->reg->name);
	zhun_part_text(q, &q->sql, p->words->key);
	if (p->after) {
		zhun_text_add(&q->sql, " AND s.n > ");
		zhun_part_value(q, &q->sql, zhun_v_int(first_place(p)));
	}
}

static bool through_fts(const struct zhun_search_part *p)
{
	return p->engine == ZHUN_SQLITE && p->tier != ZHUN_TIER_KEY;
}

static void add_condition(struct zhun_query *q, const struct zhun_search_part *p)
{
	if (p->tier == ZHUN_TIER_KEY) {
		add_key(q, p);
		return;
	}
	if (through_fts(p)) {
		zhun_text_add(&q->sql, "search_index MATCH ");
		add_question(q, p);
		zhun_text_add(&q->sql, " AND ");
		add_places(q, p, "f.rowid");
	} else {
		add_vector(q, p);
		if (p->after) {
			zhun_text_add(&q->sql, " AND s.n > ");
			zhun_part_value(q, &q->sql, zhun_v_int(first_place(p)));
		}
	}
	if (p->but_key) {
		zhun_text_add(&q->sql, " AND s.key <> ");
		zhun_part_text(q, &q->sql, p->words->key);
	}
}

/* The index leads: CROSS JOIN lets SQLite change no order. */
static void add_from(struct zhun_query *q, const struct zhun_search_part *p, bool row, bool record)
{
	const char *join = p->engine == ZHUN_SQLITE ? " CROSS JOIN " : " JOIN ";

	zhun_text_add(&q->sql, through_fts(p) ? " FROM search_index f" : " FROM search s");
	if (through_fts(p) && row)
		zhun_text_add(&q->sql, " CROSS JOIN search s ON s.n = f.rowid");
	if (record)
		PUT(&q->sql, join, p->reg->name, " " T " ON " T ".id = s.record");
}

static void and_access(struct zhun_query *q, const struct zhun_register *reg)
{
	if (!zhun_access_restricts(reg, q->viewer))
		return;
	zhun_text_add(&q->sql, " AND ");
	zhun_part_access(q, &q->sql, reg, T);
}

/* ---- statements ---- */

void zhun_query_search(struct zhun_query *q, const struct zhun_search_part *p, struct zhun_layout *ret)
{
	const char *place = through_fts(p) ? "f.rowid" : "s.n";

	zhun_part_record(q, &(struct zhun_source){.reg = p->reg}, false, ret);
	ret->sort = q->cells;
	zhun_part_comma(q);
	zhun_text_add(&q->sql, place);
	add_from(q, p, true, true);
	zhun_part_joins(q);
	zhun_text_add(&q->sql, " WHERE ");
	add_condition(q, p);
	and_access(q, p->reg);
	PUT(&q->sql, " ORDER BY ", place, " LIMIT ");
	zhun_part_value(q, &q->sql, zhun_v_int(p->limit));
}

void zhun_query_search_count(struct zhun_query *q, const struct zhun_search_part *p)
{
	bool record = zhun_access_restricts(p->reg, q->viewer);

	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT count(*) FROM (SELECT 1 AS one");
	add_from(q, p, record || p->but_key, record);
	zhun_text_add(&q->sql, " WHERE ");
	add_condition(q, p);
	and_access(q, p->reg);
	zhun_text_add(&q->sql, " LIMIT ");
	zhun_part_value(q, &q->sql, zhun_v_int(p->limit));
	zhun_text_add(&q->sql, ") counted");
}

/* Whether anything of one register is found, in either way. */
static void add_register(struct zhun_query *q, const struct zhun_search_part *p)
{
	struct zhun_search_part key = *p;

	key.tier = ZHUN_TIER_KEY;
	zhun_text_addf(&q->sql, "SELECT CAST('%s' AS TEXT) WHERE EXISTS (SELECT 1", p->reg->name);
	add_from(q, p, false, false);
	zhun_text_add(&q->sql, " WHERE ");
	add_condition(q, p);
	zhun_text_add(&q->sql, ") OR EXISTS (SELECT 1 FROM search s WHERE ");
	add_condition(q, &key);
	zhun_text_addc(&q->sql, ')');
}

void zhun_query_search_registers(struct zhun_query *q, enum zhun_engine engine, const struct zhun_words *words,
				 const struct zhun_register *const *registers)
{
	const char *between = "";

	zhun_query_begin(q);
	for (; *registers; registers++) {
		zhun_text_add(&q->sql, between);
		add_register(q, &(struct zhun_search_part){.engine = engine, .reg = *registers, .words = words,
							    .tier = ZHUN_TIER_ALL, .rough = true});
		between = " UNION ALL ";
	}
}

void zhun_query_search_next(struct zhun_query *q, const struct zhun_words *words, int64_t after)
{
	const char *text = "";
	struct zhun_text t;

	zhun_text_init(&t, q->arena, MATCH_MOST);
	put_columns(&t, "title words", words);
	if (zhun_text_done(&t, &text, NULL) != ZHUN_OK)
		q->sql.failed = true;
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT f.rowid FROM search_index f WHERE search_index MATCH ");
	zhun_part_text(q, &q->sql, text);
	zhun_text_add(&q->sql, " AND f.rowid > ");
	zhun_part_value(q, &q->sql, zhun_v_int(after));
	zhun_text_add(&q->sql, " ORDER BY f.rowid LIMIT 1");
}

void zhun_query_search_keys(struct zhun_query *q, const struct zhun_words *words)
{
	zhun_query_begin(q);
	zhun_text_add(&q->sql, "SELECT DISTINCT s.register FROM search s WHERE s.key = ");
	zhun_part_text(q, &q->sql, words->key);
}

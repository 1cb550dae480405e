/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small things in a DCC: texts, words, dates, answers, files, formulas. */
#include "attest/dcc.h"

#include "codec/hash.h"

static bool is_dcc(const struct zhun_xml *e, const char *name)
{
	return zhun_str_equal(e->name, name) && zhun_str_equal(e->space, ZHUN_DCC_SPACE);
}

void zhun_dcc_fields(struct zhun_dcc *d, const struct zhun_xml *e, const struct zhun_dcc_row *rows,
		     size_t count, void *to)
{
	bool seen[ZHUN_DCC_ROWS] = {false};

	for (const struct zhun_xml *c = e->first; c && !d->r->code; c = c->next) {
		for (size_t i = 0; i < count; i++) {
			if (seen[i] || !is_dcc(c, rows[i].name))
				continue;
			seen[i] = true;
			rows[i].read(d, c, (char *)to + rows[i].offset);
			break;
		}
	}
}

const char *zhun_dcc_path(struct zhun_dcc *d, const char *prefix, size_t number)
{
	const char *path = zhun_printf(d->r->arena, "%s%s%zu", prefix, *prefix ? "." : "", number);

	if (!path && !d->r->code)
		d->r->code = zhun_no_memory(d->r->arena, d->r->err);
	return path ? path : "";
}

static const char *copy_attribute(struct zhun_dcc *d, const struct zhun_xml *e, const char *name)
{
	const char *value = zhun_xml_attribute(e, name);

	return value ? zhun_reader_copy(d->r, value, strlen(value)) : NULL;
}

struct zhun_cert_marks zhun_dcc_marks(struct zhun_dcc *d, const struct zhun_xml *e)
{
	return (struct zhun_cert_marks){
		.id = copy_attribute(d, e, "id"),
		.ref_id = copy_attribute(d, e, "refId"),
		.ref_type = copy_attribute(d, e, "refType"),
	};
}

const char *zhun_dcc_copy(struct zhun_dcc *d, const struct zhun_xml *e)
{
	return zhun_reader_copy(d->r, e->text, strlen(e->text));
}

void zhun_dcc_string(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	*(const char **)to = zhun_dcc_copy(d, e);
}

void zhun_dcc_date(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_spot spot = {.element = e};

	*(struct zhun_cert_date *)to = zhun_reader_date(d->r, zhun_dcc_copy(d, e), true, &spot);
}

void zhun_dcc_answer(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const char *text = zhun_dcc_copy(d, e);

	if (zhun_str_equal(text, "true") || zhun_str_equal(text, "1"))
		*(enum zhun_cert_answer *)to = ZHUN_CERT_YES;
	else if (zhun_str_equal(text, "false") || zhun_str_equal(text, "0"))
		*(enum zhun_cert_answer *)to = ZHUN_CERT_NO;
}

static const struct zhun_cert_word **add_word(struct zhun_dcc *d, const char *text,
					      const struct zhun_cert_word **link)
{
	struct zhun_cert_word *word = text ? ZHUN_READER_NEW(d->r, struct zhun_cert_word) : NULL;

	if (!word)
		return link;
	word->text = text;
	*link = word;
	return &word->next;
}

void zhun_dcc_words(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_word **link = to;

	for (; e; e = zhun_xml_again(e))
		link = add_word(d, zhun_dcc_copy(d, e), link);
}

void zhun_dcc_word_list(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_word **link = to;

	for (const char *s = e->text; *s;) {
		size_t n = strcspn(s, " \t\r\n");
		link = add_word(d, zhun_reader_copy(d->r, s, n), link);
		s += n + (s[n] != '\0');
	}
}

/* The contents of @a e, added at the end of a list of texts. */
static const struct zhun_cert_text **add_contents(struct zhun_dcc *d, const struct zhun_xml *e,
						  const struct zhun_cert_text **link)
{
	for (const struct zhun_xml *c = e->first; c; c = c->next) {
		const char *words = is_dcc(c, "content") ? zhun_dcc_copy(d, c) : NULL;
		struct zhun_cert_text *text = words ? ZHUN_READER_NEW(d->r, struct zhun_cert_text) : NULL;
		if (!text)
			continue;
		const char *language = copy_attribute(d, c, "lang");
		text->language = language ? language : "";
		text->text = words;
		*link = text;
		link = &text->next;
	}
	return link;
}

void zhun_dcc_text(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_text **link = to;

	for (; e; e = zhun_xml_again(e))
		link = add_contents(d, e, link);
}

const char *zhun_dcc_place(struct zhun_dcc *d, const struct zhun_xml *e)
{
	char place[ZHUN_ERROR_PLACE_SIZE];

	zhun_xml_place(e, place);
	return zhun_reader_copy(d->r, place, strlen(place));
}

static void read_bytes(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_error bad = {0};
	enum zhun_code code = zhun_base64_decode(d->r->arena, e->text, strlen(e->text), to, &bad);

	if (code == ZHUN_E_BASE64_BAD)
		ZHUN_FOUND(d->r, ZHUN_CERT_FAIL, code, &((struct zhun_spot){.element = e}), bad.arg[0]);
	else if (code && !d->r->code)
		d->r->code = zhun_no_memory(d->r->arena, d->r->err);
}

void zhun_dcc_file_one(struct zhun_dcc *d, const struct zhun_xml *e)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_file, title)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_file, description)},
		{"fileName", zhun_dcc_string, offsetof(struct zhun_cert_file, name)},
		{"mimeType", zhun_dcc_string, offsetof(struct zhun_cert_file, media_type)},
		{"dataBase64", read_bytes, offsetof(struct zhun_cert_file, bytes)},
		{"data", read_bytes, offsetof(struct zhun_cert_file, bytes)},
	};

	struct zhun_cert_file *file = ZHUN_READER_NEW(d->r, struct zhun_cert_file);

	if (!file)
		return;
	file->place = zhun_dcc_place(d, e);
	*d->files = file;
	d->files = &file->next;
	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), file);
}

void zhun_dcc_file(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	(void)to;
	for (; e; e = zhun_xml_again(e))
		zhun_dcc_file_one(d, e);
}

/* All text below @a e, in the order of elements, by spaces. */
static void add_all_text(struct zhun_text *t, const struct zhun_xml *e)
{
	if (*e->text && t->len)
		zhun_text_addc(t, ' ');
	zhun_text_add(t, e->text);
	for (const struct zhun_xml *c = e->first; c; c = c->next)
		add_all_text(t, c);
}

void zhun_dcc_all_text(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_text all;
	const char *text = NULL;

	zhun_text_init(&all, d->r->arena, ZHUN_XML_SIZE);
	zhun_text_add(&all, "");
	add_all_text(&all, e);
	if (zhun_text_done(&all, &text, d->r->err))
		d->r->code = zhun_no_memory(d->r->arena, d->r->err);
	else
		*(const char **)to = zhun_reader_copy(d->r, text, all.len);
}

void zhun_dcc_formula_one(struct zhun_dcc *d, const struct zhun_xml *e)
{
	struct zhun_cert_formula *formula = e->first ? ZHUN_READER_NEW(d->r, struct zhun_cert_formula) : NULL;

	if (!formula)
		return;
	zhun_dcc_all_text(d, e, &formula->text);
	formula->place = zhun_dcc_place(d, e);
	formula->language = zhun_reader_copy(d->r, e->first->name, strlen(e->first->name));
	*d->formulas = formula;
	d->formulas = &formula->next;
}

void zhun_dcc_formula(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	(void)to;
	for (; e; e = zhun_xml_again(e))
		zhun_dcc_formula_one(d, e);
}

void zhun_dcc_rich(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	const struct zhun_cert_text **link = to;

	for (; e; e = zhun_xml_again(e)) {
		for (const struct zhun_xml *c = e->first; c; c = c->next) {
			if (is_dcc(c, "name"))
				link = add_contents(d, c, link);
			else if (is_dcc(c, "file"))
				zhun_dcc_file_one(d, c);
			else if (is_dcc(c, "formula"))
				zhun_dcc_formula_one(d, c);
		}
		link = add_contents(d, e, link);
	}
}

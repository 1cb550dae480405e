/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libxml2's push parser calls back here for each tag and text; its own tree is
 * never built. Feeding it in pieces shows how far it is behind: a tag that does
 * not end within ZHUN_XML_TAG is refused before the parser looks at it (its
 * check for equal attributes takes quadratic time).
 */
#include "codec/xml.h"

#include "codec/libxml2.h"
#include "zhun/base/text.h"

enum { PIECE = 64 * 1024 };

struct build {
	struct zhun_arena *arena;
	xmlParserCtxtPtr parser;
	struct zhun_error *err;
	enum zhun_code code;                        /* the first failure; the parser is then stopped */
	struct zhun_xml *root;
	struct zhun_xml *open[ZHUN_XML_DEPTH];      /* from the root to the element being read */
	struct zhun_xml *last[ZHUN_XML_DEPTH];      /* the last child of each of these */
	struct zhun_text text[ZHUN_XML_DEPTH];      /* the text of each so far */
	unsigned depth;
	size_t elements;
	const char *recent_space;                   /* namespaces come in runs: keep one copy of each */
};

static void stop(struct build *b, enum zhun_code code)
{
	b->code = code;
	libxml2.xmlStopParser(b->parser);
}

static void stop_at(struct build *b, enum zhun_code code, const char *word)
{
	char place[64];

	(void)snprintf(place, sizeof place, "line %d column %d", b->parser->input ? b->parser->input->line : 0,
		       b->parser->input ? b->parser->input->col : 0);
	stop(b, zhun_fail(b->err, code, place, word));
}

static void stop_without_memory(struct build *b)
{
	stop(b, zhun_no_memory(b->arena, b->err));
}

static const char *copy_name(struct build *b, const xmlChar *name)
{
	return name ? zhun_strdup(b->arena, (const char *)name) : "";
}

static const char *copy_space(struct build *b, const xmlChar *uri)
{
	if (!uri)
		return "";
	if (!b->recent_space || !zhun_str_equal(b->recent_space, (const char *)uri))
		b->recent_space = zhun_strdup(b->arena, (const char *)uri);
	return b->recent_space;
}

/* @a five: local name, prefix, URI, first byte of the value, first byte after it. */
static struct zhun_xml_attribute *copy_attribute(struct build *b, const xmlChar **five)
{
	struct zhun_xml_attribute *to = ZHUN_NEW(b->arena, struct zhun_xml_attribute);

	if (!to)
		return NULL;
	to->space = copy_space(b, five[2]);
	to->name = copy_name(b, five[0]);
	to->value = zhun_strndup(b->arena, (const char *)five[3], (size_t)(five[4] - five[3]));
	return to->space && to->name && to->value ? to : NULL;
}

static bool copy_attributes(struct build *b, struct zhun_xml *element, int count, const xmlChar **fives)
{
	const struct zhun_xml_attribute **link = &element->attributes;

	for (int i = 0; i < count; i++) {
		struct zhun_xml_attribute *to = copy_attribute(b, fives + i * 5);
		if (!to)
			return false;
		*link = to;
		link = &to->next;
	}
	return true;
}

static void attach(struct build *b, struct zhun_xml *element)
{
	if (b->depth == 0) {
		b->root = element;
	} else {
		struct zhun_xml *parent = b->open[b->depth - 1];
		element->parent = parent;
		parent->count++;
		if (b->last[b->depth - 1])
			b->last[b->depth - 1]->next = element;
		else
			parent->first = element;
		b->last[b->depth - 1] = element;
	}
	b->open[b->depth] = element;
	b->last[b->depth] = NULL;
	b->text[b->depth].len = 0;
	b->depth++;
}

/* Which ceiling the next element would break; ZHUN_OK for none. */
static enum zhun_code ceiling(const struct build *b, int namespaces, int attributes)
{
	if (b->depth >= ZHUN_XML_DEPTH)
		return ZHUN_E_XML_DEEP;
	if (b->elements >= ZHUN_XML_ELEMENTS)
		return ZHUN_E_XML_MANY;
	if (namespaces > ZHUN_XML_NAMESPACES || attributes > ZHUN_XML_ATTRIBUTES)
		return ZHUN_E_XML_ATTRIBUTES;
	return ZHUN_OK;
}

static const char *ceiling_word(enum zhun_code code, struct zhun_int_text *room)
{
	if (code == ZHUN_E_XML_DEEP)
		return zhun_int_text(room, ZHUN_XML_DEPTH);
	return zhun_int_text(room, code == ZHUN_E_XML_MANY ? ZHUN_XML_ELEMENTS : ZHUN_XML_ATTRIBUTES);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		     int namespaces, const xmlChar **declared, int attributes, int defaulted,
		     const xmlChar **fives)
{
	struct build *b = context;
	struct zhun_int_text room;
	enum zhun_code over = ceiling(b, namespaces, attributes);

	(void)prefix, (void)declared, (void)defaulted;
	if (b->code)
		return;
	if (over) {
		stop_at(b, over, ceiling_word(over, &room));
		return;
	}
	struct zhun_xml *element = ZHUN_NEW(b->arena, struct zhun_xml);
	if (!element || !(element->space = copy_space(b, uri)) || !(element->name = copy_name(b, name)) ||
	    !copy_attributes(b, element, attributes, fives)) {
		stop_without_memory(b);
		return;
	}
	element->text = "";
	element->line = (unsigned)b->parser->input->line;
	b->elements++;
	attach(b, element);
}

static bool is_blank(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\n' && s[i] != '\r')
			return false;
	}
	return true;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct build *b = context;

	(void)name, (void)prefix, (void)uri;
	if (b->code || b->depth == 0)
		return;
	b->depth--;
	struct zhun_text *text = &b->text[b->depth];
	if (text->failed) {
		stop_without_memory(b);
		return;
	}
	if (is_blank(text->ptr, text->len))
		return;
	struct zhun_xml *element = b->open[b->depth];
	element->text = zhun_strndup(b->arena, text->ptr, text->len);
	if (!element->text)
		stop_without_memory(b);
}

static void on_text(void *context, const xmlChar *s, int n)
{
	struct build *b = context;

	if (!b->code && b->depth > 0 && n > 0)
		zhun_text_addn(&b->text[b->depth - 1], (const char *)s, (size_t)n);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct build *b = context;

	(void)public_id, (void)system_id;
	if (!b->code)
		stop_at(b, ZHUN_E_XML_DOCTYPE, name ? (const char *)name : "");
}

/* Whether it means "these bytes are not in the encoding claimed". For that and for a forbidden
 * character libxml2 has one number; only its words differ. */
static bool is_encoding_error(const xmlError *theirs)
{
	static const int codes[] = {
		XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_INVALID_ENCODING,
		XML_ERR_ENCODING_NAME, XML_I18N_NO_HANDLER, XML_I18N_CONV_FAILED,
		XML_I18N_NO_OUTPUT, XML_I18N_NO_NAME, XML_I18N_EXCESS_HANDLER,
	};

	for (size_t i = 0; i < ZHUN_COUNT(codes); i++) {
		if (codes[i] == theirs->code)
			return true;
	}
	return theirs->code == XML_ERR_INVALID_CHAR && theirs->message &&
	       zhun_str_starts(theirs->message, "Input is not proper");
}

/* A word of libxml2's message: without its line end, cut to valid UTF-8. */
static void copy_message(char out[ZHUN_ERROR_ARG_SIZE], const char *message)
{
	(void)snprintf(out, ZHUN_ERROR_ARG_SIZE, "%s", message ? message : "");
	out[strcspn(out, "\r\n")] = '\0';
	out[zhun_utf8_valid(out, strlen(out))] = '\0';
}

static void on_error(void *context, xmlErrorPtr theirs)
{
	struct build *b = context;
	char place[64], words[ZHUN_ERROR_ARG_SIZE];

	if (b->code || theirs->level < XML_ERR_ERROR)
		return;
	if (theirs->code == XML_ERR_NO_MEMORY) {
		stop(b, zhun_fail(b->err, ZHUN_E_NO_MEMORY, NULL));
		return;
	}
	(void)snprintf(place, sizeof place, "line %d column %d", theirs->line, theirs->int2);
	copy_message(words, theirs->message);
	stop(b, zhun_fail(b->err, is_encoding_error(theirs) ? ZHUN_E_XML_ENCODING : ZHUN_E_XML_BAD,
			  place, words));
}

/* Faults of encodings are raised without a parser, and would be printed. */
static void on_stray_error(void *context, const char *message, ...)
{
	(void)context, (void)message;
}

static void init_build(struct build *b, struct zhun_arena *a, struct zhun_error *err)
{
	*b = (struct build){.arena = a, .err = err};
	for (size_t i = 0; i < ZHUN_XML_DEPTH; i++)
		zhun_text_init(&b->text[i], a, ZHUN_XML_SIZE);
}

/* How many bytes given to the parser it has not taken in yet. */
static size_t behind(const struct build *b)
{
	const xmlParserInput *input = b->parser->input;

	return input ? (size_t)(input->end - input->cur) : 0;
}

static void feed(struct build *b, const char *s, size_t n)
{
	while (n > 0 && !b->code) {
		size_t piece = n < PIECE ? n : PIECE;
		(void)libxml2.xmlParseChunk(b->parser, s, (int)piece, 0);
		s += piece;
		n -= piece;
		if (!b->code && behind(b) > ZHUN_XML_TAG)
			stop_at(b, ZHUN_E_XML_TAG, ZHUN_INT(ZHUN_XML_TAG));
	}
	if (!b->code)
		(void)libxml2.xmlParseChunk(b->parser, NULL, 0, 1);
}

static enum zhun_code run(struct build *b, const char *s, size_t n)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
		.characters = on_text, .ignorableWhitespace = on_text, .cdataBlock = on_text,
		.internalSubset = on_doctype, .serror = on_error,
	};
	enum zhun_code code = zhun_libxml2_load(b->err);

	if (code)
		return code;
	libxml2.xmlSetGenericErrorFunc(NULL, on_stray_error);
	b->parser = libxml2.xmlCreatePushParserCtxt(&handler, b, NULL, 0, NULL);
	if (!b->parser)
		return zhun_fail(b->err, ZHUN_E_NO_MEMORY, NULL);
	(void)libxml2.xmlCtxtUseOptions(b->parser, XML_PARSE_NONET);
	feed(b, s, n);
	if (!b->code && (!b->parser->wellFormed || !b->root || b->depth > 0))
		stop_at(b, ZHUN_E_XML_BAD, "the document ends too early");
	libxml2.xmlFreeParserCtxt(b->parser);
	return b->code;
}

enum zhun_code zhun_xml_parse(struct zhun_arena *a, const char *s, size_t n,
			      const struct zhun_xml **ret, struct zhun_error *err)
{
	struct build *b = ZHUN_NEW(a, struct build);

	if (!b)
		return zhun_no_memory(a, err);
	if (n > ZHUN_XML_SIZE)
		return zhun_fail(err, ZHUN_E_TOO_LARGE, NULL, ZHUN_INT(ZHUN_XML_SIZE));
	init_build(b, a, err);
	enum zhun_code code = run(b, s, n);
	if (!code)
		*ret = b->root;
	return code;
}

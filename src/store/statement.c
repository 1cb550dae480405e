/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statements a connection keeps prepared. Composed texts are few (one per
 * register, filter and sort actually used); should a client bring so many
 * shapes that the table fills, all are forgotten at once: simpler than an
 * order of age, and the texts' memory goes with them.
 */
#include <string.h>

#include "store/driver.h"

struct zhun_statement *zhun_statement_fixed(struct zhun_conn *c, enum zhun_sql sql, struct zhun_statement *own)
{
	const struct zhun_sql_row *row = &zhun_sql_rows[sql];
	struct zhun_statement *s = &c->table[sql];
	if (s->busy) {
		*own = (struct zhun_statement){.passing = true};
		s = own;
	}
	if (!s->text) {
		s->text = row->text[c->driver->engine];
		s->kinds = row->kinds;
		s->count = row->count;
		s->writes = row->access == ZHUN_WRITE;
	}
	return s;
}

/* FNV-1a over the text, eight bytes at a time since texts are long, and, where they matter, the kinds */
static uint64_t hash_of(const char *text, const unsigned char *kinds, size_t count)
{
	uint64_t h = 14695981039346656037u, word;
	size_t n = strlen(text);
	for (; n >= sizeof word; n -= sizeof word, text += sizeof word) {
		memcpy(&word, text, sizeof word);
		h = (h ^ word) * 1099511628211u;
		h ^= h >> 32;
	}
	for (; n > 0; n--)
		h = (h ^ (unsigned char)*text++) * 1099511628211u;
	for (size_t i = 0; kinds && i < count; i++)
		h = (h ^ kinds[i]) * 1099511628211u;
	return h ^ count;
}

static bool same(const struct zhun_statement *s, const struct zhun_statement *key)
{
	if (s->hash != key->hash || s->count != key->count || strcmp(s->text, key->text) != 0)
		return false;
	return !s->kinds || memcmp(s->kinds, key->kinds, s->count) == 0;
}

/* The slot of the key, or the empty one where it would be. */
static struct zhun_statement *slot_of(struct zhun_conn *c, const struct zhun_statement *key)
{
	for (size_t i = key->hash;; i++) {
		struct zhun_statement *s = &c->composed[i % ZHUN_COMPOSED_SLOTS];
		if (!s->text || same(s, key))
			return s;
	}
}

static bool any_busy(const struct zhun_conn *c)
{
	for (size_t i = 0; i < ZHUN_COMPOSED_SLOTS; i++)
		if (c->composed[i].busy)
			return true;
	return false;
}

static void forget_composed(struct zhun_conn *c)
{
	for (size_t i = 0; c->composed && i < ZHUN_COMPOSED_SLOTS; i++) {
		if (c->composed[i].text)
			c->driver->forget(c, &c->composed[i]);
		c->composed[i] = (struct zhun_statement){0};
	}
	c->composed_count = 0;
	zhun_arena_reset(c->texts);
}

void zhun_statements_forget(struct zhun_conn *c)
{
	for (size_t i = 0; i < ZHUN_SQL_COUNT; i++) {
		c->driver->forget(c, &c->table[i]);
		c->table[i] = (struct zhun_statement){0};
	}
	forget_composed(c);
}

/* Copies the key's text and kinds into the connection, with room for what a driver remembers of it; false without
 * room: it is then not kept. */
static bool keep(struct zhun_conn *c, const struct zhun_statement *key, struct zhun_statement *slot)
{
	const char *text = zhun_strdup(c->texts, key->text);
	unsigned char *kinds = zhun_alloc(c->texts, key->count);
	int *places = ZHUN_NEW_ARRAY(c->texts, key->count, int);
	if (!text || !kinds || !places)
		return false;
	if (key->kinds && key->count)
		memcpy(kinds, key->kinds, key->count);
	*slot = *key;
	slot->text = text;
	slot->kinds = key->kinds ? kinds : NULL;
	slot->places = places;
	c->composed_count++;
	return true;
}

static enum zhun_code kinds_of(struct zhun_conn *c, const struct zhun_composed *asked,
			       const unsigned char **ret, struct zhun_error *err)
{
	unsigned char *kinds = zhun_alloc(c->scratch, asked->count);
	if (!kinds)
		return zhun_no_memory(c->scratch, err);
	for (size_t i = 0; i < asked->count; i++)
		kinds[i] = (unsigned char)asked->params[i].as;
	*ret = kinds;
	return ZHUN_OK;
}

static enum zhun_code ready_table(struct zhun_conn *c, struct zhun_error *err)
{
	if (!c->composed)
		c->composed = ZHUN_NEW_ARRAY(c->arena, ZHUN_COMPOSED_SLOTS, struct zhun_statement);
	if (!c->composed)
		return zhun_no_memory(c->arena, err);
	if (c->composed_count >= ZHUN_COMPOSED_MAX && !any_busy(c))
		forget_composed(c);
	return ZHUN_OK;
}

enum zhun_code zhun_statement_composed(struct zhun_conn *c, const struct zhun_composed *asked,
				       struct zhun_statement *own, struct zhun_statement **ret,
				       struct zhun_error *err)
{
	struct zhun_statement key = {.text = asked->text, .count = asked->count};
	enum zhun_code code = ready_table(c, err);
	if (!code && c->driver->typed)
		code = kinds_of(c, asked, &key.kinds, err);
	if (code)
		return code;
	key.hash = hash_of(key.text, key.kinds, key.count);
	struct zhun_statement *s = slot_of(c, &key);
	bool room = c->composed_count < ZHUN_COMPOSED_MAX;
	if (s->busy || (!s->text && (!room || !keep(c, &key, s)))) {
		*own = key;
		own->passing = true;
		s = own;
	}
	*ret = s;
	return ZHUN_OK;
}

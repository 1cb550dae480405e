/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statements of search, composed as query.h's are; the one place where the
 * engines' texts differ, since each has an index of its own over the tokens:
 * FTS5 with phrases on SQLite; on PostgreSQL GIN finds the records that have
 * all tokens, and where a word has several the text says whether they follow
 * each other (positions in its vectors end at 16,383).
 */
#ifndef ZHUN_REGISTER_QUERY_SEARCH_H
#define ZHUN_REGISTER_QUERY_SEARCH_H

#include "register/query.h"
#include "register/token.h"

/** In which way records are found, best first; ALL is TITLE and REST together. */
enum zhun_search_tier { ZHUN_TIER_KEY, ZHUN_TIER_TITLE, ZHUN_TIER_REST, ZHUN_TIER_ALL };

struct zhun_search_part {
	enum zhun_engine engine;
	const struct zhun_register *reg;
	const struct zhun_words *words;  /* none: all that the viewer may see of a register that shows some only */
	enum zhun_search_tier tier;
	bool but_key;   /* not those whose key is the query: they were shown first */
	bool rough;     /* the order of a word's tokens does not matter: what is found is looked at again */
	int64_t after;  /* place in the index after which it goes on; 0: from the start */
	int64_t limit;
};

/** Records as zhun_query_page selects them, with their place in the cell ret->sort. */
void zhun_query_search(struct zhun_query *q, const struct zhun_search_part *p, struct zhun_layout *ret);

/** How many, up to p->limit. */
void zhun_query_search_count(struct zhun_query *q, const struct zhun_search_part *p);

/** The names of those registers (the list ends with NULL) in which something may be found. */
void zhun_query_search_registers(struct zhun_query *q, enum zhun_engine engine, const struct zhun_words *words,
				 const struct zhun_register *const *registers);

/** SQLite: the first place after @a after where the words stand, whoever may see it: so that registers are
 *  passed over in which nothing is. */
void zhun_query_search_next(struct zhun_query *q, const struct zhun_words *words, int64_t after);
/** The names of registers with records whose key is the query. */
void zhun_query_search_keys(struct zhun_query *q, const struct zhun_words *words);

#endif

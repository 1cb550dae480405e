/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a register is declared: constants in types/NAME.c, one file a register
 * and no other code. From a declaration come the SQL tables, validation,
 * history, access, queries, import and export, the API's schema, and the
 * client's lists and forms. Lists of fields, choices and children end with a
 * row of zeros; lists of names with NULL. Texts are in English and Chinese.
 */
#ifndef ZHUN_REGISTER_DECLARATION_H
#define ZHUN_REGISTER_DECLARATION_H

#include <stdbool.h>

#include "register/viewer.h"
#include "zhun/base/error.h"

enum zhun_field_kind {
	ZHUN_F_TEXT,
	ZHUN_F_TEXTS,        /* text in several languages: zh and en are columns, others rows */
	ZHUN_F_INTEGER,
	ZHUN_F_REAL,
	ZHUN_F_BOOLEAN,
	ZHUN_F_DATE,         /* a year, month or day: as written, first day, last day */
	ZHUN_F_INSTANT,
	ZHUN_F_CHOICE,
	ZHUN_F_LINK,         /* to a record of another register */
	ZHUN_F_QUANTITY,     /* value and unit as written, double, canonical value and unit */
	ZHUN_F_UNCERTAINTY,  /* a statement U(x) with k and coverage probability */
	ZHUN_F_MONEY,        /* whole minor units and a currency */
	ZHUN_F_DOCUMENT      /* immutable bytes */
};
enum { ZHUN_FIELD_KINDS = ZHUN_F_DOCUMENT + 1 };

/** Who may read a field of a record that they may see. Regulators and administrators read all. */
enum zhun_read_class {
	ZHUN_READ_ALL,
	ZHUN_READ_MEMBER,   /* members of an owner */
	ZHUN_READ_MANAGER,  /* managers of an owner */
	ZHUN_READ_AUTHORITY
};

struct zhun_choice {
	const char *value;
	const char *title[2];
};

/** A link that may be found later: the TEXT field that names it as stated, which is the last part of the
 *  other's key; scheme is the first part where the key has two. Other texts that name it stand in rows of
 *  it. Empty until the other is there; everybody may read those that are linked so. */
struct zhun_stated {
	const char *text, *scheme;
	const char *rows, *row_text;  /* "identifier", "value"; NULL: it has one name only */
};

struct zhun_field {
	const char *name;
	enum zhun_field_kind kind;
	const char *title[2];
	const char *help[2];
	const char *link;                   /* LINK: the register's name */
	const struct zhun_choice *choices;  /* CHOICE */
	const char *unit;                   /* INTEGER, REAL: what is counted */
	const char *of;                     /* UNCERTAINTY: the QUANTITY field whose unit x has */
	struct zhun_stated stated;          /* LINK: the text beside it that it is resolved from */
	enum zhun_read_class read;
	bool required;
	bool searched;   /* goes into the search index */
	bool indexed;    /* may be filtered by; links always may */
	bool sortable;   /* indexed too */
	bool secret;     /* never answered, only written */
	bool fixed;      /* given when the record is made, never changed */
	bool lenient;    /* QUANTITY: a unit nobody knows is kept as written, without canonical value */
	const char *not_before;             /* DATE: the DATE field beside it that begins what it ends */
	bool hierarchy;  /* LINK to its own register: no record is above itself, however far up */
	bool later;      /* added after its table was first released: nullable in SQL */
};

/** Rows that live with their record and are versioned with it; at most two levels. */
struct zhun_child {
	const char *name, *plural;  /* "result", "results": table's end and JSON member */
	const char *title[2];
	const char *help[2];
	const struct zhun_field *fields;
	const struct zhun_child *children;
	bool insert_only;  /* given when the record is made: refused when changed later */
};

enum { ZHUN_REGISTER_NAMES = 8, ZHUN_REGISTER_COLUMNS = 12 };

/** An organisation that owns a record: "issuer", "accreditation.body", or "id" for itself.
 *  Its members read the record; they write it where writes says so and link unless is empty. */
struct zhun_owner {
	const char *path;
	bool writes;
	const char *unless;
	const char *through;   /* a register whose records link to this one, and have the path; NULL: the record has */
	enum zhun_role reads;  /* the least role that reads */
};

/** On which days a record holds: what holds_on asks of a list. Nothing set: the register knows no such days. */
struct zhun_holding {
	const char *from;      /* a DATE: its first day; empty: since always */
	const char *until;     /* a DATE: its last day; empty: without end */
	const char *ended;     /* a DATE: the first day on which it no longer holds */
	const char *states;    /* a child with state and since: the one begun last decides */
	const char *state;     /* a CHOICE: decides where there are no such rows */
	const char *holds[4];  /* the states in which it holds; ends with NULL */
	const char *through;   /* a LINK: where there is one, what it leads to must hold too */
	bool dated, stated;    /* without a first day, without a state, it does not hold */
};
bool zhun_holding_known(const struct zhun_holding *h);

/** When everybody may read a record. */
enum zhun_public { ZHUN_PUBLIC_NEVER, ZHUN_PUBLIC_ALWAYS, ZHUN_PUBLIC_WHEN };
struct zhun_condition {
	enum zhun_public rule;
	const char *field;  /* a BOOLEAN that is true, with ZHUN_PUBLIC_WHEN */
};

/** Under which heading registers stand; in the order in which people look for them. */
struct zhun_register_group {
	const char *name;
	const char *title[2];
};

/** Ends with a row of zeros. */
extern const struct zhun_register_group zhun_register_groups[];

struct zhun_register {
	const char *name, *plural;        /* "certificate", "certificates": table and path */
	const char *group;                /* the heading it stands under */
	const char *title[2], *titles[2];  /* of one, of many */
	const char *help[2];
	const struct zhun_field *fields;
	const struct zhun_child *children;
	const char *key[ZHUN_REGISTER_NAMES];           /* unique together: upsert, links in files */
	const char *title_fields[ZHUN_REGISTER_NAMES];  /* what a link shows, joined by " · " */
	const char *list[ZHUN_REGISTER_COLUMNS];        /* columns of the list page */
	const char *sort;                               /* "-issued": of lists that ask for none */
	struct zhun_owner owners[ZHUN_REGISTER_NAMES];
	struct zhun_condition public_when;
	enum zhun_role write_role;  /* the least role of an owner's member that writes */
	bool authority_writes;      /* regulators write too; administrators always do */
	struct zhun_holding holding;
	const char *flow;           /* the state machine that governs it; NULL for none */
};

/** All registers, by name; generated from types/ when the program is built. Ends with NULL. */
extern const struct zhun_register *const zhun_registers[];

/** By name or by plural; NULL when there is none. */
const struct zhun_register *zhun_register_named(const char *name);
const struct zhun_register *zhun_register_of_plural(const char *plural);

/** By name, in a list of fields or children (may be NULL); NULL when there is none. */
const struct zhun_field *zhun_field_named(const struct zhun_field *fields, const char *name);
const struct zhun_child *zhun_child_named(const struct zhun_child *children, const char *name);

/** "text", "texts", "integer" …, as the schema says it. */
const char *zhun_field_kind_name(enum zhun_field_kind kind);

/** Whether lists may filter by the field: declared indexed or sortable, or a link. */
bool zhun_field_filters(const struct zhun_field *f);

#endif

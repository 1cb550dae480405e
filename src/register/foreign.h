/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records from what others publish. A foreign source is declared in foreign/:
 * who publishes it under which licence, its format, which of its records are
 * taken, and what of each becomes which field of a register. Files are read
 * into JSON lines as the register's import takes them (transfer.h), each line
 * with the file and line it came from; what cannot be read is a fault of its
 * file, and the others are read all the same. A record whose key came before
 * is a double and comes once. Memory: the caller's arenas.
 *
 * A path leads through a foreign record: names with / between, lists gone
 * through by themselves, conditions in brackets, alternatives after |, of
 * which the first that leads somewhere counts:
 * "title[type=main][language=en]/content|title/content", "docid[primary!=true]/id".
 */
#ifndef ZHUN_REGISTER_FOREIGN_H
#define ZHUN_REGISTER_FOREIGN_H

#include "codec/json.h"
#include "codec/turtle.h"
#include "register/declaration.h"
#include "zhun/base/text.h"

enum zhun_foreign_format {
	ZHUN_FOREIGN_TABLE,   /* CSV or tabs, the first row holds the heads */
	ZHUN_FOREIGN_LINES,   /* a JSON object a line */
	ZHUN_FOREIGN_XML,
	ZHUN_FOREIGN_TURTLE,
	ZHUN_FOREIGN_YAML     /* a document a file */
};

/** What the values at a path become. */
enum zhun_foreign_how {
	ZHUN_FROM_FIRST,    /* the first of them */
	ZHUN_FROM_ALL,      /* all, with blanks between */
	ZHUN_FROM_COUNT,    /* how many there are */
	ZHUN_FROM_TEXTS,    /* texts by language */
	ZHUN_FROM_ROWS,     /* a row of a child each */
	ZHUN_FROM_NOTHING   /* whatever they are: the field's constant */
};

/** Ends with a row of zeros. A theirs that ends with * stands for all that begins so. */
struct zhun_foreign_word {
	const char *theirs, *ours;
};

/** Ends with a row of zeros. Where a field is named again right behind, the first that gives
 *  something counts; ROWS give the rows of all. */
struct zhun_foreign_field {
	const char *field;
	enum zhun_foreign_how how;
	const char *from;                      /* path; NOTHING: the constant */
	const char *then, *between;            /* a second path: its first value follows after between */
	const char *text, *language;           /* TEXTS: paths in each value; a value without language is English */
	const char *in;                        /* TEXTS: the language of all */
	const char *otherwise;                 /* TEXTS: where none is English or Chinese: what stands for it */
	const char *separator;                 /* ROWS: a text holds several, with this between */
	const struct zhun_foreign_word *words; /* theirs to ours, of languages too; not listed: nothing */
	const char *after, *before;            /* only what stands between these two; without them nothing */
	const char *prefix;                    /* put before what is left */
	/** What no table says; NULL: nothing. */
	const char *(*edit)(struct zhun_arena *a, const char *text);
	const char *scheme;                    /* of a link: the first part of its key, where that has two */
	bool by_id;                            /* of a link: the value is another record's foreign id */
	const struct zhun_foreign_field *rows; /* ROWS */
};

struct zhun_foreign {
	const char *name;                      /* "iso": --from iso */
	const char *title[2];
	const char *publisher, *address, *licence, *attribution;
	const char *reg;                       /* the register it fills */
	enum zhun_foreign_format format;
	const char *suffix;                    /* of the files taken from a folder */
	const char *last_names;                /* files with one of these signs in their names come last */
	const char *records;                   /* XML: path from the root to the records */
	const char *only;                      /* a path that leads somewhere in those that are taken; NULL: all are */
	const char *id;                        /* path of a record's foreign id, where others link to it by_id */
	const struct zhun_foreign_field *fields;
};

/** All of them, by name; ends with NULL. */
extern const struct zhun_foreign *const zhun_foreign_sources[];
const struct zhun_foreign *zhun_foreign_named(const char *name);

/** The prefixes by which Turtle's addresses are written in paths. */
extern const struct zhun_turtle_prefix zhun_foreign_prefixes[];

/** A file as it is called where it comes from. */
struct zhun_foreign_file {
	const char *name;
	struct zhun_bytes bytes;
};

/** Where a line of the batch came from. */
struct zhun_foreign_place {
	const char *file;
	unsigned line;   /* 0: the file as a whole */
};

struct zhun_foreign_fault {
	struct zhun_foreign_place at;
	struct zhun_error error;
	struct zhun_foreign_fault *next;
};

/** What the files hold. */
struct zhun_foreign_batch {
	struct zhun_text lines;                 /* JSON lines, a record each */
	struct zhun_foreign_place *places;      /* by line */
	size_t records, room;
	size_t files, doubled, left_out;        /* left_out: records that are not taken */
	struct zhun_foreign_fault *faults, *last_fault;
	size_t fault_count;
};

/** How they are read. */
struct zhun_foreign_read {
	const struct zhun_foreign *source;
	const struct zhun_foreign_file *files;
	size_t count;
	struct zhun_arena *arena;    /* of what lasts: the batch */
	struct zhun_arena *scratch;  /* emptied after each record or file */
};

/** Fails NO_MEMORY, ARENA_CEILING, TOO_LARGE; what is wrong with a file is a fault in the batch. */
enum zhun_code zhun_foreign_read(const struct zhun_foreign_read *in, struct zhun_foreign_batch *ret,
				 struct zhun_error *err) ZHUN_MUST_USE;

/* Of one record; foreign_path.c and foreign_map.c. */

/** The values that a path leads to. */
struct zhun_found {
	const struct zhun_json *value;
	struct zhun_found *next;
};
/** Gives NULL where it leads nowhere; *ret_failed without memory. */
const struct zhun_found *zhun_foreign_find(struct zhun_arena *a, const struct zhun_json *record, const char *path,
					   bool *ret_failed);

/** A value as text: a number's digits, what an element or literal holds; NULL where it has none. */
const char *zhun_foreign_text(struct zhun_arena *a, const struct zhun_json *value);

/** Codes by foreign id; NULL where it is not known. */
typedef const char *zhun_foreign_code(void *context, const char *id);

struct zhun_foreign_map {
	const struct zhun_foreign *source;
	struct zhun_arena *arena;
	zhun_foreign_code *code_of;
	void *context;
};
/** The record as the register's import takes it. Fails NO_MEMORY, ARENA_CEILING, JSON_DEEP. */
enum zhun_code zhun_foreign_record(const struct zhun_foreign_map *m, const struct zhun_json *record,
				   const struct zhun_json **ret, struct zhun_error *err) ZHUN_MUST_USE;

#endif

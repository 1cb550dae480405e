/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of store share. A driver is a struct of functions, one per
 * engine; everything above it (statement table, cache, transactions,
 * migrations) is written once. A connection remembers its prepared statements:
 * those of the table by number, composed ones by text in a table that is
 * emptied when it is full.
 */
#ifndef ZHUN_STORE_DRIVER_H
#define ZHUN_STORE_DRIVER_H

#include <pthread.h>
#include <stdatomic.h>

#include "store/store.h"
#include "store/tables.h"

enum { ZHUN_COMPOSED_SLOTS = 512, ZHUN_COMPOSED_MAX = 384 };
/** The page cache of a SQLite connection: KiB, negated; and while very many rows are written. */
#define ZHUN_SQLITE_CACHE "PRAGMA cache_size=-16384"
#define ZHUN_SQLITE_CACHE_LARGE "PRAGMA cache_size=-81920"

enum { ZHUN_LOCK_MS = 5000 };   /* how long to wait for another writer */

/** The words of a transaction. */
enum zhun_word { ZHUN_BEGIN_READ, ZHUN_BEGIN_WRITE, ZHUN_COMMIT, ZHUN_ROLLBACK, ZHUN_WORDS };

/** Numbers that a statement gave, and that are not used yet; of one transaction. */
enum { ZHUN_NUMBERS = 256, ZHUN_POOLS = 2 };
struct zhun_pool {
	enum zhun_sql sql;
	size_t asked, at, count;        /* how many were asked for last; 0: never */
	int64_t numbers[ZHUN_NUMBERS];
};

/** A prepared statement of one connection. */
struct zhun_statement {
	const char *text;               /* NULL: an empty slot */
	uint64_t hash;
	const unsigned char *kinds;     /* of the parameters, where the driver is typed */
	size_t count;
	void *handle;                   /* sqlite3_stmt; NULL until prepared */
	int *places;                    /* SQLite: index of each parameter */
	unsigned number;                /* PostgreSQL: of the prepared statement's name, 0 if none */
	bool busy;                      /* rows are being read from it */
	bool passing;                   /* not kept: prepared for this one use */
	bool writes;
};

struct zhun_store {
	struct zhun_arena *arena;
	const struct zhun_driver *driver;
	const char *address;            /* path of the file, or URL */
	bool current;                   /* no migration was missing when it was opened */
	_Atomic(struct zhun_conn *) spare; /* what it was looked at with, until a connection is asked for */
	pthread_mutex_t writer;         /* SQLite: one writer at a time, waiting without polling */
};

struct zhun_conn {
	struct zhun_store *store;
	const struct zhun_driver *driver;
	enum zhun_access access;
	struct zhun_arena *arena;       /* the connection itself and the table's statements */
	struct zhun_arena *texts;       /* composed texts */
	struct zhun_arena *scratch;     /* emptied before each statement */
	struct zhun_arena *waiting;     /* rows that were added and not sent yet */
	struct zhun_gathered *gathered; /* … by their text */
	size_t gathered_bytes;
	struct zhun_pool pools[ZHUN_POOLS];
	struct zhun_statement table[ZHUN_SQL_COUNT];
	struct zhun_statement *composed;
	size_t composed_count;
	unsigned last_number;
	unsigned sure;                  /* PostgreSQL: the last number before what is owed was sent */
	unsigned marks;                 /* … whose answers are owed */
	bool piped;                     /* … libpq is in pipeline mode */
	void *handle;                   /* sqlite3 or PGconn */
	void *words[ZHUN_WORDS];        /* SQLite: each prepared */
	int limit_ms;
	int64_t deadline;               /* SQLite: of the running statement, monotonic ms; 0 is none */
	int64_t busy_until;             /* SQLite: how long to wait for the lock, likewise */
	bool in_transaction;
	bool large;                     /* … of very many rows */
	bool reading;                   /* … which may only read */
	bool numbering;                 /* numbers are asked for: of no concern to the rows that wait */
	bool writer_held;               /* this connection holds store->writer */
	bool spoiled;                   /* a statement failed in this transaction */
	bool conflict;                  /* … because of somebody else: worth another try */
	bool lost;                      /* the connection is gone */
	bool stale;                     /* prepared statements no longer fit the schema */
	struct zhun_error first;        /* what spoiled it */
	struct zhun_error latest;       /* of the running statement: too large to be cleared for each row */
};

struct zhun_rows {
	struct zhun_conn *conn;
	struct zhun_arena *arena;
	struct zhun_statement *statement;
	struct zhun_statement own;      /* the statement, where it is not kept */
	int columns;
	void *result;                   /* PGresult */
	int at, count;                  /* PostgreSQL: next row, rows */
	bool ready;                     /* SQLite: a row is waiting to be read */
	struct zhun_value **kept;       /* SQLite: all rows of a writing statement */
	bool finished;
};

/** What a statement is to do; @a rows is NULL where none are wanted. */
struct zhun_task {
	struct zhun_statement *statement;
	const struct zhun_value *params;
	size_t count;
	struct zhun_rows *rows;
	int64_t *ret_changed;
};

struct zhun_driver {
	enum zhun_engine engine;
	bool typed;                     /* a prepared statement depends on its parameters' kinds */
	enum zhun_code (*connect)(struct zhun_conn *c, bool create, struct zhun_error *err);
	void (*disconnect)(struct zhun_conn *c);
	enum zhun_code (*limit)(struct zhun_conn *c, struct zhun_error *err);
	/* several statements without parameters or rows */
	enum zhun_code (*script)(struct zhun_conn *c, const char *text, struct zhun_error *err);
	enum zhun_code (*say)(struct zhun_conn *c, enum zhun_word word, struct zhun_error *err);
	enum zhun_code (*run)(struct zhun_conn *c, const struct zhun_task *task, struct zhun_error *err);
	/* may be NULL: rows are not gathered; settle waits for the answers to what was flushed */
	enum zhun_code (*add)(struct zhun_conn *c, const struct zhun_composed *row, struct zhun_error *err);
	enum zhun_code (*flush)(struct zhun_conn *c, struct zhun_error *err);
	enum zhun_code (*settle)(struct zhun_conn *c, struct zhun_error *err);
	enum zhun_code (*next)(struct zhun_rows *r, const struct zhun_value **ret, struct zhun_error *err);
	void (*done)(struct zhun_rows *r);
	void (*forget)(struct zhun_conn *c, struct zhun_statement *s);
};
extern const struct zhun_driver zhun_sqlite_driver, zhun_postgres_driver;

/** As zhun_conn_open; @a create makes the SQLite file. */
enum zhun_code zhun_conn_new(struct zhun_store *s, enum zhun_access access, bool create,
			     struct zhun_conn **ret, struct zhun_error *err) ZHUN_MUST_USE;

/** Sends the rows that were added; waits until they are written; forgets them, and the numbers of the transaction. */
enum zhun_code zhun_conn_flush(struct zhun_conn *c, struct zhun_error *err) ZHUN_MUST_USE;
enum zhun_code zhun_conn_settle(struct zhun_conn *c, struct zhun_error *err) ZHUN_MUST_USE;
void zhun_conn_drop(struct zhun_conn *c);

/** What the migrations of the database are, as zhun_store_status tells it; zhun_store_absent: there is no file yet. */
enum zhun_code zhun_conn_status(struct zhun_conn *c, struct zhun_store_status *ret,
				struct zhun_error *err) ZHUN_MUST_USE;
bool zhun_store_absent(const struct zhun_store *s);

/** Connects again after a loss. Fails STORE_UNAVAILABLE. */
enum zhun_code zhun_conn_revive(struct zhun_conn *c, struct zhun_error *err) ZHUN_MUST_USE;

/** Remembers in the connection why its transaction cannot go on. */
void zhun_conn_spoil(struct zhun_conn *c, const struct zhun_error *err);

/** The statement to use for a text: a kept one that is free, a new kept one, or @a own. */
enum zhun_code zhun_statement_composed(struct zhun_conn *c, const struct zhun_composed *asked,
				       struct zhun_statement *own, struct zhun_statement **ret,
				       struct zhun_error *err) ZHUN_MUST_USE;
/** The statement of the table, or @a own while that one is being read. */
struct zhun_statement *zhun_statement_fixed(struct zhun_conn *c, enum zhun_sql sql, struct zhun_statement *own);
/** Gives up all prepared statements (before the connection goes, or after it was lost). */
void zhun_statements_forget(struct zhun_conn *c);

/** Refuses values that the engines would treat differently. @a kinds (may be NULL) are declared. */
enum zhun_code zhun_values_check(const char *name, const struct zhun_value *params, size_t count,
				 const unsigned char *kinds, struct zhun_error *err) ZHUN_MUST_USE;

/** Waits for the turn to write (SQLite); zhun_writer_leave accepts a connection without it. */
enum zhun_code zhun_writer_enter(struct zhun_conn *c, struct zhun_error *err) ZHUN_MUST_USE;
void zhun_writer_leave(struct zhun_conn *c);

int64_t zhun_monotonic_ms(void);
void zhun_sleep_jittered(int64_t least_us, int64_t most_us);

#endif

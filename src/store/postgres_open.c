/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A PostgreSQL connection and its settings. Writers ask for a server that takes
 * writes, so that a URL with several hosts finds the new primary after a
 * failover; a dead host is noticed within seconds, not by TCP's own two hours.
 */
#include <stdio.h>
#include <string.h>

#include "store/postgres.h"

enum { LEAST_VERSION = 150000 };

static void ignore_notice(void *context, const PGresult *result)
{
	(void)context;
	(void)result;
}

/* What the URL says comes last and wins. */
static PGconn *connect_url(const struct zhun_conn *c)
{
	const char *attrs = c->access == ZHUN_WRITE ? "read-write" : "any";
	const char *const names[] = {"connect_timeout", "tcp_user_timeout", "fallback_application_name",
				     "target_session_attrs", "client_encoding", "dbname", NULL};
	const char *const values[] = {"5", "15000", "zhun", attrs, "UTF8", c->store->address, NULL};
	return libpq.PQconnectdbParams(names, values, 1);
}

static enum zhun_code check_server(struct zhun_conn *c, struct zhun_error *err)
{
	const char *encoding = libpq.PQparameterStatus(c->handle, "server_encoding");
	if (libpq.PQserverVersion(c->handle) < LEAST_VERSION)
		return zhun_fail(err, ZHUN_E_STORE_OPEN, NULL, "PostgreSQL 15 or later is needed");
	if (!zhun_str_equal(encoding, "UTF8"))
		return zhun_fail(err, ZHUN_E_STORE_OPEN, NULL, "the database's encoding is not UTF8");
	return ZHUN_OK;
}

enum { TEXT_SIZE = 512, LIMIT_SIZE = 96 };

static const char *limits(const struct zhun_conn *c, char out[LIMIT_SIZE])
{
	int lock = c->limit_ms && c->limit_ms < ZHUN_LOCK_MS ? c->limit_ms : ZHUN_LOCK_MS;
	snprintf(out, LIMIT_SIZE, "SET statement_timeout = %d; SET lock_timeout = %d", c->limit_ms,
		 c->limit_ms ? lock : 0);
	return out;
}

enum zhun_code zhun_postgres_limit(struct zhun_conn *c, struct zhun_error *err)
{
	char text[LIMIT_SIZE];
	return zhun_postgres_command(c, limits(c, text), NULL, err);
}

/* A commit is acknowledged when it is on disk, even where the server's default says otherwise. */
static const char settings[] =
	"SET TimeZone = 'UTC';"
	"SET standard_conforming_strings = on;"
	"SET idle_in_transaction_session_timeout = 60000;"
	"SELECT set_config('synchronous_commit', 'on', false)"
	" WHERE current_setting('synchronous_commit') = 'off';";

static enum zhun_code set_up(struct zhun_conn *c, struct zhun_error *err)
{
	char text[TEXT_SIZE], last[LIMIT_SIZE];
	libpq.PQsetNoticeReceiver(c->handle, ignore_notice, NULL);
	enum zhun_code code = check_server(c, err);
	snprintf(text, sizeof text, "%s%s%s", settings,
		 c->access == ZHUN_READ ? "SET default_transaction_read_only = on;" : "", limits(c, last));
	return code ? code : zhun_postgres_command(c, text, NULL, err);
}

enum zhun_code zhun_postgres_connect(struct zhun_conn *c, bool create, struct zhun_error *err)
{
	(void)create;   /* databases are made by their administrator */
	enum zhun_code code = zhun_libpq_load(err);
	if (code)
		return code;
	c->handle = connect_url(c);
	if (!c->handle)
		return zhun_fail(err, ZHUN_E_NO_MEMORY, NULL, NULL);
	if (libpq.PQstatus(c->handle) != CONNECTION_OK)
		code = zhun_postgres_fail(c, NULL, err);
	else
		code = set_up(c, err);
	if (code)
		zhun_postgres_disconnect(c);
	return code;
}

void zhun_postgres_disconnect(struct zhun_conn *c)
{
	if (c->handle)
		libpq.PQfinish(c->handle);
	c->handle = NULL;
	c->piped = false;
	c->marks = 0;
}

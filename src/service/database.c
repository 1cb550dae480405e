/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database itself: where it stands, bringing it up to date, its schema as text. */
#include "register/diff.h"
#include "register/schema.h"
#include "service/inside.h"
#include "service/search.h"

enum zhun_code zhun_service_database(struct zhun_call *call, struct zhun_database_status *ret, struct zhun_error *err)
{
	struct zhun_store *store = call->service->store;
	struct zhun_store_status s;
	if (!store)
		return zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
	enum zhun_code code = zhun_store_status(store, &s, err);
	if (!code)
		*ret = (struct zhun_database_status){
			zhun_store_engine(store) == ZHUN_SQLITE ? "SQLite" : "PostgreSQL", s.version, s.known, s.least};
	return code;
}

enum zhun_code zhun_service_migrate(struct zhun_call *call, int *ret_applied, struct zhun_error *err)
{
	char now[ZHUN_INSTANT_TEXT];
	zhun_instant_text(call->now, now);
	if (!call->service->store)
		return zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
	return zhun_service_upgrade(call->service->store, now, ret_applied, err);
}

enum zhun_code zhun_service_backup(struct zhun_call *call, const char *path, struct zhun_error *err)
{
	struct zhun_store *store = call->service->store;
	return store ? zhun_store_backup(store, path, err) : zhun_fail(err, ZHUN_E_DATABASE_NONE, NULL);
}

enum zhun_code zhun_service_schema_sql(struct zhun_call *call, bool postgres, struct zhun_text *out,
				       struct zhun_error *err)
{
	const struct zhun_sql_table *tables = NULL;
	const char *text;
	enum zhun_code code = zhun_schema_build(call->arena, zhun_registers, &tables, err);
	if (code)
		return code;
	zhun_ddl(out, postgres ? ZHUN_POSTGRES : ZHUN_SQLITE, tables);
	return zhun_text_done(out, &text, err);
}

enum zhun_code zhun_service_schema_diff(struct zhun_call *call, struct zhun_text *out, struct zhun_error *err)
{
	const char *text;
	struct zhun_conn *conn = call->conn;
	enum zhun_code code = zhun_call_conn(call, err);
	if (!code)
		code = zhun_schema_diff(conn, call->arena, zhun_registers, zhun_conn_engine(conn), out, err);
	return code ? code : zhun_text_done(out, &text, err);
}

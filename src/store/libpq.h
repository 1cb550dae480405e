/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libpq, loaded with the first connection to PostgreSQL: it brings Kerberos and LDAP, which who works on SQLite
 * or on a budget need not wait for. Its functions are called as members of libpq.
 */
#ifndef ZHUN_STORE_LIBPQ_H
#define ZHUN_STORE_LIBPQ_H

#include <libpq-fe.h>

#include "zhun/base/error.h"

#define LIBPQ_FUNCTIONS(X) \
	X(PQclear) X(PQcmdStatus) X(PQcmdTuples) X(PQconnectdbParams) X(PQenterPipelineMode) X(PQerrorMessage) \
	X(PQexec) X(PQexecPrepared) X(PQexitPipelineMode) X(PQfinish) X(PQfname) X(PQftype) X(PQgetResult) \
	X(PQgetisnull) X(PQgetlength) X(PQgetvalue) X(PQnfields) X(PQntuples) X(PQparameterStatus) \
	X(PQpipelineSync) X(PQresultErrorField) X(PQresultStatus) X(PQsendPrepare) X(PQsendQueryParams) \
	X(PQsendQueryPrepared) X(PQserverVersion) X(PQsetNoticeReceiver) X(PQstatus)

struct libpq {
#define LIBPQ_MEMBER(name) __typeof__(name) *name;
	LIBPQ_FUNCTIONS(LIBPQ_MEMBER)
#undef LIBPQ_MEMBER
};

extern struct libpq libpq;

/** Before anything else is called. Fails LIBRARY_MISSING. */
enum zhun_code zhun_libpq_load(struct zhun_error *err);

#endif

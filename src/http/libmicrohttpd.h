/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libmicrohttpd, loaded when a server starts (docs/adr/0015): it brings GnuTLS, which no command needs. Its functions
 * are called as members of libmicrohttpd.
 */
#ifndef ZHUN_HTTP_LIBMICROHTTPD_H
#define ZHUN_HTTP_LIBMICROHTTPD_H

#include <microhttpd.h>

#include "zhun/base/error.h"

#define LIBMICROHTTPD_FUNCTIONS(X) \
	X(MHD_add_response_header) X(MHD_create_response_from_buffer) X(MHD_create_response_from_callback) \
	X(MHD_destroy_response) X(MHD_get_connection_info) X(MHD_get_connection_values) X(MHD_queue_response) \
	X(MHD_quiesce_daemon) X(MHD_resume_connection) X(MHD_start_daemon) X(MHD_stop_daemon) X(MHD_suspend_connection)

struct libmicrohttpd {
#define LIBMICROHTTPD_MEMBER(name) __typeof__(name) *name;
	LIBMICROHTTPD_FUNCTIONS(LIBMICROHTTPD_MEMBER)
#undef LIBMICROHTTPD_MEMBER
};

extern struct libmicrohttpd libmicrohttpd;

/** Before anything else is called. Fails LIBRARY_MISSING. */
enum zhun_code zhun_libmicrohttpd_load(struct zhun_error *err) ZHUN_MUST_USE;

#endif

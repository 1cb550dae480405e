/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An answer that is sent while the work goes on: server-sent events (HTML
 * Living Standard 9.2) from a worker to the client that waits. The handler
 * tells an event with zhun_stream_tell, and what it fills the reply's text
 * with becomes the last one, "result"; a failure after the first event becomes
 * the event "problem", before it an ordinary problem document. The client ends
 * the work by closing the connection. While the worker writes, the epoll
 * thread reads under the stream's lock; the exchange and its arena are freed
 * by whichever of the two is the last to leave.
 */
#ifndef ZHUN_HTTP_STREAM_H
#define ZHUN_HTTP_STREAM_H

#include <stdbool.h>

struct zhun_stream;

/** Sends an event with a line of JSON. False: nobody waits any longer, the time for it is over, or the
 *  server closes; the work should end. */
bool zhun_stream_tell(struct zhun_stream *s, const char *event, const char *json);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server says about itself. */
#include "http/handlers.h"
#include "http/metrics.h"

enum zhun_code zhun_handle_health(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)rq, (void)err;
	zhun_text_add(&reply->text, "{\"status\":\"ok\"}");
	return ZHUN_OK;
}

enum zhun_code zhun_handle_ready(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	enum zhun_code code = zhun_service_ready(&rq->call, err);
	if (!code)
		zhun_text_add(&reply->text, "{\"status\":\"ready\"}");
	return code;
}

enum zhun_code zhun_handle_openapi(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)err;
	zhun_http_openapi(rq->routes, &reply->text);
	return ZHUN_OK;
}

enum zhun_code zhun_handle_errors(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_errors(&rq->call, &reply->text, err);
}

enum zhun_code zhun_handle_schema(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	return zhun_service_schema(&rq->call, &reply->text, err);
}

enum zhun_code zhun_handle_metrics(struct zhun_request *rq, struct zhun_reply *reply, struct zhun_error *err)
{
	(void)err;
	reply->type = "text/plain; version=0.0.4; charset=utf-8";
	zhun_metrics_text(rq->metrics, &reply->text);
	return ZHUN_OK;
}

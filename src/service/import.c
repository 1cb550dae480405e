/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filing a certificate: its document, its record with results and evidence, in
 * one transaction or not at all. The issuer is found by name or accreditation
 * and made where it is not there; the evidence's certificates and instruments
 * are looked for here, and this certificate is put where it was cited before
 * it came.
 */
#include "codec/hash.h"
#include "service/facts.h"
#include "service/import_record.h"
#include "service/inside.h"
#include "zhun/base/text.h"

struct import {
	struct zhun_call *call;
	const struct zhun_upload *upload;
	const struct zhun_certificate *certificate;
	char today[ZHUN_DATE_TEXT], sha256[ZHUN_SHA256_TEXT];
	char id[ZHUN_UUID_TEXT], document_id[ZHUN_UUID_TEXT], issuer_id[ZHUN_UUID_TEXT];
	const char *document;  /* the one that is kept: this upload's, or the same bytes that were here */
	struct zhun_text *out;
	struct zhun_record_facts facts;
	bool created;
};

static struct zhun_write write_of(const struct import *i, struct zhun_conn *conn)
{
	struct zhun_reader by = zhun_call_reader(i->call, conn);
	by.brought = i->document;
	return (struct zhun_write){.by = by, .now = i->call->now, .today = i->today,
				   .request = i->call->request_id, .reason = i->upload->name};
}

/* ---- the issuer ---- */

/* A new organisation's code is its accreditation's as stated, or made of its id: unique either way. */
static enum zhun_code make_issuer(struct import *i, struct zhun_conn *conn, struct zhun_error *err)
{
	struct zhun_json_tree tree;
	struct zhun_json_writer w;
	const struct zhun_json *json = NULL;
	const struct zhun_certificate *c = i->certificate;
	const char *code_text = c->laboratory_code;
	zhun_json_init_tree(&w, &tree, i->call->arena);
	zhun_json_begin_object(&w);
	zhun_json_member_string(&w, "code", code_text && *code_text ? code_text : i->issuer_id);
	zhun_json_member_object(&w, "name");
	zhun_json_member_string(&w, "en", zhun_cert_text_in(c->laboratory.name, ZHUN_EN));
	zhun_json_end_object(&w);
	zhun_json_member_string(&w, "kind", "laboratory");
	zhun_json_member_string(&w, "country", c->country);
	zhun_json_end_object(&w);
	enum zhun_code code = zhun_json_tree_done(&tree, &json, err);
	struct zhun_write how = write_of(i, conn);
	return code ? code : zhun_register_create(&how, zhun_register_named("organisation"), i->issuer_id, json, err);
}

static enum zhun_code find_issuer(struct import *i, struct zhun_conn *conn, const char **ret, struct zhun_error *err)
{
	struct zhun_issuer issuer;
	bool found = false;
	enum zhun_code code = zhun_issuer_find(i->call, i->certificate, &issuer, &found, err);
	if (code)
		return code;
	*ret = found ? issuer.id : i->issuer_id;
	return found ? ZHUN_OK : make_issuer(i, conn, err);
}

/* ---- one that is here already ---- */

/* The same issuer and number: with the same bytes it is the same, with others a conflict. */
static enum zhun_code find_held(struct import *i, struct zhun_conn *conn, const char *issuer, const char **ret,
				struct zhun_error *err)
{
	const struct zhun_value params[] = {zhun_v_text(issuer), zhun_v_text(i->certificate->number)}, *row = NULL;
	enum zhun_code code = zhun_store_one(conn, &(struct zhun_asked){ZHUN_SQL_CLAIM_CERTIFICATE, params, 2},
					     i->call->arena, &row, err);
	*ret = NULL;
	if (code || !row)
		return code;
	*ret = row[0].text;
	if (zhun_str_equal(row[6].text, i->sha256))
		return ZHUN_OK;
	const char *name = zhun_cert_text_in(i->certificate->laboratory.name, i->call->language);
	return zhun_fail(err, ZHUN_E_CERTIFICATE_CONFLICT, NULL, name ? name : "", i->certificate->number);
}

/* ---- what is linked later ---- */

static enum zhun_code resolve(struct import *i, const struct zhun_write *how, struct zhun_citation *own,
			      struct zhun_error *err)
{
	struct zhun_citation *others = NULL;
	enum zhun_code code;
	for (struct zhun_citation *c = own; c; c = c->next)
		c->record = i->id;
	code = own ? zhun_import_resolve(i->call, how, i->certificate->number, own, err) : ZHUN_OK;
	if (!code)
		code = zhun_import_cited(i->call, i->certificate, i->id, &others, err);
	return code || !others ? code : zhun_import_resolve(i->call, how, i->certificate->number, others, err);
}

/* ---- all of it ---- */

static enum zhun_code keep_document(struct import *i, struct zhun_conn *conn, struct zhun_error *err)
{
	static const char *const media[] = {[ZHUN_CERT_DCC] = "application/xml", [ZHUN_CERT_JSON] = "application/json",
					    [ZHUN_CERT_CSV] = "text/csv"};
	const struct zhun_document d = {
		.id = i->document_id,
		.bytes = i->upload->bytes,
		.media_type = i->certificate->in_pdf ? "application/pdf" : media[i->certificate->format],
		.name = i->upload->name,
	};
	return zhun_register_document_add(conn, i->call->arena, &d, i->call->now, &i->document, err);
}

static enum zhun_code file_new(struct import *i, struct zhun_conn *conn, const char *issuer, struct zhun_error *err)
{
	const struct zhun_json *json = NULL;
	struct zhun_citation *later = NULL;
	enum zhun_code code = keep_document(i, conn, err);
	struct zhun_write how = write_of(i, conn);
	if (!code)
		code = zhun_import_record(i->call, i->certificate,
					  &(struct zhun_import_ids){issuer, i->document}, &json, &later, err);
	if (!code)
		code = zhun_register_create(&how, zhun_register_named("certificate"), i->id, json, err);
	return code ? code : resolve(i, &how, later, err);
}

static enum zhun_code file(struct zhun_conn *conn, void *context, struct zhun_error *err)
{
	static const struct zhun_params none = {0};
	struct import *i = context;
	const char *issuer = NULL, *held = NULL;
	enum zhun_code code = find_issuer(i, conn, &issuer, err);
	if (!code)
		code = find_held(i, conn, issuer, &held, err);
	i->created = !held;
	if (!code && !held)
		code = file_new(i, conn, issuer, err);
	if (code)
		return code;
	const struct zhun_reader by = zhun_call_reader(i->call, conn);
	i->facts.id = held ? held : i->id;
	zhun_text_init(i->out, i->out->arena, i->out->ceiling);
	const struct zhun_ref ref = {.reg = zhun_register_named("certificate"), .id = i->facts.id};
	return zhun_register_get(&by, &ref, &none, i->out, &i->facts.rev, err);
}

/* Nobody knows what it attests: where that was found is where it is refused. */
static enum zhun_code kind_refused(const struct zhun_certificate *c, struct zhun_error *err)
{
	for (const struct zhun_cert_finding *f = c->findings; f; f = f->next)
		if (f->error.code == ZHUN_E_CERTIFICATE_KIND) {
			*err = f->error;
			return err->code;
		}
	return zhun_fail(err, ZHUN_E_CERTIFICATE_INCOMPLETE, NULL, "kind");
}

static enum zhun_code complete(const struct zhun_certificate *c, struct zhun_error *err)
{
	if (c->kind == ZHUN_CERT_KIND_UNKNOWN)
		return kind_refused(c, err);
	if (!c->number || !*c->number)
		return zhun_fail(err, ZHUN_E_CERTIFICATE_INCOMPLETE, NULL, "number");
	if (!c->laboratory.name)
		return zhun_fail(err, ZHUN_E_CERTIFICATE_INCOMPLETE, NULL, "issuer");
	if (!c->issued.known && !c->ended.known && !c->begun.known)
		return zhun_fail(err, ZHUN_E_CERTIFICATE_INCOMPLETE, NULL, "date");
	return ZHUN_OK;
}

static enum zhun_code prepare(struct import *i, struct zhun_error *err)
{
	enum zhun_code code = zhun_certificate_read(i->call->arena, i->upload->bytes, &i->certificate, err);
	if (!code)
		code = complete(i->certificate, err);
	if (!code)
		code = zhun_sha256_hex(i->upload->bytes, i->sha256, err);
	if (!code)
		code = zhun_call_id(i->call, i->id, err);
	if (!code)
		code = zhun_call_id(i->call, i->document_id, err);
	if (!code)
		code = zhun_call_id(i->call, i->issuer_id, err);
	zhun_call_today(i->call, i->today);
	return code;
}

enum zhun_code zhun_service_import(struct zhun_call *call, const struct zhun_upload *u, struct zhun_text *out,
				   struct zhun_record_facts *ret, bool *ret_created, struct zhun_error *err)
{
	struct import *i = ZHUN_NEW(call->arena, struct import);
	if (!i)
		return zhun_no_memory(call->arena, err);
	*i = (struct import){.call = call, .upload = u, .out = out};
	enum zhun_code code = zhun_call_scope(call, zhun_register_named("certificate"), err);
	if (!code)
		code = prepare(i, err);
	if (!code)
		code = zhun_store_run(call->conn, ZHUN_WRITE, file, i, err);
	if (code)
		return code;
	zhun_call_log(call, "certificate.import", "certificate", i->facts.id);
	*ret = i->facts;
	*ret_created = i->created;
	return ZHUN_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawn certificate and its item as records. */
#include "service/demo_draw.h"

/* "name":{"key":{"code":"…"}} */
static void link_by_code(struct zhun_json_writer *w, const char *name, const char *code)
{
	zhun_json_member_object(w, name);
	zhun_json_member_object(w, "key");
	zhun_json_member_string(w, "code", code);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

/* A link by a key of an organisation and a text: "owner" and "number", "body" and "number". */
static void link_by_pair(struct zhun_json_writer *w, const char *name, const char *whose, const char *code,
			 const char *number)
{
	zhun_json_member_object(w, name);
	zhun_json_member_object(w, "key");
	link_by_code(w, whose, code);
	zhun_json_member_string(w, "number", number);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

static void texts(struct zhun_json_writer *w, const char *name, const char *const text[2])
{
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "en", text[ZHUN_EN]);
	zhun_json_member_string(w, "zh", text[ZHUN_ZH]);
	zhun_json_end_object(w);
}

static void quantity(struct zhun_json_writer *w, const char *name, const char *value, const char *unit)
{
	zhun_json_member_object(w, name);
	zhun_json_member_string(w, "value", value);
	zhun_json_member_string(w, "unit", unit);
	zhun_json_end_object(w);
}

void zhun_demo_item_json(const struct zhun_demo_certificate *c, struct zhun_json_writer *w)
{
	static const char *const kinds[] = {"public_standard", "working_standard", "instrument"};
	const struct zhun_demo_family *f = c->family;
	bool standard = c->generation != ZHUN_DEMO_WORKING;
	zhun_json_begin_object(w);
	link_by_code(w, "owner", c->owner.code);
	zhun_json_member_string(w, "number", c->item_number);
	texts(w, "name", standard ? f->standard : f->item);
	zhun_json_member_string(w, "kind", kinds[c->generation]);
	zhun_json_member_string(w, "manufacturer", f->maker);
	zhun_json_member_string(w, "model", f->model);
	zhun_json_member_string(w, "serial", c->item_serial);
	link_by_code(w, "quantity_kind", f->kind);
	quantity(w, "low", f->points[0], f->unit);
	quantity(w, "high", f->points[ZHUN_DEMO_POINTS - 1], f->unit);
	zhun_json_member_int(w, "interval_months", standard ? 24 : 12);
	zhun_json_member_string(w, "state", "in_use");
	zhun_json_member_bool(w, "shared", standard);
	zhun_json_end_object(w);
}

static void result(struct zhun_json_writer *w, const struct zhun_demo_certificate *c, bool errors)
{
	static const char *const names[2][2] = {{"Nominal value", "标称值"}, {"Error of indication", "示值误差"}};
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "path", errors ? "1.1.1.2" : "1.1.1.1");
	texts(w, "name", names[errors]);
	zhun_json_member_string(w, "role", errors ? "basic_measurementError" : "basic_nominalValue");
	link_by_code(w, "quantity_kind", c->family->kind);
	zhun_json_member_array(w, "values");
	for (size_t i = 0; i < ZHUN_DEMO_POINTS; i++) {
		const struct zhun_demo_point *p = &c->points[i];
		zhun_json_begin_object(w);
		quantity(w, "value", errors ? p->error : p->nominal, errors ? c->family->small : c->family->unit);
		if (errors) {
			quantity(w, "uncertainty", p->u, c->family->small);
			zhun_json_member_string(w, "k", "2");
			zhun_json_member_string(w, "p", "0.95");
			zhun_json_member_string(w, "distribution", "normal");
		}
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
	zhun_json_end_object(w);
}

static void evidence(struct zhun_json_writer *w, const struct zhun_demo_certificate *c)
{
	const struct zhun_demo_certificate *p = c->parent;
	zhun_json_member_array(w, "evidence");
	if (p) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "name", p->family->standard[ZHUN_EN]);
		zhun_json_member_string(w, "serial", p->item_serial);
		zhun_json_member_string(w, "certificate_number", p->number);
		zhun_json_member_string(w, "issuer_name", p->laboratory->name[ZHUN_EN]);
		zhun_json_member_string(w, "used", c->performed);
		zhun_json_member_string(w, "certificate", p->id);
		link_by_pair(w, "instrument", "owner", p->owner.code, p->item_number);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

static void states(struct zhun_json_writer *w, const struct zhun_demo_certificate *c)
{
	bool more = !zhun_str_equal(c->state, "valid");
	zhun_json_member_array(w, "states");
	for (int i = 0; i < 1 + more; i++) {
		zhun_json_begin_object(w);
		zhun_json_member_string(w, "state", i ? c->state : "valid");
		zhun_json_member_string(w, "since", i ? c->state_since : c->issued);
		zhun_json_end_object(w);
	}
	zhun_json_end_array(w);
}

void zhun_demo_record_json(const struct zhun_demo_certificate *c, const char *document, struct zhun_json_writer *w)
{
	bool standard = c->generation != ZHUN_DEMO_WORKING;
	zhun_json_begin_object(w);
	zhun_json_member_string(w, "number", c->number);
	link_by_code(w, "issuer", c->laboratory->code);
	zhun_json_member_string(w, "kind", "calibration");
	link_by_code(w, "customer", c->owner.code);
	zhun_json_member_string(w, "customer_name", c->owner.name[ZHUN_EN]);
	link_by_pair(w, "item", "owner", c->owner.code, c->item_number);
	zhun_json_member_string(w, "item_name", standard ? c->family->standard[ZHUN_EN] : c->family->item[ZHUN_EN]);
	zhun_json_member_string(w, "item_serial", c->item_serial);
	zhun_json_member_string(w, "issued", c->issued);
	zhun_json_member_string(w, "performed", c->performed);
	zhun_json_member_string(w, "performed_until", c->until);
	if (c->laboratory->accreditation)
		link_by_pair(w, "accreditation", "body", "EX-AS", c->laboratory->accreditation);
	zhun_json_member_string(w, "signatory", "Head of Laboratory");
	zhun_json_member_string(w, "state", c->state);
	zhun_json_member_bool(w, "published", c->published);
	if (document) {
		zhun_json_member_string(w, "format", "DCC 3.3.0");
		zhun_json_member_string(w, "document", document);
	}
	states(w, c);
	zhun_json_member_array(w, "results");
	result(w, c, false);
	result(w, c, true);
	zhun_json_end_array(w);
	evidence(w, c);
	zhun_json_end_object(w);
}

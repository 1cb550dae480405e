/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the registers know about a certificate, on both engines: service/facts.c. A list is never cut short. */
#include "service/facts.h"

#include "unit.h"
#include "unit_register.h"
#include "zhun/base/text.h"

enum { STATES = 300, ACCREDITATIONS = 260, OUT = 1 << 20 };

/* "suspended" and "restored" day by day, and withdrawn at last. */
static const char *many_states(struct unit_register *r)
{
	struct zhun_text out;
	struct zhun_error err = {0};
	const char *s = "";

	zhun_text_init(&out, r->arena, OUT);
	for (int i = 0; i < STATES; i++)
		zhun_text_add(&out, unit_text(r, "%s{'state':'%s','since':'20%02d-%02d-%02d'}", i ? "," : "",
					      i == STATES - 1 ? "withdrawn" : i % 2 ? "suspended" : "restored",
					      10 + i / 144, 1 + i / 12 % 12, 1 + i % 12 * 2));
	CHECK_CODE(zhun_text_done(&out, &s, &err), ZHUN_OK, &err);
	return s;
}

static void make_laboratory(struct unit_register *r)
{
	const char *body = unit_create(r, "organisation",
				       "{'code':'AB','name':{'en':'AB'},'kind':'accreditation_body'}");
	const char *lab = unit_create(r, "organisation", "{'code':'L','name':{'en':'Lab'},'kind':'laboratory'}");

	(void)unit_create(r, "accreditation", unit_text(r, "{'number':'A000','body':'%s','organisation':'%s',"
		"'kind':'accreditation','states':[%s]}", body, lab, many_states(r)));
	for (int i = 1; i < ACCREDITATIONS; i++)
		(void)unit_create(r, "accreditation", unit_text(r, "{'number':'A%03d','body':'%s','organisation':'%s',"
			"'kind':'accreditation','states':[{'state':'granted','since':'2020'}]}", i, body, lab));
}

/* No state of the oldest is lost, the last least of all; nor the last accreditation. */
static void check_whole(struct unit_store *u)
{
	struct zhun_cert_text name = {.text = "Lab"};
	struct zhun_certificate c = {.laboratory = {.name = &name}};
	struct unit_register r;
	struct zhun_facts f = {0};
	struct zhun_error err = {0};
	const char *id;

	unit_register_open(&r, u);
	make_laboratory(&r);
	struct zhun_call call = {.conn = r.conn, .arena = r.arena};
	CHECK_CODE(zhun_facts_load(&call, &c, &f, &id, &err), ZHUN_OK, &err);
	CHECK_INT(f.accreditation_count, ACCREDITATIONS);
	CHECK_TEXT(f.accreditations[ACCREDITATIONS - 1].number, unit_text(&r, "A%03d", ACCREDITATIONS - 1));
	CHECK_INT(f.accreditations[0].count, STATES);
	CHECK_INT(f.accreditations[0].states[STATES - 1].standing, ZHUN_STANDING_WITHDRAWN);
	CHECK_INT(f.accreditations[0].states[0].standing, ZHUN_STANDING_VALID);
	unit_register_close(&r);
}

static void lists_are_whole(void)
{
	unit_store_each(check_whole, true);
}

static const struct unit_test tests[] = {
	{"facts: lists are whole", lists_are_whole},
};

int main(int argc, char **argv)
{
	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing and reading back on both engines: register/write.c, register/rows.c, register/query_write.c,
 * register/record.c, register/value.c, register/link.c, register/read.c, register/answer.c, register/query.c,
 * register/ask.c, register/document.c, register/holding.c. */
#include "register/record.h"
#include "unit_register.h"

#define CHECK_LAST(r, want) CHECK_CODE((r)->code, (want), &(r)->err)

static const char *member(struct unit_register *r, const char *text, const char *name)
{
	const struct zhun_json *v = *text ? zhun_json_get(unit_json(r, text), name) : NULL;

	return v && v->kind == ZHUN_J_STRING ? v->text : NULL;
}

static const char *make_organisation(struct unit_register *r, const char *code)
{
	return unit_create(r, "organisation", unit_text(r,
		"{'code':'%s','name':{'en':'%s Laboratory','zh':'%s实验室'},'kind':'laboratory','country':'CN'}",
		code, code, code));
}

static void check_create(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	const char *id = unit_create(&r, "organisation",
		"{'code':'A','name':{'en':'Alpha','zh':'甲','de':'Alfa'},'kind':'laboratory','email':'a@example.org',"
		"'arrangements':[{'name':'ILAC MRA','activity':'calibration','since':'2020-03'}]}");
	CHECK_LAST(&r, ZHUN_OK);
	CHECK_TEXT(unit_get(&r, "organisation", id, NULL), unit_text(&r,
		"{\"id\":\"%s\",\"rev\":1,\"title\":\"Alpha\",\"code\":\"A\","
		"\"name\":{\"en\":\"Alpha\",\"zh\":\"甲\",\"de\":\"Alfa\"},\"kind\":\"laboratory\",\"parent\":null,"
		"\"country\":null,\"address\":{},\"website\":null,\"email\":\"a@example.org\",\"zone\":null,"
		"\"area\":null,\"cluster\":null,\"listed\":null,\"high_tech\":null,\"international\":null,"
		"\"arrangements\":[{\"name\":\"ILAC MRA\",\"activity\":\"calibration\",\"since\":\"2020-03\","
		"\"until\":null}],"
		"\"recorded_from\":\"2026-03-02T09:00:01.000000Z\",\"valid_from\":null,\"valid_to\":null}", id));
	unit_register_close(&r);
}

static void a_record_is_answered_as_it_was_written(void)
{
	unit_store_each(check_create, true);
}

/* A certificate with everything that a record can have. */
static const char *make_certificate(struct unit_register *r, const char *number, const char *issuer)
{
	return unit_create(r, "certificate", unit_text(r,
		"{'number':'%s','issuer':{'key':{'code':'%s'}},'kind':'calibration','issued':'2026-02-03',"
		"'performed':'2026-02','state':'valid','published':true,'item_name':'Weight',"
		"'results':[{'name':{'en':'Mass'},'values':["
		"{'value':{'value':'1.50','unit':'kg'},'uncertainty':{'value':'0.02','unit':'g'},'k':'2','p':'0.95'},"
		"{'value':{'value':'2.50','unit':'kilos'}}]},{'name':{'zh':'密度'},'values':[]}],"
		"'evidence':[{'name':'Standard 1 kg','used':'2026-02-01'}]}", number, issuer));
}

static void check_certificate(struct unit_store *u)
{
	struct unit_register r;
	const char *text;

	unit_register_open(&r, u);
	CHECK(make_organisation(&r, "LAB") != NULL);
	const char *id = make_certificate(&r, "C-1", "LAB");
	CHECK_LAST(&r, ZHUN_OK);
	text = unit_get(&r, "certificate", id, NULL);
	CHECK_TEXT(member(&r, text, "title"), "C-1 · LAB Laboratory");
	CHECK(strstr(text,
		"\"results\":[{\"path\":null,\"name\":{\"en\":\"Mass\"},\"role\":null,\"quantity_kind\":null,"
		"\"conformity\":null,\"values\":[{\"value\":{\"value\":\"1.50\",\"unit\":\"kg\",\"double\":1.5},"
		"\"uncertainty\":{\"value\":\"0.02\",\"unit\":\"g\",\"double\":0.02},\"k\":\"2\",\"p\":\"0.95\","
		"\"distribution\":null},{\"value\":{\"value\":\"2.50\",\"unit\":\"kilos\",\"double\":2.5}") != NULL);
	CHECK(strstr(text, "{\"path\":null,\"name\":{\"zh\":\"密度\"}") != NULL);
	CHECK(strstr(text, "\"evidence\":[{\"name\":\"Standard 1 kg\"") != NULL);
	/* canonical beside what was written, where the unit is known */
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM certificate_result_value WHERE "
		"value_canonical = 1.5 AND value_canonical_unit = 'kg' AND uncertainty_canonical = 0.00002"), 1);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM certificate_result_value"
		" WHERE value_canonical IS NULL AND value_unit = 'kilos'"), 1);
	unit_register_close(&r);
}

static void a_certificate_keeps_results_and_evidence(void)
{
	unit_store_each(check_certificate, true);
}

struct refusal {
	const char *reg, *json;
	enum zhun_code code;
	const char *place;
};

/* Texts are held against each other: there are no more of them than languages. */
static void check_languages(struct unit_store *u)
{
	struct unit_register r;
	struct zhun_text t;
	const char *json = "";

	unit_register_open(&r, u);
	zhun_text_init(&t, r.arena, 1 << 20);
	zhun_text_add(&t, "{'code':'X','kind':'nmi','name':{'en':'X'");
	for (int i = 0; i < ZHUN_LANGUAGES_MAX; i++)
		zhun_text_addf(&t, ",'qa-x%d':'Y'", i);
	zhun_text_add(&t, "}}");
	CHECK_CODE(zhun_text_done(&t, &json, &r.err), ZHUN_OK, &r.err);
	CHECK(!unit_create(&r, "organisation", json));
	CHECK_CODE(r.code, ZHUN_E_ROWS_MANY, &r.err);
	CHECK_TEXT(r.err.place, "/name");
	unit_register_close(&r);
}

static void no_more_texts_than_languages(void)
{
	unit_store_each(check_languages, true);
}

static const struct refusal refusals[] = {
	{"organisation", "{'code':'X'}", ZHUN_E_FIELD_REQUIRED, "/name"},
	{"organisation", "{'code':' ','name':{'en':'X'},'kind':'nmi'}", ZHUN_E_FIELD_REQUIRED, "/code"},
	{"organisation", "{'code':'X','name':{},'kind':'nmi'}", ZHUN_E_FIELD_REQUIRED, "/name"},
	{"organisation", "{'code':'X','name':'X','kind':'nmi'}", ZHUN_E_FIELD_KIND, "/name"},
	{"organisation", "{'code':7,'name':{'en':'X'},'kind':'nmi'}", ZHUN_E_FIELD_KIND, "/code"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'club'}", ZHUN_E_CHOICE_UNKNOWN, "/kind"},
	{"organisation", "{'code':'X','name':{'english':'X'},'kind':'nmi'}", ZHUN_E_FIELD_REQUIRED, "/name"},
	{"organisation", "{'code':'X','name':{'en':'X','english':'Y'},'kind':'nmi'}", ZHUN_E_LANGUAGE_BAD,
	 "/name/english"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'nmi','colour':'red'}", ZHUN_E_FIELD_UNKNOWN,
	 "/colour"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'nmi','parent':'nobody'}", ZHUN_E_LINK_UNKNOWN,
	 "/parent"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'nmi','parent':{'key':{'code':'Z'}}}",
	 ZHUN_E_LINK_UNKNOWN, "/parent/key"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'nmi','parent':{'key':{}}}",
	 ZHUN_E_FIELD_REQUIRED, "/parent/key/code"},
	{"organisation",
		"{'code':'X','name':{'en':'X'},'kind':'nmi','arrangements':[{'name':'A','since':'2020'},"
	 "{'name':'B','since':'2020-02-30'}]}", ZHUN_E_DATE_BAD, "/arrangements/1/since"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'nmi','arrangements':{}}", ZHUN_E_FIELD_KIND,
	 "/arrangements"},
	{"organisation", "[]", ZHUN_E_FIELD_KIND, ""},
	{"accreditation", "{'number':'1','body':{'key':{'code':'LAB'}},'organisation':{'key':{'code':'LAB'}},"
	 "'kind':'accreditation','states':[{'state':'suspended','since':'2026-03-02'},"
	 "{'state':'granted','since':'2020-01-01'},{'state':'restored','since':'2026-03-02'}]}",
	 ZHUN_E_STATES_TOGETHER, "/states/2/since"},
	{"site", "{'organisation':{'key':{'code':'LAB'}},'code':'S','name':{'en':'x'},'since':'2024-03',"
	 "'until':'2024-02-29'}", ZHUN_E_DAYS_ORDER, "/until"},
	{"organisation", "{'code':'X','name':{'en':'X'},'kind':'nmi','arrangements':[{'name':'A','since':'2020',"
	 "'until':'2020'},{'name':'B','since':'2020-02-03','until':'2019'}]}", ZHUN_E_DAYS_ORDER,
	 "/arrangements/1/until"},
	{"capability", "{'organisation':{'key':{'code':'LAB'}},'line':'1','activity':'calibration',"
	 "'object':{'en':'x'},'low':{'value':'1,5','unit':'V'}}", ZHUN_E_NUMBER_BAD, "/low"},
	{"capability", "{'organisation':{'key':{'code':'LAB'}},'line':'1','activity':'calibration',"
	 "'object':{'en':'x'},'price':{'minor':1,'currency':'yuan'}}", ZHUN_E_CURRENCY_BAD,
		"/price/currency"},
	{"capability", "{'organisation':{'key':{'code':'LAB'}},'line':'1','activity':'calibration',"
	 "'object':{'en':'x'},'lead_days':1.5}", ZHUN_E_FIELD_KIND, "/lead_days"},
	{"capability", "{'organisation':{'key':{'code':'LAB'}},'line':'1','activity':'calibration',"
	 "'object':{'en':'x'},'low':{'value':'1','unit':'V'},'uncertainty':{'text':'12 uV + 3 mm','k':'2'}}",
	 ZHUN_E_STATEMENT_TERM, "/uncertainty, column 9"},
	{"capability", "{'organisation':{'key':{'code':'LAB'}},'line':'1','activity':'calibration',"
	 "'object':{'en':'x'},'low':{'value':'1','unit':'V'},'uncertainty':{'text':'12 uV'}}",
	 ZHUN_E_STATEMENT_COVERAGE, "/uncertainty"},
	{"instrument", "{'owner':{'key':{'code':'LAB'}},'number':'1','name':{'en':'x'},'kind':'instrument',"
	 "'state':'in_use','shared':1}", ZHUN_E_FIELD_KIND, "/shared"},
	{"organisation", "{'code':'LAB','name':{'en':'X'},'kind':'nmi'}", ZHUN_E_KEY_TAKEN, ""},
};

static void check_refusals(struct unit_store *u)
{
	struct unit_register r;
	int64_t before;

	unit_register_open(&r, u);
	CHECK(make_organisation(&r, "LAB") != NULL);
	before = unit_store_int(r.conn, "SELECT count(*) FROM change");
	for (size_t i = 0; i < ZHUN_COUNT(refusals); i++) {
		CHECK(unit_create(&r, refusals[i].reg, refusals[i].json) == NULL);
		CHECK_LAST(&r, refusals[i].code);
		CHECK_TEXT(r.err.place, refusals[i].place);
	}
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM change"), before);
	unit_register_close(&r);
}

static void a_refusal_names_its_place_and_leaves_nothing(void)
{
	unit_store_each(check_refusals, true);
}

static void check_update(struct unit_store *u)
{
	struct unit_register r;
	const char *text;

	unit_register_open(&r, u);
	const char *id = unit_create(&r, "organisation", "{'code':'A','name':{'en':'Alpha','fr':'Alpha','de':'Alfa'},"
		"'kind':'laboratory','website':'https://a.example',"
		"'arrangements':[{'name':'P','since':'2020'},{'name':'Q','since':'2021'}]}");
	CHECK_INT(unit_update(&r, "organisation", id, 1, "{'website':null,'country':'DE'}"), 2);
	text = unit_get(&r, "organisation", id, NULL);
	CHECK(strstr(text, "\"website\":null") && strstr(text, "\"country\":\"DE\"") && strstr(text,
		"\"de\":\"Alfa\""));
	CHECK(strstr(text, "\"name\":\"P\"") && strstr(text, "\"name\":\"Q\""));
	/* what a list has is what the record has */
	CHECK_INT(unit_update(&r, "organisation", id, 2, "{'name':{'en':'Alpha 2','de':'Alfa'},"
		"'arrangements':[{'name':'P','since':'2020'},{'name':'R','since':'2021'},{'name':'S',"
			"'since':'2022'}]}"), 3);
	text = unit_get(&r, "organisation", id, NULL);
	CHECK(strstr(text, "\"name\":{\"en\":\"Alpha 2\",\"de\":\"Alfa\"}") != NULL);
	CHECK(!strstr(text, "\"name\":\"Q\"") && strstr(text, "\"name\":\"S\""));
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation_arrangement"), 3);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation_arrangement WHERE rev = 1"), 1);
	CHECK_INT(unit_store_int(r.conn,
		"SELECT count(*) FROM organisation_arrangement_history WHERE rev_to = 3"), 1);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation_text"), 1);
	/* an answer can be sent back as it is */
	CHECK_INT(unit_update(&r, "organisation", id, 3, text), 4);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM organisation_arrangement_history"), 1);
	/* the revision that was changed must be today's */
	CHECK_INT(unit_update(&r, "organisation", id, 3, "{'country':'FR'}"), 0);
	CHECK_LAST(&r, ZHUN_E_RECORD_CHANGED);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM change"), 4);
	unit_register_close(&r);
}

static void an_update_changes_what_it_says(void)
{
	unit_store_each(check_update, true);
}

static void check_fixed(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	CHECK(make_organisation(&r, "LAB") != NULL);
	const char *id = make_certificate(&r, "C-1", "LAB"), *text = unit_get(&r, "certificate", id, NULL);
	CHECK_INT(unit_update(&r, "certificate", id, 1, "{'number':'C-2'}"), 0);
	CHECK_LAST(&r, ZHUN_E_FIELD_FIXED);
	CHECK_TEXT(r.err.place, "/number");
	CHECK_INT(unit_update(&r, "certificate", id, 1, "{'results':[]}"), 0);
	CHECK_LAST(&r, ZHUN_E_ROWS_FIXED);
	CHECK_INT(unit_update(&r, "certificate", id, 1, text), 2);
	CHECK_INT(unit_update(&r, "certificate", id, 2, "{'state':'withdrawn','number':'C-1',"
		"'states':[{'state':'withdrawn','since':'2026-03-01','reason':'wrong'}]}"), 3);
	CHECK(make_certificate(&r, "C-1", "LAB") == NULL);
	CHECK_LAST(&r, ZHUN_E_KEY_TAKEN);
	CHECK_TEXT(r.err.arg[1], unit_text(&r, " (%s)", id));
	unit_register_close(&r);
}

static void what_is_fixed_stays(void)
{
	unit_store_each(check_fixed, true);
}

static void check_remove(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	const char *lab = make_organisation(&r, "LAB");
	const char *id = make_certificate(&r, "C-1", "LAB");
	CHECK(!unit_remove(&r, "organisation", lab, 1));
	CHECK_LAST(&r, ZHUN_E_RECORD_IN_USE);
	CHECK_TEXT(r.err.arg[0], "certificate");
	CHECK(unit_remove(&r, "certificate", id, 1));
	CHECK_TEXT(unit_get(&r, "certificate", id, NULL), "");
	CHECK_LAST(&r, ZHUN_E_RECORD_UNKNOWN);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM certificate_result_value"), 0);
	CHECK_INT(unit_store_int(r.conn, "SELECT count(*) FROM certificate_result_value_history"), 2);
	CHECK(strstr(unit_get(&r, "certificate", id, "known_at=2026-03-02T09:00:02.5Z"), "\"values\":[{\"value\":"));
	CHECK_LAST(&r, ZHUN_OK);
	CHECK(strstr(unit_history(&r, "certificate", id), "\"recorded_to\":\"2026-03-02T09:00:04.000000Z\""));
	CHECK(unit_remove(&r, "organisation", lab, 1));
	CHECK(!unit_remove(&r, "organisation", lab, 2));
	CHECK_LAST(&r, ZHUN_E_RECORD_UNKNOWN);
	unit_register_close(&r);
}

static void a_removed_record_keeps_its_history(void)
{
	unit_store_each(check_remove, true);
}

static void check_effective(struct unit_store *u)
{
	struct unit_register r;

	unit_register_open(&r, u);
	r.write.effective = "2020-01-01";
	const char *id = make_organisation(&r, "A");
	r.write.effective = "2024-05-01";
	CHECK_INT(unit_update(&r, "organisation", id, 1, "{'country':'FR'}"), 2);
	CHECK_TEXT(member(&r, unit_get(&r, "organisation", id, NULL), "valid_from"), "2024-05-01");
	CHECK_TEXT(member(&r, unit_get(&r, "organisation", id, "as_of=2024-04-30"), "country"), "CN");
	CHECK_TEXT(member(&r, unit_get(&r, "organisation", id, "as_of=2024-04-30"), "valid_to"), "2024-05-01");
	CHECK_TEXT(member(&r, unit_get(&r, "organisation", id, "as_of=2024-05-01"), "country"), "FR");
	CHECK_TEXT(unit_get(&r, "organisation", id, "as_of=2019-12-31"), "");
	CHECK_TEXT(member(&r, unit_get(&r, "organisation", id,
		"as_of=2025&known_at=2026-03-02T09:00:01.9Z"), "country"),
		   "CN");
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "as_of=2024-04&country=CN"), "code"), "A");
	CHECK_TEXT(unit_items(&r, unit_list(&r, "organisation", "country=CN"), "code"), "");
	r.write.effective = "2026-03-03";
	CHECK_INT(unit_update(&r, "organisation", id, 2, "{'country':'DE'}"), 0);
	CHECK_LAST(&r, ZHUN_E_EFFECTIVE_LATE);
	r.write.effective = "2026-03";
	CHECK_INT(unit_update(&r, "organisation", id, 2, "{'country':'DE'}"), 0);
	CHECK_LAST(&r, ZHUN_E_DATE_BAD);
	unit_register_close(&r);
}

static void true_from_a_day_is_not_a_correction(void)
{
	unit_store_each(check_effective, true);
}

static enum zhun_code add_document(struct unit_register *r, const struct zhun_document *d, const char **ret)
{
	struct zhun_document named = *d;
	named.id = unit_register_id(r);
	return zhun_register_document_add(r->conn, r->arena, &named, r->write.now, ret, &r->err);
}

static void check_documents(struct unit_store *u)
{
	static const char bytes[] = "<dcc/>\0 and more";
	const struct zhun_viewer nobody = {0};
	struct zhun_document d = {.bytes = {(const unsigned char *)bytes, sizeof bytes},
		.media_type = "application/xml",
		.name = "c.xml"}, got = {0};
	struct unit_register r;
	const char *id = NULL, *again = NULL;

	unit_register_open(&r, u);
	struct zhun_reader by = {r.conn, r.arena, r.viewer}, public = {r.conn, r.arena, &nobody};
	CHECK(make_organisation(&r, "LAB") != NULL);
	CHECK_CODE(add_document(&r, &d, &id), ZHUN_OK, &r.err);
	CHECK_CODE(add_document(&r, &d, &again), ZHUN_OK, &r.err);
	CHECK_TEXT(again, id);
	CHECK_CODE(zhun_register_document_get(&by, id, &got, &r.err), ZHUN_E_RECORD_UNKNOWN, &r.err);
	const char *certificate = unit_create(&r, "certificate", unit_text(&r,
		"{'number':'1','issuer':{'key':{'code':'LAB'}},'kind':'calibration','issued':'2026','state':'valid',"
		"'document':{'id':'%s'}}", id));
	CHECK_LAST(&r, ZHUN_OK);
	CHECK_CODE(zhun_register_document_get(&by, id, &got, &r.err), ZHUN_OK, &r.err);
	CHECK(got.bytes.len == sizeof bytes && memcmp(got.bytes.ptr, bytes, sizeof bytes) == 0);
	CHECK_TEXT(got.media_type, "application/xml");
	CHECK_TEXT(got.name, "c.xml");
	CHECK_CODE(zhun_register_document_get(&public, id, &got, &r.err), ZHUN_E_RECORD_UNKNOWN, &r.err);
	CHECK(strstr(unit_get(&r, "certificate", certificate, NULL),
		"\"media_type\":\"application/xml\",\"size\":17,"));
	CHECK(unit_create(&r, "certificate", "{'number':'2','issuer':{'key':{'code':'LAB'}},'kind':'calibration',"
			  "'issued':'2026','state':'valid','document':'no'}") == NULL);
	CHECK_LAST(&r, ZHUN_E_DOCUMENT_UNKNOWN);
	unit_register_close(&r);
}

static void documents_are_kept_once_and_seen_with_their_record(void)
{
	unit_store_each(check_documents, true);
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"a record is answered as it was written", a_record_is_answered_as_it_was_written},
		{"a certificate keeps results and evidence", a_certificate_keeps_results_and_evidence},
		{"a refusal names its place and leaves nothing", a_refusal_names_its_place_and_leaves_nothing},
		{"no more texts than languages", no_more_texts_than_languages},
		{"an update changes what it says", an_update_changes_what_it_says},
		{"what is fixed stays", what_is_fixed_stays},
		{"a removed record keeps its history", a_removed_record_keeps_its_history},
		{"documents are kept once and seen with their record",
		 documents_are_kept_once_and_seen_with_their_record},
		{"true from a day is not a correction", true_from_a_day_is_not_a_correction},
	};

	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

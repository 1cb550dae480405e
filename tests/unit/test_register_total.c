/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists by way of links and rows, by the day on which records hold, and what they come to, on both engines:
 * register/ask_filter.c, register/query_filter.c, register/query_holding.c, register/total.c. Expected is what
 * one counts by hand in the few records made here. */
#include "unit_register.h"

/* Three laboratories, two of them in cluster N; one accredited, one suspended since, one accredited later. */
struct city {
	struct unit_register r;
	const char *north, *south, *lab[3], *held[3], *plan;
};

static const char *with_key(struct city *c, const char *reg, const char *json)
{
	const char *id = unit_create(&c->r, reg, json);

	unit_check(id != NULL, __FILE__, __LINE__, "%s: %s", reg, zhun_error_row(c->r.code)->name);
	return id;
}

static void make_labs(struct city *c)
{
	static const char *const codes[] = {"L1", "L2", "L3"};

	for (int i = 0; i < 3; i++)
		c->lab[i] = with_key(c, "organisation", unit_text(&c->r,
			"{'code':'%s','name':{'en':'%s'},'kind':'laboratory','cluster':'%s'}", codes[i], codes[i],
			i < 2 ? c->north : c->south));
}

static void make_city(struct city *c, struct unit_store *u)
{
	const char *body;

	unit_register_open(&c->r, u);
	c->plan = with_key(c, "plan", "{'code':'P','name':{'en':'Plan'},'since':'2024','until':'2026'}");
	c->north = with_key(c, "cluster", unit_text(&c->r, "{'plan':'%s','code':'N','name':{'en':'North'}}", c->plan));
	c->south = with_key(c, "cluster", unit_text(&c->r, "{'plan':'%s','code':'S','name':{'en':'South'}}", c->plan));
	make_labs(c);
	body = with_key(c, "organisation", "{'code':'AB','name':{'en':'AB'},'kind':'accreditation_body'}");
	c->held[0] = with_key(c, "accreditation", unit_text(&c->r, "{'number':'A1','body':'%s','organisation':'%s',"
		"'kind':'accreditation','valid_until':'2026-06','states':[{'state':'granted','since':'2025-01-01'}]}",
		body, c->lab[0]));
	c->held[1] = with_key(c, "accreditation", unit_text(&c->r, "{'number':'A2','body':'%s','organisation':'%s',"
		"'kind':'accreditation','states':[{'state':'granted','since':'2024'},{'state':'suspended',"
		"'since':'2025-03-02'},{'state':'restored','since':'2025-08-01'}]}", body, c->lab[1]));
	c->held[2] = with_key(c, "accreditation", unit_text(&c->r, "{'number':'A3','body':'%s','organisation':'%s',"
		"'kind':'authorisation','states':[{'state':'granted','since':'2025-07-31'},{'state':'withdrawn',"
		"'since':'2025-08-01'}]}", body, c->lab[2]));
}

static const char *numbers(struct city *c, const char *ask)
{
	const char *list = unit_list(&c->r, "accreditation", unit_text(&c->r, "sort=number&%s", ask));

	unit_check_code(c->r.code, ZHUN_OK, &c->r.err, ask, 0);
	return unit_items(&c->r, list, "number");
}

static void check_ways(struct unit_store *u)
{
	struct city c;

	make_city(&c, u);
	CHECK_TEXT(numbers(&c, "organisation.code=L2"), "A2");
	CHECK_TEXT(numbers(&c, "organisation.cluster.code=N"), "A1 A2");
	CHECK_TEXT(numbers(&c, "organisation.cluster.code.ne=N"), "A3");
	CHECK_TEXT(numbers(&c, unit_text(&c.r, "organisation.cluster=%s", c.south)), "A3");
	CHECK_TEXT(numbers(&c, "organisation.cluster.plan.code=P&organisation.cluster.code.starts=S"), "A3");
	CHECK_TEXT(numbers(&c, "body.parent.null=true&kind.in=authorisation,statutory"), "A3");
	CHECK_TEXT(numbers(&c, "kind.in=accreditation,authorisation"), "A1 A2 A3");
	CHECK_TEXT(numbers(&c, "kind.in="), "");
	CHECK_TEXT(numbers(&c, "states.state=suspended"), "A2");
	CHECK_TEXT(numbers(&c, "states.state.in=suspended,withdrawn"), "A2 A3");
	unit_register_close(&c.r);
}

static void lists_go_by_links_and_rows(void)
{
	unit_store_each(check_ways, true);
}

/* Granted in 2024 and suspended in 2025: no row says suspended in 2024. */
static void check_one_row(struct unit_store *u)
{
	struct city c;

	make_city(&c, u);
	CHECK_TEXT(numbers(&c, "states.state=granted&states.since=2024"), "A2");
	CHECK_TEXT(numbers(&c, "states.state=suspended&states.since=2024"), "");
	CHECK_TEXT(numbers(&c, "states.state=suspended&states.since.ge=2025"), "A2");
	unit_register_close(&c.r);
}

static void conditions_on_rows_are_about_one_row(void)
{
	unit_store_each(check_one_row, true);
}

static void check_holding(struct unit_store *u)
{
	static const struct {
		const char *day, *numbers;
	} days[] = {
		{"2023-12-31", ""}, {"2024-01-01", "A2"}, {"2024-12-31", "A2"}, {"2025-01-01", "A1 A2"},
		{"2025-03-01", "A1 A2"}, {"2025-03-02", "A1"}, {"2025-07-31", "A1 A3"}, {"2025-08-01", "A1 A2"},
		{"2026-06-30", "A1 A2"}, {"2026-07-01", "A2"}, {"2030", "A2"},
	};
	struct city c;

	make_city(&c, u);
	for (size_t i = 0; i < ZHUN_COUNT(days); i++)
		unit_check_text(numbers(&c, unit_text(&c.r, "holds_on=%s", days[i].day)), days[i].numbers,
				days[i].day, 0);
	with_key(&c, "capability", unit_text(&c.r, "{'organisation':'%s','line':'1','activity':'calibration',"
		"'object':{'en':'DMM'},'accreditation':'%s'}", c.lab[1], c.held[1]));
	with_key(&c, "capability", unit_text(&c.r, "{'organisation':'%s','line':'2','activity':'calibration',"
		"'object':{'en':'DMM'},'until':'2025-05'}", c.lab[1]));
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "capability", "holds_on=2025-03-01"), "line"), "1 2");
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "capability", "holds_on=2025-03-02"), "line"), "2");
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "capability", "holds_on=2025-08-01"), "line"), "1");
	unit_register_close(&c.r);
}

static void records_hold_on_some_days(void)
{
	unit_store_each(check_holding, true);
}

/* L1 leaves the cluster, and A1's states are corrected: what was known and an earlier day stay what they were. */
static void check_history(struct unit_store *u)
{
	struct city c;

	make_city(&c, u);
	c.r.write.effective = "2026-03-01";
	CHECK(unit_update(&c.r, "organisation", c.lab[0], 1, unit_text(&c.r, "{'cluster':'%s'}", c.south)) == 2);
	c.r.write.effective = NULL;
	CHECK_TEXT(numbers(&c, "organisation.cluster.code=N"), "A2");
	CHECK_TEXT(numbers(&c, "organisation.cluster.code=N&as_of=2026-02-28"), "A1 A2");
	CHECK_TEXT(numbers(&c, "organisation.cluster.code=N&as_of=2026-03-01"), "A2");
	CHECK_TEXT(numbers(&c, "organisation.cluster.code=N&known_at=2026-03-02T09:00:09Z"), "A1 A2");
	CHECK(unit_update(&c.r, "accreditation", c.held[0], 1,
			  "{'states':[{'state':'granted','since':'2025-01-01'},"
			  "{'state':'withdrawn','since':'2025-06-01'}]}") == 2);
	CHECK_TEXT(numbers(&c, "holds_on=2025-07-01"), "");
	CHECK_TEXT(numbers(&c, "holds_on=2025-07-01&known_at=2026-03-02T09:00:10Z"), "A1");
	CHECK_TEXT(numbers(&c, "states.state=withdrawn&as_of=2025-07-01"), "A1 A3");
	CHECK_TEXT(numbers(&c, "states.state=withdrawn&known_at=2026-03-02T09:00:10Z"), "A3");
	unit_register_close(&c.r);
}

static void history_goes_the_same_ways(void)
{
	unit_store_each(check_history, true);
}

static struct zhun_total total(struct city *c, const char *reg, const char *filter, const char *summed,
			       const char *distinct)
{
	const char *equals = strchr(filter, '=');
	struct zhun_param param = {equals ? zhun_strndup(c->r.arena, filter, (size_t)(equals - filter)) : "",
		equals ? equals + 1 : ""};
	const struct zhun_params params = {&param, equals != NULL};
	const struct zhun_total_ask ask = {zhun_register_named(reg), &params, summed, distinct};
	const struct zhun_reader by = {c->r.conn, c->r.arena, c->r.viewer, NULL};
	struct zhun_total t = {0};

	c->r.err = (struct zhun_error){0};
	c->r.code = zhun_register_total(&by, &ask, &t, &c->r.err);
	return t;
}

static void make_years(struct city *c)
{
	for (int i = 0; i < 3; i++)
		with_key(c, "organisation_year", unit_text(&c->r,
			"{'organisation':'%s','year':2025,'domain':'metrology','staff':%d,"
			"'revenue':{'minor':%d,'currency':'CNY'}%s}", c->lab[i], 10 + i, 50000 * (i + 1),
			i == 0 ? ",'floor_area':{'value':'120','unit':'m2'}" :
			i == 1 ? ",'floor_area':{'value':'3','unit':'km2'}" : ""));
}

static void check_totals(struct unit_store *u)
{
	static const struct zhun_viewer anybody = {0};
	struct city c;
	struct zhun_total t;

	make_city(&c, u);
	make_years(&c);
	t = total(&c, "accreditation", "kind=accreditation", NULL, "body");
	CHECK(t.records == 2 && t.distinct == 1 && !t.hidden && !t.partial);
	t = total(&c, "organisation_year", "domain=metrology", "staff", NULL);
	CHECK(t.records == 3 && t.with == 3 && t.sum == 33 && !t.mixed);
	CHECK_TEXT(t.unit, "person");
	t = total(&c, "organisation_year", "year=2025", "floor_area", NULL);
	CHECK(t.records == 3 && t.with == 2 && t.sum == 3000120);
	CHECK_TEXT(t.unit, "m^2");
	t = total(&c, "organisation_year", "year=2024", "floor_area", NULL);
	CHECK(t.records == 0 && t.with == 0);
	t = total(&c, "organisation_year", "revenue.gt=100000 CNY", "revenue", "organisation");
	CHECK(t.records == 1 && t.distinct == 1 && t.sum == 150000);
	CHECK_TEXT(t.unit, "CNY");
	t = total(&c, "organisation_year", "revenue.ge=100000 EUR", NULL, NULL);
	CHECK_INT(t.records, 0);
	CHECK(unit_update(&c.r, "organisation_year", zhun_json_get_string(zhun_json_get(unit_json(&c.r,
		unit_list(&c.r, "organisation_year", "organisation.code=L3")), "items")->first, "id"), 1,
		"{'revenue':{'minor':1,'currency':'EUR'}}") == 2);
	CHECK(total(&c, "organisation_year", "year=2025", "revenue", NULL).mixed);
	c.r.viewer = &anybody;
	CHECK(total(&c, "organisation_year", "year=2025", "revenue", NULL).hidden);
	CHECK(total(&c, "organisation_year", "revenue.gt=1 CNY", NULL, NULL).hidden);
	CHECK(!total(&c, "organisation_year", "year=2025", "staff", NULL).hidden);
	CHECK(total(&c, "certificate", "kind=product", NULL, NULL).partial);
	unit_register_close(&c.r);
}

static void totals_are_what_one_counts(void)
{
	unit_store_each(check_totals, true);
}

static void check_refusals(struct unit_store *u)
{
	struct city c;

	make_city(&c, u);
	(void)total(&c, "accreditation", "kind=accreditation", "colour", NULL);
	CHECK_INT(c.r.code, ZHUN_E_FIELD_UNKNOWN);
	(void)total(&c, "accreditation", "kind=accreditation", NULL, "colour");
	CHECK_INT(c.r.code, ZHUN_E_FIELD_UNKNOWN);
	(void)total(&c, "accreditation", "kind=accreditation", "number", NULL);
	CHECK_INT(c.r.code, ZHUN_E_FIELD_KIND);
	(void)total(&c, "accreditation", "colour=red", NULL, NULL);
	CHECK_INT(c.r.code, ZHUN_E_FILTER_UNKNOWN);
	(void)total(&c, "organisation_year", "revenue.gt=5", NULL, NULL);
	CHECK_INT(c.r.code, ZHUN_E_CURRENCY_BAD);
	(void)total(&c, "organisation_year", "revenue.gt=five CNY", NULL, NULL);
	CHECK_INT(c.r.code, ZHUN_E_NUMBER_BAD);
	unit_register_close(&c.r);
}

static void what_cannot_be_totalled_is_refused(void)
{
	unit_store_each(check_refusals, true);
}

/* A way through a record that one may not see finds nothing, whatever it holds. */
static void check_hidden_way(struct unit_store *u)
{
	static const struct zhun_viewer anybody = {0};
	struct city c;
	const char *person;

	make_city(&c, u);
	person = with_key(&c, "person", unit_text(&c.r,
		"{'organisation':'%s','number':'7','name':{'en':'Ann'}}", c.lab[0]));
	with_key(&c, "qualification", unit_text(&c.r, "{'kind':'metrologist','number':'Q','issuer':'%s',"
		"'person':'%s','organisation':'%s','since':'2025'}", c.lab[1], person, c.lab[0]));
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "qualification", "person.number=7"), "number"), "Q");
	c.r.viewer = &anybody;
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "qualification", ""), "number"), "Q");
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "qualification", "person.number=7"), "number"), "");
	CHECK_TEXT(unit_items(&c.r, unit_list(&c.r, "qualification", "person.number=7&as_of=2026-03-02"), "id"), "");
	(void)unit_list(&c.r, "person", "organisation.email=x");
	CHECK_INT(c.r.code, ZHUN_E_FILTER_UNKNOWN);
	unit_register_close(&c.r);
}

static void hidden_records_cannot_be_asked_about(void)
{
	unit_store_each(check_hidden_way, true);
}

/* Every register that says on which days its records hold says it by fields that it has. */
static void holdings_name_what_there_is(void)
{
	for (size_t i = 0; zhun_registers[i]; i++) {
		const struct zhun_register *reg = zhun_registers[i];
		const struct zhun_holding *h = &reg->holding;
		const char *const dates[] = {h->from, h->until, h->ended};
		const struct zhun_child *child = h->states ? zhun_child_named(reg->children, h->states) : NULL;
		const struct zhun_field *state = child ? zhun_field_named(child->fields, "state") :
			h->state ? zhun_field_named(reg->fields, h->state) : NULL;

		for (size_t k = 0; k < ZHUN_COUNT(dates); k++)
			if (dates[k]) {
				const struct zhun_field *f = zhun_field_named(reg->fields, dates[k]);
				unit_check(f && f->kind == ZHUN_F_DATE, __FILE__, __LINE__, "%s.%s", reg->name,
					   dates[k]);
			}
		CHECK(!h->states || (child && zhun_field_named(child->fields, "since")->kind == ZHUN_F_DATE));
		CHECK((h->states || h->state) == (h->holds[0] != NULL) && (!h->holds[0] || state));
		for (size_t k = 0; k < ZHUN_COUNT(h->holds) && h->holds[k]; k++) {
			const struct zhun_choice *c = state->choices;
			while (c->value && strcmp(c->value, h->holds[k]) != 0)
				c++;
			unit_check(c->value != NULL, __FILE__, __LINE__, "%s: %s", reg->name, h->holds[k]);
		}
		CHECK(!h->through || zhun_holding_known(&zhun_register_named(zhun_field_named(reg->fields,
			h->through)->link)->holding));
	}
}

int main(int argc, char **argv)
{
	static const struct unit_test tests[] = {
		{"lists go by links and rows", lists_go_by_links_and_rows},
		{"conditions on rows are about one row", conditions_on_rows_are_about_one_row},
		{"records hold on some days", records_hold_on_some_days},
		{"history goes the same ways", history_goes_the_same_ways},
		{"totals are what one counts", totals_are_what_one_counts},
		{"what cannot be totalled is refused", what_cannot_be_totalled_is_refused},
		{"hidden records cannot be asked about", hidden_records_cannot_be_asked_about},
		{"holdings name what there is", holdings_name_what_there_is},
	};

	return unit_run(tests, ZHUN_COUNT(tests), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawn certificate as a document: a digital calibration certificate by PTB's schema 3.3.0 with
 * D-SI 2.2.1. Only words of the demonstration world's own tables go in, none of which needs escaping. */
#include "service/demo_draw.h"

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<dcc:digitalCalibrationCertificate xmlns:dcc=\"https://ptb.de/dcc\" xmlns:si=\"https://ptb.de/si\" "
	"schemaVersion=\"3.3.0\">\n"
	"<dcc:administrativeData>\n"
	"<dcc:dccSoftware><dcc:software><dcc:name><dcc:content>zhun demo</dcc:content></dcc:name>"
	"<dcc:release>1</dcc:release></dcc:software></dcc:dccSoftware>\n";

static void name(struct zhun_text *out, const char *const text[2])
{
	zhun_text_addf(out, "<dcc:name><dcc:content lang=\"en\">%s</dcc:content><dcc:content lang=\"zh\">%s"
			    "</dcc:content></dcc:name>", text[ZHUN_EN], text[ZHUN_ZH]);
}

static void core_data(struct zhun_text *out, const struct zhun_demo_certificate *c)
{
	zhun_text_addf(out,
		       "<dcc:coreData><dcc:countryCodeISO3166_1>CN</dcc:countryCodeISO3166_1>"
		       "<dcc:usedLangCodeISO639_1>en</dcc:usedLangCodeISO639_1>"
		       "<dcc:usedLangCodeISO639_1>zh</dcc:usedLangCodeISO639_1>"
		       "<dcc:mandatoryLangCodeISO639_1>en</dcc:mandatoryLangCodeISO639_1>"
		       "<dcc:uniqueIdentifier>%s</dcc:uniqueIdentifier>"
		       "<dcc:beginPerformanceDate>%s</dcc:beginPerformanceDate>"
		       "<dcc:endPerformanceDate>%s</dcc:endPerformanceDate>"
		       "<dcc:performanceLocation>laboratory</dcc:performanceLocation>"
		       "<dcc:issueDate>%s</dcc:issueDate></dcc:coreData>\n",
		       c->number, c->performed, c->until, c->issued);
}

static void identification(struct zhun_text *out, const char *issuer, const char *value, const char *english,
			   const char *chinese)
{
	zhun_text_addf(out, "<dcc:identification><dcc:issuer>%s</dcc:issuer><dcc:value>%s</dcc:value>", issuer, value);
	name(out, (const char *const[2]){english, chinese});
	zhun_text_add(out, "</dcc:identification>");
}

static void item(struct zhun_text *out, const struct zhun_demo_certificate *c)
{
	const struct zhun_demo_family *f = c->family;
	zhun_text_add(out, "<dcc:items><dcc:item>");
	name(out, c->generation == ZHUN_DEMO_WORKING ? f->item : f->standard);
	zhun_text_addf(out, "<dcc:manufacturer><dcc:name><dcc:content>%s</dcc:content></dcc:name></dcc:manufacturer>"
			    "<dcc:model>%s</dcc:model><dcc:identifications>", f->maker, f->model);
	identification(out, "manufacturer", c->item_serial, "Serial number", "出厂编号");
	identification(out, "customer", c->item_number, "Inventory number", "管理编号");
	zhun_text_add(out, "</dcc:identifications></dcc:item></dcc:items>\n");
}

static void parties(struct zhun_text *out, const struct zhun_demo_certificate *c)
{
	const char *code = c->laboratory->accreditation;
	zhun_text_add(out, "<dcc:calibrationLaboratory>");
	if (code)
		zhun_text_addf(out, "<dcc:calibrationLaboratoryCode>%s</dcc:calibrationLaboratoryCode>", code);
	zhun_text_add(out, "<dcc:contact>");
	name(out, c->laboratory->name);
	zhun_text_add(out, "<dcc:location><dcc:city>Example City</dcc:city><dcc:countryCode>CN</dcc:countryCode>"
			   "</dcc:location></dcc:contact></dcc:calibrationLaboratory>\n"
			   "<dcc:respPersons><dcc:respPerson><dcc:person><dcc:name><dcc:content>Head of Laboratory"
			   "</dcc:content></dcc:name></dcc:person><dcc:mainSigner>true</dcc:mainSigner>"
			   "</dcc:respPerson>"
			   "</dcc:respPersons>\n<dcc:customer>");
	name(out, c->owner.name);
	zhun_text_add(out, "<dcc:location><dcc:city>Example City</dcc:city><dcc:countryCode>CN</dcc:countryCode>"
			   "</dcc:location></dcc:customer>\n</dcc:administrativeData>\n");
}

static void equipment(struct zhun_text *out, const struct zhun_demo_certificate *p)
{
	zhun_text_add(out, "<dcc:measuringEquipments><dcc:measuringEquipment refType=\"basic_calibrationStandard\">");
	name(out, p->family->standard);
	zhun_text_add(out, "<dcc:certificate><dcc:referral>");
	zhun_text_addf(out, "<dcc:content "
	"lang=\"en\">%s</dcc:content></dcc:referral><dcc:referralID>%s</dcc:referralID>"
			    "<dcc:procedure>none</dcc:procedure><dcc:value>none</dcc:value></dcc:certificate>"
			    "<dcc:identifications>", p->laboratory->name[ZHUN_EN], p->number);
	identification(out, "manufacturer", p->item_serial, "Serial number", "出厂编号");
	zhun_text_add(out, "</dcc:identifications></dcc:measuringEquipment></dcc:measuringEquipments>\n");
}

enum column { NOMINAL, ERRORS, U };

static void list(struct zhun_text *out, const struct zhun_demo_certificate *c, enum column column)
{
	for (size_t i = 0; i < ZHUN_DEMO_POINTS; i++) {
		const struct zhun_demo_point *p = &c->points[i];
		const char *const cells[] = {[NOMINAL] = p->nominal, [ERRORS] = p->error, [U] = p->u};
		zhun_text_addf(out, "%s%s", i ? " " : "", cells[column]);
	}
}

static void quantity(struct zhun_text *out, const struct zhun_demo_certificate *c, enum column column)
{
	static const char *const names[2][2] = {{"Nominal value", "标称值"}, {"Error of indication", "示值误差"}};
	static const char *const types[] = {"basic_nominalValue", "basic_measurementError"};
	zhun_text_addf(out, "<dcc:quantity refType=\"%s\">", types[column]);
	name(out, names[column]);
	zhun_text_add(out, "<si:realListXMLList><si:valueXMLList>");
	list(out, c, column);
	zhun_text_addf(out, "</si:valueXMLList><si:unitXMLList>%s</si:unitXMLList>",
		       column == ERRORS ? c->family->small_dsi : c->family->dsi);
	if (column == ERRORS) {
		zhun_text_add(out, "<si:measurementUncertaintyUnivariateXMLList><si:expandedMUXMLList>"
				   "<si:valueExpandedMUXMLList>");
		list(out, c, U);
		zhun_text_add(out, "</si:valueExpandedMUXMLList><si:coverageFactorXMLList>2</si:coverageFactorXMLList>"
				   "<si:coverageProbabilityXMLList>0.95</si:coverageProbabilityXMLList>"
				   "<si:distributionXMLList>normal</si:distributionXMLList>"
				   "</si:expandedMUXMLList></si:measurementUncertaintyUnivariateXMLList>");
	}
	zhun_text_add(out, "</si:realListXMLList></dcc:quantity>\n");
}

void zhun_demo_dcc(const struct zhun_demo_certificate *c, struct zhun_text *out)
{
	static const char *const method[2] = {"Comparison with the standard", "与标准器比较"};
	static const char *const result[2] = {"Errors of indication", "示值误差"};
	zhun_text_add(out, head);
	core_data(out, c);
	item(out, c);
	parties(out, c);
	zhun_text_add(out, "<dcc:measurementResults><dcc:measurementResult>");
	name(out, (const char *const[2]){"Calibration", "校准"});
	zhun_text_add(out, "<dcc:usedMethods><dcc:usedMethod>");
	name(out, method);
	zhun_text_addf(out, "<dcc:norm>%s</dcc:norm></dcc:usedMethod></dcc:usedMethods>\n", c->family->method);
	if (c->parent)
		equipment(out, c->parent);
	zhun_text_add(out, "<dcc:results><dcc:result>");
	name(out, result);
	zhun_text_add(out, "<dcc:data><dcc:list>\n");
	quantity(out, c, NOMINAL);
	quantity(out, c, ERRORS);
	zhun_text_add(out, "</dcc:list></dcc:data></dcc:result></dcc:results></dcc:measurementResult>"
			   "</dcc:measurementResults>\n</dcc:digitalCalibrationCertificate>\n");
}

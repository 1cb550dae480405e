/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of parts for each shape; see the header. */
#include "attest/dcc_shape.h"

#include "zhun/base/text.h"

#define ALWAYS V_2_1_0, V_3_3_0
#define SINCE(version) (version), V_3_3_0
#define UNTIL(version) V_2_1_0, (version)

static const struct zhun_dcc_part root_parts[] = {
	{"administrativeData", ONE, S_ADMINISTRATION, T_NONE, ALWAYS},
	{"measurementResults", ONE, S_MEASUREMENT_RESULTS, T_NONE, ALWAYS},
	{"comments", OPTIONAL, S_OPEN, T_NONE, UNTIL(V_2_2_0)},
	{"comment", OPTIONAL, S_OPEN, T_NONE, SINCE(V_2_3_0)},
	{"document", OPTIONAL, S_FILE, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part administration_parts[] = {
	{"dccSoftware", ONE, S_SOFTWARES, T_NONE, ALWAYS},
	{"refTypeDefinitions", OPTIONAL, S_REFTYPES, T_NONE, SINCE(V_3_2_0)},
	{"coreData", ONE, S_CORE, T_NONE, ALWAYS},
	{"items", ONE, S_ITEMS, T_NONE, ALWAYS},
	{"calibrationLaboratory", ONE, S_LABORATORY, T_NONE, ALWAYS},
	{"respPersons", ONE, S_PERSONS, T_NONE, ALWAYS},
	{"customer", ONE, S_CONTACT, T_NONE, ALWAYS},
	{"statements", OPTIONAL, S_STATEMENTS, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part softwares_parts[] = {
	{"software", SOME, S_SOFTWARE, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part software_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"release", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"type", OPTIONAL, S_LEAF, T_SOFTWARE, SINCE(V_3_1_0)},
	{"description", ANY, S_RICH, T_NONE, UNTIL(V_2_4_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
};

static const struct zhun_dcc_part reftypes_parts[] = {
	{"refTypeDefinition", SOME, S_REFTYPE, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part reftype_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"description", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"namespace", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"link", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"release", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"value", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"procedure", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
};

static const struct zhun_dcc_part core_parts[] = {
	{"countryCodeISO3166_1", ONE, S_LEAF, T_COUNTRY, ALWAYS},
	{"usedLangCodeISO639_1", SOME, S_LEAF, T_LANGUAGE, ALWAYS},
	{"mandatoryLangCodeISO639_1", SOME, S_LEAF, T_LANGUAGE, ALWAYS},
	{"uniqueIdentifier", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"identifications", OPTIONAL, S_IDENTIFICATIONS, T_NONE, SINCE(V_2_3_0)},
	{"receiptDate", OPTIONAL, S_LEAF, T_DATE, ALWAYS},
	{"beginPerformanceDate", ONE, S_LEAF, T_DATE, ALWAYS},
	{"endPerformanceDate", ONE, S_LEAF, T_DATE, ALWAYS},
	{"performanceLocation", ONE, S_LEAF, T_LOCATION, SINCE(V_3_0_0_RC4)},
	{"issueDate", OPTIONAL, S_LEAF, T_DATE, SINCE(V_3_2_0)},
	{"reportAmendedSubstituted", OPTIONAL, S_CHANGE, T_NONE, SINCE(V_3_2_1)},
	{"previousReport", OPTIONAL, S_REFERENCE, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part change_parts[] = {
	{"typeOfChange", ONE, S_LEAF, T_CHANGE, ALWAYS},
	{"replacedUniqueIdentifier", ONE, S_LEAF, T_WORDS, ALWAYS},
};

static const struct zhun_dcc_part identifications_parts[] = {
	{"identification", SOME, S_IDENTIFICATION, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part identification_parts[] = {
	{"issuer", ONE, S_LEAF, T_ISSUER, ALWAYS},
	{"value", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"description", OPTIONAL, S_TEXT, T_NONE, UNTIL(V_3_0_0_RC3)},
	{"name", OPTIONAL, S_TEXT, T_NONE, SINCE(V_3_0_0_RC4)},
};

static const struct zhun_dcc_part reference_parts[] = {
	{"reference", ONE, S_TEXT, T_NONE, UNTIL(V_2_4_0)},
	{"referenceID", ONE, S_LEAF, T_WORDS, UNTIL(V_2_4_0)},
	{"referral", ONE, S_TEXT, T_NONE, SINCE(V_3_0_0_RC1)},
	{"referralID", ONE, S_LEAF, T_WORDS, SINCE(V_3_0_0_RC1)},
	{"procedure", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"value", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_2_0)},
	{"inValidityRange", OPTIONAL, S_LEAF, T_BOOLEAN, SINCE(V_3_2_0)},
	{"traceable", OPTIONAL, S_LEAF, T_BOOLEAN, SINCE(V_3_2_0)},
	{"linkedReport", OPTIONAL, S_REFERENCE, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part class_parts[] = {
	{"reference", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"classID", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"link", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_3_0)},
};

static const struct zhun_dcc_part items_parts[] = {
	{"name", OPTIONAL, S_TEXT, T_NONE, ALWAYS},
	{"equipmentClass", OPTIONAL, S_CLASS, T_NONE, V_2_3_0, V_3_1_2},
	{"equipmentClass", ANY, S_CLASS, T_NONE, SINCE(V_3_2_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"owner", OPTIONAL, S_CONTACT, T_NONE, ALWAYS},
	{"manufacturer", OPTIONAL, S_LOOSE_CONTACT, T_NONE, SINCE(V_3_2_1)},
	{"identifications", OPTIONAL, S_IDENTIFICATIONS, T_NONE, SINCE(V_2_3_0)},
	{"item", SOME, S_ITEM, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part item_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"equipmentClass", OPTIONAL, S_CLASS, T_NONE, V_2_3_0, V_3_1_2},
	{"equipmentClass", ANY, S_CLASS, T_NONE, SINCE(V_3_2_0)},
	{"description", SOME, S_RICH, T_NONE, UNTIL(V_2_4_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"descriptionData", ANY, S_FILE, T_NONE, UNTIL(V_3_0_0_RC3)},
	{"owner", OPTIONAL, S_CONTACT, T_NONE, SINCE(V_3_3_0)},
	{"installedSoftwares", OPTIONAL, S_SOFTWARES, T_NONE, SINCE(V_3_1_0)},
	{"manufacturer", ONE, S_LOOSE_CONTACT, T_NONE, UNTIL(V_3_2_0)},
	{"manufacturer", OPTIONAL, S_LOOSE_CONTACT, T_NONE, SINCE(V_3_2_1)},
	{"model", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"identifications", ONE, S_IDENTIFICATIONS, T_NONE, ALWAYS},
	{"itemQuantities", OPTIONAL, S_ITEM_QUANTITIES, T_NONE, SINCE(V_3_2_0)},
	{"subItems", OPTIONAL, S_ITEMS, T_NONE, SINCE(V_3_3_0)},
};

static const struct zhun_dcc_part item_quantities_parts[] = {
	{"itemQuantity", SOME, S_QUANTITY, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part equipment_quantities_parts[] = {
	{"measuringEquipmentQuantity", SOME, S_QUANTITY, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part method_quantities_parts[] = {
	{"usedMethodQuantity", SOME, S_QUANTITY, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part quantity_parts[] = {
	{"name", OPTIONAL, S_TEXT, T_NONE, ALWAYS},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"noQuantity", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"charsXMLList", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_2_0)},
	{"relativeUncertainty", OPTIONAL, S_RELATIVE, T_NONE, SINCE(V_3_1_0)},
	{"usedMethods", OPTIONAL, S_METHODS, T_NONE, ALWAYS},
	{"usedSoftware", OPTIONAL, S_SOFTWARES, T_NONE, ALWAYS},
	{"measuringEquipments", OPTIONAL, S_EQUIPMENTS, T_NONE, SINCE(V_3_0_0_RC1)},
	{"influenceConditions", OPTIONAL, S_CONDITIONS, T_NONE, ALWAYS},
	{"measurementMetaData", OPTIONAL, S_METADATA, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part relative_parts[] = {
	{"relativeUncertaintyXmlList", OPTIONAL, S_OPEN, T_NONE, ALWAYS},
	{"relativeUncertainty", OPTIONAL, S_OPEN, T_NONE, V_3_1_0, V_3_1_0},
	{"relativeUncertaintySingle", OPTIONAL, S_OPEN, T_NONE, SINCE(V_3_1_1)},
};

static const struct zhun_dcc_part laboratory_parts[] = {
	{"calibrationLaboratoryCode", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"contact", SOME, S_CONTACT, T_NONE, UNTIL(V_3_0_0_RC3)},
	{"contact", ONE, S_CONTACT, T_NONE, SINCE(V_3_0_0_RC4)},
	{"cryptElectronicSeal", OPTIONAL, S_LEAF, T_BOOLEAN, SINCE(V_3_2_0)},
	{"cryptElectronicSignature", OPTIONAL, S_LEAF, T_BOOLEAN, SINCE(V_3_2_0)},
	{"cryptElectronicTimeStamp", OPTIONAL, S_LEAF, T_BOOLEAN, SINCE(V_3_2_0)},
};

static const struct zhun_dcc_part persons_parts[] = {
	{"respPerson", SOME, S_PERSON, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part person_parts[] = {
	{"person", ONE, S_LEAF, T_WORDS, UNTIL(V_2_1_1)},
	{"person", ONE, S_LOOSE_CONTACT, T_NONE, SINCE(V_2_2_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_2_2_0)},
	{"furtherInfoPerson", ANY, S_RICH, T_NONE, UNTIL(V_2_1_1)},
	{"eMailPerson", OPTIONAL, S_LEAF, T_WORDS, UNTIL(V_2_1_1)},
	{"location", OPTIONAL, S_LOCATION, T_NONE, UNTIL(V_2_1_1)},
	{"role", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_0_0_RC1)},
	{"mainSigner", OPTIONAL, S_LEAF, T_BOOLEAN, ALWAYS},
	{"cryptElectronicSeal", OPTIONAL, S_LEAF, T_BOOLEAN, ALWAYS},
	{"cryptElectronicSignature", OPTIONAL, S_LEAF, T_BOOLEAN, ALWAYS},
	{"cryptElectronicTimeStamp", OPTIONAL, S_LEAF, T_BOOLEAN, ALWAYS},
};

static const struct zhun_dcc_part contact_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"eMail", ONE, S_LEAF, T_WORDS, UNTIL(V_3_1_2)},
	{"eMail", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_2_0)},
	{"phone", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_2_2_0)},
	{"fax", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_2_2_0)},
	{"link", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_3_0)},
	{"location", ONE, S_LOCATION, T_NONE, ALWAYS},
	{"descriptionData", OPTIONAL, S_FILE, T_NONE, SINCE(V_2_2_0)},
};

static const struct zhun_dcc_part loose_contact_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"eMail", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"phone", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_2_2_0)},
	{"fax", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_2_2_0)},
	{"link", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_3_0)},
	{"location", OPTIONAL, S_LOCATION, T_NONE, ALWAYS},
	{"descriptionData", OPTIONAL, S_FILE, T_NONE, SINCE(V_2_2_0)},
};

static const struct zhun_dcc_part location_parts[] = {
	{"city", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"countryCode", ANY, S_LEAF, T_COUNTRY, ALWAYS},
	{"postCode", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"postOfficeBox", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"state", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"street", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"streetNo", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"further", ANY, S_RICH, T_NONE, ALWAYS},
	{"descriptionData", ANY, S_FILE, T_NONE, UNTIL(V_2_1_1)},
	{"positionCoordinates", ANY, S_COORDINATES, T_NONE, SINCE(V_3_0_0_RC4)},
};

static const struct zhun_dcc_part coordinates_parts[] = {
	{"positionCoordinateSystem", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"reference", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"declaration", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"positionCoordinate1", ONE, S_OPEN, T_NONE, ALWAYS},
	{"positionCoordinate2", ONE, S_OPEN, T_NONE, ALWAYS},
	{"positionCoordinate3", OPTIONAL, S_OPEN, T_NONE, ALWAYS},
	{"link", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_3_0)},
};

static const struct zhun_dcc_part statements_parts[] = {
	{"statement", SOME, S_STATEMENT, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part metadata_parts[] = {
	{"metaData", SOME, S_STATEMENT, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part statement_parts[] = {
	{"name", OPTIONAL, S_TEXT, T_NONE, SINCE(V_3_2_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_2_0)},
	{"countryCodeISO3166_1", ANY, S_LEAF, T_COUNTRY, ALWAYS},
	{"convention", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"traceable", OPTIONAL, S_LEAF, T_BOOLEAN, ALWAYS},
	{"norm", OPTIONAL, S_LEAF, T_WORDS, UNTIL(V_3_0_0)},
	{"norm", ANY, S_LEAF, T_WORDS, SINCE(V_3_1_0)},
	{"reference", OPTIONAL, S_LEAF, T_WORDS, UNTIL(V_3_0_0)},
	{"reference", ANY, S_LEAF, T_WORDS, SINCE(V_3_1_0)},
	{"link", ANY, S_LEAF, T_WORDS, SINCE(V_3_3_0)},
	{"declaration", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"valid", OPTIONAL, S_LEAF, T_BOOLEAN, ALWAYS},
	{"validXMLList", OPTIONAL, S_LEAF, T_BOOLEAN, SINCE(V_3_2_0)},
	{"refId", OPTIONAL, S_LEAF, T_WORDS, UNTIL(V_2_4_0)},
	{"date", OPTIONAL, S_LEAF, T_DATE, ALWAYS},
	{"period", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"resposibleAuthority", OPTIONAL, S_CONTACT, T_NONE, V_3_0_0_RC1, V_3_0_0_RC1},
	{"respAuthority", OPTIONAL, S_CONTACT, T_NONE, SINCE(V_3_0_0_RC2)},
	{"conformity", OPTIONAL, S_LEAF, T_CONFORMITY, SINCE(V_3_0_0_RC1)},
	{"conformityXMLList", OPTIONAL, S_LEAF, T_CONFORMITY, SINCE(V_3_1_0)},
	{"data", OPTIONAL, S_DATA, T_NONE, SINCE(V_3_0_0_RC1)},
	{"nonSIDefinition", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_1_0)},
	{"nonSIUnit", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_1_0)},
	{"location", OPTIONAL, S_LOCATION, T_NONE, SINCE(V_3_1_2)},
};

static const struct zhun_dcc_part measurement_results_parts[] = {
	{"usedMethods", OPTIONAL, S_METHODS, T_NONE, SINCE(V_3_3_0)},
	{"usedSoftware", OPTIONAL, S_SOFTWARES, T_NONE, SINCE(V_3_3_0)},
	{"measuringEquipments", OPTIONAL, S_EQUIPMENTS, T_NONE, SINCE(V_3_3_0)},
	{"influenceConditions", OPTIONAL, S_CONDITIONS, T_NONE, SINCE(V_3_3_0)},
	{"measurementMetaData", OPTIONAL, S_METADATA, T_NONE, SINCE(V_3_3_0)},
	{"measurementResult", SOME, S_GROUP, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part group_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, SINCE(V_3_0_0_RC1)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"usedMethods", OPTIONAL, S_METHODS, T_NONE, ALWAYS},
	{"usedSoftware", OPTIONAL, S_SOFTWARES, T_NONE, ALWAYS},
	{"measuringEquipments", OPTIONAL, S_EQUIPMENTS, T_NONE, SINCE(V_2_2_0)},
	{"influenceConditions", ONE, S_CONDITIONS, T_NONE, UNTIL(V_2_2_0)},
	{"influenceConditions", OPTIONAL, S_CONDITIONS, T_NONE, SINCE(V_2_3_0)},
	{"results", ONE, S_RESULTS, T_NONE, ALWAYS},
	{"measurementMetaData", OPTIONAL, S_METADATA, T_NONE, SINCE(V_3_0_0_RC1)},
};

static const struct zhun_dcc_part methods_parts[] = {
	{"usedMethod", SOME, S_METHOD, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part method_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"description", SOME, S_RICH, T_NONE, UNTIL(V_2_4_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"norm", ANY, S_LEAF, T_WORDS, ALWAYS},
	{"reference", ANY, S_LEAF, T_WORDS, SINCE(V_3_1_0)},
	{"link", ANY, S_LEAF, T_WORDS, SINCE(V_3_3_0)},
	{"usedMethodQuantities", OPTIONAL, S_METHOD_QUANTITIES, T_NONE, SINCE(V_3_3_0)},
};

static const struct zhun_dcc_part conditions_parts[] = {
	{"influenceCondition", SOME, S_CONDITION, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part condition_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"description", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"state", OPTIONAL, S_LEAF, T_STATUS, UNTIL(V_2_4_0)},
	{"status", OPTIONAL, S_LEAF, T_STATUS, SINCE(V_3_0_0_RC1)},
	{"certificate", OPTIONAL, S_REFERENCE, T_NONE, SINCE(V_3_1_0)},
	{"data", ONE, S_DATA, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part equipments_parts[] = {
	{"name", OPTIONAL, S_TEXT, T_NONE, SINCE(V_3_1_0)},
	{"equipmentClass", ANY, S_CLASS, T_NONE, SINCE(V_3_1_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_1_0)},
	{"owner", OPTIONAL, S_CONTACT, T_NONE, SINCE(V_3_1_0)},
	{"identifications", OPTIONAL, S_IDENTIFICATIONS, T_NONE, SINCE(V_3_1_0)},
	{"measuringEquipment", SOME, S_EQUIPMENT, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part equipment_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"equipmentClass", ANY, S_CLASS, T_NONE, SINCE(V_2_3_0)},
	{"description", SOME, S_RICH, T_NONE, UNTIL(V_2_4_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"descriptionData", ANY, S_FILE, T_NONE, UNTIL(V_3_0_0_RC3)},
	{"certificate", OPTIONAL, S_REFERENCE, T_NONE, ALWAYS},
	{"manufacturer", OPTIONAL, S_LOOSE_CONTACT, T_NONE, ALWAYS},
	{"model", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"identifications", OPTIONAL, S_IDENTIFICATIONS, T_NONE, ALWAYS},
	{"measuringEquipmentQuantities", OPTIONAL, S_EQUIPMENT_QUANTITIES, T_NONE, SINCE(V_3_1_0)},
	{"installedSoftware", OPTIONAL, S_SOFTWARES, T_NONE, SINCE(V_3_3_0)},
};

static const struct zhun_dcc_part results_parts[] = {
	{"result", SOME, S_RESULT, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part result_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, ALWAYS},
	{"description", OPTIONAL, S_RICH, T_NONE, ALWAYS},
	{"data", ONE, S_DATA, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part data_parts[] = {
	{"text", ANY, S_RICH, T_NONE, ALWAYS},
	{"formula", ANY, S_FORMULA, T_NONE, ALWAYS},
	{"byteData", ANY, S_FILE, T_NONE, ALWAYS},
	{"xml", ANY, S_OPEN, T_NONE, ALWAYS},
	{"quantity", ANY, S_QUANTITY, T_NONE, ALWAYS},
	{"list", ANY, S_LIST, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part list_parts[] = {
	{"name", OPTIONAL, S_TEXT, T_NONE, ALWAYS},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"dateTime", OPTIONAL, S_LEAF, T_WORDS, ALWAYS},
	{"dateTimeXMLList", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_1_0)},
	{"list", ANY, S_LIST, T_NONE, ALWAYS},
	{"quantity", ANY, S_QUANTITY, T_NONE, ALWAYS},
	{"usedMethods", OPTIONAL, S_METHODS, T_NONE, ALWAYS},
	{"usedSoftware", OPTIONAL, S_SOFTWARES, T_NONE, ALWAYS},
	{"measuringEquipments", OPTIONAL, S_EQUIPMENTS, T_NONE, SINCE(V_3_0_0_RC1)},
	{"influenceConditions", OPTIONAL, S_CONDITIONS, T_NONE, ALWAYS},
	{"measurementMetaData", OPTIONAL, S_METADATA, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part text_parts[] = {
	{"content", SOME, S_LEAF, T_NONE, ALWAYS},
};

static const struct zhun_dcc_part rich_parts[] = {
	{"name", OPTIONAL, S_TEXT, T_NONE, SINCE(V_3_0_0_RC4)},
	{"content", SOME, S_LEAF, T_NONE, UNTIL(V_3_0_0_RC3)},
	{"content", ANY, S_LEAF, T_NONE, SINCE(V_3_0_0_RC4)},
	{"file", ANY, S_FILE, T_NONE, SINCE(V_3_0_0_RC4)},
	{"formula", ANY, S_FORMULA, T_NONE, SINCE(V_3_0_0_RC4)},
};

static const struct zhun_dcc_part file_parts[] = {
	{"name", ONE, S_TEXT, T_NONE, UNTIL(V_2_4_0)},
	{"name", OPTIONAL, S_TEXT, T_NONE, SINCE(V_3_0_0_RC1)},
	{"description", ONE, S_RICH, T_NONE, UNTIL(V_2_4_0)},
	{"description", OPTIONAL, S_RICH, T_NONE, SINCE(V_3_0_0_RC1)},
	{"fileName", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"mimeType", ONE, S_LEAF, T_WORDS, ALWAYS},
	{"data", ONE, S_LEAF, T_WORDS, UNTIL(V_2_4_0)},
	{"dataBase64", ONE, S_LEAF, T_WORDS, SINCE(V_3_0_0_RC1)},
};

static const struct zhun_dcc_part formula_parts[] = {
	{"siunitx", ONE, S_LEAF, T_WORDS, UNTIL(V_2_4_0)},
	{"latex", OPTIONAL, S_LEAF, T_WORDS, SINCE(V_3_0_0_RC1)},
	{"mathml", OPTIONAL, S_OPEN, T_NONE, SINCE(V_3_0_0_RC1)},
};

static const struct {
	const struct zhun_dcc_part *parts;
	size_t count;
} shapes[S_COUNT] = {
	[S_ROOT] = {root_parts, ZHUN_COUNT(root_parts)},
	[S_ADMINISTRATION] = {administration_parts, ZHUN_COUNT(administration_parts)},
	[S_SOFTWARES] = {softwares_parts, ZHUN_COUNT(softwares_parts)},
	[S_SOFTWARE] = {software_parts, ZHUN_COUNT(software_parts)},
	[S_REFTYPES] = {reftypes_parts, ZHUN_COUNT(reftypes_parts)},
	[S_REFTYPE] = {reftype_parts, ZHUN_COUNT(reftype_parts)},
	[S_CORE] = {core_parts, ZHUN_COUNT(core_parts)},
	[S_CHANGE] = {change_parts, ZHUN_COUNT(change_parts)},
	[S_IDENTIFICATIONS] = {identifications_parts, ZHUN_COUNT(identifications_parts)},
	[S_IDENTIFICATION] = {identification_parts, ZHUN_COUNT(identification_parts)},
	[S_REFERENCE] = {reference_parts, ZHUN_COUNT(reference_parts)},
	[S_CLASS] = {class_parts, ZHUN_COUNT(class_parts)},
	[S_ITEMS] = {items_parts, ZHUN_COUNT(items_parts)},
	[S_ITEM] = {item_parts, ZHUN_COUNT(item_parts)},
	[S_ITEM_QUANTITIES] = {item_quantities_parts, ZHUN_COUNT(item_quantities_parts)},
	[S_EQUIPMENT_QUANTITIES] = {equipment_quantities_parts, ZHUN_COUNT(equipment_quantities_parts)},
	[S_METHOD_QUANTITIES] = {method_quantities_parts, ZHUN_COUNT(method_quantities_parts)},
	[S_QUANTITY] = {quantity_parts, ZHUN_COUNT(quantity_parts)},
	[S_RELATIVE] = {relative_parts, ZHUN_COUNT(relative_parts)},
	[S_LABORATORY] = {laboratory_parts, ZHUN_COUNT(laboratory_parts)},
	[S_PERSONS] = {persons_parts, ZHUN_COUNT(persons_parts)},
	[S_PERSON] = {person_parts, ZHUN_COUNT(person_parts)},
	[S_CONTACT] = {contact_parts, ZHUN_COUNT(contact_parts)},
	[S_LOOSE_CONTACT] = {loose_contact_parts, ZHUN_COUNT(loose_contact_parts)},
	[S_LOCATION] = {location_parts, ZHUN_COUNT(location_parts)},
	[S_COORDINATES] = {coordinates_parts, ZHUN_COUNT(coordinates_parts)},
	[S_STATEMENTS] = {statements_parts, ZHUN_COUNT(statements_parts)},
	[S_METADATA] = {metadata_parts, ZHUN_COUNT(metadata_parts)},
	[S_STATEMENT] = {statement_parts, ZHUN_COUNT(statement_parts)},
	[S_MEASUREMENT_RESULTS] = {measurement_results_parts, ZHUN_COUNT(measurement_results_parts)},
	[S_GROUP] = {group_parts, ZHUN_COUNT(group_parts)},
	[S_METHODS] = {methods_parts, ZHUN_COUNT(methods_parts)},
	[S_METHOD] = {method_parts, ZHUN_COUNT(method_parts)},
	[S_CONDITIONS] = {conditions_parts, ZHUN_COUNT(conditions_parts)},
	[S_CONDITION] = {condition_parts, ZHUN_COUNT(condition_parts)},
	[S_EQUIPMENTS] = {equipments_parts, ZHUN_COUNT(equipments_parts)},
	[S_EQUIPMENT] = {equipment_parts, ZHUN_COUNT(equipment_parts)},
	[S_RESULTS] = {results_parts, ZHUN_COUNT(results_parts)},
	[S_RESULT] = {result_parts, ZHUN_COUNT(result_parts)},
	[S_DATA] = {data_parts, ZHUN_COUNT(data_parts)},
	[S_LIST] = {list_parts, ZHUN_COUNT(list_parts)},
	[S_TEXT] = {text_parts, ZHUN_COUNT(text_parts)},
	[S_RICH] = {rich_parts, ZHUN_COUNT(rich_parts)},
	[S_FILE] = {file_parts, ZHUN_COUNT(file_parts)},
	[S_FORMULA] = {formula_parts, ZHUN_COUNT(formula_parts)},
};

const struct zhun_dcc_part *zhun_dcc_parts(enum zhun_dcc_shape shape, size_t *count)
{
	*count = shapes[shape].count;
	return shapes[shape].parts;
}

static const char *const versions[] = {
	[V_2_1_0] = "2.1.0", [V_2_1_1] = "2.1.1", [V_2_2_0] = "2.2.0", [V_2_3_0] = "2.3.0",
	[V_2_4_0] = "2.4.0", [V_3_0_0_RC1] = "3.0.0-rc.1", [V_3_0_0_RC2] = "3.0.0-rc.2",
	[V_3_0_0_RC3] = "3.0.0-rc.3", [V_3_0_0_RC4] = "3.0.0-rc.4", [V_3_0_0] = "3.0.0",
	[V_3_1_0] = "3.1.0", [V_3_1_1] = "3.1.1", [V_3_1_2] = "3.1.2", [V_3_2_0] = "3.2.0",
	[V_3_2_1] = "3.2.1", [V_3_3_0] = "3.3.0",
};

enum zhun_dcc_version zhun_dcc_version_find(const char *name)
{
	for (size_t i = 0; name && i < ZHUN_COUNT(versions); i++) {
		if (zhun_str_equal(versions[i], name))
			return (enum zhun_dcc_version)i;
	}
	return V_COUNT;
}

const char *zhun_dcc_version_name(enum zhun_dcc_version version)
{
	return versions[version];
}

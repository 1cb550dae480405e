/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items, equipment, their names and software, and references to other documents. */
#include "attest/dcc.h"

void zhun_dcc_identifications(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"issuer", zhun_dcc_string, offsetof(struct zhun_cert_identification, issuer)},
		{"value", zhun_dcc_string, offsetof(struct zhun_cert_identification, value)},
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_identification, name)},
		{"description", zhun_dcc_text, offsetof(struct zhun_cert_identification, name)},
	};
	const struct zhun_cert_identification **link = to;
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "identification");

	for (; c; c = zhun_xml_again(c)) {
		struct zhun_cert_identification *one = ZHUN_READER_NEW(d->r, struct zhun_cert_identification);
		if (!one)
			return;
		one->marks = zhun_dcc_marks(d, c);
		zhun_dcc_fields(d, c, rows, ZHUN_COUNT(rows), one);
		*link = one;
		link = &one->next;
	}
}

void zhun_dcc_classes(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"reference", zhun_dcc_string, offsetof(struct zhun_cert_class, reference)},
		{"classID", zhun_dcc_string, offsetof(struct zhun_cert_class, id)},
		{"link", zhun_dcc_string, offsetof(struct zhun_cert_class, link)},
	};
	const struct zhun_cert_class **link = to;

	for (; e; e = zhun_xml_again(e)) {
		struct zhun_cert_class *one = ZHUN_READER_NEW(d->r, struct zhun_cert_class);
		if (!one)
			return;
		zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), one);
		*link = one;
		link = &one->next;
	}
}

/* @a e: dccSoftware, usedSoftware, installedSoftware; all go to the certificate's list. */
void zhun_dcc_software(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, offsetof(struct zhun_cert_software, name)},
		{"release", zhun_dcc_string, offsetof(struct zhun_cert_software, release)},
		{"type", zhun_dcc_string, offsetof(struct zhun_cert_software, type)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_software, description)},
	};
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "software");

	(void)to;
	for (; c; c = zhun_xml_again(c)) {
		struct zhun_cert_software *one = ZHUN_READER_NEW(d->r, struct zhun_cert_software);
		if (!one)
			return;
		one->owner = zhun_str_equal(e->name, "dccSoftware") ? "document" : d->owner;
		one->marks = zhun_dcc_marks(d, c);
		zhun_dcc_fields(d, c, rows, ZHUN_COUNT(rows), one);
		*d->software = one;
		d->software = &one->next;
	}
}

/* A "hash" of the schema: another document, by its number and a digest; a chain may follow. */
void zhun_dcc_reference(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"referral", zhun_dcc_text, offsetof(struct zhun_cert_reference, issuer)},
		{"reference", zhun_dcc_text, offsetof(struct zhun_cert_reference, issuer)},
		{"referralID", zhun_dcc_string, offsetof(struct zhun_cert_reference, number)},
		{"referenceID", zhun_dcc_string, offsetof(struct zhun_cert_reference, number)},
		{"procedure", zhun_dcc_string, offsetof(struct zhun_cert_reference, procedure)},
		{"value", zhun_dcc_string, offsetof(struct zhun_cert_reference, digest)},
		{"description", zhun_dcc_rich, offsetof(struct zhun_cert_reference, description)},
		{"inValidityRange", zhun_dcc_answer, offsetof(struct zhun_cert_reference, in_validity)},
		{"traceable", zhun_dcc_answer, offsetof(struct zhun_cert_reference, traceable)},
		{"linkedReport", zhun_dcc_reference, offsetof(struct zhun_cert_reference, linked)},
	};
	struct zhun_cert_reference *one = ZHUN_READER_NEW(d->r, struct zhun_cert_reference);

	if (!one)
		return;
	one->marks = zhun_dcc_marks(d, e);
	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), one);
	*(const struct zhun_cert_reference **)to = one;
}

#define ITEM(member) offsetof(struct zhun_cert_item, member)

/* What an item and a piece of equipment have in common. */
static const struct zhun_dcc_row item_rows[] = {
	{"name", zhun_dcc_text, ITEM(name)},
	{"description", zhun_dcc_rich, ITEM(description)},
	{"descriptionData", zhun_dcc_file, 0},
	{"equipmentClass", zhun_dcc_classes, ITEM(classes)},
	{"manufacturer", zhun_dcc_contact_new, ITEM(manufacturer)},
	{"owner", zhun_dcc_contact_new, ITEM(owner)},
	{"model", zhun_dcc_string, ITEM(model)},
	{"identifications", zhun_dcc_identifications, ITEM(identifications)},
	{"itemQuantities", zhun_dcc_quantities, ITEM(quantities)},
	{"measuringEquipmentQuantities", zhun_dcc_quantities, ITEM(quantities)},
	{"installedSoftwares", zhun_dcc_software, 0},
	{"installedSoftware", zhun_dcc_software, 0},
};

/* What is said of all items together holds for each that does not say it itself. */
static void pass_down(const struct zhun_cert_item *common, struct zhun_cert_item *item)
{
	item->manufacturer = item->manufacturer ? item->manufacturer : common->manufacturer;
	item->owner = item->owner ? item->owner : common->owner;
	item->classes = item->classes ? item->classes : common->classes;
}

static struct zhun_cert_item *new_item(struct zhun_dcc *d, const struct zhun_xml *e,
				       const struct zhun_cert_item *common, size_t number)
{
	struct zhun_cert_item *item = ZHUN_READER_NEW(d->r, struct zhun_cert_item);

	if (!item)
		return NULL;
	item->path = zhun_dcc_path(d, common->path, number);
	item->marks = zhun_dcc_marks(d, e);
	zhun_dcc_fields(d, e, item_rows, ZHUN_COUNT(item_rows), item);
	pass_down(common, item);
	return item;
}

/* Parts of an item follow it in the same list, with a longer path. @a common: what holds them. */
static const struct zhun_cert_item **add_items(struct zhun_dcc *d, const struct zhun_xml *e,
					       const struct zhun_cert_item *common,
					       const struct zhun_cert_item **link)
{
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "item");

	for (size_t number = 1; c && !d->r->code; c = zhun_xml_again(c), number++) {
		struct zhun_cert_item *item = new_item(d, c, common, number);
		const struct zhun_xml *parts = zhun_xml_child(c, ZHUN_DCC_SPACE, "subItems");
		if (!item)
			return link;
		*link = item;
		link = &item->next;
		if (parts)
			link = add_items(d, parts, item, link);
	}
	return link;
}

void zhun_dcc_items(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_certificate *cert = to;
	struct zhun_cert_item common = {.path = ""};

	zhun_dcc_fields(d, e, item_rows, ZHUN_COUNT(item_rows), &common);
	cert->items_name = common.name;
	(void)add_items(d, e, &common, &cert->items);
}

void zhun_dcc_equipment(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row certificate_rows[] = {
		{"certificate", zhun_dcc_reference, offsetof(struct zhun_cert_evidence, certificate)},
	};
	const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "measuringEquipment");

	(void)to;
	for (; c && !d->r->code; c = zhun_xml_again(c)) {
		struct zhun_cert_evidence *one = ZHUN_READER_NEW(d->r, struct zhun_cert_evidence);
		if (!one)
			return;
		one->owner = d->owner;
		one->item.path = "";
		one->item.marks = zhun_dcc_marks(d, c);
		one->standard = zhun_reftype_is_standard(one->item.marks.ref_type);
		zhun_dcc_fields(d, c, item_rows, ZHUN_COUNT(item_rows), &one->item);
		zhun_dcc_fields(d, c, certificate_rows, ZHUN_COUNT(certificate_rows), one);
		*d->evidence = one;
		d->evidence = &one->next;
	}
}

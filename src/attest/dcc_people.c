/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations, their addresses, and persons. */
#include "attest/dcc.h"

#define CONTACT(member) offsetof(struct zhun_cert_contact, member)

static const struct zhun_dcc_row location_rows[] = {
	{"street", zhun_dcc_string, CONTACT(street)},
	{"streetNo", zhun_dcc_string, CONTACT(street_number)},
	{"postOfficeBox", zhun_dcc_string, CONTACT(post_box)},
	{"postCode", zhun_dcc_string, CONTACT(post_code)},
	{"city", zhun_dcc_string, CONTACT(city)},
	{"state", zhun_dcc_string, CONTACT(state)},
	{"countryCode", zhun_dcc_string, CONTACT(country)},
	{"further", zhun_dcc_rich, CONTACT(further)},
	{"descriptionData", zhun_dcc_file, 0},
};

/* An address is part of the contact it stands in. */
static void read_location(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	zhun_dcc_fields(d, e, location_rows, ZHUN_COUNT(location_rows), to);
}

void zhun_dcc_contact(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"name", zhun_dcc_text, CONTACT(name)},
		{"eMail", zhun_dcc_string, CONTACT(email)},
		{"phone", zhun_dcc_string, CONTACT(phone)},
		{"fax", zhun_dcc_string, CONTACT(fax)},
		{"link", zhun_dcc_string, CONTACT(link)},
		{"location", read_location, 0},
		{"descriptionData", zhun_dcc_file, 0},
	};
	struct zhun_cert_contact *contact = to;

	contact->marks = zhun_dcc_marks(d, e);
	zhun_dcc_fields(d, e, rows, ZHUN_COUNT(rows), contact);
}

static struct zhun_cert_contact *new_contact(struct zhun_dcc *d, void *to)
{
	struct zhun_cert_contact *contact = ZHUN_READER_NEW(d->r, struct zhun_cert_contact);

	*(const struct zhun_cert_contact **)to = contact;
	return contact;
}

void zhun_dcc_contact_new(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_cert_contact *contact = new_contact(d, to);

	if (contact)
		zhun_dcc_contact(d, e, contact);
}

void zhun_dcc_location_new(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_cert_contact *contact = new_contact(d, to);

	if (contact)
		read_location(d, e, contact);
}

#define PERSON(member) offsetof(struct zhun_cert_person, member)

/* In DCC 2.1 a person is a bare name. */
static void read_person(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	struct zhun_cert_contact *contact = to;
	const char *name = zhun_dcc_copy(d, e);

	zhun_dcc_contact(d, e, contact);
	if (contact->name || !name)
		return;
	struct zhun_cert_text *text = ZHUN_READER_NEW(d->r, struct zhun_cert_text);
	if (!text)
		return;
	*text = (struct zhun_cert_text){.language = "", .text = name};
	contact->name = text;
}

void zhun_dcc_persons(struct zhun_dcc *d, const struct zhun_xml *e, void *to)
{
	static const struct zhun_dcc_row rows[] = {
		{"person", read_person, PERSON(contact)},
		{"description", zhun_dcc_rich, PERSON(description)},
		{"furtherInfoPerson", zhun_dcc_rich, PERSON(description)},
		{"eMailPerson", zhun_dcc_string, PERSON(contact.email)},
		{"location", read_location, PERSON(contact)},
		{"role", zhun_dcc_string, PERSON(role)},
		{"mainSigner", zhun_dcc_answer, PERSON(main_signer)},
		{"cryptElectronicSeal", zhun_dcc_answer, PERSON(seal)},
		{"cryptElectronicSignature", zhun_dcc_answer, PERSON(signature)},
		{"cryptElectronicTimeStamp", zhun_dcc_answer, PERSON(time_stamp)},
	};
	const struct zhun_cert_person **link = to;

	for (const struct zhun_xml *c = zhun_xml_child(e, ZHUN_DCC_SPACE, "respPerson"); c; c = zhun_xml_again(c)) {
		struct zhun_cert_person *person = ZHUN_READER_NEW(d->r, struct zhun_cert_person);
		if (!person)
			return;
		person->marks = zhun_dcc_marks(d, c);
		zhun_dcc_fields(d, c, rows, ZHUN_COUNT(rows), person);
		*link = person;
		link = &person->next;
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attest/reader.h"

enum zhun_code zhun_reader_init(struct zhun_reader *r, struct zhun_arena *a, struct zhun_error *err)
{
	*r = (struct zhun_reader){.arena = a, .err = err, .cert = ZHUN_NEW(a, struct zhun_certificate)};
	if (!r->cert)
		return zhun_no_memory(a, err);
	r->findings = &r->cert->findings;
	return ZHUN_OK;
}

void *zhun_reader_new(struct zhun_reader *r, size_t size)
{
	void *room = r->code ? NULL : zhun_alloc(r->arena, size);

	if (!room && !r->code)
		r->code = zhun_no_memory(r->arena, r->err);
	return room;
}

const char *zhun_reader_copy(struct zhun_reader *r, const char *s, size_t n)
{
	zhun_str_trim(s, n, &s, &n);
	if (n == 0)
		return NULL;
	char *copy = zhun_reader_new(r, n + 1);
	if (copy)
		memcpy(copy, s, n);
	return copy;
}

void zhun_spot_words(const struct zhun_spot *spot, char out[ZHUN_ERROR_PLACE_SIZE])
{
	char item[40] = "";

	if (!spot->element) {
		(void)snprintf(out, ZHUN_ERROR_PLACE_SIZE, "%s", spot->text ? spot->text : "");
		out[zhun_utf8_valid(out, strlen(out))] = '\0';
		return;
	}
	zhun_xml_place(spot->element, out);
	if (spot->item)
		(void)snprintf(item, sizeof item, " item %zu", spot->item);
	size_t used = strlen(out);
	(void)snprintf(out + used, ZHUN_ERROR_PLACE_SIZE - used, "%s", item);
}

static struct zhun_cert_finding *new_finding(struct zhun_reader *r, enum zhun_cert_severity severity)
{
	if (severity == ZHUN_CERT_FAIL)
		r->cert->failures++;
	else
		r->cert->warnings++;
	if (r->listed == ZHUN_CERT_FINDINGS) {
		r->cert->omitted++;
		return NULL;
	}
	struct zhun_cert_finding *finding = ZHUN_READER_NEW(r, struct zhun_cert_finding);
	if (!finding)
		return NULL;
	finding->severity = severity;
	*r->findings = finding;
	r->findings = &finding->next;
	r->listed++;
	return finding;
}

void zhun_reader_found(struct zhun_reader *r, enum zhun_cert_severity severity, enum zhun_code code,
		       const struct zhun_spot *spot, const char *const words[ZHUN_ERROR_ARGS])
{
	struct zhun_cert_finding *finding = new_finding(r, severity);
	char place[ZHUN_ERROR_PLACE_SIZE];

	if (!finding)
		return;
	zhun_spot_words(spot, place);
	(void)zhun_fail(&finding->error, code, place, words[0], words[1], words[2], words[3]);
}

/* NaN and the infinities in the spellings of XML Schema and of C. */
static bool is_not_finite(const char *text)
{
	static const char *const words[] = {"nan", "inf", "infinity"};

	text += *text == '-' || *text == '+';
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		if (zhun_str_equal_nocase(text, words[i]))
			return true;
	}
	return false;
}

static const struct zhun_number *parse_number(struct zhun_reader *r, const char *text,
					      const struct zhun_spot *spot)
{
	struct zhun_number *number = ZHUN_READER_NEW(r, struct zhun_number);
	struct zhun_error bad = {0};
	enum zhun_code code;

	if (!number)
		return NULL;
	code = zhun_number_parse(text, strlen(text), number, &bad);
	if (!code)
		return number;
	if (is_not_finite(text))
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_NUMBER_NOT_FINITE, spot, text);
	else
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, code, spot, bad.arg[0], bad.arg[1]);
	return NULL;
}

struct zhun_cert_figure zhun_reader_figure(struct zhun_reader *r, const char *text,
					   const struct zhun_spot *spot)
{
	return (struct zhun_cert_figure){text, text ? parse_number(r, text, spot) : NULL};
}

enum zhun_cert_kind zhun_reader_kind(struct zhun_reader *r, const char *text, const struct zhun_spot *spot)
{
	char all[ZHUN_ERROR_ARG_SIZE];
	const char *name;
	size_t used = 0;

	for (enum zhun_cert_kind k = 0; text && (name = zhun_cert_kind_name(k)) != NULL; k++) {
		if (zhun_str_equal(name, text))
			return k;
		if (used < sizeof all)
			used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", k ? ", " : "", name);
	}
	if (!text)
		return ZHUN_CERT_CALIBRATION;
	ZHUN_FOUND(r, ZHUN_CERT_FAIL, ZHUN_E_CERTIFICATE_KIND, spot, text, all);
	return ZHUN_CERT_KIND_UNKNOWN;
}

struct zhun_cert_date zhun_reader_date(struct zhun_reader *r, const char *text, bool xml,
				       const struct zhun_spot *spot)
{
	struct zhun_cert_date date = {.text = text};
	size_t n = text ? strlen(text) : 0;
	enum zhun_code code;

	if (!text)
		return date;
	code = xml ? ZHUN_E_DATE_BAD : zhun_date_parse(text, n, &date.date, NULL);
	if (code)
		code = zhun_date_parse_xml(text, n, &date.date, NULL);
	date.known = !code;
	if (code)
		ZHUN_FOUND(r, ZHUN_CERT_FAIL, code, spot, text);
	return date;
}

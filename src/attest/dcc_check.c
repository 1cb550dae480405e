/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The exact side of reading a DCC: one walk over the tree beside the table of
 * shapes, then ids and languages over the whole document. Elements of other
 * namespaces are left to their own readers; signatures stand at the root.
 */
#include "attest/dcc.h"
#include "attest/dcc_shape.h"

enum { PARTS = 32, LANGUAGES = 200 };

struct check {
	struct zhun_reader *r;
	enum zhun_dcc_version version;
	const struct zhun_cert_word *languages;
	const struct zhun_xml **ids;         /* elements that have an id, sorted by it */
	size_t id_count;
};

/* ---- texts ---- */

static const char *const issuers[] = {"manufacturer", "calibrationLaboratory", "customer", "owner", "other", NULL};
static const char *const locations[] = {"laboratory", "customer", "laboratoryBranch", "customerBranch", "other", NULL};
static const char *const conformities[] = {
	"pass", "fail", "conditionalPass", "conditionalFail", "noPass", "noFail", NULL,
};
static const char *const statuses[] = {"beforeAdjustment", "afterAdjustment", "beforeRepair", "afterRepair", NULL};
static const char *const changes[] = {"amended", "substituted", NULL};
static const char *const booleans[] = {"true", "false", "1", "0", NULL};
static const char *const software[] = {
	"application", "bios", "driver", "editor", "firmware", "library", "os", "other", NULL,
};

static const char *const *const choices[] = {
	[T_BOOLEAN] = booleans, [T_ISSUER] = issuers, [T_LOCATION] = locations, [T_CONFORMITY] = conformities,
	[T_STATUS] = statuses, [T_CHANGE] = changes, [T_SOFTWARE] = software,
};

static bool is_one_of(const char *const *list, const char *s, size_t n)
{
	for (; *list; list++) {
		if (strlen(*list) == n && memcmp(*list, s, n) == 0)
			return true;
	}
	return false;
}

static void join(const char *const *list, char *out, size_t size)
{
	size_t used = 0;

	for (*out = '\0'; *list && used < size; list++)
		used += (size_t)snprintf(out + used, size - used, "%s%s", used ? ", " : "", *list);
}

static void check_choice(struct check *k, const struct zhun_xml *e, const char *const *list)
{
	char words[ZHUN_ERROR_ARG_SIZE], all[ZHUN_ERROR_ARG_SIZE];

	for (const char *s = e->text; *s;) {
		size_t n = strcspn(s, " \t\r\n");
		if (n && !is_one_of(list, s, n)) {
			(void)snprintf(words, sizeof words, "%.*s", (int)(n < 100 ? n : 100), s);
			join(list, all, sizeof all);
			ZHUN_FOUND(k->r, ZHUN_CERT_FAIL, ZHUN_E_CHOICE_BAD,
				   &((struct zhun_spot){.element = e}), words, all);
			return;
		}
		s += n + (s[n] != '\0');
	}
}

/* Two letters: of a country (upper case) or a language (lower case). */
static void check_code(struct check *k, const struct zhun_xml *e, char first, const char *pattern)
{
	const char *s = e->text;
	size_t n = strlen(s);

	zhun_str_trim(s, n, &s, &n);
	bool good = n == 2 && s[0] >= first && s[0] < first + 26 && s[1] >= first && s[1] < first + 26;
	if (!good)
		ZHUN_FOUND(k->r, ZHUN_CERT_FAIL, ZHUN_E_CHOICE_BAD, &((struct zhun_spot){.element = e}), e->text,
			   pattern);
}

/* Dates are checked where they are read. */
static void check_text(struct check *k, const struct zhun_xml *e, enum zhun_dcc_text_kind kind)
{
	if (kind == T_NONE)
		return;
	if (!*e->text && !e->first) {
		ZHUN_FOUND(k->r, ZHUN_CERT_FAIL, ZHUN_E_PART_EMPTY, &((struct zhun_spot){.element = e}), e->name);
		return;
	}
	if (kind == T_COUNTRY)
		check_code(k, e, 'A', "AA … ZZ");
	else if (kind == T_LANGUAGE)
		check_code(k, e, 'a', "aa … zz");
	else if (kind < ZHUN_COUNT(choices) && choices[kind])
		check_choice(k, e, choices[kind]);
}

/* ---- shapes ---- */

static bool holds(const struct zhun_dcc_part *part, enum zhun_dcc_version version)
{
	return part->since <= version && version <= part->until;
}

static void check_shape(struct check *k, const struct zhun_xml *e, enum zhun_dcc_shape shape);

/* Which part of the shape it is; -1 for none. */
static int find_part(const struct check *k, const struct zhun_xml *e, enum zhun_dcc_shape shape)
{
	size_t count;
	const struct zhun_dcc_part *parts = zhun_dcc_parts(shape, &count);

	for (size_t i = 0; i < count; i++) {
		if (holds(&parts[i], k->version) && zhun_str_equal(parts[i].name, e->name))
			return (int)i;
	}
	return -1;
}

static void check_counts(struct check *k, const struct zhun_xml *e, enum zhun_dcc_shape shape,
			 const size_t counts[PARTS])
{
	struct zhun_spot spot = {.element = e};
	size_t count;
	const struct zhun_dcc_part *parts = zhun_dcc_parts(shape, &count);

	for (size_t i = 0; i < count; i++) {
		if (!holds(&parts[i], k->version))
			continue;
		if (!counts[i] && (parts[i].often == ONE || parts[i].often == SOME))
			ZHUN_FOUND(k->r, ZHUN_CERT_FAIL, ZHUN_E_PART_MISSING, &spot, parts[i].name);
		if (counts[i] > 1 && (parts[i].often == ONE || parts[i].often == OPTIONAL))
			ZHUN_FOUND(k->r, ZHUN_CERT_FAIL, ZHUN_E_PART_TWICE, &spot, parts[i].name,
				   ZHUN_INT(counts[i]));
	}
}

/* Numbers (D-SI) stand in quantities, signatures at the root from 3.2 on. */
static bool is_foreign_allowed(const struct check *k, const struct zhun_xml *e, enum zhun_dcc_shape shape)
{
	if (shape == S_ROOT)
		return k->version >= V_3_2_0 && zhun_str_equal(e->name, "Signature");
	return shape == S_QUANTITY && zhun_str_starts(e->space, "https://ptb.de/si");
}

static void check_child(struct check *k, const struct zhun_xml *c, enum zhun_dcc_shape shape, size_t counts[PARTS])
{
	bool foreign = !zhun_str_equal(c->space, ZHUN_DCC_SPACE);
	int found = foreign ? -1 : find_part(k, c, shape);
	size_t count;
	const struct zhun_dcc_part *parts = zhun_dcc_parts(shape, &count);

	if (found >= 0) {
		counts[found]++;
		check_text(k, c, parts[found].text);
		check_shape(k, c, parts[found].shape);
	} else if (!foreign || !is_foreign_allowed(k, c, shape)) {
		ZHUN_FOUND(k->r, ZHUN_CERT_WARN, ZHUN_E_PART_UNKNOWN, &((struct zhun_spot){.element = c}), c->name);
	}
}

static void check_shape(struct check *k, const struct zhun_xml *e, enum zhun_dcc_shape shape)
{
	size_t counts[PARTS] = {0};

	if (shape == S_OPEN)
		return;
	for (const struct zhun_xml *c = e->first; c && !k->r->code; c = c->next)
		check_child(k, c, shape, counts);
	check_counts(k, e, shape, counts);
}

/* ---- ids and languages ---- */

static const char *id_of(const struct zhun_xml *e)
{
	return zhun_str_equal(e->space, ZHUN_DCC_SPACE) ? zhun_xml_attribute(e, "id") : NULL;
}

static size_t count_ids(const struct zhun_xml *e)
{
	size_t count = id_of(e) != NULL;

	for (const struct zhun_xml *c = e->first; c; c = c->next)
		count += count_ids(c);
	return count;
}

static void list_ids(struct check *k, const struct zhun_xml *e)
{
	if (id_of(e))
		k->ids[k->id_count++] = e;
	for (const struct zhun_xml *c = e->first; c; c = c->next)
		list_ids(k, c);
}

/* By id; equal ids in the order of the document (lines are close enough). */
static int compare_ids(const void *a, const void *b)
{
	const struct zhun_xml *one = *(const struct zhun_xml *const *)a, *two = *(const struct zhun_xml *const *)b;
	int order = strcmp(id_of(one), id_of(two));

	return order ? order : (one->line > two->line) - (one->line < two->line);
}

static void check_ids(struct check *k, const struct zhun_xml *root)
{
	k->ids = zhun_alloc_array(k->r->arena, count_ids(root), sizeof *k->ids);
	if (!k->ids) {
		k->r->code = zhun_no_memory(k->r->arena, k->r->err);
		return;
	}
	list_ids(k, root);
	qsort(k->ids, k->id_count, sizeof *k->ids, compare_ids);
	for (size_t i = 1; i < k->id_count; i++) {
		if (strcmp(id_of(k->ids[i - 1]), id_of(k->ids[i])) == 0)
			ZHUN_FOUND(k->r, ZHUN_CERT_FAIL, ZHUN_E_ID_TWICE,
				   &((struct zhun_spot){.element = k->ids[i]}), id_of(k->ids[i]));
	}
}

static bool has_id(const struct check *k, const char *id)
{
	size_t low = 0, high = k->id_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(id_of(k->ids[middle]), id);
		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static void check_refs(struct check *k, const struct zhun_xml *e)
{
	const char *refs = zhun_xml_attribute(e, "refId");
	char id[ZHUN_ERROR_ARG_SIZE];

	for (const char *s = refs ? refs : ""; *s;) {
		size_t n = strcspn(s, " \t\r\n");
		(void)snprintf(id, sizeof id, "%.*s", (int)(n < sizeof id ? n : sizeof id), s);
		if (n && n < sizeof id && !has_id(k, id))
			ZHUN_FOUND(k->r, ZHUN_CERT_WARN, ZHUN_E_ID_UNKNOWN, &((struct zhun_spot){.element = e}), id);
		s += n + (s[n] != '\0');
	}
}

static void list_languages(struct check *k, const struct zhun_xml *root)
{
	const struct zhun_xml *core = zhun_xml_child(
		zhun_xml_child(root, ZHUN_DCC_SPACE, "administrativeData"), ZHUN_DCC_SPACE, "coreData");
	const struct zhun_cert_word **link = &k->languages;
	size_t count = 0;

	for (const struct zhun_xml *c = core ? core->first : NULL; c && count < LANGUAGES; c = c->next, count++) {
		if (!zhun_str_equal(c->name, "usedLangCodeISO639_1"))
			continue;
		struct zhun_cert_word *word = ZHUN_READER_NEW(k->r, struct zhun_cert_word);
		if (!word)
			return;
		word->text = zhun_reader_copy(k->r, c->text, strlen(c->text));
		*link = word;
		link = &word->next;
	}
}

static void check_language(struct check *k, const struct zhun_xml *e)
{
	const char *language = zhun_str_equal(e->name, "content") ? zhun_xml_attribute(e, "lang") : NULL;

	if (!language)
		return;
	for (const struct zhun_cert_word *w = k->languages; w; w = w->next) {
		if (zhun_str_equal(w->text, language))
			return;
	}
	ZHUN_FOUND(k->r, ZHUN_CERT_WARN, ZHUN_E_LANGUAGE_UNDECLARED, &((struct zhun_spot){.element = e}), language);
}

static void check_whole(struct check *k, const struct zhun_xml *e)
{
	check_refs(k, e);
	check_language(k, e);
	for (const struct zhun_xml *c = e->first; c && !k->r->code; c = c->next)
		check_whole(k, c);
}

void zhun_dcc_check(struct zhun_reader *r, const struct zhun_xml *root, const char *version)
{
	struct check k = {.r = r, .version = zhun_dcc_version_find(version)};

	if (k.version == V_COUNT) {
		k.version = V_3_3_0;
		ZHUN_FOUND(r, ZHUN_CERT_WARN, ZHUN_E_CERTIFICATE_VERSION, &((struct zhun_spot){.element = root}),
			   version ? version : "", zhun_dcc_version_name(k.version));
	}
	check_shape(&k, root, S_ROOT);
	check_ids(&k, root);
	list_languages(&k, root);
	if (!r->code)
		check_whole(&k, root);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may see and write what: the predicate, and the questions about one record that need it. */
#include "register/query_part.h"

bool zhun_viewer_reaches(const struct zhun_viewer *viewer, const struct zhun_register *reg)
{
	size_t n = strlen(reg->name);

	if (!viewer->registers)
		return true;
	for (const char *s = viewer->registers; (s = strstr(s, reg->name)); s += n)
		if (s > viewer->registers && s[-1] == ' ' && s[n] == ' ')
			return true;
	return false;
}

bool zhun_access_all(const struct zhun_viewer *viewer)
{
	return viewer->administrator || viewer->regulator;
}

bool zhun_access_restricts(const struct zhun_register *reg, const struct zhun_viewer *viewer)
{
	return !zhun_access_all(viewer) && reg->public_when.rule != ZHUN_PUBLIC_ALWAYS;
}

static size_t members_with(const struct zhun_viewer *viewer, enum zhun_role least)
{
	size_t count = 0;

	for (size_t i = 0; i < viewer->count; i++)
		count += viewer->members[i].role >= least;
	return count;
}

/* The organisations in which the viewer has a role, bound once a statement. There is one at least. */
static void add_members(struct zhun_query *q, struct zhun_text *t, enum zhun_role least)
{
	size_t *first = &q->members[least];
	size_t count = members_with(q->viewer, least);

	if (*first == 0) {
		*first = q->count + 1;
		for (size_t i = 0; i < q->viewer->count; i++)
			if (q->viewer->members[i].role >= least)
				(void)zhun_query_bind(q, zhun_v_text(q->viewer->members[i].organisation));
	}
	for (size_t i = 0; i < count; i++) {
		zhun_text_add(t, i ? ", " : "(");
		zhun_part_number(t, *first + i);
	}
	zhun_text_addc(t, ')');
}

/* "t.accreditation IN (SELECT o.id FROM accreditation o WHERE o.body IN ($1))" for a path. */
static void add_path(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		      const char *alias, const char *path, enum zhun_role least)
{
	const char *dot = strchr(path, '.');
	size_t n = dot ? (size_t)(dot - path) : strlen(path);

	PUT(t, alias, ".");
	zhun_text_addn(t, path, n);
	zhun_text_add(t, " IN ");
	if (!dot) {
		add_members(q, t, least);
		return;
	}
	for (const struct zhun_field *f = reg->fields; f->name; f++)
		if (strncmp(f->name, path, n) == 0 && f->name[n] == '\0') {
			PUT(t, "(SELECT o.id FROM ", f->link, " o WHERE ");
			add_path(q, t, zhun_register_named(f->link), "o", dot + 1, least);
			zhun_text_addc(t, ')');
		}
}

/* "t.id IN (SELECT o.account FROM member o WHERE o.organisation IN ($1))" for records that lead here. */
static void add_through(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
			const char *alias, const struct zhun_owner *o, enum zhun_role least)
{
	const struct zhun_register *through = zhun_register_named(o->through);
	const struct zhun_field *f = through->fields;

	while (f->kind != ZHUN_F_LINK || !zhun_str_equal(f->link, reg->name))
		f++;
	PUT(t, alias, ".id IN (SELECT o.", f->name, " FROM ", through->name, " o WHERE ");
	add_path(q, t, through, "o", o->path, least);
	zhun_text_addc(t, ')');
}

/* Whether the viewer is a member of one of the owners, in a role of at least @a least; only of
 * those that write, where @a writes. */
static void add_owners(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		       const char *alias, enum zhun_role least, bool writes)
{
	const char *or = "(";

	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->owners[i].path; i++) {
		const struct zhun_owner *o = &reg->owners[i];
		enum zhun_role role = o->reads > least ? o->reads : least;

		if ((writes && !o->writes) || members_with(q->viewer, role) == 0)
			continue;
		zhun_text_add(t, or);
		or = " OR ";
		if (writes && o->unless)
			PUT(t, alias, ".", o->unless, " IS NULL AND ");
		if (o->through)
			add_through(q, t, reg, alias, o, role);
		else
			add_path(q, t, reg, alias, o->path, role);
	}
	zhun_text_add(t, or[0] == '(' ? "1 = 0" : ")");
}

void zhun_part_access(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg, const char *alias)
{
	zhun_text_addc(t, '(');
	if (reg->public_when.rule == ZHUN_PUBLIC_WHEN)
		PUT(t, alias, ".", reg->public_when.field, " = 1 OR ");
	add_owners(q, t, reg, alias, ZHUN_ROLE_STAFF, false);
	zhun_text_addc(t, ')');
}

bool zhun_part_class_restricts(const struct zhun_query *q, const struct zhun_field *f)
{
	return f->read != ZHUN_READ_ALL && !zhun_access_all(q->viewer);
}

void zhun_part_class(struct zhun_query *q, struct zhun_text *t, const struct zhun_register *reg,
		     const struct zhun_field *f)
{
	switch (f->read) {
	case ZHUN_READ_ALL:
		zhun_text_add(t, "1 = 1");
		return;
	case ZHUN_READ_MEMBER:
		add_owners(q, t, reg, T, ZHUN_ROLE_STAFF, false);
		return;
	case ZHUN_READ_MANAGER:
		add_owners(q, t, reg, T, ZHUN_ROLE_MANAGER, false);
		return;
	case ZHUN_READ_AUTHORITY:
		zhun_text_add(t, "1 = 0");
		return;
	}
}

/* ---- one record ---- */

static void and_access(struct zhun_query *q, const struct zhun_register *reg)
{
	if (!zhun_access_restricts(reg, q->viewer))
		return;
	zhun_text_add(&q->sql, " AND ");
	zhun_part_access(q, &q->sql, reg, T);
}

static void begin_identity(struct zhun_query *q, const struct zhun_register *reg)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "SELECT " T ".id, " T ".rev FROM %s " T " WHERE ", reg->name);
}

void zhun_query_key(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_value *key)
{
	begin_identity(q, reg);
	for (size_t i = 0; i < ZHUN_REGISTER_NAMES && reg->key[i]; i++) {
		zhun_text_addf(&q->sql, "%s" T ".%s = ", i ? " AND " : "", reg->key[i]);
		zhun_part_value(q, &q->sql, key[i]);
	}
}

void zhun_query_visible_key(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_value *key)
{
	zhun_query_key(q, reg, key);
	and_access(q, reg);
}

void zhun_query_visible_among(struct zhun_query *q, const struct zhun_register *reg, const char *const *parts,
			      const struct zhun_among *among)
{
	size_t at = 0;

	while (parts[at])
		at++;
	zhun_query_begin(q);
	PUT(&q->sql, "SELECT v.column1, (SELECT " T ".id FROM ", reg->name, " " T " WHERE ");
	for (size_t i = 0; i < at; i++) {
		PUT(&q->sql, T ".", reg->key[i], " = ");
		zhun_part_text(q, &q->sql, parts[i]);
		zhun_text_add(&q->sql, " AND ");
	}
	PUT(&q->sql, T ".", reg->key[at], " = v.column1");
	and_access(q, reg);
	zhun_text_addc(&q->sql, ')');
	zhun_part_among(q, among);
}

void zhun_query_seen(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	begin_identity(q, reg);
	zhun_text_add(&q->sql, T ".id = ");
	zhun_part_text(q, &q->sql, id);
	and_access(q, reg);
}

bool zhun_access_writes_all(const struct zhun_register *reg, const struct zhun_viewer *viewer)
{
	return viewer->administrator || (viewer->regulator && reg->authority_writes);
}

void zhun_query_writable(struct zhun_query *q, const struct zhun_register *reg, const char *id)
{
	begin_identity(q, reg);
	zhun_text_add(&q->sql, T ".id = ");
	zhun_part_text(q, &q->sql, id);
	if (zhun_access_writes_all(reg, q->viewer))
		return;
	zhun_text_add(&q->sql, " AND ");
	add_owners(q, &q->sql, reg, T, reg->write_role, true);
}

void zhun_query_document_seen(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f,
			      const char *id)
{
	begin_identity(q, reg);
	zhun_text_addf(&q->sql, T ".%s = ", f->name);
	zhun_part_text(q, &q->sql, id);
	and_access(q, reg);
	if (zhun_part_class_restricts(q, f)) {
		zhun_text_add(&q->sql, " AND ");
		zhun_part_class(q, &q->sql, reg, f);
	}
	zhun_text_add(&q->sql, " LIMIT 1");
}

/* UNION leaves out what was met: also a loop that is there already comes to an end. */
void zhun_query_leads(struct zhun_query *q, const struct zhun_register *reg, const struct zhun_field *f,
		      const char *from, const char *id)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "WITH RECURSIVE up (id) AS (SELECT " T ".id FROM %s " T " WHERE " T ".id = ",
		       reg->name);
	zhun_part_text(q, &q->sql, from);
	zhun_text_addf(&q->sql, " UNION SELECT " T ".%s FROM %s " T " JOIN up ON " T ".id = up.id"
		       " WHERE " T ".%s IS NOT NULL) SELECT 1 FROM up WHERE up.id = ", f->name, reg->name, f->name);
	zhun_part_text(q, &q->sql, id);
	zhun_text_add(&q->sql, " LIMIT 1");
}

void zhun_query_refers(struct zhun_query *q, const char *table, const char *column, const char *id,
		       const char *but)
{
	zhun_query_begin(q);
	zhun_text_addf(&q->sql, "SELECT 1 FROM %s " T " WHERE " T ".%s = ", table, column);
	zhun_part_text(q, &q->sql, id);
	zhun_text_addf(&q->sql, " AND " T ".%s <> ", but);
	zhun_part_text(q, &q->sql, id);
	zhun_text_add(&q->sql, " LIMIT 1");
}

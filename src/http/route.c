/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/route.h"

#include <stdlib.h>

/* A node is one segment; children are a list, literals in order of the text, so that the walk
 * can stop early. A path has at most ZHUN_TARGET_SEGMENTS nodes, so that recursion is bounded. */
struct node {
	const char *text;  /* NULL for a parameter */
	size_t length;
	struct node *next, *literals, *parameter;
	const struct zhun_route *route[ZHUN_METHODS];
};

struct zhun_routes {
	struct node root;
	const struct zhun_route *rows;
	size_t count;
};

const char *zhun_method_name(enum zhun_method m)
{
	static const char *const names[ZHUN_METHODS] = {"GET", "POST", "PUT", "DELETE"};
	return names[m];
}

/* The order of s[0 … n) and a literal's text. */
static int compare(const char *s, size_t n, const struct node *literal)
{
	int order = memcmp(s, literal->text, n < literal->length ? n : literal->length);
	return order ? order : (n > literal->length) - (n < literal->length);
}

static struct node *find_literal(const struct node *parent, const char *s, size_t n)
{
	for (struct node *c = parent->literals; c; c = c->next) {
		int order = compare(s, n, c);
		if (order == 0)
			return c;
		if (order < 0)
			return NULL;
	}
	return NULL;
}

static struct node *add_literal(struct zhun_arena *a, struct node *parent, const char *s, size_t n)
{
	struct node *found = find_literal(parent, s, n);
	if (found)
		return found;
	struct node **place = &parent->literals;
	while (*place && compare(s, n, *place) > 0)
		place = &(*place)->next;
	struct node *child = ZHUN_NEW(a, struct node);
	if (!child)
		return NULL;
	*child = (struct node){.text = s, .length = n, .next = *place};
	*place = child;
	return child;
}

static struct node *add_child(struct zhun_arena *a, struct node *parent, const char *s, size_t n)
{
	if (*s != '{')
		return add_literal(a, parent, s, n);
	if (!parent->parameter)
		parent->parameter = ZHUN_NEW(a, struct node);
	return parent->parameter;
}

static enum zhun_code add_route(struct zhun_arena *a, struct node *root,
				const struct zhun_route *route, struct zhun_error *err)
{
	struct node *at = root;
	for (const char *s = route->path; *s == '/';) {
		size_t n = strcspn(++s, "/");
		at = n ? add_child(a, at, s, n) : at;
		if (!at)
			return zhun_no_memory(a, err);
		s += n;
	}
	if (at->route[route->method])
		return zhun_fail(err, ZHUN_E_ROUTE_TWICE, NULL, zhun_method_name(route->method),
				 route->path);
	at->route[route->method] = route;
	return ZHUN_OK;
}

static int by_path(const void *x, const void *y)
{
	const struct zhun_route *a = x, *b = y;
	int order = strcmp(a->path, b->path);
	return order ? order : (int)a->method - (int)b->method;
}

enum zhun_code zhun_routes_new(struct zhun_arena *a, const struct zhun_route *rows, size_t count,
			       const struct zhun_routes **ret, struct zhun_error *err)
{
	struct zhun_routes *routes = ZHUN_NEW(a, struct zhun_routes);
	struct zhun_route *sorted = ZHUN_NEW_ARRAY(a, count, struct zhun_route);
	if (!routes || !sorted)
		return zhun_no_memory(a, err);
	memcpy(sorted, rows, count * sizeof *rows);
	qsort(sorted, count, sizeof *sorted, by_path);
	routes->rows = sorted;
	routes->count = count;
	for (size_t i = 0; i < count; i++) {
		enum zhun_code code = add_route(a, &routes->root, &sorted[i], err);
		if (code)
			return code;
	}
	*ret = routes;
	return ZHUN_OK;
}

bool zhun_routes_match(const struct zhun_routes *routes, enum zhun_method method,
		       const struct zhun_target *t, struct zhun_match *ret)
{
	struct zhun_match m = {0};
	const struct node *at = &routes->root;
	for (size_t i = 0; i < t->segments; i++) {
		const struct node *literal = find_literal(at, t->segment[i], strlen(t->segment[i]));
		at = literal ? literal : at->parameter;
		if (!at)
			return false;
		if (!literal)
			m.parameter[m.parameters++] = t->segment[i];
	}
	bool known = false;
	for (size_t i = 0; i < ZHUN_METHODS; i++)
		known |= m.allowed[i] = at->route[i] != NULL;
	m.route = at->route[method];
	if (known)
		*ret = m;
	return known;
}

const struct zhun_route *zhun_routes_rows(const struct zhun_routes *routes, size_t *ret_count)
{
	*ret_count = routes->count;
	return routes->rows;
}

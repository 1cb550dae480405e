/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as symbols: quantities in italics, subscripts upright, Greek letters by their names (ISO
 * 80000-1 7.1). */
#include <string.h>

#include "study/budget_report.h"

static const struct {
	const char *name, *letter;
} greek[] = {
	{"alpha", "α"},	 {"beta", "β"},	 {"gamma", "γ"}, {"delta", "δ"},  {"epsilon", "ε"}, {"zeta", "ζ"},
	{"eta", "η"},	 {"theta", "θ"}, {"kappa", "κ"}, {"lambda", "λ"}, {"mu", "μ"},	    {"nu", "ν"},
	{"xi", "ξ"},	 {"pi", "π"},	 {"rho", "ρ"},	 {"sigma", "σ"},  {"tau", "τ"},	    {"phi", "φ"},
	{"chi", "χ"},	 {"psi", "ψ"},	 {"omega", "ω"}, {"Gamma", "Γ"},  {"Delta", "Δ"},   {"Theta", "Θ"},
	{"Lambda", "Λ"}, {"Sigma", "Σ"}, {"Phi", "Φ"},	 {"Psi", "Ψ"},	  {"Omega", "Ω"},
};

/* Functions of the language, and pi, which are no quantities. */
static const char *const words[] = {"sqrt", "exp",  "log",  "log10", "sin",  "cos",   "tan",	 "asin",
				    "acos", "atan", "sinh", "cosh",  "tanh", "atan2", "complex", "polar",
				    "re",   "im",   "arg",  "conj",  "abs",  "pi"};

static void add_part(struct zhun_text *t, const char *s, size_t n)
{
	for (size_t i = 0; i < ZHUN_COUNT(greek); i++) {
		if (strlen(greek[i].name) == n && strncmp(greek[i].name, s, n) == 0) {
			zhun_text_add(t, greek[i].letter);
			return;
		}
	}
	zhun_text_addn(t, s, n);
}

/* l_s → l with subscript s; d__2 → d with subscript 2, the second of its components. */
static void add_symbol(struct zhun_text *t, const char *s, size_t n)
{
	size_t head = 0;
	while (head < n && s[head] != '_')
		head++;
	zhun_text_add(t, "<i>");
	add_part(t, s, head);
	zhun_text_add(t, "</i>");
	while (head < n && s[head] == '_')
		head++;
	if (head == n)
		return;
	zhun_text_add(t, "<sub>");
	for (size_t at = head; at < n;) {
		size_t end = at;
		while (end < n && s[end] != '_')
			end++;
		add_part(t, s + at, end - at);
		while (end < n && s[end] == '_')
			end++;
		zhun_text_add(t, end < n ? "," : "");
		at = end;
	}
	zhun_text_add(t, "</sub>");
}

const char *symbol_markup(struct zhun_arena *a, const char *name)
{
	struct zhun_text t;
	const char *s = NULL;
	zhun_text_init(&t, a, 1 << 16);
	add_symbol(&t, name, strlen(name));
	return zhun_text_done(&t, &s, NULL) ? NULL : s;
}

static bool is_letter(char c)
{
	return c == '_' || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void add_word(struct zhun_text *t, const char *s, size_t n)
{
	for (size_t i = 0; i < ZHUN_COUNT(words); i++) {
		if (strlen(words[i]) == n && strncmp(words[i], s, n) == 0) {
			zhun_text_addn(t, zhun_str_equal(words[i], "pi") ? "π" : words[i], n);
			return;
		}
	}
	add_symbol(t, s, n);
}

/* "^2" and "^-2" are raised; a longer exponent stays on the line with its sign. */
static size_t add_power(struct zhun_text *t, const char *s)
{
	size_t n = 1 + (s[1] == '-');
	size_t digits = strspn(s + n, "0123456789");
	if (!digits || s[n + digits] == '.') {
		zhun_text_addc(t, '^');
		return 1;
	}
	zhun_text_addf(t, "<sup>%s%.*s</sup>", n == 2 ? "−" : "", (int)digits, s + n);
	return n + digits;
}

/* One token; returns how much of @a s it took. */
static size_t add_token(struct zhun_text *t, const char *s)
{
	size_t n = 0;
	if (is_digit(*s)) {
		while (is_digit(s[n]) || s[n] == '.' ||
		       ((s[n] | 32) == 'e' && (is_digit(s[n + 1]) || s[n + 1] == '-' || s[n + 1] == '+')) ||
		       (n && (s[n] == '-' || s[n] == '+') && (s[n - 1] | 32) == 'e'))
			n++;
		zhun_text_addn(t, s, n);
		return n;
	}
	if (is_letter(*s)) {
		while (is_letter(s[n]) || is_digit(s[n]))
			n++;
		add_word(t, s, n);
		return n;
	}
	if (*s == '^')
		return add_power(t, s);
	if (*s == '*' || *s == '-' || *s == '+')
		zhun_text_add(t, *s == '*' ? "\xe2\x80\x89⋅\xe2\x80\x89" : *s == '-' ? " − " : " + ");
	else if (*s != ' ' && *s != '\t')
		zhun_text_addc(t, *s);
	return 1;
}

const char *symbol_formula(struct zhun_arena *a, const char *expression)
{
	struct zhun_text t;
	const char *s = NULL, *plain = zhun_print_escape(a, expression);
	if (!plain)
		return NULL;
	zhun_text_init(&t, a, 1 << 20);
	for (const char *at = plain; *at;)
		at += add_token(&t, at);
	return zhun_text_done(&t, &s, NULL) ? NULL : s;
}

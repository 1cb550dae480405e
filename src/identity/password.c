/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identity/password.h"

#include <argon2.h>
#include <errno.h>
#include <semaphore.h>
#include <time.h>

#include "zhun/base/text.h"

/* OWASP's second choice for Argon2id: 19 MiB, two passes, one lane (about 35 ms here). A stored hash
 * carries its own, so these may rise. */
enum { MEMORY_KIB = 19456, PASSES = 2, LANES = 1, SALT = 16, HASH = 32, AT_ONCE = 2, WAIT_SECONDS = 1 };

struct zhun_password_gate {
	sem_t places;
};

enum zhun_code zhun_password_gate_open(struct zhun_arena *a, struct zhun_password_gate **ret,
				       struct zhun_error *err)
{
	struct zhun_password_gate *g = ZHUN_NEW(a, struct zhun_password_gate);
	if (!g)
		return zhun_no_memory(a, err);
	if (sem_init(&g->places, 0, AT_ONCE))
		return zhun_fail(err, ZHUN_E_INTERNAL, NULL, "sem_init");
	*ret = g;
	return ZHUN_OK;
}

void zhun_password_gate_close(struct zhun_password_gate *g)
{
	if (g)
		(void)sem_destroy(&g->places);
}

static enum zhun_code enter(struct zhun_password_gate *g, struct zhun_error *err)
{
	struct timespec until;
	(void)clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += WAIT_SECONDS;
	while (sem_timedwait(&g->places, &until))
		if (errno != EINTR)
			return zhun_fail(err, ZHUN_E_HASHING_BUSY, NULL);
	return ZHUN_OK;
}

static void leave(struct zhun_password_gate *g)
{
	(void)sem_post(&g->places);
}

enum zhun_code zhun_password_check(const char *name, const char *password, struct zhun_error *err)
{
	size_t n = zhun_utf8_count(password);
	if (n < ZHUN_PASSWORD_LEAST || n > ZHUN_PASSWORD_MOST || zhun_str_equal_nocase(name, password))
		return zhun_fail(err, ZHUN_E_PASSWORD_WEAK, "/password", ZHUN_INT(ZHUN_PASSWORD_LEAST),
				 ZHUN_INT(ZHUN_PASSWORD_MOST));
	return ZHUN_OK;
}

enum zhun_code zhun_password_hash(struct zhun_password_gate *g, zhun_random_source *random, const char *password,
				  char ret[ZHUN_PASSWORD_TEXT], struct zhun_error *err)
{
	unsigned char salt[SALT];
	enum zhun_code code = random(salt, sizeof salt, err);
	if (!code)
		code = enter(g, err);
	if (code)
		return code;
	int failed = argon2id_hash_encoded(PASSES, MEMORY_KIB, LANES, password, strlen(password), salt, sizeof salt,
					   HASH, ret, ZHUN_PASSWORD_TEXT);
	leave(g);
	return failed ? zhun_fail(err, ZHUN_E_HASHING_FAILED, NULL, argon2_error_message(failed)) : ZHUN_OK;
}

/* Of nobody's password, made with the parameters above: what is compared where there is no account. */
static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
			     "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

enum zhun_code zhun_password_verify(struct zhun_password_gate *g, const char *encoded, const char *password,
				    bool *ret, struct zhun_error *err)
{
	enum zhun_code code = enter(g, err);
	if (code)
		return code;
	int failed = argon2id_verify(encoded ? encoded : nobody, password, strlen(password));
	leave(g);
	if (failed && failed != ARGON2_VERIFY_MISMATCH)
		return zhun_fail(err, ZHUN_E_HASHING_FAILED, NULL, argon2_error_message(failed));
	*ret = !failed && encoded;
	return ZHUN_OK;
}

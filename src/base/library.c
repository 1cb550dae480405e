/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zhun/base/library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;

/* POSIX has a function's address be what a void pointer holds; C does not, and so its bytes are copied. */
static bool fill(const struct zhun_library *l, void *handle)
{
	for (size_t i = 0; i < l->count; i++) {
		void *address = dlsym(handle, l->functions[i].name);
		if (!address)
			return false;
		memcpy((char *)l->table + l->functions[i].offset, &address, sizeof address);
	}
	return true;
}

static enum zhun_code load(struct zhun_library *l, struct zhun_error *err)
{
	void *handle = dlopen(l->soname, RTLD_NOW | RTLD_LOCAL);
	if (handle && fill(l, handle)) {
		l->handle = handle;
		return ZHUN_OK;
	}
	enum zhun_code code = zhun_fail(err, ZHUN_E_LIBRARY_MISSING, NULL, l->soname, dlerror());
	if (handle)
		(void)dlclose(handle);
	return code;
}

enum zhun_code zhun_library_load(struct zhun_library *l, struct zhun_error *err)
{
	(void)pthread_mutex_lock(&loading);
	enum zhun_code code = l->handle ? ZHUN_OK : load(l, err);
	(void)pthread_mutex_unlock(&loading);
	return code;
}

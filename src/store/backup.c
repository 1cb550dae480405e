/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a SQLite database while servers go on (VACUUM INTO reads one snapshot, and leaves no free pages). */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "store/driver.h"

/* Never over another file, and for its owner alone. */
static enum zhun_code make_file(const char *path, struct zhun_error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	close(fd);
	return ZHUN_OK;
}

/* On the disk before it is called a backup. */
static enum zhun_code make_durable(const char *path, struct zhun_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool fine = fd >= 0 && fsync(fd) == 0;
	enum zhun_code code = fine ? ZHUN_OK : zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return code;
}

/* The file's name is on the disk when its folder is. */
static enum zhun_code make_name_durable(const char *path, struct zhun_error *err)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) + (slash == path) : 0;
	if (n >= sizeof folder)
		return zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(ENAMETOOLONG));
	memcpy(folder, path, n);
	folder[n] = '\0';
	return make_durable(n ? folder : ".", err);
}

static enum zhun_code copy(struct zhun_conn *c, const char *path, struct zhun_error *err)
{
	const struct zhun_value into = zhun_v_text(path);
	enum zhun_code code = zhun_conn_limit(c, 0, err);
	if (!code)
		code = zhun_store_exec_text(c, "VACUUM INTO $1", &into, 1, NULL, err);
	if (!code)
		code = make_durable(path, err);
	return code ? code : make_name_durable(path, err);
}

enum zhun_code zhun_store_backup(struct zhun_store *s, const char *path, struct zhun_error *err)
{
	struct zhun_conn *c = NULL;
	if (s->driver->engine != ZHUN_SQLITE)
		return zhun_fail(err, ZHUN_E_STORE_BACKUP, NULL);
	enum zhun_code code = zhun_conn_open(s, ZHUN_WRITE, &c, err);
	if (code)
		return code;
	code = make_file(path, err);
	if (!code) {
		code = copy(c, path, err);
		if (code)
			(void)unlink(path);
	}
	zhun_conn_close(c);
	return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database on paper that does not fade: `zhun db backup`, `zhun db dump`, `zhun db restore`. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "zhun/base/text.h"

enum { LINE_MOST = 256 * 1024 * 1024 };

/* The rows of a dump in or out, and the file they stand in. */
static enum zhun_code say_rows(const struct zhun_cli *cli, int64_t rows)
{
	FILE *to = zhun_str_equal(cli->arguments[0], "-") ? cli->err : cli->out;
	if (cli->json)
		(void)fprintf(to, "{\"rows\":%lld}\n", (long long)rows);
	else
		(void)fprintf(to, "%s%lld\n", zhun_cli_say(cli, "rows: ", "行数："), (long long)rows);
	return ZHUN_OK;
}

/* ---- backup ---- */

static enum zhun_code run_backup(struct zhun_cli *cli, struct zhun_error *err)
{
	enum zhun_code code = zhun_service_backup(&cli->call, cli->arguments[0], err);
	if (!code && cli->json)
		(void)fputs("{}\n", cli->out);
	return code;
}

const struct zhun_command zhun_cmd_db_backup = {
	.words = "db backup",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_SURVEYS,
	.help = {"a copy of the SQLite database while servers go on", "服务运行时复制 SQLite 数据库"},
	.more = {"The copy is a database like the one it was made of: name it in --database, or put it in its place "
		 "while no server runs. FILE must not be there yet. PostgreSQL has tools of its own; “zhun db dump” "
		 "serves both.",
		 "副本本身就是数据库：可用 --database 指定，或在没有服务运行时放回原处。FILE 不得已存在。"
		 "PostgreSQL 有自己的工具；“zhun db dump”两者均可。"},
	.run = run_backup,
};

/* ---- dump ---- */

static enum zhun_code put(void *context, const char *s, size_t n, struct zhun_error *err)
{
	FILE *f = context;
	return fwrite(s, 1, n, f) == n ? ZHUN_OK : zhun_fail(err, ZHUN_E_FILE_WRITE, NULL, strerror(errno));
}

/* A dump holds what is secret: never over another file, and for its owner alone. */
static FILE *make_file(const char *path, struct zhun_error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "wb");
	if (!f)
		(void)zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	return f;
}

static enum zhun_code dump_to(struct zhun_cli *cli, FILE *f, int64_t *ret_rows, struct zhun_error *err)
{
	const struct zhun_dump_out o = {put, f};
	enum zhun_code code = zhun_service_dump(&cli->call, &o, ret_rows, err);
	if (!code && fflush(f))
		code = zhun_fail(err, ZHUN_E_FILE_WRITE, NULL, strerror(errno));
	return code;
}

static enum zhun_code dump_file(struct zhun_cli *cli, const char *path, int64_t *ret_rows, struct zhun_error *err)
{
	FILE *f = make_file(path, err);
	if (!f)
		return ZHUN_E_FILE_WRITE;
	enum zhun_code code = dump_to(cli, f, ret_rows, err);
	if (!code && fsync(fileno(f)))
		code = zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	if (fclose(f) && !code)
		code = zhun_fail(err, ZHUN_E_FILE_WRITE, path, strerror(errno));
	if (code)
		(void)unlink(path);
	return code;
}

static enum zhun_code run_dump(struct zhun_cli *cli, struct zhun_error *err)
{
	int64_t rows = 0;
	bool standard = zhun_str_equal(cli->arguments[0], "-");
	enum zhun_code code = standard ? dump_to(cli, cli->out, &rows, err)
				       : dump_file(cli, cli->arguments[0], &rows, err);
	return code ? code : say_rows(cli, rows);
}

const struct zhun_command zhun_cmd_db_dump = {
	.words = "db dump",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_SURVEYS,
	.help = {"all of the database as JSON lines, the same from either engine", "将整个数据库输出为 JSON 行，两种引擎相同"},
	.more = {"Records with their histories, changes, documents, accounts and what is secret about them: keep it as "
		 "you keep the database. “zhun db restore” makes a database of either engine from it. “-” is standard "
		 "output.",
		 "包含记录及其历史、变更、文件、账户及其保密内容：请像保管数据库一样保管。“zhun db restore”"
		 "可由其恢复为任一引擎的数据库。“-”为标准输出。"},
	.run = run_dump,
};

/* ---- restore ---- */

/* A line of any length, in an arena that each line begins anew. */
struct lines {
	FILE *f;
	const char *path;
	struct zhun_arena *arena;
};

static enum zhun_code next_line(void *context, const char **ret, size_t *ret_n, struct zhun_error *err)
{
	struct lines *l = context;
	struct zhun_text line;
	char piece[16384];
	zhun_arena_reset(l->arena);
	zhun_text_init(&line, l->arena, LINE_MOST);
	while (!line.failed && !(line.len && line.ptr[line.len - 1] == '\n') && fgets(piece, sizeof piece, l->f))
		zhun_text_add(&line, piece);
	*ret = NULL;
	if (ferror(l->f))
		return zhun_fail(err, ZHUN_E_FILE_READ, NULL, l->path, strerror(errno));
	if (!line.len)
		return ZHUN_OK;
	*ret_n = line.len - (line.ptr[line.len - 1] == '\n');
	return zhun_text_done(&line, ret, err);
}

static enum zhun_code run_restore(struct zhun_cli *cli, struct zhun_error *err)
{
	const char *path = cli->arguments[0];
	bool standard = zhun_str_equal(path, "-");
	struct lines l = {standard ? stdin : fopen(path, "rb"), path, zhun_arena_open(2 * LINE_MOST)};
	const struct zhun_restore_in in = {next_line, &l};
	int64_t rows = 0;
	if (!l.f)
		(void)zhun_fail(err, ZHUN_E_FILE_READ, NULL, path, strerror(errno));
	else if (!l.arena)
		(void)zhun_fail(err, ZHUN_E_NO_MEMORY, NULL);
	enum zhun_code code = l.f && l.arena ? zhun_service_restore(&cli->call, &in, &rows, err) : err->code;
	if (l.f && !standard)
		(void)fclose(l.f);
	zhun_arena_close(l.arena);
	return code ? code : say_rows(cli, rows);
}

const struct zhun_command zhun_cmd_db_restore = {
	.words = "db restore",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.need = ZHUN_CMD_SURVEYS,
	.help = {"make a new database, of either engine, from a dump", "由转储建立新的数据库（任一引擎）"},
	.more = {"The database that --database names must be new. Moving from SQLite to PostgreSQL is a dump of the "
		 "one and a restoration into the other. What was broken off is refused by every program: remove it and "
		 "begin anew.",
		 "--database 指定的数据库必须是新的。从 SQLite 迁移到 PostgreSQL 即转储前者、恢复到后者。"
		 "中断的恢复结果会被所有程序拒绝：请删除后重新开始。"},
	.run = run_restore,
};

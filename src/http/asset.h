/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web client's files inside the program, as tools/mkembed lays them out. */
#ifndef ZHUN_HTTP_ASSET_H
#define ZHUN_HTTP_ASSET_H

#include <stdbool.h>
#include <stddef.h>

/** A file: its bytes lie in zhun_asset_bytes from offset; gzip_length 0 where that gains nothing. */
struct zhun_asset {
	const char *path;  /* in the URL: "/", "/check", "/assets/x-1a2b.js" */
	const char *type;
	const char *tag;   /* of its bytes, for the ETag */
	size_t offset, length, gzip_offset, gzip_length;
	bool lasting;      /* its name changes with its content */
};

/** Sorted by path. */
extern const struct zhun_asset zhun_assets[];
extern const size_t zhun_assets_count;
extern const unsigned char zhun_asset_bytes[];

#endif

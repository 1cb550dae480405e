/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many YAML texts, one after another, while a second thread reads those that come next: reading is most of what a
 * catalogue of small files costs. A few are read ahead, no more. Without a second thread all is as it would be with
 * zhun_yaml_parse, but slower. For one thread.
 */
#ifndef ZHUN_CODEC_YAML_AHEAD_H
#define ZHUN_CODEC_YAML_AHEAD_H

#include "codec/yaml.h"

struct zhun_yaml_ahead;

/** @a texts, in their order, outlive it. Each is read in at most @a room bytes. */
enum zhun_code zhun_yaml_ahead_open(const struct zhun_bytes *texts, size_t count, size_t room,
				    struct zhun_yaml_ahead **ret, struct zhun_error *err) ZHUN_MUST_USE;
struct zhun_yaml_ahead *zhun_yaml_ahead_close(struct zhun_yaml_ahead *h);

/** The tree of the next text, which stays until the one after it is asked for; fails as zhun_yaml_parse of that text,
 *  and goes on. There must be a next one. */
enum zhun_code zhun_yaml_ahead_next(struct zhun_yaml_ahead *h, const struct zhun_json **ret,
				    struct zhun_error *err) ZHUN_MUST_USE;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XML as the tree that JSON is read into, for who takes records from files of
 * many formats: an element is an object with its attributes ("@lang", without
 * prefix), its own text ("#text", where it has any), and an array of the
 * elements of each name. Namespaces are left out. Texts are the elements', in
 * their arena.
 */
#ifndef ZHUN_CODEC_XML_TREE_H
#define ZHUN_CODEC_XML_TREE_H

#include "codec/json.h"
#include "codec/xml.h"

enum zhun_code zhun_xml_tree(struct zhun_arena *a, const struct zhun_xml *element, const struct zhun_json **ret,
			     struct zhun_error *err) ZHUN_MUST_USE;

#endif

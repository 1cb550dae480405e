/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that need the server's floor. */
#ifndef ZHUN_ZHUN_COMMANDS_H
#define ZHUN_ZHUN_COMMANDS_H

#include "cli/cli.h"

extern const struct zhun_command zhun_cmd_serve, zhun_cmd_demo_serve, zhun_cmd_routes, zhun_cmd_openapi;

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its settings and its commands, as tables; everything else is below. */
#include "zhun/commands.h"

static const struct zhun_setting settings[] = {
#define SETTING_TEXT(name, preset, en, zh) {#name, ZHUN_SET_TEXT, preset, 0, 0, 0, NULL, {en, zh}},
#define SETTING_SWITCH(name, preset, en, zh) {#name, ZHUN_SET_SWITCH, NULL, preset, 0, 1, NULL, {en, zh}},
#define ZHUN_SETTING(name, preset, least, most, unit, en, zh) \
	{#name, ZHUN_SET_INTEGER, NULL, preset, least, most, unit, {en, zh}},
#include "http/settings.def"
#include "zhun/settings.def"
};

static const struct zhun_command *const commands[] = {
	&zhun_cmd_serve,
	&zhun_cmd_verify,
	&zhun_cmd_search,
	&zhun_cmd_certificate_import,
	&zhun_cmd_import,
	&zhun_cmd_export,
	&zhun_cmd_sources,
	&zhun_cmd_measure_run,
	&zhun_cmd_measure_operations,
	&zhun_cmd_measure_cases,
	&zhun_cmd_budget_check,
	&zhun_cmd_budget_run,
	&zhun_cmd_budget_report,
	&zhun_cmd_budget_reverse,
	&zhun_cmd_budget_what_if,
	&zhun_cmd_budget_import,
	&zhun_cmd_budget_rows,
	&zhun_cmd_account_add,
	&zhun_cmd_account_link,
	&zhun_cmd_account_data,
	&zhun_cmd_account_erase,
	&zhun_cmd_token_create,
	&zhun_cmd_audit,
	&zhun_cmd_organisation_requests,
	&zhun_cmd_organisation_approve,
	&zhun_cmd_organisation_refuse,
	&zhun_cmd_job_list,
	&zhun_cmd_job_run,
	&zhun_cmd_job_retry,
	&zhun_cmd_job_cancel,
	&zhun_cmd_db_status,
	&zhun_cmd_db_migrate,
	&zhun_cmd_db_backup,
	&zhun_cmd_db_dump,
	&zhun_cmd_db_restore,
	&zhun_cmd_db_reindex,
	&zhun_cmd_schema_print,
	&zhun_cmd_schema_diff,
	&zhun_cmd_plan_load,
	&zhun_cmd_plan_show,
	&zhun_cmd_demo_generate,
	&zhun_cmd_demo_serve,
	&zhun_cmd_routes,
	&zhun_cmd_openapi,
	&zhun_cmd_settings,
	&zhun_cmd_errors,
	&zhun_cmd_manual,
	&zhun_cmd_completion,
	&zhun_cmd_version,
	&zhun_cmd_help,
	NULL,
};

int main(int argc, char **argv)
{
	return zhun_cli_main(commands, settings, ZHUN_COUNT(settings), argc, argv);
}

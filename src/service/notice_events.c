/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What accounts are told of. */
#include "service/notice.h"
#include "zhun/base/text.h"

const struct zhun_event zhun_events[ZHUN_EVENTS] = {
	[ZHUN_EVENT_ACCREDITATION_SUSPENDED] = {
		"accreditation_suspended", true, ZHUN_MAIL_NOW,
		{"An accreditation of my organisation is suspended", "本机构的认可被暂停"},
		{"Accreditation {1} is suspended from {2}.", "认可 {1} 自 {2} 起暂停。"}},
	[ZHUN_EVENT_ACCREDITATION_WITHDRAWN] = {
		"accreditation_withdrawn", true, ZHUN_MAIL_NOW,
		{"An accreditation of my organisation is withdrawn", "本机构的认可被撤销"},
		{"Accreditation {1} is withdrawn from {2}.", "认可 {1} 自 {2} 起撤销。"}},
	[ZHUN_EVENT_ACCREDITATION_EXPIRED] = {
		"accreditation_expired", true, ZHUN_MAIL_NOW,
		{"An accreditation of my organisation has expired", "本机构的认可已到期"},
		{"Accreditation {1} expired on {2}.", "认可 {1} 已于 {2} 到期。"}},
	[ZHUN_EVENT_ACCREDITATION_EXPIRING] = {
		"accreditation_expiring", true, ZHUN_MAIL_DAILY,
		{"An accreditation of my organisation expires within 60 days", "本机构的认可将在 60 天内到期"},
		{"Accreditation {1} is valid until {2} only.", "认可 {1} 的有效期至 {2}。"}},
	[ZHUN_EVENT_CERTIFICATE_SUSPENDED] = {
		"certificate_suspended", true, ZHUN_MAIL_NOW,
		{"A certificate issued to my organisation is suspended", "发给本机构的证书被暂停"},
		{"Certificate {1} is suspended from {2}.", "证书 {1} 自 {2} 起暂停。"}},
	[ZHUN_EVENT_CERTIFICATE_WITHDRAWN] = {
		"certificate_withdrawn", true, ZHUN_MAIL_NOW,
		{"A certificate issued to my organisation is withdrawn", "发给本机构的证书被撤销"},
		{"Certificate {1} is withdrawn from {2}.", "证书 {1} 自 {2} 起撤销。"}},
	[ZHUN_EVENT_CERTIFICATE_EXPIRING] = {
		"certificate_expiring", true, ZHUN_MAIL_DAILY,
		{"A certificate issued to my organisation expires within 60 days", "发给本机构的证书将在 60 天内到期"},
		{"Certificate {1} is valid until {2} only.", "证书 {1} 的有效期至 {2}。"}},
	[ZHUN_EVENT_MEMBER_ADDED] = {
		"member_added", true, ZHUN_MAIL_NOW,
		{"I became a member of an organisation", "我成为某机构的成员"},
		{"You act for {1} from now on.", "您现在可代表 {1} 操作。"}},
	[ZHUN_EVENT_IMPORT_FINISHED] = {
		"import_finished", true, ZHUN_MAIL_NEVER,
		{"An import of mine is filed", "我的导入已入库"},
		{"Rows imported into {1}: {2}.", "{1}：已导入 {2} 行。"}},
	[ZHUN_EVENT_IMPORT_REFUSED] = {
		"import_refused", true, ZHUN_MAIL_NEVER,
		{"An import of mine is refused", "我的导入被拒绝"},
		{"{1}: {2} rows were refused, and nothing was changed.", "{1}：{2} 行被拒绝，未作任何更改。"}},
	[ZHUN_EVENT_ORGANISATION_ASKED] = {
		"organisation_asked", true, ZHUN_MAIL_DAILY,
		{"An organisation asks to be registered", "有机构申请登记"},
		{"{1} asks to be registered (request {2}).", "{1} 申请登记（第 {2} 号申请）。"},
		.path = "/requests", .authorities = true},
	[ZHUN_EVENT_ORGANISATION_APPROVED] = {   /* who asked gets a mail of its own */
		"organisation_approved", true, ZHUN_MAIL_NEVER,
		{"An organisation that I asked for is registered", "我申请的机构获准登记"},
		{"{1} is registered (request {2}).", "{1} 已获准登记（第 {2} 号申请）。"}},
	[ZHUN_EVENT_ORGANISATION_REFUSED] = {
		"organisation_refused", true, ZHUN_MAIL_NEVER,
		{"An organisation that I asked for is refused", "我申请的机构未获登记"},
		{"{1} is not registered (request {2}): {3}", "{1} 未获登记（第 {2} 号申请）：{3}"},
		.path = "/register"},
};

const struct zhun_event *zhun_event_named(const char *name)
{
	for (size_t i = 0; i < ZHUN_EVENTS; i++)
		if (strcmp(zhun_events[i].name, name) == 0)
			return &zhun_events[i];
	return NULL;
}

bool zhun_event_concerns(const struct zhun_event *e, const struct zhun_viewer *viewer)
{
	return !e->authorities || viewer->administrator || viewer->regulator;
}

const char *zhun_by_mail_name(enum zhun_by_mail m)
{
	static const char *const names[] = {
		[ZHUN_MAIL_NEVER] = "none", [ZHUN_MAIL_NOW] = "now", [ZHUN_MAIL_DAILY] = "digest"};
	return names[m];
}

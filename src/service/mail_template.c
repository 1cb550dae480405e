/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of mails. */
#include "service/mail.h"

const struct zhun_mail_text zhun_mail_texts[ZHUN_MAIL_TEMPLATES] = {
	[ZHUN_MAIL_CONFIRM] = {
		{"Is this your address?", "请确认邮件地址"},
		{"Somebody gave this address for notices of the quality infrastructure registers. If it was you, open "
		 "this link within a day:\n\n{1}\n\nElse do nothing: no more mail will come.\n",
		 "有人登记此地址用于接收质量基础设施登记的通知。如系本人操作，请在一天内打开以下链接：\n\n{1}\n\n"
		 "如非本人操作，无需理会，不会再收到邮件。\n"}},
	[ZHUN_MAIL_NOTICE] = {
		{"{1}", "{1}"},
		{"{1}\n\n{2}\n\n-- \nYou chose to be told at once. Other choices:\n{3}\n",
		 "{1}\n\n{2}\n\n-- \n您选择了即时通知。更改选择：\n{3}\n"}},
	[ZHUN_MAIL_DIGEST] = {
		{"What happened: {1}", "每日摘要：{1} 项"},
		{"Since the last summary:\n\n{2}\n-- \nYou chose a daily summary. Other choices:\n{3}\n",
		 "自上次摘要以来：\n\n{2}\n-- \n您选择了每日摘要。更改选择：\n{3}\n"}},
	[ZHUN_MAIL_APPROVED] = {
		{"{1} is registered", "{1} 已获准登记"},
		{"Request {2} is approved: {1} stands in the registers, and your account acts for it as its manager:"
		 "\n\n{3}\n",
		 "第 {2} 号申请已获批准：{1} 已登记，您的账户是其管理者：\n\n{3}\n"}},
	[ZHUN_MAIL_INVITED] = {
		{"{1} is registered", "{1} 已获准登记"},
		{"Request {2} is approved: {1} stands in the registers. Open this link within a week, once, to act for "
		 "it as its manager:\n\n{3}\n",
		 "第 {2} 号申请已获批准：{1} 已登记。请在一周内打开以下一次性链接，成为其管理者：\n\n{3}\n"}},
	[ZHUN_MAIL_REFUSED] = {
		{"{1} is not registered", "{1} 未获登记"},
		{"Request {2} is refused: {1} is not registered. The reason:\n\n{3}\n",
		 "第 {2} 号申请未获批准，{1} 未予登记。理由：\n\n{3}\n"}},
};

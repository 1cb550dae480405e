/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

static const struct zhun_choice certificate_kinds[] = {
	{"calibration", {"Calibration", "校准"}},
	{"verification", {"Verification", "检定"}},
	{"test", {"Test report", "检测报告"}},
	{"inspection", {"Inspection", "检验"}},
	{"product", {"Product certification", "产品认证"}},
	{"management", {"Management system", "管理体系认证"}},
	{"reference_material", {"Reference material", "标准物质"}},
	{0},
};

static const struct zhun_choice certificate_states[] = {
	{"valid", {"Valid", "有效"}},
	{"suspended", {"Suspended", "暂停"}},
	{"withdrawn", {"Withdrawn", "撤销"}},
	{"superseded", {"Superseded", "已被替代"}},
	{0},
};

static const struct zhun_field certificate_fields[] = {
	{"number", ZHUN_F_TEXT, {"Number", "编号"}, .required = true, .sortable = true, .searched = true,
	 .fixed = true, .help = {"Unique with its issuer.", "在发证机构内唯一。"}},
	{"issuer", ZHUN_F_LINK, {"Issuer", "发证机构"}, .link = "organisation", .required = true,
	 .fixed = true, .help = {"Who issued it.", "出具证书的机构。"}},
	{"kind", ZHUN_F_CHOICE, {"Kind", "类别"}, .required = true, .indexed = true,
	 .choices = certificate_kinds, .fixed = true,
	 .help = {"What it attests.", "证明事项的类别。"}},
	{"customer", ZHUN_F_LINK, {"Customer", "委托方"}, .link = "organisation",
	 .help = {"For whom it was issued.", "证书的委托方。"}},
	{"customer_name", ZHUN_F_TEXT, {"Customer as stated", "所载委托方"}, .read = ZHUN_READ_MEMBER,
	 .fixed = true,
	 .help = {"As the certificate names it.", "证书所载委托方名称。"}},
	{"item", ZHUN_F_LINK, {"Item", "器具"}, .link = "instrument",
	 .help = {"The instrument it is about, where it is registered.", "证书所涉器具，已登记时填写。"}},
	{"item_name", ZHUN_F_TEXT, {"Item as stated", "所载器具名称"}, .fixed = true, .searched = true,
	 .help = {"As the certificate names it.", "证书所载器具名称。"}},
	{"item_serial", ZHUN_F_TEXT, {"Serial number as stated", "所载出厂编号"}, .indexed = true,
	 .fixed = true, .searched = true,
	 .help = {"As the certificate gives it.", "证书所载出厂编号。"}},
	{"issued", ZHUN_F_DATE, {"Issued", "签发日期"}, .required = true, .sortable = true, .fixed = true,
	 .help = {"Date of issue.", "证书签发日期。"}},
	{"performed", ZHUN_F_DATE, {"Work begun", "工作起始日期"}, .indexed = true, .fixed = true,
	 .help = {"First day of the work.", "工作首日。"}},
	{"performed_until", ZHUN_F_DATE, {"Work ended", "工作结束日期"}, .fixed = true,
	 .help = {"Last day of the work.", "工作末日。"}},
	{"valid_until", ZHUN_F_DATE, {"Valid until", "有效期至"}, .sortable = true,
	 .help = {"Where the certificate states one; a calibration states none.",
		  "证书载明时填写，校准证书一般不载明。"}},
	{"accreditation", ZHUN_F_LINK, {"Accreditation claimed", "所声明的认可"},
	 .link = "accreditation",
	 .help = {"Under whose scope it claims to be issued.", "证书声明所依据的认可。"}},
	{"signatory", ZHUN_F_TEXT, {"Signed by", "签发人"}, .fixed = true,
	 .help = {"As the certificate names the signatory.", "证书所载签发人。"}},
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .indexed = true,
	 .choices = certificate_states,
	 .help = {"What it is today; the dated states are below.", "当前状态，历次状态见下。"}},
	{"superseded_by", ZHUN_F_LINK, {"Superseded by", "替代证书"}, .link = "certificate",
	 .help = {"The certificate that replaces it.", "替代本证书的证书。"}},
	{"published", ZHUN_F_BOOLEAN, {"Published", "公开"}, .indexed = true,
	 .help = {"Everybody may read it.", "允许公众查阅。"}},
	{"format", ZHUN_F_TEXT, {"Format", "格式"}, .fixed = true,
	 .help = {"Of the original, for example DCC 3.2.1.", "原件格式，如 DCC 3.2.1。"}},
	{"document", ZHUN_F_DOCUMENT, {"Original", "原件"}, .fixed = true,
	 .help = {"The bytes as they came.", "收到时的原始文件。"}},
	{0},
};

static const struct zhun_field certificate_state_fields[] = {
	{"state", ZHUN_F_CHOICE, {"State", "状态"}, .required = true, .choices = certificate_states,
	 .help = {"What it became.", "变更后的状态。"}},
	{"since", ZHUN_F_DATE, {"Since", "起始日期"}, .required = true,
	 .help = {"First day on which the state holds.", "该状态生效首日。"}},
	{"reason", ZHUN_F_TEXT, {"Reason", "原因"},
	 .help = {"As the issuer stated it.", "发证机构所述原因。"}},
	{0},
};

static const struct zhun_field certificate_value_fields[] = {
	{"value", ZHUN_F_QUANTITY, {"Value", "值"}, .lenient = true,
	 .help = {"Digits and unit as the certificate writes them.", "按证书书写的数字和单位。"}},
	{"uncertainty", ZHUN_F_QUANTITY, {"Uncertainty U", "不确定度 U"}, .lenient = true,
	 .help = {"Expanded uncertainty, in its own unit.", "扩展不确定度及其单位。"}},
	{"k", ZHUN_F_TEXT, {"Coverage factor k", "包含因子 k"},
	 .help = {"As written.", "按原文。"}},
	{"p", ZHUN_F_TEXT, {"Coverage probability", "包含概率"},
	 .help = {"As written, for example 0.95.", "按原文，如 0.95。"}},
	{"distribution", ZHUN_F_TEXT, {"Distribution", "分布"},
	 .help = {"As written, for example normal.", "按原文，如正态。"}},
	{0},
};

static const struct zhun_child certificate_result_children[] = {
	{"value", "values", {"Values", "数值"},
	 {"The numbers of one result, in the order written.", "一项结果的各数值，按书写次序。"},
	 .fields = certificate_value_fields},
	{0},
};

static const struct zhun_field certificate_result_fields[] = {
	{"path", ZHUN_F_TEXT, {"Place", "位置"},
	 .help = {"Where it stands in the original.", "在原件中的位置。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"},
	 .help = {"What the certificate calls it.", "证书中的名称。"}},
	{"role", ZHUN_F_TEXT, {"Role", "作用"},
	 .help = {"What the type references say, for example basic_referenceValue.",
		  "类型引用所述，如 basic_referenceValue。"}},
	{"quantity_kind", ZHUN_F_LINK, {"Quantity", "量"}, .link = "quantity_kind",
	 .help = {"Its kind, where it is known.", "已知的量的种类。"}},
	{"conformity", ZHUN_F_TEXT, {"Conformity", "符合性"},
	 .help = {"The statement of conformity, as written.", "符合性结论原文。"}},
	{0},
};

static const struct zhun_field certificate_evidence_fields[] = {
	{"name", ZHUN_F_TEXT, {"Item used", "所用标准器"}, .required = true,
	 .help = {"As the certificate names it.", "证书所载名称。"}},
	{"serial", ZHUN_F_TEXT, {"Serial number", "编号"},
	 .help = {"As the certificate gives it.", "证书所载编号。"}},
	{"certificate_number", ZHUN_F_TEXT, {"Its certificate as stated", "所载溯源证书"},
	 .indexed = true,
	 .help = {"Number of the certificate cited.", "所引用证书的编号。"}},
	{"issuer_name", ZHUN_F_TEXT, {"Issuer as stated", "所载发证机构"},
	 .help = {"Who issued the certificate cited.", "所引用证书的发证机构。"}},
	{"sha256", ZHUN_F_TEXT, {"Digest", "摘要"},
	 .help = {"SHA-256 of the certificate cited, where it is given.", "所引用证书的 SHA-256 摘要。"}},
	{"used", ZHUN_F_DATE, {"Date of use", "使用日期"},
	 .help = {"The day it served as reference.", "作为标准器使用的日期。"}},
	{"certificate", ZHUN_F_LINK, {"Its certificate", "溯源证书"}, .link = "certificate",
	 .help = {"Resolved; empty until it is found here.", "已对应的证书，未找到时为空。"}},
	{"instrument", ZHUN_F_LINK, {"Instrument", "标准器"}, .link = "instrument",
	 .help = {"Resolved; empty until it is found here.", "已对应的标准器，未找到时为空。"}},
	{0},
};

static const struct zhun_child certificate_children[] = {
	{"state", "states", {"States", "状态记录"},
	 {"What it became on which day.", "历次状态及其日期。"},
	 .fields = certificate_state_fields},
	{"result", "results", {"Results", "结果"},
	 {"What was measured or found.", "测量或检验所得结果。"},
	 .fields = certificate_result_fields, .children = certificate_result_children,
	 .insert_only = true},
	{"evidence", "evidence", {"Evidence", "溯源依据"},
	 {"Items used as references, as stated, each with its certificate where it is known.",
	  "所用标准器及其已知的溯源证书。"},
	 .fields = certificate_evidence_fields},
	{0},
};

const struct zhun_register zhun_register_certificate = {
	.name = "certificate", .plural = "certificates", .group = "conformity",
	.title = {"Certificate", "证书"}, .titles = {"Certificates", "证书"},
	.help = {"Certificates and reports with results, evidence and the original.",
		 "证书和报告，含结果、溯源依据和原件。"},
	.fields = certificate_fields, .children = certificate_children,
	.key = {"issuer", "number"}, .title_fields = {"number", "issuer"}, .sort = "-issued",
	.list = {"number", "issuer", "kind", "customer", "item", "item_name", "issued", "valid_until",
		 "state"},
	.owners = {{"issuer", .writes = true}, {"customer"}}, .write_role = ZHUN_ROLE_STAFF,
	.public_when = {ZHUN_PUBLIC_WHEN, "published"},
};

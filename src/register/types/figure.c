/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/declaration.h"

/* As written in the plan: 超过 is over, 以上 at_least, 以内 at_most, 左右 about, 近 almost; 一批 is a word, not a
 * number. The words are those of plan/target.h. */
static const struct zhun_choice figure_comparators[] = {
	{"equal", {"=", "="}},
	{"over", {"> (over)", "＞（超过、多、余）"}},
	{"at_least", {"≥ (at least)", "≥（以上）"}},
	{"under", {"< (under)", "＜（不足、低于）"}},
	{"at_most", {"≤ (at most)", "≤（以内、不超过）"}},
	{"about", {"≈ (about)", "≈（左右）"}},
	{"almost", {"≲ (almost)", "≲（近）"}},
	{"range", {"range", "区间"}},
	{"growth", {"growth of at least, in %", "增长（以上，%）"}},
	{"qualitative", {"in words", "定性"}},
	{0},
};

static const struct zhun_choice figure_measures[] = {
	{"count", {"Number of records", "记录数"}},
	{"sum", {"Sum of a field", "字段合计"}},
	{"entered", {"Entered by hand", "人工填报"}},
	{"derived", {"From the targets of the clusters", "由集聚区目标推算"}},
	{0},
};

static const struct zhun_choice figure_areas[] = {
	{"metrology", {"Metrology", "计量"}},
	{"standards", {"Standards", "标准"}},
	{"conformity", {"Inspection, testing and certification", "检验检测认证"}},
	{"overall", {"Overall", "总体"}},
	{"cluster", {"Cluster", "集聚区"}},
	{0},
};

static const struct zhun_field figure_fields[] = {
	{"plan", ZHUN_F_LINK, {"Plan", "规划"}, .link = "plan", .required = true, .fixed = true,
	 .help = {"The plan that states it.", "提出该指标的规划。"}},
	{"code", ZHUN_F_TEXT, {"Code", "代码"}, .required = true, .sortable = true, .searched = true,
	 .help = {"Unique in the plan.", "在规划内唯一。"}},
	{"name", ZHUN_F_TEXTS, {"Name", "名称"}, .required = true, .sortable = true, .searched = true,
	 .help = {"What is counted.", "指标名称。"}},
	{"area", ZHUN_F_CHOICE, {"Subject", "领域"}, .required = true, .indexed = true,
	 .choices = figure_areas, .help = {"What it is about.", "指标所属领域。"}},
	{"cluster", ZHUN_F_LINK, {"Cluster", "集聚区"}, .link = "cluster",
	 .help = {"The cluster whose target it is.", "所属集聚区。"}},
	{"unit", ZHUN_F_TEXT, {"Unit", "单位"},
	 .help = {"Of the numbers below.", "下列数值的单位。"}},
	{"baseline_comparator", ZHUN_F_CHOICE, {"Baseline is", "基期关系"}, .choices = figure_comparators,
	 .help = {"As the plan words it; empty where it states no baseline.", "按规划措辞，未载明时为空。"}},
	{"baseline_low", ZHUN_F_REAL, {"Baseline", "基期值"},
	 .help = {"The number, or the lower end of a range.", "基期数值或区间下限。"}},
	{"baseline_high", ZHUN_F_REAL, {"Baseline, upper end", "基期上限"},
	 .help = {"Of a range.", "区间上限。"}},
	{"target_comparator", ZHUN_F_CHOICE, {"Target is", "目标关系"}, .indexed = true,
	 .choices = figure_comparators,
	 .help = {"As the plan words it; empty where it sets no target.", "按规划措辞，未设目标时为空。"}},
	{"target_low", ZHUN_F_REAL, {"Target", "目标值"},
	 .help = {"The number, or the lower end of a range.", "目标数值或区间下限。"}},
	{"target_high", ZHUN_F_REAL, {"Target, upper end", "目标上限"},
	 .help = {"Of a range.", "区间上限。"}},
	{"target_words", ZHUN_F_TEXTS, {"Target in words", "目标措辞"},
	 .help = {"Where the plan gives no number.", "规划未给数值时的措辞。"}},
	{"tolerance", ZHUN_F_REAL, {"Tolerance of “about”", "“左右”的容差"}, .unit = "%",
	 .help = {"By how much a number may miss an “about” and still be taken as met.",
		  "“左右”类目标视为达成的允许偏差。"}},
	{"target_year", ZHUN_F_INTEGER, {"Target year", "目标年"}, .indexed = true,
	 .help = {"By the end of which year.", "目标完成年份。"}},
	{"section", ZHUN_F_TEXT, {"Place in the plan", "规划章节"},
	 .help = {"Where the plan states it.", "指标在规划中的位置。"}},
	{"measure", ZHUN_F_CHOICE, {"How it is known", "取数方式"}, .required = true, .indexed = true,
	 .choices = figure_measures,
	 .help = {"Counted from a register as it stands, or entered by hand with its source.",
		  "由登记簿实时统计，或人工填报并注明来源。"}},
	{"register", ZHUN_F_TEXT, {"Register", "登记簿"},
	 .help = {"The register that is counted, by its plural name.", "统计所用登记簿（复数名）。"}},
	{"filter", ZHUN_F_TEXT, {"Filter", "筛选条件"},
	 .help = {"As in the address of a list, for example kind=public&holds_on={day}; {day} is the day asked for, "
		  "{year} the last year that had ended by it, {plan} and {cluster} are those of the figure.",
		  "与列表地址一致，如 kind=public&holds_on={day}；{day} 为查询日，{year} 为截至该日最近的完整年度，"
		  "{plan} 和 {cluster} 为本指标的规划与集聚区。"}},
	{"summed", ZHUN_F_TEXT, {"Field summed", "合计字段"},
	 .help = {"The number or amount that is added up.", "求和的字段。"}},
	{"once_by", ZHUN_F_TEXT, {"Counted once by", "去重字段"}, .later = true,
	 .help = {"The field whose different values are counted, for example organisation; empty: the records.",
		  "按该字段的不同取值计数，如 organisation；为空时按记录计数。"}},
	{"undecided", ZHUN_F_TEXT, {"May belong", "未定条件"}, .later = true,
	 .help = {"A filter for records of which it is not known whether they count.",
		  "筛选尚无法判断是否计入的记录。"}},
	{"note", ZHUN_F_TEXTS, {"Notes", "说明"},
	 .help = {"What a reader must know: gaps and contradictions of the plan are named here.",
		  "须知事项，规划中的缺漏与矛盾在此注明。"}},
	{0},
};

const struct zhun_register zhun_register_figure = {
	.name = "figure", .plural = "figures", .group = "plans",
	.title = {"Figure", "指标"}, .titles = {"Figures", "指标"},
	.help = {"Figures and targets of a plan, each with how it is counted.",
		 "规划的数据与目标及其统计方式。"},
	.fields = figure_fields,
	.key = {"plan", "code"}, .title_fields = {"code", "name"}, .sort = "code",
	.list = {"code", "name", "area", "cluster", "unit", "baseline_low", "target_comparator", "target_low",
		 "target_year", "measure"},
	.public_when = {ZHUN_PUBLIC_ALWAYS}, .authority_writes = true,
};

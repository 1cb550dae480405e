/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The route table. Rows of every register stand once, with {register} and {plural}, and are
 * expanded from the declarations. */
#include "http/handlers.h"
#include "register/declaration.h"
#include "zhun/base/text.h"

enum { SMALL = 16 * 1024, RECORD = 4 * 1024 * 1024, FILE_MOST = 32 * 1024 * 1024, BUDGET_MOST = 1024 * 1024,
	PREFERENCES = 64 * 1024 };

/* clang-format off */
static const struct zhun_route fixed[] = {
	{ZHUN_GET, "/healthz", "health", ZHUN_UNASKED, ZHUN_INLINE, ZHUN_NEEDS_NONE,
	 .answer = "status", .status = 200, .handler = zhun_handle_health,
	 .help = {"Whether the process lives", "进程是否存活"}},
	{ZHUN_GET, "/readyz", "ready", ZHUN_UNASKED, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "status", .status = 200, .handler = zhun_handle_ready,
	 .help = {"Whether requests can be served: the database answers and has the right version",
		  "能否提供服务：数据库可用且版本相符"}},
	{ZHUN_GET, "/metrics", "metrics", ZHUN_ADMINISTRATOR, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "file", .status = 200, .handler = zhun_handle_metrics,
	 .help = {"What the server counts of itself, as Prometheus reads it", "服务器自身的计数，Prometheus 文本格式"}},
	{ZHUN_GET, "/v1/openapi.json", "openapi", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_NONE,
	 .answer = "any", .status = 200, .handler = zhun_handle_openapi,
	 .help = {"This description of the interface", "接口的本说明"}},
	{ZHUN_GET, "/v1/errors", "errors", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_NONE,
	 .answer = "errors", .status = 200, .handler = zhun_handle_errors,
	 .help = {"Every error there is, with its number and sentence", "全部错误及其编号和说明"}},
	{ZHUN_GET, "/v1/schema", "schema", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "schema", .status = 200, .handler = zhun_handle_schema,
	 .help = {"All registers: their fields, and what the caller may do with each",
		  "全部登记簿：字段，以及来访者可进行的操作"}},

	{ZHUN_GET, "/v1/search", "search", ZHUN_ANYONE, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "search", .status = 200, .query = "search", .counted = "", .handler = zhun_handle_search,
	 .help = {"Records of all registers that hold all words, grouped by register", "包含全部词的各登记记录，按登记分组"}},
	{ZHUN_GET, "/v1/counts", "counts", ZHUN_ANYONE, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "counts", .status = 200, .handler = zhun_handle_counts,
	 .help = {"How many records of each register the caller may see, up to 10,000", "来访者可见的各登记记录数，最多计至 10000"}},

	{ZHUN_GET, "/v1/session", "session_get", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "session", .status = 200, .handler = zhun_handle_session_get,
	 .help = {"Who is logged in", "当前登录者"}},
	{ZHUN_POST, "/v1/session", "session_open", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "login", .answer = "session", .status = 200, .body_max = SMALL,
	 .handler = zhun_handle_session_open,
	 .help = {"Logs in; the session is a cookie, writing by it needs the answer’s word csrf in X-CSRF-Token",
		  "登录；会话以 cookie 保存，写操作须在 X-CSRF-Token 中带上应答里的 csrf"}},
	{ZHUN_DELETE, "/v1/session", "session_close", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_session_close,
	 .help = {"Logs out", "退出登录"}},
	{ZHUN_POST, "/v1/setup", "setup", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "setup", .answer = "session", .status = 200, .body_max = SMALL, .counted = "",
	 .handler = zhun_handle_setup,
	 .help = {"The first administrator, or a new password, by a one-time link",
		  "通过一次性链接设立首位管理员，或重设密码"}},
	{ZHUN_GET, "/v1/provider", "provider", ZHUN_UNASKED, ZHUN_INLINE, ZHUN_NEEDS_NONE,
	 .answer = "provider", .status = 200, .handler = zhun_handle_provider,
	 .help = {"The outside identity provider by which people may log in; name null: there is none",
		  "可用于登录的外部身份提供方；name 为 null 表示没有"}},
	{ZHUN_POST, "/v1/provider/login", "provider_login", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .answer = "provider_way", .status = 201, .counted = "", .handler = zhun_handle_provider_login,
	 .help = {"Where the browser goes to log in there; it comes back to /signed-in",
		  "浏览器前往登录的地址；登录后返回 /signed-in"}},
	{ZHUN_POST, "/v1/provider/answer", "provider_answer", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "provider_answer", .answer = "session", .status = 200, .body_max = SMALL, .counted = "",
	 .handler = zhun_handle_provider_answer,
	 .help = {"Logs in by what came back to /signed-in, in the browser that began",
		  "以返回 /signed-in 的参数登录，须在发起登录的浏览器中"}},
	{ZHUN_POST, "/v1/provider/connect", "provider_connect", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .answer = "provider_way", .status = 201, .handler = zhun_handle_provider_connect,
	 .help = {"Where the browser goes to connect the account with its person there", "浏览器前往关联外部身份的地址"}},
	{ZHUN_GET, "/v1/me/subjects", "subject_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "subjects", .status = 200, .handler = zhun_handle_subject_list,
	 .help = {"Outside log-ins that lead into the account", "可进入本账户的外部登录"}},
	{ZHUN_POST, "/v1/me/subjects", "subject_connect", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "provider_answer", .answer = "subject", .status = 201, .body_max = SMALL,
	 .handler = zhun_handle_subject_connect,
	 .help = {"Connects one, by what came back to /signed-in after connect",
		  "以 connect 之后返回 /signed-in 的参数关联外部登录"}},
	{ZHUN_DELETE, "/v1/me/subjects/{id}", "subject_remove", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_subject_remove,
	 .help = {"Disconnects one, unless nothing else leads into the account", "解除一个外部登录；若别无其他途径进入账户则拒绝"}},
	{ZHUN_GET, "/v1/me/preferences", "preference_get", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "any", .status = 200, .handler = zhun_handle_preference_get,
	 .help = {"What the account keeps for itself: one object, {} at first", "本账户自存的内容：一个对象，起初为 {}"}},
	{ZHUN_PUT, "/v1/me/preferences", "preference_put", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "any", .answer = "any", .status = 200, .body_max = PREFERENCES, .conditional = true,
	 .handler = zhun_handle_preference_put,
	 .help = {"Keeps another object in its place; If-Match \"1\" the first time", "以另一对象替换；首次使用 If-Match \"1\""}},
	{ZHUN_GET, "/v1/me/data", "personal_own", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "any", .status = 200, .query = "personal", .handler = zhun_handle_personal_own,
	 .help = {"All that is kept of the person behind the account, without secrets: one document",
		  "本账户个人信息的全部内容（不含密钥）：一份文件"}},
	{ZHUN_POST, "/v1/me/erasure", "erase_own", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "erasure_own", .status = 204, .body_max = SMALL, .handler = zhun_handle_erase_own,
	 .help = {"Closes the account for good and erases who it was; records it wrote stay under its id",
		  "永久停用本账户并删除其个人信息；其写入的记录以账户标识保留"}},
	{ZHUN_GET, "/v1/tokens", "token_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "tokens", .status = 200, .handler = zhun_handle_token_list,
	 .help = {"The account’s API tokens, without their secrets", "本账户的接口令牌（不含密钥）"}},
	{ZHUN_POST, "/v1/tokens", "token_create", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "token_new", .answer = "token", .status = 201, .body_max = SMALL,
	 .handler = zhun_handle_token_create,
	 .help = {"A new API token; its secret is shown this once", "新建接口令牌；密钥仅显示这一次"}},
	{ZHUN_DELETE, "/v1/tokens/{id}", "token_remove", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_token_remove,
	 .help = {"Ends a token", "作废令牌"}},

	{ZHUN_POST, "/v1/accounts/{id}/link", "account_link", ZHUN_ADMINISTRATOR, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .answer = "link", .status = 201, .handler = zhun_handle_account_link,
	 .help = {"A one-time link by which the account’s password is set", "用于设置该账户密码的一次性链接"}},

	{ZHUN_GET, "/v1/accounts/{id}/data", "personal", ZHUN_ADMINISTRATOR, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "any", .status = 200, .query = "personal", .handler = zhun_handle_personal,
	 .help = {"All that is kept of the person behind an account, for who asks by letter",
		  "某账户个人信息的全部内容，用于答复书面请求"}},
	{ZHUN_POST, "/v1/accounts/{id}/erasure", "erase", ZHUN_ADMINISTRATOR, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "erasure", .status = 204, .body_max = SMALL, .handler = zhun_handle_erase,
	 .help = {"Closes an account for good and erases who it was, for the reason given",
		  "按所述理由永久停用账户并删除其个人信息"}},

	{ZHUN_GET, "/v1/organisations/{id}/invitations", "invitation_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "invitations", .status = 200, .handler = zhun_handle_invitation_list,
	 .help = {"Invitations into the organisation that nobody has answered yet", "机构尚未被接受的邀请"}},
	{ZHUN_POST, "/v1/organisations/{id}/invitations", "invitation_create", ZHUN_ACCOUNT, ZHUN_POOL,
	 ZHUN_NEEDS_WRITE,
	 .body = "invitation_new", .answer = "invitation_made", .status = 201, .body_max = SMALL,
	 .handler = zhun_handle_invite,
	 .help = {"Invites a member: a link that is opened once, within a week; it is shown this once",
		  "邀请成员：一周内有效的一次性链接，仅显示这一次"}},
	{ZHUN_DELETE, "/v1/organisations/{id}/invitations/{invitation}", "invitation_remove", ZHUN_ACCOUNT, ZHUN_POOL,
	 ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_invitation_remove,
	 .help = {"Withdraws an invitation", "撤回邀请"}},
	{ZHUN_POST, "/v1/invitations/look", "invitation_look", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "invitation_link", .answer = "invitation", .status = 200, .body_max = SMALL, .counted = "",
	 .handler = zhun_handle_invitation_look,
	 .help = {"What a link invites to", "链接所邀请的内容"}},
	{ZHUN_POST, "/v1/invitations/accept", "invitation_accept", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "invitation_link", .answer = "session", .status = 200, .body_max = SMALL,
	 .handler = zhun_handle_invitation_accept,
	 .help = {"Makes the account that is logged in a member; without an account see setup",
		  "使当前登录的账户成为成员；没有账户时见 setup"}},
	{ZHUN_POST, "/v1/organisation-requests", "organisation_request_ask", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "organisation_request_new", .answer = "organisation_request_made", .status = 202, .body_max = SMALL,
	 .counted = "", .handler = zhun_handle_org_request_ask,
	 .help = {"Asks for an organisation to be registered; the secret, shown this once, opens the request",
		  "申请登记机构；密钥仅显示这一次，用于查看申请"}},
	{ZHUN_GET, "/v1/organisation-requests", "organisation_request_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "organisation_requests", .status = 200, .query = "organisation_requests",
	 .handler = zhun_handle_org_request_list,
	 .help = {"Requests, the latest first: all for regulators and administrators, else the account’s own",
		  "申请，最新在前：监管人员和管理员可见全部，其他账户仅见本账户的申请"}},
	{ZHUN_POST, "/v1/organisation-requests/look", "organisation_request_look", ZHUN_UNASKED, ZHUN_POOL,
	 ZHUN_NEEDS_READ,
	 .body = "organisation_request_secret", .answer = "organisation_request", .status = 200, .body_max = SMALL,
	 .counted = "", .handler = zhun_handle_org_request_look,
	 .help = {"The request that a secret opens", "密钥对应的申请"}},
	{ZHUN_GET, "/v1/organisation-requests/{id}", "organisation_request_get", ZHUN_ACCOUNT, ZHUN_INLINE,
	 ZHUN_NEEDS_READ,
	 .answer = "organisation_request", .status = 200, .handler = zhun_handle_org_request_get,
	 .help = {"A request, for who asked, regulators and administrators", "一项申请，供申请账户、监管人员和管理员查看"}},
	{ZHUN_POST, "/v1/organisation-requests/{id}/approval", "organisation_request_approve", ZHUN_ACCOUNT, ZHUN_POOL,
	 ZHUN_NEEDS_WRITE,
	 .body = "organisation_request_approval", .answer = "organisation_request_decided", .status = 200,
	 .body_max = SMALL, .handler = zhun_handle_org_request_approve,
	 .help = {"Files the organisation and lets who asked in as its manager; for regulators and administrators",
		  "批准：登记机构，申请者成为其管理者；限监管人员和管理员"}},
	{ZHUN_POST, "/v1/organisation-requests/{id}/refusal", "organisation_request_refuse", ZHUN_ACCOUNT, ZHUN_POOL,
	 ZHUN_NEEDS_WRITE,
	 .body = "organisation_request_refusal", .answer = "organisation_request_decided", .status = 200,
	 .body_max = SMALL, .handler = zhun_handle_org_request_refuse,
	 .help = {"Refuses it, with the reason that who asked reads; for regulators and administrators",
		  "不予批准，并向申请者说明理由；限监管人员和管理员"}},
	{ZHUN_POST, "/v1/organisation-requests/{id}/withdrawal", "organisation_request_withdraw", ZHUN_ANYONE,
	 ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "organisation_request_withdrawal", .answer = "organisation_request", .status = 200, .body_max = SMALL,
	 .counted = "", .handler = zhun_handle_org_request_withdraw,
	 .help = {"Withdraws a request, for the account that asked or by the secret", "撤回申请，由申请账户或凭密钥"}},
	{ZHUN_GET, "/v1/jobs", "job_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "jobs", .status = 200, .query = "jobs", .handler = zhun_handle_job_list,
	 .help = {"Work in the background that the account asked for; an administrator sees all",
		  "本账户要求的后台作业；管理员可见全部"}},
	{ZHUN_GET, "/v1/jobs/{id}", "job_get", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "job", .status = 200, .handler = zhun_handle_job_get,
	 .help = {"How far a job is, and what came of it", "作业的进度和结果"}},
	{ZHUN_DELETE, "/v1/jobs/{id}", "job_cancel", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_job_cancel,
	 .help = {"Cancels a job: one that waits never begins, of one that runs nothing stays",
		  "取消作业：等待中的不再开始，执行中的不留任何结果"}},
	{ZHUN_GET, "/v1/jobs/{id}/report", "job_report", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "file", .status = 200, .handler = zhun_handle_job_report,
	 .help = {"The report of a job that has ended", "已结束作业的报告"}},
	{ZHUN_GET, "/v1/changes", "change_list", ZHUN_AUTHORITY, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "changes", .status = 200, .query = "changes", .handler = zhun_handle_change_list,
	 .help = {"Every write: in one order that all servers of a database share, for programs that follow it; or the "
		  "latest first and filtered, for an audit",
		  "全部写入：按各服务器一致的次序供跟踪程序使用，或最新在前并可筛选，供审计使用"}},
	{ZHUN_GET, "/v1/session-events", "session_event_list", ZHUN_AUTHORITY, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "session_events", .status = 200, .query = "session_events",
	 .handler = zhun_handle_session_event_list,
	 .help = {"Log-ins, refused ones too, and what became of passwords and tokens, the latest first",
		  "登录（含被拒绝的）及密码、令牌事项，最新在前"}},
	{ZHUN_GET, "/v1/notices", "notice_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "notices", .status = 200, .query = "notices", .handler = zhun_handle_notice_list,
	 .help = {"What happened that concerns the account, the latest first", "与本账户有关的事项，最新在前"}},
	{ZHUN_POST, "/v1/notices/seen", "notice_seen", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "notice_until", .status = 204, .body_max = SMALL, .handler = zhun_handle_notice_seen,
	 .help = {"Marks a notice and all before it as read", "将某条通知及其之前的通知标为已读"}},
	{ZHUN_GET, "/v1/notices/choices", "notice_choices", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "notice_choices", .status = 200, .handler = zhun_handle_notice_choices,
	 .help = {"Of which events the account is told, and how", "本账户接收哪些事项及方式"}},
	{ZHUN_PUT, "/v1/notices/choices", "notice_choose", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "notice_choose", .answer = "notice_choices", .status = 200, .body_max = SMALL,
	 .handler = zhun_handle_notice_choose,
	 .help = {"Chooses; events that are not named stay as they are", "选择；未列出的事项不变"}},
	{ZHUN_POST, "/v1/notices/address", "notice_address", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "notice_address", .status = 204, .body_max = SMALL, .handler = zhun_handle_notice_address,
	 .help = {"Where mails go: a link is sent there first, which confirms it",
		  "设置邮件地址：先向该地址发送确认链接"}},
	{ZHUN_DELETE, "/v1/notices/address", "notice_no_address", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_notice_no_address,
	 .help = {"Forgets the address: no more mails", "删除邮件地址，不再发送邮件"}},
	{ZHUN_POST, "/v1/notices/address/confirm", "notice_confirm", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "notice_link", .status = 204, .body_max = SMALL, .counted = "", .handler = zhun_handle_notice_confirm,
	 .help = {"Confirms an address by the link that was sent to it", "以发送到该地址的链接确认邮件地址"}},

	{ZHUN_GET, "/v1/hooks", "hook_list", ZHUN_ACCOUNT, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "hooks", .status = 200, .query = "hooks", .handler = zhun_handle_hook_list,
	 .help = {"The webhooks of an organisation, for its managers", "某机构的网络回调，供其管理者查看"}},
	{ZHUN_POST, "/v1/hooks", "hook_create", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "hook_new", .answer = "hook", .status = 201, .body_max = SMALL, .handler = zhun_handle_hook_create,
	 .help = {"A new webhook; its secret is shown this once", "新建网络回调；密钥仅显示这一次"}},
	{ZHUN_DELETE, "/v1/hooks/{id}", "hook_remove", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .handler = zhun_handle_hook_remove,
	 .help = {"Removes a webhook", "删除网络回调"}},

	{ZHUN_GET, "/v1/documents/{id}", "document_get", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "file", .status = 200, .handler = zhun_handle_document,
	 .help = {"A document, byte for byte as it came", "原始文件，逐字节一致"}},
	{ZHUN_POST, "/v1/certificates/check", "certificate_check", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "file", .answer = "verdict", .status = 200, .body_max = FILE_MOST, .query = "upload", .counted = "",
	 .handler = zhun_handle_check,
	 .help = {"Judges a certificate file claim by claim; nothing is stored",
		  "逐项核查证书文件；不保存任何内容"}},
	{ZHUN_POST, "/v1/certificates/import", "certificate_import", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "file", .answer = "certificate", .status = 201, .also = 200, .body_max = FILE_MOST,
	 .query = "upload",
	 .handler = zhun_handle_import,
	 .help = {"Files a certificate with its results and evidence; the same bytes again change nothing",
		  "登记证书及其结果与依据；相同字节再次提交不产生变化"}},
	{ZHUN_GET, "/v1/certificates/{id}/verdict", "certificate_verdict", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "verdict", .status = 200, .query = "as_of", .handler = zhun_handle_verdict,
	 .help = {"The verdict on a certificate held, as of a day", "对已登记证书在某日的核查结论"}},

	{ZHUN_GET, "/v1/plans/{id}/dashboard", "plan_dashboard", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "plan_dashboard", .status = 200, .query = "time", .counted = "",
	 .handler = zhun_handle_plan_dashboard,
	 .help = {"A plan’s figures, what was counted or entered for each, and what that says, as of a day",
		  "规划的各项指标及其统计或填报数据和评估，可指定日期"}},

	{ZHUN_POST, "/v1/measure/uncertainty", "measure_uncertainty", ZHUN_UNASKED, ZHUN_POOL, ZHUN_NEEDS_NONE,
	 .body = "statement", .answer = "uncertainty", .status = 200, .body_max = SMALL,
	 .handler = zhun_handle_uncertainty,
	 .help = {"Reads an uncertainty U(x) as a laboratory writes it, and works it out at points",
		  "读取实验室书写的不确定度 U(x)，并在各点求值"}},
	{ZHUN_POST, "/v1/measure/study", "measure_study", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "any", .answer = "study_answers", .status = 200, .body_max = BUDGET_MOST, .query = "study",
	 .counted = "", .handler = zhun_handle_study,
	 .help = {"Asks operations of a study: uncertainty, Monte Carlo, regression, risk, gauge "
	 "studies, comparisons …",
		  "对研究数据执行操作：不确定度、蒙特卡洛、回归、风险、测量系统分析、比对等"}},
	{ZHUN_GET, "/v1/measure/operations", "measure_operations", ZHUN_UNASKED, ZHUN_INLINE, ZHUN_NEEDS_NONE,
	 .answer = "any", .status = 200, .handler = zhun_handle_study_ops,
	 .help = {"Every operation: its arguments, what it gives, by which source", "全部操作：参数、含义与依据"}},
	{ZHUN_POST, "/v1/measure/budget", "measure_budget", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "file", .answer = "budget", .status = 200, .body_max = BUDGET_MOST, .query = "budget", .counted = "",
	 .handler = zhun_handle_budget,
	 .help = {"Evaluates an uncertainty budget (YAML or JSON): table, U, rounded result, Monte Carlo",
		  "计算不确定度评定（YAML 或 JSON）：分量表、扩展不确定度、修约结果，并可进行蒙特卡洛计算"}},
	{ZHUN_POST, "/v1/measure/budget/stream", "measure_budget_stream", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "file", .answer = "events", .status = 200, .body_max = BUDGET_MOST, .query = "budget", .counted = "",
	 .streams = true, .handler = zhun_handle_budget_stream,
	 .help = {"The same with its progress, for long runs: server-sent events progress, then result or problem",
		  "同上，用于较长的运算：以服务器发送事件报告进度（progress），最后为 result 或 problem"}},
	{ZHUN_POST, "/v1/measure/budget/archive", "measure_budget_archive", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "file", .answer = "budget_archive", .status = 200, .body_max = BUDGET_MOST, .counted = "",
	 .handler = zhun_handle_budget_archive,
	 .help = {"A budget’s results with what they rest on, for budgets to come (from: {archive, result})",
		  "不确定度评定的结果及其影响量，供以后的评定引用（from: {archive, result}）"}},
	{ZHUN_POST, "/v1/measure/budget/rows", "measure_budget_rows", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "budget_rows", .answer = "budget_table", .status = 200, .body_max = BUDGET_MOST, .counted = "",
	 .handler = zhun_handle_budget_rows,
	 .help = {"A budget at each row of a table (CSV) whose columns are inputs or their u: value, u and U added",
		  "对数据表（CSV，各列为输入量或其 u）的每一行计算不确定度评定，增加值、u 和 U"}},
	{ZHUN_POST, "/v1/measure/budget/import", "measure_budget_import", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "file", .answer = "budget_text", .status = 200, .body_max = BUDGET_MOST, .counted = "",
	 .handler = zhun_handle_budget_import,
	 .help = {"A project of suncal (YAML) as a budget’s text, with comments on what has no counterpart",
		  "将 suncal 项目（YAML）转换为不确定度评定文本，注明无法转换的内容"}},
	{ZHUN_POST, "/v1/measure/budget/report", "measure_budget_report", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .body = "file", .answer = "file", .status = 200, .body_max = BUDGET_MOST, .query = "budget_report",
	 .counted = "",
	 .handler = zhun_handle_budget_report,
	 .help = {"A budget as a document to sign, HTML or PDF, in the language asked for",
		  "可供签署的不确定度评定报告（HTML 或 PDF），语言随请求"}},
};

static const struct zhun_route of_register[] = {
	{ZHUN_GET, "/v1/{plural}", "{register}_list", ZHUN_ANYONE, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "{register}_list", .status = 200, .query = "list", .counted = "q",
	 .handler = zhun_handle_record_list,
	 .help = {"Records that match, a page at a time", "符合条件的记录，分页"}},
	{ZHUN_POST, "/v1/{plural}", "{register}_create", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "{register}_input", .answer = "{register}", .status = 201, .body_max = RECORD,
	 .query = "reason", .once = true, .handler = zhun_handle_record_create,
	 .help = {"A new record", "新建记录"}},
	{ZHUN_GET, "/v1/{plural}/rows", "{register}_rows_out", ZHUN_ANYONE, ZHUN_POOL, ZHUN_NEEDS_READ,
	 .answer = "file", .status = 200, .query = "rows", .counted = "", .handler = zhun_handle_rows_export,
	 .help = {"All records that match, as a table (CSV) or as JSON lines; links are keys",
		  "符合条件的全部记录，CSV 表或 JSON 行；链接以键表示"}},
	{ZHUN_POST, "/v1/{plural}/rows", "{register}_rows_in", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "file", .answer = "rows_report", .status = 200, .later = "job", .body_max = FILE_MOST,
	 .query = "rows_in",
	 .handler = zhun_handle_rows_import,
	 .help = {"Records from a table (CSV) or JSON lines, found by their keys: made, changed or left; all or none",
		  "从 CSV 表或 JSON 行导入，按键匹配：新建、更新或不变；全部成功才生效"}},
	{ZHUN_GET, "/v1/{plural}/{id}", "{register}_get", ZHUN_ANYONE, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "{register}", .status = 200, .query = "time", .handler = zhun_handle_record_get,
	 .help = {"A record with its children, today or as of a day, as known at a moment",
		  "一条记录及其子项；可指定日期与知悉时刻"}},
	{ZHUN_PUT, "/v1/{plural}/{id}", "{register}_update", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .body = "{register}_input", .answer = "{register}", .status = 200, .body_max = RECORD,
	 .query = "write", .conditional = true, .handler = zhun_handle_record_update,
	 .help = {"Replaces a record: a correction, or true from a date", "更新记录：更正，或自某日起生效"}},
	{ZHUN_DELETE, "/v1/{plural}/{id}", "{register}_remove", ZHUN_ACCOUNT, ZHUN_POOL, ZHUN_NEEDS_WRITE,
	 .status = 204, .query = "reason", .conditional = true, .handler = zhun_handle_record_remove,
	 .help = {"Removes a record; its history stays", "删除记录；历史保留"}},
	{ZHUN_GET, "/v1/{plural}/{id}/history", "{register}_history", ZHUN_ANYONE, ZHUN_INLINE, ZHUN_NEEDS_READ,
	 .answer = "history", .status = 200, .handler = zhun_handle_record_history,
	 .help = {"The revisions of a record, the last thousand: what, when, who and why",
		  "记录的版本（最近一千个）：内容、时间、人员与原因"}},
};
/* clang-format on */

/* A template's text with its words filled in; texts without them stay as they are. */
static const char *expand(struct zhun_arena *a, const char *text, const struct zhun_register *reg)
{
	static const char name[] = "{register}", plural[] = "{plural}";
	if (!text || (!strstr(text, name) && !strstr(text, plural)))
		return text;
	const char *at = strstr(text, name);
	const char *word = at ? reg->name : reg->plural;
	size_t length = at ? sizeof name - 1 : sizeof plural - 1;
	at = at ? at : strstr(text, plural);
	return zhun_printf(a, "%.*s%s%s", (int)(at - text), text, word, at + length);
}

static bool expand_row(struct zhun_arena *a, const struct zhun_route *row, const struct zhun_register *reg,
		       struct zhun_route *ret)
{
	*ret = *row;
	ret->reg = reg;
	ret->path = expand(a, row->path, reg);
	ret->name = expand(a, row->name, reg);
	ret->body = expand(a, row->body, reg);
	ret->answer = expand(a, row->answer, reg);
	return ret->path && ret->name && !ret->body == !row->body && !ret->answer == !row->answer;
}

static size_t count_registers(void)
{
	size_t n = 0;
	while (zhun_registers[n])
		n++;
	return n;
}

enum zhun_code zhun_http_routes(struct zhun_arena *a, const struct zhun_routes **ret, struct zhun_error *err)
{
	size_t registers = count_registers();
	size_t count = ZHUN_COUNT(fixed) + registers * ZHUN_COUNT(of_register);
	struct zhun_route *rows = ZHUN_NEW_ARRAY(a, count, struct zhun_route);
	if (!rows)
		return zhun_no_memory(a, err);
	memcpy(rows, fixed, sizeof fixed);
	struct zhun_route *next = rows + ZHUN_COUNT(fixed);
	for (size_t i = 0; i < registers; i++)
		for (size_t k = 0; k < ZHUN_COUNT(of_register); k++)
			if (!expand_row(a, &of_register[k], zhun_registers[i], next++))
				return zhun_no_memory(a, err);
	return zhun_routes_new(a, rows, count, ret, err);
}

static const char *who_name(enum zhun_who who)
{
	static const char *const names[] = {"unasked", "anyone", "account", "authority", "administrator"};
	return names[who];
}

static const char *need_name(enum zhun_need need)
{
	static const char *const names[] = {"-", "read", "write"};
	return names[need];
}

void zhun_http_routes_text(const struct zhun_routes *routes, struct zhun_text *out)
{
	size_t count;
	const struct zhun_route *rows = zhun_routes_rows(routes, &count);
	zhun_text_add(out, "method\tpath\tname\twho\twhere\tdatabase\tbody\tmost bytes\tanswer\tstatus\tif-match\n");
	for (size_t i = 0; i < count; i++) {
		const struct zhun_route *r = &rows[i];
		zhun_text_addf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%zu\t%s\t%d\t%s\n",
			       zhun_method_name(r->method), r->path, r->name, who_name(r->who),
			       r->where == ZHUN_POOL ? "pool" : "inline", need_name(r->need),
			       r->body ? r->body : "-", r->body_max, r->answer ? r->answer : "-",
			       r->status, r->conditional ? "yes" : "-");
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http/schemas.h"

#include "zhun/base/text.h"

enum { MEMBERS = 32 };

/* A type is a word: string, integer, number, boolean, any, or the name of a schema after "#";
 * "[]" before it makes a list of it, "?" after it lets it (the list) be null. A name that ends with "~" may
 * be absent. */
struct member {
	const char *name, *type, *help;
};

struct schema {
	const char *name, *help;
	struct member member[MEMBERS];
};

/* clang-format off */
static const struct schema schemas[] = {
	{"text_pair", "A text in both languages", {
		{"en", "string", NULL}, {"zh", "string", NULL}}},
	{"problem", "What went wrong (RFC 9457)", {
		{"type", "string", "Where the error is described"},
		{"title", "string", "Its name, which never changes"},
		{"status", "integer", NULL},
		{"code", "integer", "Its number, which never changes"},
		{"detail", "string", "A sentence in the language asked for"},
		{"detail_en", "string", NULL}, {"detail_zh", "string", NULL},
		{"place~", "string", "Where in what was sent: a JSON Pointer, a line, an XPath, a file"},
		{"request", "string", "Id of the request, as in X-Request-Id and in the log"}}},
	{"status", "How the server does", {{"status", "string", NULL}}},
	{"errors", "The registry of errors", {{"items", "[]#error", NULL}}},
	{"error", "A row of the registry", {
		{"code", "integer", NULL}, {"name", "string", NULL}, {"status", "integer", NULL},
		{"exit", "integer", "Exit status of the command line"},
		{"en", "string", "The sentence, with {1} to {4} where words are put in"},
		{"zh", "string", NULL}}},
	{"login", "A name and its password", {
		{"name", "string", NULL}, {"password", "string", NULL}}},
	{"setup", "A one-time link with what it is to set", {
		{"link", "string", "What stands after # in the link"},
		{"name", "string", NULL}, {"password", "string", NULL}}},
	{"link", "A one-time link", {
		{"link", "string", "What stands after # in the link"},
		{"expires", "string", NULL}}},
	{"invitation_new", "An invitation asked for", {
		{"role", "string", "staff, signatory, manager"},
		{"whom~", "string?", "A note for the list: whom it is for"}}},
	{"invitation_made", "An invitation", {
		{"id", "string", NULL}, {"link", "string", "What stands after # in the link; shown this once"},
		{"expires", "string", NULL}}},
	{"invitation_link", "The link of an invitation", {
		{"link", "string", "What stands after # in the link"}}},
	{"invitation", "What a link invites to", {
		{"organisation", "#invitation_organisation", NULL}, {"role", "string", NULL},
		{"expires", "string", NULL}}},
	{"invitation_organisation", "An organisation by its name", {
		{"id", "string", NULL}, {"name", "#record_texts", NULL}}},
	{"invitation_listed", "An invitation that nobody has answered yet", {
		{"id", "string", NULL}, {"role", "string", NULL}, {"whom", "string?", NULL},
		{"created", "string", NULL}, {"expires", "string", NULL}}},
	{"invitations", "Invitations", {
		{"items", "[]#invitation_listed", NULL}}},
	{"organisation_request_new", "An organisation that asks to be registered", {
		{"organisation", "#organisation_request_organisation", NULL},
		{"contact", "#organisation_request_contact", NULL},
		{"message~", "string?", "To the regulator, 1000 characters at most"}}},
	{"organisation_request_organisation", "An organisation as it would be registered", {
		{"code", "string", "In China its unified social credit code, elsewhere its registration number"},
		{"name", "#record_texts", NULL}, {"kind", "string", "A choice of the register"},
		{"country", "string", "Two capital letters of ISO 3166-1"}, {"address~", "#record_texts?", NULL},
		{"area~", "any", "A link, as records have them"}, {"website~", "string?", NULL},
		{"email~", "string?", NULL}}},
	{"organisation_request_contact", "Who is asked back", {
		{"name", "string", NULL}, {"email", "string", NULL}}},
	{"organisation_request_made", "A request that waits for its answer", {
		{"id", "string", NULL}, {"number", "integer", "By which people call it"},
		{"secret", "string", "Opens the request; shown this once"}}},
	{"organisation_request_secret", "What opens a request", {{"secret", "string", NULL}}},
	{"organisation_request_withdrawal", "Who withdraws a request", {
		{"secret~", "string?", "Of who asked without an account"}}},
	{"organisation_request_approval", "What is said with an approval", {
		{"namesake~", "boolean", "It is another organisation than the one of the same name"},
		{"reason~", "string?", NULL}}},
	{"organisation_request_refusal", "What is said with a refusal", {
		{"reason", "string", "Who asked reads it"}}},
	{"organisation_request_decided", "A decision, and how who asked learns of it", {
		{"request", "#organisation_request", NULL},
		{"link", "string?", "Of an invitation, what stands after #; where no mail takes it, this once"},
		{"mailed", "boolean", NULL}}},
	{"organisation_request", "A request of an organisation to be registered", {
		{"id", "string", NULL}, {"number", "integer", NULL}, {"created", "string", NULL},
		{"state", "string", "asked, approved, refused or withdrawn"},
		{"organisation", "#organisation_request_organisation", NULL},
		{"contact", "#organisation_request_contact", NULL}, {"message", "string?", NULL},
		{"account", "#organisation_request_account?", "That asked; null: nobody who was logged in"},
		{"decided", "string?", "When"},
		{"decided_by", "#organisation_request_account?", "For regulators and administrators"},
		{"reason", "string?", NULL}, {"registered", "string?", "The id of the organisation that was made"}}},
	{"organisation_request_account", "An account by its name", {
		{"id", "string", NULL}, {"name", "string?", NULL}}},
	{"organisation_requests", "Requests, the latest first", {
		{"items", "[]#organisation_request", NULL},
		{"next", "string?", "For the parameter before; null on the last page"}}},
	{"session", "Who is logged in", {
		{"account", "#session_account", NULL},
		{"members", "[]#session_member", "Organisations, with the role in each"},
		{"administrator", "boolean", NULL}, {"regulator", "boolean", NULL},
		{"csrf", "string?", "For the header X-CSRF-Token of writing requests"},
		{"demonstration", "boolean", NULL}}},
	{"provider", "An outside identity provider (OpenID Connect)", {
		{"name", "string?", "As people know it"},
		{"accounts", "boolean", "Whether who is not known here gets an account"}}},
	{"provider_way", "Where to log in", {
		{"location", "string", "An address at the provider; the cookie that came along is needed afterwards"}}},
	{"provider_answer", "What came back in the address of /signed-in", {
		{"state", "string", NULL}, {"code~", "string", NULL}, {"iss~", "string", NULL},
		{"error~", "string", "Why the provider refused"},
		{"link~", "string", "The link of an invitation that is accepted along with it"}}},
	{"subjects", "Outside log-ins of an account", {{"items", "[]#subject", NULL}}},
	{"subject", "An outside log-in", {
		{"id", "string", NULL}, {"issuer", "string", NULL}, {"created", "string", NULL},
		{"last_used", "string?", NULL}}},
	{"session_account", "An account", {
		{"id", "string", NULL}, {"name", "string", NULL}, {"full_name~", "string?", NULL}}},
	{"session_member", "A role in an organisation", {
		{"organisation", "#record_link", NULL}, {"role", "string", "staff, signatory or manager"}}},
	{"jobs", "Jobs, the latest first", {
		{"items", "[]#job", NULL}, {"next", "string?", "For the parameter before; null on the last page"}}},
	{"job", "Work in the background", {
		{"id", "string", NULL}, {"kind", "string", "mail, rows_import, …"},
		{"lane", "string", "work or outbox"},
		{"due", "string?", "Of a daily task: its day"},
		{"state", "string", "waiting, running, done, failed or cancelled"},
		{"next", "string?", "When it is tried next, or how long its worker has it"},
		{"account", "string?", "Who asked"},
		{"created", "string", NULL}, {"ended", "string?", NULL},
		{"reason_en", "string?", "Why the latest attempt failed"}, {"reason_zh", "string?", NULL},
		{"attempts", "integer", NULL}, {"code", "string?", "Name of that error"},
		{"report", "boolean", "Whether there is one at …/report"},
		{"done", "integer", "How far it is, of total"}, {"total", "integer", NULL}}},
	{"changes", "A page of changes", {
		{"items", "[]#change", NULL},
		{"next", "string?", "Where to go on; of newest null at the end, and not after a short page"}}},
	{"change", "A write; what may be absent is told of newest", {
		{"n~", "integer", NULL}, {"instant~", "string", NULL},
		{"account~", "#record_link?", "Who; null: the program"},
		{"token~", "#record_link?", "With which token"},
		{"request~", "string?", "In which request, as in X-Request-Id and in the log"},
		{"reason~", "string?", "Why, as given"},
		{"register", "string", NULL}, {"record", "string", NULL},
		{"title~", "string?", "The record’s; of one that went, as it was"},
		{"rev", "integer", NULL}, {"action", "string", "create, update or remove"}}},
	{"session_events", "A page of what happened to sessions, the latest first", {
		{"items", "[]#session_event", NULL}, {"next", "string?", NULL}}},
	{"session_event", "What happened to a session, a password or a token", {
		{"n", "integer", NULL}, {"instant", "string", NULL},
		{"kind", "string", "log_in, log_in_refused, log_out, … as the parameter kind lists them"},
		{"account", "#record_link?", "Whose; null: of a name that no account has"},
		{"actor", "#record_link?", "Who did it, where another did"},
		{"token", "#record_link?", "Which was made or ended"},
		{"address", "string?", "From where"}, {"request", "string?", NULL}}},
	{"notices", "What happened", {
		{"unread", "integer", "How many are not read yet, at most 100"},
		{"items", "[]#notice", NULL}, {"next", "string?", NULL}}},
	{"notice", "Something that happened", {
		{"id", "string", NULL}, {"event", "string", NULL},
		{"en", "string", "The sentence"}, {"zh", "string", NULL},
		{"path", "string?", "Of the page about it"},
		{"created", "string", NULL}, {"seen", "string?", "When it was marked as read"}}},
	{"erasure_own", "The confirmation of who erases an account of their own", {
		{"password", "string?", "Its own; where it has none a log-in of the last ten minutes does"}}},
	{"erasure", "Why an account is erased", {{"reason", "string", "Kept with the change, at most 500 characters"}}},
	{"notice_until", "Up to which notice", {{"until", "string", "Its id"}}},
	{"notice_choices", "Of what an account is told", {
		{"mail_possible", "boolean", "Whether this server can send mails"},
		{"email", "string?", NULL}, {"confirmed", "boolean", NULL}, {"language", "string?", "en or zh"},
		{"items", "[]#notice_choice", NULL}}},
	{"notice_choice", "An event and how it is told", {
		{"event", "string", NULL}, {"title_en", "string", NULL}, {"title_zh", "string", NULL},
		{"shown", "boolean", "In the application"}, {"mail", "string", "none, now or digest"}}},
	{"notice_choose", "Choices", {{"items", "[]#notice_chosen", NULL}}},
	{"notice_chosen", "One choice", {
		{"event", "string", NULL}, {"shown", "boolean", NULL}, {"mail", "string", "none, now or digest"}}},
	{"notice_address", "Where mails go", {
		{"email", "string", NULL}, {"language", "string", "en or zh"}}},
	{"notice_link", "A link that was mailed", {{"link", "string", "What stands after # in it"}}},
	{"hooks", "Webhooks", {{"items", "[]#hook", NULL}}},
	{"hook", "Where an organisation’s program is told of events", {
		{"id", "string", NULL}, {"organisation", "string", "Its id"}, {"url", "string", NULL},
		{"events", "[]string", "Names of /v1/notices/choices"}, {"created", "string", NULL},
		{"secret~", "string", "Signs what is sent (Standard Webhooks); only in the answer that makes it"}}},
	{"hook_new", "A webhook asked for", {
		{"organisation", "string", NULL}, {"url", "string", "https:"}, {"events", "[]string", NULL}}},
	{"token_new", "A token asked for", {
		{"name", "string", NULL},
		{"write", "boolean", "Whether it may write, too"},
		{"registers~", "[]string?",
		 "Names of the registers it may use; null or absent: all; an empty list: none"},
		{"days", "integer", "After how many days it expires"}}},
	{"token", "A token", {
		{"id", "string", NULL}, {"name", "string", NULL}, {"write", "boolean", NULL},
		{"registers", "[]string?", "Names of the registers it may use; null: all"},
		{"created", "string", NULL}, {"expires", "string", NULL},
		{"last_used~", "string?", NULL},
		{"secret~", "string", "Only in the answer that made it"}}},
	{"tokens", "Tokens of the account", {{"items", "[]#token", NULL}}},
	{"rows_report", "What became of the rows of a file", {
		{"faults", "[]#row_fault", "The first thousand"},
		{"rows", "integer", NULL}, {"created", "integer", NULL}, {"updated", "integer", NULL},
		{"unchanged", "integer", NULL}, {"refused", "integer", NULL},
		{"linked", "integer", NULL},
		{"encoding", "string", "That the file was taken to be in: UTF-8, UTF-16, GB18030"},
		{"files~", "integer", "Of a source"},
		{"doubled~", "integer", "Records of a source that came before under the same key"},
		{"left_out~", "integer", "Records of a source that are none of the register’s"},
		{"dry", "boolean", "It was only tried"},
		{"filed", "boolean", "The rows stay: all held, and it was not only tried"}}},
	{"row_fault", "Why a row is refused", {
		{"line", "integer", "Of the file, from 1"}, {"column", "string", "Its head, or a JSON Pointer"},
		{"code", "string", "Name of the error"},
		{"detail_en", "string", NULL}, {"detail_zh", "string", NULL}}},
	{"search", "What was found", {{"groups", "[]#search_group", "By register; only those in which something is"}}},
	{"search_group", "What was found in a register: by its key, then in titles, then elsewhere", {
		{"register", "string", NULL}, {"title", "string", "Of the register, in the language asked for"},
		{"items", "[]#search_item", NULL}, {"count", "#search_count", NULL},
		{"next", "string?", "Cursor of the next page"}}},
	{"search_count", "How many, counted up to 1,000", {
		{"count", "integer", NULL}, {"capped", "boolean", "There are more"}}},
	{"search_item", "A record found", {
		{"id", "string", NULL}, {"title", "#search_text", NULL},
		{"exact", "boolean", "The words are its key"},
		{"found", "[]#search_field", "Up to three fields beside the title in which words stand"}}},
	{"search_text", "A text with its marks", {
		{"text", "string", NULL},
		{"marks", "[]any", "Pairs [from, to) of Unicode characters, counted from 0"}}},
	{"search_field", "A field’s text, or what is around the first mark of a long one", {
		{"field", "string", NULL}, {"title", "string", NULL}, {"text", "string", NULL},
		{"marks", "[]any", "Pairs [from, to) of Unicode characters, counted from 0"}}},
	{"counts", "How much there is", {{"groups", "[]#count_group", NULL}}},
	{"count_group", "A heading that registers stand under", {
		{"name", "string", NULL}, {"title", "string", NULL}, {"items", "[]#count", NULL}}},
	{"count", "Records of a register that the caller may see", {
		{"register", "string", NULL}, {"plural", "string", NULL}, {"title", "string", NULL},
		{"count", "integer", "Up to 10,000"}, {"capped", "boolean", "There are more"}}},
	{"plan_dashboard", "A plan with what is known of its figures on a day", {
		{"plan", "any", "Its record"}, {"day", "string", "The day it is about"},
		{"invented", "boolean", "The registers that are counted hold invented records"},
		{"progress", "#plan_progress", "How many figures there are of each"},
		{"figures", "[]#plan_figure", "By their code"},
		{"clusters", "[]any", "Their records"}, {"projects", "[]any", "As their list has them"}}},
	{"plan_progress", "How many figures", {
		{"no_target", "integer", NULL}, {"unknown", "integer", NULL}, {"met", "integer", NULL},
		{"on_course", "integer", "Not due, and not below the straight way from the baseline"},
		{"behind", "integer", "Not due, and below it"}, {"not_met", "integer", NULL}}},
	{"plan_figure", "A figure, what was found for it, and what that says", {
		{"id", "string", NULL}, {"code", "string", NULL}, {"name", "#record_texts", NULL},
		{"area", "string", "metrology, standards, conformity, overall or cluster"},
		{"cluster", "#record_link?", NULL}, {"unit", "string?", NULL}, {"section", "string?", NULL},
		{"measure", "string", "count, sum, entered or derived"},
		{"tolerance", "number?", "Of an “about”, in %"}, {"note", "#record_texts?", NULL},
		{"baseline", "#plan_stated?", NULL}, {"target", "#plan_stated?", NULL},
		{"found", "#plan_found?", "Null: nothing is known"},
		{"observation", "#plan_observation?", "The last one entered, where it is of use"},
		{"fault", "#text_pair?", "Why nothing could be counted"},
		{"list", "string?", "The records behind it: REGISTER?FILTER, below /v1/ and /registers/"},
		{"undecided_list", "string?", "Those of which it is not known whether they count"},
		{"progress", "string", "no_target, unknown, met, on_course, behind or not_met"},
		{"reason", "#text_pair", NULL}, {"share", "number?", "Found over target"}}},
	{"plan_stated", "A number as the plan words it", {
		{"comparator", "string", NULL}, {"text", "string?", "With its sign; null: in words"},
		{"low", "number?", NULL}, {"high", "number?", "Of a range"}, {"year", "integer?", "At whose end"},
		{"words", "#record_texts?", NULL}}},
	{"plan_found", "What was found", {
		{"how", "string", "counted or entered"}, {"text", "string", "27, or 0–45"},
		{"low", "number?", NULL}, {"high", "number?", "Null: open above"},
		{"records~", "integer", "That were counted"},
		{"without~", "integer", "Of these, those without the number that is added up"},
		{"undecided~", "integer", "Further records that may belong"},
		{"partial~", "boolean", "Counted among the records that the asker may see"}}},
	{"plan_observation", "What somebody entered", {
		{"id", "string", NULL}, {"day", "string", NULL}, {"value", "number?", NULL},
		{"judgement", "string?", "met, not_met or open"}, {"grounds", "#record_texts?", NULL},
		{"source", "string", NULL}}},
	{"schema", "The registers as a client needs them", {
		{"groups", "[]#schema_group", "Headings, in their order"},
		{"registers", "[]#schema_register", NULL}}},
	{"schema_group", "A heading that registers stand under", {
		{"name", "string", NULL}, {"title", "#text_pair", NULL}}},
	{"schema_register", "A register", {
		{"name", "string", NULL}, {"plural", "string", "Its path: /v1/PLURAL"},
		{"group", "string", "The heading it stands under"},
		{"title", "#text_pair", NULL}, {"titles", "#text_pair", "Of many"}, {"help", "#text_pair", NULL},
		{"key", "[]string", "Fields that are unique together"},
		{"title_fields", "[]string", "Fields that a link shows"},
		{"list", "[]string", "Columns of the list page"},
		{"sort", "string?", "Order of lists that ask for none"},
		{"fields", "[]#schema_field", NULL}, {"children", "[]#schema_child", NULL},
		{"may", "#schema_may", NULL},
		{"sources", "[]#schema_source", "Who publishes what it can be filled with"}}},
	{"schema_source", "A source whose files become records of a register", {
		{"name", "string", "As in from"}, {"title", "#text_pair", NULL},
		{"suffix", "string", "How its files’ names end"}}},
	{"schema_child", "Rows that live with their record", {
		{"name", "string", NULL}, {"title", "#text_pair", NULL}, {"help", "#text_pair", NULL},
		{"insert_only", "boolean", "Given when the record is made, never changed"},
		{"fields", "[]#schema_field", NULL}, {"children", "[]#schema_child", NULL}}},
	{"schema_field", "A field", {
		{"name", "string", NULL},
		{"kind", "string", "text, texts, integer, real, boolean, date, instant, choice, link, "
				   "quantity, uncertainty, money or document"},
		{"title", "#text_pair", NULL}, {"help", "#text_pair", NULL},
		{"required", "boolean", NULL}, {"searched", "boolean", NULL},
		{"indexed", "boolean", "Lists may filter by it"}, {"sortable", "boolean", NULL},
		{"fixed", "boolean", "Given when the record is made, never changed"},
		{"secret", "boolean", "Written, never answered"},
		{"link~", "string", "The register it links to"},
		{"choices~", "[]#schema_choice", NULL}, {"unit~", "string", NULL},
		{"of~", "string", "Of an uncertainty: the quantity in whose unit x is"},
		{"may_write", "boolean", NULL}}},
	{"schema_choice", "A word that a field may hold", {
		{"value", "string", NULL}, {"title", "#text_pair", NULL}}},
	{"schema_may", "What the caller may do with a register", {
		{"create", "boolean", NULL}, {"update", "boolean", NULL}, {"remove", "boolean", NULL}}},
	{"history", "The revisions of a record, the newest first", {
		{"items", "[]any", NULL}, {"next~", "string?", NULL}}},
	{"verdict", "What a check found", {
		{"file~", "string?", NULL}, {"sha256", "string", NULL}, {"format", "string?", NULL},
		{"as_of", "string", "The day for which it is judged"},
		{"verdict", "string", "pass, warn, fail or unknown: the worst of the claims checked"},
		{"checked", "integer", NULL}, {"of", "integer", NULL},
		{"claims", "[]#claim", NULL},
		{"not_checked", "[]string", "Names of the claims that were not judged"},
		{"certificate~", "any", "What the certificate says, as far as it could be read"},
		{"record~", "string?", "Id of the record here, where the caller may see it"}}},
	{"claim", "A claim about the certificate", {
		{"name", "string", NULL}, {"title", "#text_pair", NULL},
		{"answer", "string", "pass, warn, fail or unknown"}, {"reason", "#text_pair", NULL},
		{"place~", "string?", NULL}, {"findings", "[]#finding", NULL},
		{"omitted", "integer", "Findings beyond those listed"}}},
	{"statement", "An uncertainty U(x), and where it is wanted", {
		{"text", "string", "As a laboratory writes it: 12 uV + 3.0 uV/V"},
		{"unit~", "string?", "Of x; it or kind is given"},
		{"kind~", "string?", "Kind of quantity of x; its usual unit where no unit is given"},
		{"k~", "any", "Coverage factor, as text or number; null: the text says it, or nobody"},
		{"p~", "any", "Coverage probability likewise: 0.95 or \"95 %\""},
		{"points~", "[]any", "\"10 V\"; a number, in the unit of x; or {\"value\", \"unit\"}. At most 1000"},
		{"range~", "any", "Span of the instrument’s range, as a point; for \"of range\""},
		{"resolution~", "any", "Of the item, as a point; for digits"},
		{"in~", "string?", "The unit in which U is wanted; none: that of x"}}},
	{"uncertainty", "How an uncertainty was understood", {
		{"text", "string", "Canonical, without k and p"}, {"unit", "string", "Of x"},
		{"k", "number?", "Null where nobody says it"}, {"p", "number?", "Null where nobody says it"},
		{"points", "[]#uncertainty_point", NULL}}},
	{"uncertainty_point", "U at one point, or why there is none", {
		{"point", "#number_unit", NULL}, {"U", "#number_unit?", NULL},
		{"rounded", "string?", "To two significant digits"},
		{"fault", "#point_fault?", NULL}}},
	{"number_unit", "A number as text, with its unit", {
		{"value", "string", NULL}, {"unit", "string", NULL}}},
	{"point_fault", "Why there is no answer at a point", {
		{"code", "string", "Name of the error"},
		{"detail_en", "string", NULL}, {"detail_zh", "string", NULL}}},
	{"study_answers", "What the operations of a study gave", {
		{"area", "string", NULL}, {"answers", "[]#study_answer", "In the order asked"},
		{"correlation_repair~", "#budget_repair", "Where correlations cannot hold together"}}},
	{"study_answer", "A value, or why there is none", {
		{"quantity", "string?", "The label it was asked by"}, {"op", "string?", NULL},
		{"value~", "string", "All its digits; infinite or -infinite"}, {"double~", "number?", NULL},
		{"word~", "string", "What the value stands for, where the operation answers in words"},
		{"word_en~", "string", NULL}, {"word_zh~", "string", NULL},
		{"conventions~", "any", "What differs between tools, by argument"},
		{"code~", "string", "Name of the error"}, {"detail_en~", "string", NULL},
		{"detail_zh~", "string", NULL}, {"place~", "string", "JSON Pointer into the study"}}},
	{"budget", "An uncertainty budget evaluated", {
		{"title", "#text_pair?", NULL}, {"note", "#text_pair?", NULL},
		{"conventions", "#budget_conventions", "What differs between guides, and was done here"},
		{"correlation_repair", "#budget_repair?", "Null where the coefficients can hold together"},
		{"outputs", "[]#budget_output", "In the document’s order"}}},
	{"budget_repair", "What was done to coefficients of correlation that cannot hold together", {
		{"method", "string", "repair: within their rounding; nearest: the nearest correlation matrix"},
		{"smallest", "number", "Eigenvalue of the matrix as given"},
		{"moved", "number", "Largest change of a coefficient"}, {"statement", "#text_pair", NULL}}},
	{"budget_rows", "An uncertainty budget, and the table at whose rows it is worked out", {
		{"budget", "string", "Its text, YAML or JSON"},
		{"table", "string", "CSV, at most 10,000 rows; columns NAME or u(NAME), in the input’s unit"}}},
	{"budget_text", "An uncertainty budget as a text", {{"budget", "string", "YAML"}}},
	{"budget_table", "A table with results", {
		{"table", "string", "CSV: the columns given, then value, u and U of each output in its unit"}}},
	{"budget_archive", "Results with what they rest on", {
		{"influences", "[]#archive_influence", "What the results rest on"},
		{"correlations~", "[]#archive_correlation", "Of influences; none where it is absent"},
		{"results", "[]#archive_result", NULL}}},
	{"archive_influence", "Something that results may share", {
		{"id", "string", "The same wherever it is the same thing"},
		{"dof~", "number", "Degrees of freedom; infinite where absent"},
		{"group~", "string", "The influence that stands for all read together with this one"}}},
	{"archive_correlation", "Two influences", {
		{"a", "string", NULL}, {"b", "string", NULL}, {"r", "number", NULL}}},
	{"archive_result", "A result", {
		{"name", "string", NULL}, {"value", "number", NULL}, {"unit~", "string", "Of value and parts"},
		{"parts", "any", "By influence: sensitivity times u, with its sign"}}},
	{"budget_conventions", "Conventions, each by its word and all in sentences", {
		{"dof", "string", "truncated or exact"}, {"rounding", "string", "nearest or five_percent"},
		{"interval", "string", "symmetric or shortest"}, {"units", "string", "coherent or as_written"},
		{"correlation", "string", "repair or nearest"}, {"digits", "integer", "Significant digits of U"},
		{"statements", "[]#text_pair", NULL}}},
	{"budget_output", "One output with its table. Numbers are in its unit; null is infinite or unlimited", {
		{"name", "string", NULL}, {"expression", "string", NULL}, {"title", "#text_pair?", NULL},
		{"unit", "string", "Canonical"}, {"unit_text", "string", "As the SI Brochure sets it"},
		{"value", "number", NULL}, {"u", "number", NULL}, {"dof", "number?", "Effective"},
		{"dof_text", "string", NULL}, {"dof_used", "number?", "At which k was looked up"},
		{"k", "number", NULL}, {"p", "number", NULL}, {"U", "number", NULL}, {"relative_U", "number?", NULL},
		{"rounded", "#budget_rounded", NULL}, {"statement", "#text_pair", "The result as it is reported"},
		{"table", "[]#budget_line", NULL}, {"correlations", "[]#budget_correlation", NULL},
		{"second_order", "#budget_second?", "Null where it was not worked out"},
		{"propagation", "#budget_propagation", "Which way distributions went"},
		{"without_sampling", "#budget_direct?", "Null where that was not asked for, or cannot be"},
		{"monte_carlo", "#budget_monte_carlo?", "Null where none was asked for or needed"},
		{"decision", "#budget_decision?", "Null without a tolerance"},
		{"target", "#budget_target?", "Null without a target"},
		{"reverse", "#budget_reverse?", "Null where it was not asked for"},
		{"what_if", "#budget_what_if?", "Null where it was not asked for"}}},
	{"budget_second", "The second order beside the first", {
		{"value", "number", NULL}, {"u", "number", NULL},
		{"matters", "boolean", "It differs by more than 5 % of u"}, {"warning", "#text_pair?", NULL}}},
	{"budget_propagation", "How distributions were propagated", {
		{"way", "string", "convolution, quantiles, quadrature, monte_carlo, adaptive_monte_carlo or none"},
		{"statement", "#text_pair?", "Why that way; null where draws were simply asked for"}}},
	{"budget_direct", "Distributions propagated without sampling, and what that says of the first order", {
		{"value", "number", NULL}, {"u", "number", NULL}, {"u_text", "string", NULL}, {"p", "number", NULL},
		{"interval", "string", "symmetric or shortest"}, {"low", "number", NULL}, {"high", "number", NULL},
		{"low_text", "string", NULL}, {"high_text", "string", NULL},
		{"tolerance", "number", "δ of JCGM 101 7.9.2"},
		{"d_low", "number", NULL}, {"d_high", "number", NULL},
		{"confirms", "boolean", "Both ends differ by δ at most"},
		{"verdict", "string", "confirmed or not_confirmed"}, {"comparison", "#text_pair", NULL}}},
	{"budget_adaptive", "The adaptive procedure of JCGM 101 7.9", {
		{"digits", "integer", "Of u, held to be meaningful"}, {"validating", "boolean", "To δ/5"},
		{"method", "string", "each_sequence or two_stage"}, {"sequences", "integer", NULL},
		{"length", "integer", "Draws in a sequence"}, {"tolerance", "number", "δ, or δ/5"},
		{"spread_value", "number", "Twice the standard deviation of the average over sequences"},
		{"spread_u", "number", NULL}, {"spread_low", "number", NULL}, {"spread_high", "number", NULL},
		{"stable", "boolean", "False: the draws allowed did not suffice"}, {"statement", "#text_pair", NULL}}},
	{"budget_monte_carlo", "Monte Carlo, and what it says of the first order (JCGM 101 clause 8)", {
		{"draws", "integer", NULL}, {"seed", "string", NULL}, {"value", "number", NULL}, {"u", "number", NULL},
		{"u_text", "string", NULL}, {"p", "number", NULL}, {"interval", "string", "symmetric or shortest"},
		{"low", "number", NULL}, {"low_from", "number", "Holds the true quantile with its _to: 95 %"},
		{"low_to", "number", NULL}, {"high", "number", NULL}, {"high_from", "number", NULL},
		{"high_to", "number", NULL}, {"exact", "boolean", "The ends are draws, not from a histogram"},
		{"low_text", "string", NULL}, {"high_text", "string", NULL},
		{"tolerance", "number", "δ of JCGM 101 7.9.2"},
		{"d_low", "number", NULL}, {"d_high", "number", NULL},
		{"confirms", "boolean", "Both ends differ by δ at most"},
		{"verdict", "string", "confirmed, not_confirmed, or undecided: more draws are needed"},
		{"comparison", "#text_pair", NULL},
		{"adaptive", "#budget_adaptive?", "Null where as many draws as asked for were taken"},
		{"histogram", "#budget_histogram", NULL}}},
	{"budget_histogram", "Draws by class of equal width, from the lower end of the first", {
		{"from", "number", NULL}, {"width", "number", NULL}, {"counts", "[]integer", NULL},
		{"outside", "integer", "Draws beyond the classes"},
		{"draws", "integer", "Draws sorted, the first of the run"}}},
	{"budget_decision", "Against the tolerance; a limit that is not set is null", {
		{"verdict", "string", "pass, conditional_pass, conditional_fail, fail or undecided"},
		{"low", "number?", NULL}, {"high", "number?", NULL},
		{"acceptance_low", "number?", NULL}, {"acceptance_high", "number?", NULL},
		{"conformance", "number", "Probability of lying within the tolerance (JCGM 106 7)"},
		{"verdict_text", "#text_pair", NULL}, {"statement", "#text_pair", NULL}}},
	{"budget_target", "The U that was wanted", {
		{"U", "number", NULL}, {"met", "boolean", NULL}, {"statement", "#text_pair", NULL}}},
	{"budget_reverse", "The largest u of one input that still reaches the target", {
		{"input", "string", NULL}, {"target", "number", NULL},
		{"u_now", "number", "In the input’s unit"},
		{"u_most", "number", NULL}, {"unit", "string", NULL}, {"unit_text", "string", NULL},
		{"U_without", "number", "What the other inputs alone give"}, {"statement", "#text_pair", NULL}}},
	{"budget_what_if", "The output with another u of one input", {
		{"input", "string", NULL}, {"u_now", "number", "In the input’s unit"}, {"u_then", "number", NULL},
		{"unit", "string", NULL}, {"unit_text", "string", NULL},
		{"u", "number", "Of the output"}, {"dof", "number?", NULL}, {"dof_text", "string", NULL},
		{"k", "number", NULL}, {"U", "number", NULL}, {"change", "number", "Of U: −0.2 is 20 % less"},
		{"statement", "#text_pair", NULL}}},
	{"budget_rounded", "Digits as reported, with the unit", {
		{"value", "string", NULL}, {"u", "string", NULL}, {"U", "string", NULL}}},
	{"budget_line", "One component of an input", {
		{"name", "string", "NAME, or NAME__2 for the second of several"}, {"input", "string", NULL},
		{"title", "#text_pair?", NULL}, {"value", "number", NULL}, {"value_text", "string", NULL},
		{"u", "number", NULL}, {"u_text", "string", NULL},
		{"unit", "string", NULL}, {"unit_text", "string", NULL},
		{"distribution", "string", NULL}, {"distribution_text", "#text_pair", NULL},
		{"how", "string", "The word by which the uncertainty was given; empty: none"},
		{"how_text", "#text_pair", NULL}, {"certificate", "string?", NULL},
		{"dof", "number?", NULL}, {"dof_text", "string", NULL},
		{"sensitivity", "number", "Output’s unit per the input’s"}, {"sensitivity_text", "string", NULL},
		{"contribution", "number", "c·u, with its sign"}, {"contribution_text", "string", NULL},
		{"share", "number", "Of u²"}, {"share_text", "string", NULL}}},
	{"budget_correlation", "What a correlation adds to u²", {
		{"a", "string", NULL}, {"b", "string", NULL}, {"r", "number", NULL}, {"r_text", "string", NULL},
		{"from_readings", "boolean", NULL}, {"term", "number", NULL}, {"share", "number", NULL},
		{"share_text", "string", NULL}}},
	{"finding", "One thing noticed under a claim", {
		{"answer", "string", NULL}, {"code", "any", NULL}, {"place~", "string?", NULL},
		{"reason", "#text_pair", NULL}}},
};
/* clang-format on */

static void write_reference(struct zhun_json_writer *w, const char *name, size_t n)
{
	char reference[80];
	(void)snprintf(reference, sizeof reference, "#/components/schemas/%.*s", (int)n, name);
	zhun_json_member_string(w, "$ref", reference);
}

static void write_type(struct zhun_json_writer *w, const char *type);

/* "[]string?": a list of strings, or null. */
static void write_list(struct zhun_json_writer *w, const char *of)
{
	char item[40];
	size_t n = strlen(of);

	(void)snprintf(item, sizeof item, "%s", of);
	if (zhun_str_ends(of, "?") && n < sizeof item) {
		item[n - 1] = '\0';
		zhun_json_member_array(w, "type");
		zhun_json_string(w, "array");
		zhun_json_string(w, "null");
		zhun_json_end_array(w);
	} else {
		zhun_json_member_string(w, "type", "array");
	}
	zhun_json_member_object(w, "items");
	write_type(w, item);
	zhun_json_end_object(w);
}

static void write_type(struct zhun_json_writer *w, const char *type)
{
	if (zhun_str_starts(type, "[]")) {
		write_list(w, type + 2);
	} else if (*type == '#' && zhun_str_ends(type, "?")) {
		zhun_json_member_array(w, "anyOf");
		zhun_json_begin_object(w);
		write_reference(w, type + 1, strlen(type) - 2);
		zhun_json_end_object(w);
		zhun_json_raw(w, "{\"type\":\"null\"}");
		zhun_json_end_array(w);
	} else if (*type == '#') {
		write_reference(w, type + 1, strlen(type) - 1);
	} else if (zhun_str_ends(type, "?")) {
		zhun_json_member_array(w, "type");
		zhun_json_stringn(w, type, strlen(type) - 1);
		zhun_json_string(w, "null");
		zhun_json_end_array(w);
	} else if (strcmp(type, "any") != 0) {
		zhun_json_member_string(w, "type", type);
	}
}

static void write_member(struct zhun_json_writer *w, const struct member *m)
{
	char name[40];
	(void)snprintf(name, sizeof name, "%.*s", (int)strcspn(m->name, "~"), m->name);
	zhun_json_member_object(w, name);
	write_type(w, m->type);
	if (m->help)
		zhun_json_member_string(w, "description", m->help);
	zhun_json_end_object(w);
}

static void write_schema(struct zhun_json_writer *w, const struct schema *s)
{
	zhun_json_member_object(w, s->name);
	zhun_json_member_string(w, "type", "object");
	zhun_json_member_string(w, "description", s->help);
	zhun_json_member_array(w, "required");
	for (const struct member *m = s->member; m->name; m++)
		if (!zhun_str_ends(m->name, "~"))
			zhun_json_string(w, m->name);
	zhun_json_end_array(w);
	zhun_json_member_object(w, "properties");
	for (const struct member *m = s->member; m->name; m++)
		write_member(w, m);
	zhun_json_end_object(w);
	zhun_json_end_object(w);
}

void zhun_schemas_write(struct zhun_json_writer *w)
{
	for (size_t i = 0; i < ZHUN_COUNT(schemas); i++)
		write_schema(w, &schemas[i]);
}

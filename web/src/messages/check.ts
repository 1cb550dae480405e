// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the public check page; the application shows the same verdicts and takes them too.
// {1} and {2} are filled in.

export type Words = { en: string; zh: string };

/** Of every page. */
export const frameMessages = {
  'language.other': { en: '中文', zh: 'English' },
  'language.switch': { en: '切换到中文', zh: 'Switch to English' },
  skip: { en: 'Skip to the content', zh: '跳到正文' },
} satisfies Record<string, Words>;

export const checkMessages = {
  ...frameMessages,
  'answer.pass': { en: 'Pass', zh: '通过' },
  'answer.warn': { en: 'Warning', zh: '警告' },
  'answer.fail': { en: 'Fail', zh: '不通过' },
  'answer.unknown': { en: 'Unknown', zh: '无法判断' },
  'claim.form': { en: 'Form', zh: '形式' },
  'claim.genuine': { en: 'Genuine', zh: '真实' },
  'claim.unaltered': { en: 'Unaltered since', zh: '此后未改动' },
  'claim.in_force': { en: 'In force', zh: '有效' },
  'claim.competent': { en: 'Competent', zh: '能力' },
  'claim.signatory': { en: 'Signed by one allowed to', zh: '签字人获授权' },
  'claim.chain': { en: 'Chain to the SI', zh: '溯源链' },
  'claim.uncertainty': { en: 'Uncertainty covers its reference', zh: '不确定度涵盖参考标准' },
  'claim.decision': { en: 'Decision follows', zh: '结论成立' },
  'verdict.title': { en: 'Verdict: ', zh: '结论：' },
  'verdict.checked': { en: '{1} of {2} claims checked', zh: '{2} 项中已核查 {1} 项' },
  'verdict.not_checked': { en: 'Not checked', zh: '未核查' },
  'verdict.not_checked.why': {
    en: 'Nothing is said about these: they were not looked at.',
    zh: '以下各项没有核查，不作任何判断。',
  },
  'verdict.nothing': { en: 'Nothing was found against it.', zh: '未发现问题。' },
  'verdict.omitted': { en: 'and {1} more', zh: '另有 {1} 条' },
  'verdict.place': { en: 'Place', zh: '位置' },
  'verdict.findings': { en: 'Findings', zh: '细目' },
  'verdict.as_of': { en: 'as of {1}', zh: '截至 {1}' },
  'check.title': { en: 'Check a certificate', zh: '核查证书' },
  'check.lead': {
    en: 'Is it sound, in force, and within what its laboratory is accredited for? Your file is not stored.',
    zh: '这份证书形式可靠吗？当日有效吗？在实验室的认可范围之内吗？您选择的文件不会被保存。',
  },
  'check.drop': { en: 'Drop a certificate here, or', zh: '把证书拖到这里，或' },
  'check.choose': { en: 'Choose a file', zh: '选择文件' },
  'check.kinds': {
    en: 'A digital calibration certificate (XML), JSON, CSV results, or a PDF that carries one. Up to 32 MB.',
    zh: '数字校准证书（XML）、JSON、CSV 结果，或内嵌证书的 PDF。不超过 32 MB。',
  },
  'check.as_of': { en: 'As of', zh: '核查日期' },
  'check.as_of.help': {
    en: 'The date on which the certificate is used: year-month-day.',
    zh: '使用证书的日期：年-月-日。',
  },
  'check.again': { en: 'Check again as of this date', zh: '按此日期重新核查' },
  'check.another': { en: 'Check another certificate', zh: '核查另一份证书' },
  'check.checking': { en: 'Checking {1} …', zh: '正在核查 {1} …' },
  'check.done': { en: 'Checked: {1}. {2}.', zh: '核查完毕：{1}。{2}。' },
  'check.refused': { en: 'The file could not be checked', zh: '文件无法核查' },
  'check.too_large': { en: 'This file is larger than 32 MB.', zh: '此文件超过 32 MB。' },
  'check.empty': { en: 'This file is empty.', zh: '此文件是空的。' },
  'check.date': {
    en: 'Write the date as year-month-day, such as 2026-03-02.',
    zh: '请按 年-月-日 填写日期，例如 2026-03-02。',
  },
  'check.file': { en: 'File', zh: '文件' },
  'check.format': { en: 'Format', zh: '格式' },
  'check.number': { en: 'Number', zh: '编号' },
  'check.issuer': { en: 'Issuer', zh: '出具机构' },
  'check.item': { en: 'Item', zh: '器具' },
  'check.customer': { en: 'Customer', zh: '委托方' },
  'check.issued': { en: 'Issued', zh: '签发日期' },
  'check.performed': { en: 'Performed', zh: '校准日期' },
  'check.results': { en: 'Results', zh: '结果' },
  'check.results.count': { en: '{1} results', zh: '{1} 项结果' },
  'check.fingerprint': { en: 'SHA-256 of the file', zh: '文件的 SHA-256' },
  'check.meaning.pass': { en: 'Every claim that was checked holds.', zh: '已核查的各项均成立。' },
  'check.meaning.warn': { en: 'Usable with care: read the warnings.', zh: '请谨慎使用，并阅读各项警告。' },
  'check.meaning.fail': {
    en: 'Do not rely on this certificate for this date.',
    zh: '在此日期请勿依据这份证书。',
  },
  'check.meaning.unknown': {
    en: 'Not refuted, but something needed could not be found out.',
    zh: '未被否定，但有必需的事实无法查明。',
  },
  'check.app': { en: 'Registers', zh: '登记簿' },
  'check.unreachable': {
    en: 'The server did not answer. Check the connection and try again.',
    zh: '服务器没有应答。请检查网络后重试。',
  },
} satisfies Record<string, Words>;

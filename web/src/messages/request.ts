// SPDX-License-Identifier: GPL-3.0-or-later
// Words of requests of organisations to be registered: of the public page where they are made, and of the one where
// they are decided. {1} and {2} are filled in.
import { frameMessages, type Words } from './check.ts';

/** Of both pages. */
export const requestMessages = {
  'request.state.asked': { en: 'Waiting for its answer', zh: '等待答复' },
  'request.state.approved': { en: 'Approved', zh: '已批准' },
  'request.state.refused': { en: 'Refused', zh: '未批准' },
  'request.state.withdrawn': { en: 'Withdrawn', zh: '已撤回' },
  'request.number': { en: 'Request {1}', zh: '第 {1} 号申请' },
  'request.state': { en: 'State', zh: '状态' },
  'request.organisation': { en: 'Organisation', zh: '机构' },
  'request.kind': { en: 'Kind', zh: '类别' },
  'request.country': { en: 'Country', zh: '国家' },
  'request.address': { en: 'Address', zh: '地址' },
  'request.website': { en: 'Website', zh: '网址' },
  'request.code': { en: 'Code', zh: '代码' },
  'request.contact': { en: 'Contact', zh: '联系人' },
  'request.message': { en: 'Message', zh: '留言' },
  'request.created': { en: 'Asked', zh: '申请时间' },
  'request.decided': { en: 'Decided', zh: '答复时间' },
  'request.reason': { en: 'Reason', zh: '理由' },
  'request.open': { en: 'Its record', zh: '查看登记' },
} satisfies Record<string, Words>;

/** Of the public page alone. */
export const registerMessages = {
  ...frameMessages,
  ...requestMessages,
  'register.nav': { en: 'Pages', zh: '页面' },
  'register.home': { en: 'Registers', zh: '登记' },
  'register.in': { en: 'Log in', zh: '登录' },
  'register.title': { en: 'Register your organisation', zh: '申请登记机构' },
  'register.lead': {
    en:
      'The regulator looks at what you send, and files your organisation in the public register or says why not. ' +
      'Who asks becomes its manager.',
    zh: '监管人员审核后，将您的机构列入公开登记，或说明不予登记的理由。申请者将成为该机构的管理者。',
  },
  'register.as': { en: 'You ask as {1}.', zh: '您以 {1} 的身份申请。' },
  'register.login': {
    en: 'Have an account? Log in first, and the organisation is yours without a link.',
    zh: '已有账户？请先登录，获准后无需链接即可管理机构。',
  },
  'register.organisation': { en: 'The organisation', zh: '机构信息' },
  'register.country': { en: 'Country', zh: '国家' },
  'register.country.help': { en: 'Two letters of ISO 3166-1: CN for China.', zh: 'ISO 3166-1 两位字母代码，中国为 CN。' },
  'register.code.cn': { en: 'Unified social credit code', zh: '统一社会信用代码' },
  'register.code.cn.help': { en: '18 digits and capital letters, as on the licence.', zh: '18 位，与营业执照或登记证书一致。' },
  'register.code': { en: 'Registration number', zh: '注册编号' },
  'register.code.help': { en: 'Under which it is registered in its country.', zh: '在其所在国登记的编号。' },
  'register.name.zh': { en: 'Name in Chinese', zh: '中文名称' },
  'register.name.en': { en: 'Name in English', zh: '英文名称' },
  'register.name.help': { en: 'In full, in one of the two languages at least.', zh: '全称，至少填写一种语言。' },
  'register.kind': { en: 'Kind', zh: '类别' },
  'register.kind.choose': { en: 'Choose …', zh: '请选择 …' },
  'register.address': { en: 'Address', zh: '地址' },
  'register.website': { en: 'Website', zh: '网址' },
  'register.optional': { en: '{1} (may stay empty)', zh: '{1}（选填）' },
  'register.contact': { en: 'Who is answered', zh: '联系方式' },
  'register.contact.name': { en: 'Your name', zh: '姓名' },
  'register.contact.email': { en: 'Your mail address', zh: '电子邮箱' },
  'register.contact.help': { en: 'Seen by the regulator alone.', zh: '仅监管人员可见。' },
  'register.message': { en: 'Message to the regulator', zh: '给监管人员的留言' },
  'register.send': { en: 'Send the request', zh: '提交申请' },
  'register.sent': { en: 'Request {1} is sent', zh: '第 {1} 号申请已提交' },
  'register.keep': {
    en: 'Keep this address. It opens your request, is shown this once and cannot be had again:',
    zh: '请保存以下地址：用于查看您的申请，仅显示这一次，无法再次获取：',
  },
  'register.another': { en: 'Ask for another organisation', zh: '申请登记另一机构' },
  'register.mine': { en: 'What you asked for', zh: '我的申请' },
  'register.yours': { en: 'Your request', zh: '您的申请' },
  'register.withdraw': { en: 'Withdraw the request', zh: '撤回申请' },
  'register.approved': {
    en: 'Who asked without an account gets a link by which to become the manager.',
    zh: '未登录申请者将收到成为管理者的链接。',
  },
  'register.failed': { en: 'The request was not sent', zh: '申请未提交' },
  'register.unseen': { en: 'The request could not be read', zh: '无法读取申请' },
  'register.unreachable': {
    en: 'The server did not answer. Check the connection and try again.',
    zh: '服务器没有应答。请检查网络后重试。',
  },
} satisfies Record<string, Words>;
export type RegisterKey = keyof typeof registerMessages;

/** Of the page for regulators and administrators. */
export const decisionMessages = {
  ...requestMessages,
  'requests.title': { en: 'Requests', zh: '登记申请' },
  'requests.lead': {
    en:
      'Organisations that ask to be registered. An approval files the organisation as it is shown here and lets ' +
      'who asked in as its manager.',
    zh: '申请登记的机构。批准后按此处所示内容登记，申请者成为其管理者。',
  },
  'requests.login': { en: 'Log in as a regulator to see requests.', zh: '请以监管人员身份登录后查看申请。' },
  'requests.authority': { en: 'Regulators and administrators decide requests.', zh: '登记申请由监管人员和管理员答复。' },
  'requests.waiting': { en: 'Waiting', zh: '待答复' },
  'requests.all': { en: 'All', zh: '全部' },
  'requests.which': { en: 'Which requests', zh: '申请范围' },
  'requests.none': { en: 'No request is waiting.', zh: '没有待答复的申请。' },
  'requests.none.all': { en: 'Nobody has asked yet.', zh: '尚无申请。' },
  'requests.account': { en: 'Account', zh: '账户' },
  'requests.account.none': { en: 'None: is invited when approved', zh: '无：批准后发出邀请' },
  'requests.by': { en: '{1}, by {2}', zh: '{1}，{2}' },
  'requests.approve': { en: 'Approve', zh: '批准' },
  'requests.refuse': { en: 'Refuse …', zh: '不予批准 …' },
  'requests.why': { en: 'Why it is refused', zh: '不予批准的理由' },
  'requests.why.help': { en: 'Who asked reads it.', zh: '申请者将看到此理由。' },
  'requests.refuse.send': { en: 'Refuse the request', zh: '确认不予批准' },
  'requests.namesake': { en: 'It is another organisation: approve', zh: '确为另一机构，批准' },
  'requests.link': {
    en: 'Send this link to {1}. It makes its opener the manager, works once, within a week, and is shown this once.',
    zh: '请将此链接发给 {1}：打开者将成为管理者，一周内有效，仅可使用一次，仅显示这一次。',
  },
  'requests.mailed': { en: 'Request {1} is decided; {2} is told by mail.', zh: '第 {1} 号申请已答复，已邮件通知 {2}。' },
  'requests.done': { en: 'Request {1} is decided.', zh: '第 {1} 号申请已答复。' },
  'requests.more': { en: 'Earlier requests', zh: '更早的申请' },
} satisfies Record<string, Words>;

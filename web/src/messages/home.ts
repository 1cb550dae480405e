// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the public home page and its search. {1} and {2} are filled in.
import { frameMessages, type Words } from './check.ts';

export const homeMessages = {
  ...frameMessages,
  'home.nav': { en: 'Pages', zh: '页面' },
  'home.check': { en: 'Check a certificate', zh: '核查证书' },
  'home.registers': { en: 'Registers', zh: '登记' },
  'home.register': { en: 'Register your organisation', zh: '申请登记机构' },
  'home.in': { en: 'Log in', zh: '登录' },
  'home.title': { en: 'Who can measure, test and certify what', zh: '谁能测量、检测、认证什么' },
  'home.lead': {
    en: 'The public registers of a quality infrastructure: organisations, scopes, standards, certificates.',
    zh: '质量基础设施的公开登记：机构、能力、标准与证书。',
  },
  'search.label': { en: 'Search all registers', zh: '搜索全部登记' },
  'search.example': { en: 'temperature, GB/T 19001, 校准 …', zh: '如：校准、温度、GB/T 19001' },
  'search.button': { en: 'Search', zh: '搜索' },
  'search.keys': { en: 'Press / to type, ↓ and ↑ to go through what is found.', zh: '按 / 输入，按 ↓ ↑ 在结果中移动。' },
  'search.title': { en: '“{1}”', zh: '“{1}”' },
  'search.busy': { en: 'Searching …', zh: '正在搜索 …' },
  'search.found': { en: 'Found in {1} registers', zh: '在 {1} 个登记中找到' },
  'search.found.one': { en: 'Found in one register', zh: '在 1 个登记中找到' },
  'search.all': { en: 'Show all {1}', zh: '显示全部 {1} 条' },
  'search.more': { en: 'Show more', zh: '显示更多' },
  'search.back': { en: 'All registers', zh: '全部登记' },
  'search.exact': { en: 'exactly', zh: '完全相符' },
  'search.day': {
    en: 'Searched is what holds today; what you open is shown as of {1}.',
    zh: '检索的是当前内容；打开的记录按 {1} 显示。',
  },
  'search.day.off': { en: 'Show today', zh: '显示当前' },
  'search.none': { en: 'Nothing holds all of “{1}”.', zh: '没有同时包含“{1}”全部词的记录。' },
  'search.none.help': {
    en:
      'Take fewer words, or write English words in full. A certificate that is not public is found by those ' +
      'whom it concerns, after logging in.',
    zh: '请减少词数；英文须输入完整的词。未公开的证书，相关方登录后可以找到。',
  },
  'search.none.browse': { en: 'Look through the registers', zh: '浏览登记' },
  'search.sign': { en: 'There is no letter or digit to search for.', zh: '请输入文字或数字。' },
  'search.failed': { en: 'The search did not succeed', zh: '搜索未成功' },
  'search.unreachable': {
    en: 'The server did not answer. Check the connection and try again.',
    zh: '服务器没有应答。请检查网络后重试。',
  },
  'search.again': { en: 'Try again', zh: '重试' },
  'counts.title': { en: 'What there is', zh: '现有登记' },
} satisfies Record<string, Words>;

export type HomeKey = keyof typeof homeMessages;

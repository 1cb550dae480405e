// SPDX-License-Identifier: GPL-3.0-or-later
// Words of log-ins by an outside identity provider.
import type { Words } from './check.ts';

export const outsideMessages = {
  'outside.title': { en: 'Outside log-ins', zh: '外部登录' },
  'outside.lead': {
    en:
      'Logging in there leads into this account. Nobody is recognised by a mail address: ' +
      'each log-in is connected here.',
    zh: '经由下列外部身份登录可进入本账户。系统不凭邮箱地址识别人员，每个外部身份须在此关联。',
  },
  'outside.login': { en: 'Log in to see what leads into your account.', zh: '登录后可查看可进入您账户的外部登录。' },
  'outside.none': { en: 'No outside log-in is connected yet.', zh: '尚未关联外部登录。' },
  'outside.in': { en: 'Log in with {1}', zh: '使用 {1} 登录' },
  'outside.connect': { en: 'Connect {1}', zh: '关联 {1}' },
  'outside.issuer': { en: 'Identity provider', zh: '身份提供方' },
  'outside.created': { en: 'Connected', zh: '关联时间' },
  'outside.used': { en: 'Last used', zh: '最近使用' },
  'outside.remove': { en: 'Disconnect', zh: '解除关联' },
  'outside.remove.sure': {
    en: 'Disconnect {1}? It does not lead into this account any more.',
    zh: '解除与 {1} 的关联？此后不能再由其进入本账户。',
  },
  'outside.back': { en: 'Logging in', zh: '正在登录' },
  'outside.again': { en: 'Back to the log-in', zh: '返回登录' },
} satisfies Record<string, Words>;

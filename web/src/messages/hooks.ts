// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the page of webhooks.
import type { Words } from './check.ts';

export const hookMessages = {
  'hooks.title': { en: 'Webhooks', zh: '网络回调' },
  'hooks.lead': {
    en:
      'A program of an organisation is told of events by a POST to its address, signed as Standard Webhooks asks ' +
      '(webhook-id, webhook-timestamp, webhook-signature) and tried again for some three days.',
    zh:
      '发生事件时，系统向机构程序的地址发送 POST 请求，按 Standard Webhooks 规范签名' +
      '（webhook-id、webhook-timestamp、webhook-signature），未送达时在约三天内重试。',
  },
  'hooks.login': { en: 'Log in to see the webhooks of your organisation.', zh: '登录后可查看本机构的网络回调。' },
  'hooks.managers': {
    en: 'Managers of an organisation keep its webhooks.',
    zh: '网络回调由机构管理者管理。',
  },
  'hooks.organisation': { en: 'Organisation', zh: '机构' },
  'hooks.none': { en: 'No program is told of anything yet.', zh: '尚未设置网络回调。' },
  'hooks.url': { en: 'Address', zh: '地址' },
  'hooks.url.help': {
    en: 'Begins with https://; an address that only a private network knows is refused.',
    zh: '须以 https:// 开头；仅在内部网络可达的地址会被拒绝。',
  },
  'hooks.events': { en: 'Told of', zh: '通知事项' },
  'hooks.events.none': { en: 'Choose at least one.', zh: '请至少选择一项。' },
  'hooks.created': { en: 'Made', zh: '创建' },
  'hooks.new': { en: 'New webhook', zh: '新建网络回调' },
  'hooks.make': { en: 'Make the webhook', zh: '创建' },
  'hooks.remove': { en: 'Remove', zh: '删除' },
  'hooks.remove.sure': { en: 'Remove {1}? Nothing is sent there any more.', zh: '删除 {1}？此后不再向其发送。' },
  'hooks.secret': {
    en: 'Copy the secret now: it signs what is sent, is shown this once and cannot be read again.',
    zh: '请立即复制密钥：它用于对发送内容签名，仅显示这一次，以后无法再读取。',
  },
} satisfies Record<string, Words>;

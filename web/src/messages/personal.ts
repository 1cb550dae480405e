// SPDX-License-Identifier: GPL-3.0-or-later
// Words about what is kept of a person, on their own page and on an account's.
import type { Words } from './check.ts';

export const personalMessages = {
  'personal.title': { en: 'My data', zh: '我的数据' },
  'personal.login': { en: 'Log in to see what is kept of you.', zh: '登录后可查看所保存的您的个人信息。' },
  'personal.take': { en: 'Download', zh: '下载' },
  'personal.take.lead': {
    en:
      'One file (JSON) with all that is kept of you: account and memberships, sessions and failed log-ins, API ' +
      'tokens and webhooks without their secrets, address, notices and mails, invitations, preferences, jobs, and ' +
      'every change that you made.',
    zh:
      '一份 JSON 文件，包含所保存的您的全部个人信息：账户和成员关系、会话和失败的登录、API 令牌和网络回调（不含密钥）、' +
      '邮件地址、通知和邮件、邀请、偏好设置、作业，以及您所作的每一项变更。',
  },
  'personal.take.go': { en: 'Download my data', zh: '下载我的数据' },
  'personal.erase': { en: 'Erase', zh: '删除' },
  'personal.erase.lead': {
    en: 'Your account is closed for good, and what is kept of you goes with it. This cannot be undone.',
    zh: '您的账户将永久停用，所保存的个人信息随之删除。此操作无法撤销。',
  },
  'personal.goes': { en: 'What goes', zh: '将被删除' },
  'personal.goes.name': {
    en: 'User name and full name, also in the history of your account; the address for mails, and mails that wait',
    zh: '用户名和姓名，包括账户历史中的；邮件地址及待发邮件',
  },
  'personal.goes.access': {
    en: 'Password, sessions, API tokens and memberships: you are logged out everywhere at once',
    zh: '密码、会话、API 令牌和成员关系：所有设备立即退出登录',
  },
  'personal.goes.own': {
    en: 'Notices and what you chose about them, saved views and other preferences',
    zh: '通知及其选择、保存的视图和其他偏好设置',
  },
  'personal.stays': { en: 'What stays', zh: '将保留' },
  'personal.stays.changes': {
    en: 'That your account changed records, and the reasons you gave: under its id, which says no name',
    zh: '该账户所作的变更及您所述的理由：仅以账户标识记录，不含姓名',
  },
  'personal.stays.records': {
    en:
      'What records say of people, as the signatory of a certificate or the holder of a qualification: kept by law ' +
      'or in the public interest, and corrected in its register',
    zh: '登记中关于人员的内容，如证书签字人、资格持有人：依法或为公共利益保存，在相应登记中更正',
  },
  'personal.erase.open': { en: 'Erase my account …', zh: '删除我的账户…' },
  'personal.erase.password': {
    en: 'Your password confirms it. An account without one leaves this empty, and logs in again first.',
    zh: '请输入密码确认。没有密码的账户可留空，但须先重新登录。',
  },
  'personal.erase.go': { en: 'Erase for good', zh: '永久删除' },
  'personal.erased': {
    en: 'Your account was erased, and you are logged out everywhere.',
    zh: '您的账户已删除，所有设备均已退出登录。',
  },
  'personal.of.take': { en: 'Download their data', zh: '下载个人信息' },
  'personal.of.erase': { en: 'Erase …', zh: '删除个人信息…' },
  'personal.of.sure': { en: 'Erase who {1} was?', zh: '删除 {1} 的个人信息？' },
  'personal.of.lead': {
    en:
      'The account is closed for good and named by its id, in its history too; memberships, sessions, tokens, ' +
      'address, mails, notices and preferences go. What it changed stays, under its id. This cannot be undone.',
    zh:
      '账户将永久停用并改以标识称呼，历史中亦然；成员关系、会话、令牌、邮件地址、邮件、通知和偏好设置均被删除。' +
      '其所作的变更以账户标识保留。此操作无法撤销。',
  },
  'personal.of.reason': { en: 'Why', zh: '理由' },
  'personal.of.reason.help': {
    en: 'Kept with the change: as “asked by letter of 2 March”. Do not name the person.',
    zh: '随变更保存，例如“应 3 月 2 日书面请求”。请勿写入姓名。',
  },
  'personal.of.reason.none': { en: 'Say why.', zh: '请说明理由。' },
} satisfies Record<string, Words>;

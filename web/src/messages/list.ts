// SPDX-License-Identifier: GPL-3.0-or-later
// Words of what one makes of a list: its columns and the views that are kept.
import type { Words } from './check.ts';

export const listMessages = {
  'columns.open': { en: 'Columns', zh: '列' },
  'columns.shown': { en: 'Columns shown, in their order', zh: '显示的列及其次序' },
  'columns.more': { en: 'Further columns', zh: '其他列' },
  'columns.up': { en: 'Move {1} forward', zh: '前移 {1}' },
  'columns.down': { en: 'Move {1} back', zh: '后移 {1}' },
  'columns.preset': { en: 'As preset', zh: '恢复默认' },
  'views.open': { en: 'Views', zh: '视图' },
  'views.lead': {
    en:
      'A view keeps filters, order and columns under a name, for your account. ' +
      'The address of a view can be sent to others.',
    zh: '视图以名称保存筛选、排序和列，仅供您的账户使用。视图的地址可以发给他人。',
  },
  'views.none': { en: 'None kept yet.', zh: '尚未保存视图。' },
  'views.name': { en: 'Name of the view shown now', zh: '当前视图的名称' },
  'views.keep': { en: 'Keep', zh: '保存' },
  'views.forget': { en: 'Forget {1}', zh: '删除 {1}' },
  'views.many': { en: 'More than {1} views of one register cannot be kept.', zh: '每个登记簿最多保存 {1} 个视图。' },
} satisfies Record<string, Words>;

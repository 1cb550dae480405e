// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the page that compares two days.
import type { Words } from './check.ts';

export const changesMessages = {
  'changes.open': { en: 'What changed between two days', zh: '比较两个日期之间的变化' },
  'changes.title': { en: 'What changed: {1}', zh: '变化：{1}' },
  'changes.lead': {
    en:
      'What held on the first day as it was known then, beside what held on the second as it was known then. ' +
      'A change became true in between; a correction sets right what had been recorded wrongly.',
    zh: '将首日的状态（按当时所知）与末日的状态（按当时所知）对照。“变更”指其间事实发生变化；“更正”指改正原先的错误记录。',
  },
  'changes.from': { en: 'From the end of', zh: '自该日结束' },
  'changes.to': { en: 'To the end of', zh: '至该日结束' },
  'changes.compare': { en: 'Compare', zh: '比较' },
  'changes.order': { en: 'The second day must come after the first.', zh: '末日须晚于首日。' },
  'changes.none': { en: 'Nothing changed between these days.', zh: '这两日之间没有变化。' },
  'changes.many': {
    en: 'More than {1} records were written: choose days that lie closer together to see all.',
    zh: '期间写入的记录超过 {1} 条：请选择更近的日期以查看全部。',
  },
  'changes.record': { en: 'Record', zh: '记录' },
  'changes.field': { en: 'Field', zh: '字段' },
  'changes.what': { en: 'What', zh: '性质' },
  'changes.on': { en: 'On {1}', zh: '{1}' },
  'changes.whole': { en: 'the record', zh: '整条记录' },
  'changes.rows': { en: 'rows of the record', zh: '所属的行' },
  'changes.rows.see': { en: 'Compare the record', zh: '对照该记录' },
  'changes.changed': { en: 'Changed', zh: '变更' },
  'changes.corrected': { en: 'Corrected', zh: '更正' },
  'changes.began': { en: 'Began', zh: '开始' },
  'changes.entered': { en: 'Entered', zh: '录入' },
  'changes.ended': { en: 'Ended', zh: '终止' },
  'changes.removed': { en: 'Removed', zh: '删除' },
} satisfies Record<string, Words>;

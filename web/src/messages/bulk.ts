// SPDX-License-Identifier: GPL-3.0-or-later
// Words of changing one field of several records.
import type { Words } from './check.ts';

export const bulkMessages = {
  'bulk.open': { en: 'Change several', zh: '批量修改' },
  'bulk.lead': {
    en:
      'Check the records below and choose one field. Each record is changed by itself, and only if nobody ' +
      'changed it since this list was read; what became of each is told.',
    zh: '勾选下方记录并选择一个字段。各记录分别修改，且仅在读取列表之后无人改动时才生效；每条的结果都会列出。',
  },
  'bulk.pick': { en: 'Choose {1}', zh: '选择 {1}' },
  'bulk.pick.all': { en: 'Choose all of this page', zh: '选择本页全部' },
  'bulk.picked': { en: '{1} records chosen', zh: '已选 {1} 条' },
  'bulk.picked.one': { en: '1 record chosen', zh: '已选 1 条' },
  'bulk.field': { en: 'Field', zh: '字段' },
  'bulk.empty': { en: 'Empty this field', zh: '清空此字段' },
  'bulk.apply': { en: 'Change {1} records', zh: '修改 {1} 条记录' },
  'bulk.apply.one': { en: 'Change 1 record', zh: '修改 1 条记录' },
  'bulk.none': { en: 'Choose records first.', zh: '请先选择记录。' },
  'bulk.stop': { en: 'Stop', zh: '停止' },
  'bulk.doing': { en: '{1} of {2} …', zh: '{1} / {2} …' },
  'bulk.done': { en: '{1} changed, {2} not changed', zh: '{1} 条已修改，{2} 条未修改' },
  'bulk.done.all': { en: 'All {1} changed', zh: '{1} 条全部已修改' },
  'bulk.stopped': { en: 'stopped before it', zh: '未处理（已停止）' },
  'bulk.meanwhile': {
    en: 'somebody changed it meanwhile: the list shows it as it is now',
    zh: '已被他人修改：列表显示其当前内容',
  },
  'bulk.left': { en: 'Records that were not changed stay chosen.', zh: '未修改的记录仍保持选中。' },
} satisfies Record<string, Words>;

// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the page that imports a table.
import type { Words } from './check.ts';

export const importMessages = {
  'rows.open': { en: 'Import a table', zh: '批量导入' },
  'rows.title': { en: 'Import: {1}', zh: '导入：{1}' },
  'rows.lead': {
    en:
      'A table (CSV) or JSON lines. Each row is found by its key ({1}) and is made, changed or left as it is: ' +
      'all rows are filed, or none.',
    zh: '支持 CSV 表格或 JSON 行文件。每行按键（{1}）匹配，新建、更新或保持不变：全部入册，或全部不入册。',
  },
  'rows.register': { en: 'Register', zh: '登记簿' },
  'rows.file': { en: 'File', zh: '文件' },
  'rows.file.help': {
    en: 'UTF-8, UTF-16 or GB18030, as spreadsheets save it; at most 100 000 rows and 32 MiB.',
    zh: '支持电子表格保存的 UTF-8、UTF-16 或 GB18030；最多 10 万行、32 MiB。',
  },
  'rows.from': { en: 'Form of the file', zh: '文件形式' },
  'rows.from.own': { en: 'This register’s own columns', zh: '本登记簿的列' },
  'rows.from.help': {
    en: 'A table or JSON lines of this register, or a file as its publisher gives it.',
    zh: '本登记簿的表格或 JSON 行，或公布方发布的原文件。',
  },
  'rows.file.from': {
    en: 'As its publisher gives it; at most 100 000 records and 32 MiB.',
    zh: '公布方发布的原文件；最多 10 万条记录、32 MiB。',
  },
  'rows.file.choose': { en: 'Choose a file', zh: '选择文件' },
  'rows.file.drop': { en: 'or drop it here', zh: '或拖放到此处' },
  'rows.file.none': { en: 'Choose a file first.', zh: '请先选择文件。' },
  'rows.file.large': {
    en: 'The file is larger than 32 MiB: import it in the terminal.',
    zh: '文件超过 32 MiB，请在终端中导入。',
  },
  'rows.template': { en: 'The register as a table to fill in', zh: '下载本登记簿的表格作为模板' },
  'rows.reason.help': {
    en: 'Kept with each change, for whoever reads the history.',
    zh: '随每处变更保存，供查阅历史者参考。',
  },
  'rows.check': { en: 'Check the file', zh: '检查文件' },
  'rows.checked': { en: 'Checked; nothing has been changed', zh: '检查完毕，尚未作任何更改' },
  'rows.filed': { en: 'Filed', zh: '已入册' },
  'rows.refused': { en: 'Nothing was filed', zh: '未入册任何内容' },
  'rows.cancelled': { en: 'Cancelled: nothing was filed', zh: '已取消：未入册任何内容' },
  'rows.file.it': { en: 'File {1} rows', zh: '将 {1} 行入册' },
  'rows.file.it.one': { en: 'File the row', zh: '将此行入册' },
  'rows.nothing': {
    en: 'All rows stand in the register as the file says: there is nothing to file.',
    zh: '登记簿内容与文件完全一致，无需入册。',
  },
  'rows.again': { en: 'Correct the file, choose it again and check it.', zh: '请更正文件后重新选择并检查。' },
  'rows.choose.again': { en: 'Choose the file again to file it.', zh: '请重新选择文件后再入册。' },
  'rows.checking': { en: 'The rows are checked …', zh: '正在检查 …' },
  'rows.filing': { en: 'The rows are filed …', zh: '正在入册 …' },
  'rows.waiting': { en: 'Waiting for its turn …', zh: '正在排队 …' },
  'rows.sending': { en: 'The file is sent …', zh: '正在上传 …' },
  'rows.progress': { en: '{1} of {2} read', zh: '已读 {1} / {2}' },
  'rows.cancel': { en: 'Cancel the import', zh: '取消导入' },
  'rows.count.rows': { en: 'rows', zh: '行' },
  'rows.count.created': { en: 'new', zh: '新建' },
  'rows.count.updated': { en: 'changed', zh: '更新' },
  'rows.count.unchanged': { en: 'unchanged', zh: '不变' },
  'rows.count.refused': { en: 'refused', zh: '有误' },
  'rows.encoding': { en: 'Read as {1}.', zh: '按 {1} 读取。' },
  'rows.linked': { en: '{1} records found what they name.', zh: '{1} 条记录找到了其所引用的对象。' },
  'rows.faults': { en: 'What keeps rows out', zh: '行内错误' },
  'rows.faults.first': { en: 'The first {1} faults are listed.', zh: '仅列出前 {1} 处错误。' },
  'rows.fault.line': { en: 'Row', zh: '行' },
  'rows.fault.place': { en: 'Place', zh: '位置' },
  'rows.fault.what': { en: 'What is wrong', zh: '错误' },
  'rows.see': { en: 'To the register', zh: '查看登记簿' },
  'rows.another': { en: 'Import another file', zh: '继续导入其他文件' },
  'rows.report': { en: 'The report as a file', zh: '下载报告' },
} satisfies Record<string, Words>;

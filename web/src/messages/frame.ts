// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the frame around every page of the application: its look and its keys.
import type { Words } from './check.ts';

export const shellMessages = {
  'print.from': { en: '{1}, printed on {2}', zh: '{1}，{2} 打印' },
  'appearance.title': { en: 'Appearance', zh: '外观' },
  'appearance.system': { en: 'As the system', zh: '跟随系统' },
  'appearance.light': { en: 'Light', zh: '浅色' },
  'appearance.dark': { en: 'Dark', zh: '深色' },
  'keys.title': { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  'keys.new': { en: 'New record of the register that is open', zh: '在当前登记簿中新建记录' },
  'keys.registers': { en: 'All registers', zh: '全部登记簿' },
  'keys.help': { en: 'This list', zh: '显示本列表' },
  'keys.typing': { en: 'None of them acts while you type in a field.', zh: '在输入框中输入时快捷键不起作用。' },
  'keys.close': { en: 'Close', zh: '关闭' },
} satisfies Record<string, Words>;

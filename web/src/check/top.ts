// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of the pages that need no login: the wordmark, and the other language.
import type { Language } from '../model.ts';
import { el } from './dom.ts';

export const wordmark = () =>
  el('a', { class: 'mark', href: '/', 'aria-label': '准 Zhun' }, el('b', { 'aria-hidden': 'true' }, '准'), ' Zhun');

type Say = (key: 'language.other' | 'language.switch') => string;

export const languageButton = (language: Language, say: Say, other: () => void) =>
  el(
    'button',
    {
      class: 'quiet',
      id: 'language',
      type: 'button',
      lang: language === 'zh' ? 'en' : 'zh-CN',
      'aria-label': say('language.switch'),
      click: other,
    },
    say('language.other'),
  );

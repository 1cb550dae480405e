// SPDX-License-Identifier: GPL-3.0-or-later
import type { Language, Texts } from '../model.ts';

/** Puts the words in place of {1}, {2}, … */
export function fill(text: string, words: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, n: string) => String(words[Number(n) - 1] ?? whole));
}

/** A text of several languages in the reader's, else in the other, else in any. */
export function inLanguage(texts: Texts | null | undefined, language: Language): string {
  if (!texts) return '';
  return texts[language] ?? texts[language === 'zh' ? 'en' : 'zh'] ?? Object.values(texts)[0] ?? '';
}

const key = 'zhun.language';

/** The language chosen before, else the browser's. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(key);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

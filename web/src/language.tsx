// SPDX-License-Identifier: GPL-3.0-or-later
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language, Texts } from './model.ts';
import { messages, type MessageKey } from './messages/app.ts';
import { fill, firstLanguage, inLanguage, keepLanguage } from './messages/fill.ts';

export interface Speech {
  language: Language;
  other: () => void;
  /** The catalogue's words for a key. */
  say: (key: MessageKey, ...words: (string | number)[]) => string;
  /** A text that the server sent in several languages. */
  read: (texts: Texts | null | undefined) => string;
}

const LanguageContext = createContext<Speech | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => keepLanguage(language), [language]);
  const other = useCallback(() => setLanguage((now) => (now === 'zh' ? 'en' : 'zh')), []);
  const speech = useMemo<Speech>(
    () => ({
      language,
      other,
      say: (key, ...words) => fill(messages[key][language], words),
      read: (texts) => inLanguage(texts, language),
    }),
    [language, other],
  );
  return <LanguageContext value={speech}>{children}</LanguageContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(LanguageContext);
  if (!speech) throw new Error('no LanguageProvider above');
  return speech;
}

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer } from '../model.ts';
import { signs } from './signs.ts';

type Content = Node | string | null | undefined | false;

/** An element: attributes (a function is a listener for the event so named), then its content. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | EventListener> = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(
    ...content.filter((part): part is Node | string => part !== null && part !== undefined && part !== false),
  );
  return made;
}

/** The sign and the word of an answer. */
export function answerMark(answer: Answer, word: string): HTMLElement {
  const space = 'http://www.w3.org/2000/svg';
  const sign = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', 'aria-hidden': 'true', fill: 'none' }))
    sign.setAttribute(name, value);
  for (const [name, value] of Object.entries({
    d: signs[answer],
    stroke: 'currentColor',
    'stroke-width': '1.5',
  }))
    path.setAttribute(name, value);
  sign.append(path);
  return el('span', { class: `answer ${answer}` }, sign, word);
}

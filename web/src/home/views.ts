// SPDX-License-Identifier: GPL-3.0-or-later
// What was found, with its marks, and how much there is.
import type { Counts, SearchGroup, SearchItem } from '../api.ts';
import { el } from '../check/dom.ts';
import type { Language } from '../model.ts';
import { fill } from '../messages/fill.ts';
import { homeMessages, type HomeKey } from '../messages/home.ts';

export const say = (language: Language, key: HomeKey, ...words: (string | number)[]) =>
  fill(homeMessages[key][language], words);

const number = (n: number, capped: boolean) => n.toLocaleString('en').replaceAll(',', ' ') + (capped ? '+' : '');

/** A text with its marks: they count Unicode characters, where a string counts halves of some. */
export function marked(text: string, marks: unknown[]): (string | HTMLElement)[] {
  const characters = Array.from(text);
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const [from, to] of marks as [number, number][]) {
    parts.push(characters.slice(at, from).join(''), el('mark', {}, characters.slice(from, to).join('')));
    at = to;
  }
  return [...parts, characters.slice(at).join('')];
}

/** What is searched is today's; the day goes along for the records that are opened. */
export const addressOf = (q: string, register: string | null, day: string) =>
  `/search?${new URLSearchParams({ q, ...(register && { register }), ...(day && { as_of: day }) })}`;

/** A search that was begun on a page about the past. */
export const dayView = (day: string, today: string, language: Language): HTMLElement =>
  el(
    'p',
    { class: 'day' },
    say(language, 'search.day', day),
    ' ',
    el('a', { href: today }, say(language, 'search.day.off')),
  );

function itemView(item: SearchItem, plural: string, { language, day }: GroupActions): HTMLElement {
  const href = `/registers/${plural}/${item.id}${day && `?${new URLSearchParams({ as_of: day })}`}`;
  return el(
    'li',
    {},
    el('a', { class: 'hit', href }, ...marked(item.title.text, item.title.marks)),
    item.exact && el('span', { class: 'exact small' }, say(language, 'search.exact')),
    ...item.found.map((field) =>
      el('p', { class: 'soft small' }, `${field.title}: `, ...marked(field.text, field.marks)),
    ),
  );
}

export interface GroupActions {
  q: string;
  register: string | null;
  language: Language;
  /** Of the page where the search was begun; '' is today. */
  day: string;
  plural: (register: string) => string;
  narrow: (register: string | null) => (event: Event) => void;
  more: (cursor: string) => void;
}

/** A register's part: some of it with a way to all, or all of it page by page. */
export function groupView(group: SearchGroup, actions: GroupActions): HTMLElement {
  const { q, register, language, day, plural, narrow, more } = actions;
  const { count, capped } = group.count;
  const next = group.next;
  const all = { class: 'more', href: addressOf(q, group.register, day), click: narrow(group.register) };
  return el(
    'section',
    { class: 'group' },
    el(
      'h2',
      {},
      group.title,
      ' ',
      el('span', { class: 'soft count' }, number(count, capped)),
    ),
    el('ul', {}, ...group.items.map((item) => itemView(item, plural(group.register), actions))),
    next && !register && el('a', all, say(language, 'search.all', number(count, capped))),
    next &&
      register &&
      el('button', { class: 'button', type: 'button', click: () => more(next) }, say(language, 'search.more')),
  );
}

/** What holds nothing yet is left out, unless nothing holds anything. */
function filled(counts: Counts): Counts['groups'] {
  const groups = counts.groups
    .map((group) => ({ ...group, items: group.items.filter(({ count }) => count > 0) }))
    .filter(({ items }) => items.length > 0);
  return groups.length ? groups : counts.groups;
}

export function countsView(counts: Counts, language: Language): HTMLElement {
  return el(
    'section',
    { class: 'counts' },
    el('h2', { class: 'hidden' }, say(language, 'counts.title')),
    ...filled(counts).map((group) =>
      el(
        'section',
        {},
        el('h3', {}, group.title),
        el(
          'ul',
          {},
          ...group.items.map((item) =>
            el(
              'li',
              {},
              el('a', { href: `/registers/${item.plural}` }, item.title),
              el('span', { class: 'soft count' }, number(item.count, item.capped)),
            ),
          ),
        ),
      ),
    ),
  );
}

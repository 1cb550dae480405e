// SPDX-License-Identifier: GPL-3.0-or-later
// The public home page: one box over all registers, how much each holds, and what is found. Without a
// framework, so that it opens at once on any telephone; a browser test holds its script under 25 KB.
import 'virtual:theme.css';
import '../styles/base.css';
import '../styles/public.css';
import '../styles/home.css';
import { followAppearance } from '../appearance.ts';
import type { Counts, Search } from '../api.ts';
import { el } from '../check/dom.ts';
import { languageButton, wordmark } from '../check/top.ts';
import { firstLanguage, keepLanguage } from '../messages/fill.ts';
import type { HomeKey } from '../messages/home.ts';
import type { Language, Problem } from '../model.ts';
import { isDay } from '../values/date.ts';
import { readCounts, readName, readSearch, type Answer } from './ask.ts';
import { addressOf, countsView, dayView, groupView, say as sayIn } from './views.ts';

/** How long a pause in typing is taken for the end of a word. */
const pause = 250;

const page = {
  language: firstLanguage() as Language,
  q: '',
  register: null as string | null,
  /** Of the page where the search was begun; '' is today. */
  day: '',
  name: null as string | null,
  counts: null as Counts | null,
  found: null as Search | null,
  problem: undefined as Problem | null | undefined,
  busy: false,
};
let running = new AbortController();
let waiting: ReturnType<typeof setTimeout> | undefined;

const say = (key: HomeKey, ...words: (string | number)[]) => sayIn(page.language, key, ...words);
const root = document.getElementById('root')!;
followAppearance();
const announcer = el('p', { class: 'hidden', role: 'status' });
const box = el('input', {
  id: 'q',
  name: 'q',
  type: 'search',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'search',
  maxlength: '200',
  input: () => type(box.value),
});
const outcome = el('div', { id: 'outcome' });

/* ---- asking ---- */

function readAddress(): void {
  const query = new URLSearchParams(location.search);
  page.q = query.get('q')?.trim() ?? '';
  page.register = query.get('register');
  const day = query.get('as_of') ?? '';
  page.day = isDay(day) ? day : '';
}

/** What is typed is searched for after a pause; the address follows, so that what is seen can be sent on. */
function type(text: string): void {
  page.q = text.trim();
  page.register = null;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, '', page.q ? addressOf(page.q, null, page.day) : '/');
    void search();
  }, pause);
}

function take(answer: Answer<Search>, before: Search | null): void {
  page.busy = false;
  page.problem = 'problem' in answer ? answer.problem : undefined;
  if (!('body' in answer)) return;
  const [first] = answer.body.groups;
  const [old] = before?.groups ?? [];
  if (first && old) first.items = [...old.items, ...first.items];
  page.found = answer.body;
}

/** Asks for what the page is about; with a cursor, for what follows what is shown. */
async function search(cursor?: string): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const before = cursor ? page.found : null;
  page.busy = Boolean(page.q);
  page.problem = undefined;
  if (!page.q) page.found = null;
  draw();
  if (!page.q) return;
  try {
    const question = { q: page.q, register: page.register, ...(cursor && { cursor }) };
    take(await readSearch(question, page.language, signal), before);
  } catch {
    return; // another question came
  }
  announce();
  draw(before ? before.groups[0]?.items.length : undefined);
}

async function count(): Promise<void> {
  const answer = await readCounts(page.language);
  if ('body' in answer) page.counts = answer.body;
  draw();
}

async function greet(): Promise<void> {
  page.name = await readName();
  if (page.name) root.querySelector('.top')?.replaceWith(top());
}

function announce(): void {
  const groups = page.found?.groups.length ?? 0;
  announcer.textContent =
    groups === 0 ? say('search.none', page.q) : groups === 1 ? say('search.found.one') : say('search.found', groups);
}

/* ---- what is seen ---- */

function top(): HTMLElement {
  const other = () => {
    page.language = page.language === 'zh' ? 'en' : 'zh';
    page.counts = null;
    drawAll();
    document.getElementById('language')?.focus();
    void count();
    if (page.q) void search();
  };
  const link = (href: string, key: HomeKey, extra = '') => el('a', { class: `quiet ${extra}`, href }, say(key));
  return el(
    'header',
    { class: 'top' },
    wordmark(),
    el(
      'nav',
      { 'aria-label': say('home.nav') },
      link('/check', 'home.check', 'wide'),
      link('/registers', 'home.registers'),
      languageButton(page.language, say, other),
      page.name ? el('a', { class: 'quiet who', href: '/registers' }, page.name) : link('/login', 'home.in'),
    ),
  );
}

function form(): HTMLElement {
  const send = (event: Event) => {
    event.preventDefault();
    clearTimeout(waiting);
    page.q = box.value.trim();
    history.pushState(null, '', page.q ? addressOf(page.q, page.register, page.day) : '/');
    void search();
  };
  box.setAttribute('placeholder', say('search.example'));
  return el(
    'form',
    { role: 'search', action: '/search', submit: send },
    el('label', { for: 'q' }, say('search.label')),
    el('div', { class: 'box' }, box, el('button', { class: 'button first', type: 'submit' }, say('search.button'))),
    el('p', { class: 'keys soft small' }, say('search.keys')),
  );
}

const narrow = (register: string | null) => (event: Event) => {
  const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
  if (metaKey || ctrlKey || shiftKey) return;
  event.preventDefault();
  page.register = register;
  history.pushState(null, '', addressOf(page.q, register, page.day));
  scrollTo(0, 0);
  void search();
};

function pluralOf(register: string): string {
  const items = page.counts?.groups.flatMap((group) => group.items) ?? [];
  return items.find((item) => item.register === register)?.plural ?? `${register}s`;
}

function problemView(): HTMLElement {
  const problem = page.problem;
  const sentence = (page.language === 'zh' ? problem?.detail_zh : problem?.detail_en) ?? problem?.detail;
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('h2', {}, say('search.failed')),
    el('p', {}, sentence ?? say('search.unreachable')),
    el('button', { class: 'button', type: 'button', click: () => void search() }, say('search.again')),
  );
}

function noneView(): HTMLElement {
  const any = /[\p{L}\p{N}]/u.test(page.q);
  return el(
    'div',
    { class: 'none' },
    el('h2', {}, any ? say('search.none', page.q) : say('search.sign')),
    any && el('p', { class: 'soft' }, say('search.none.help')),
    page.register
      ? el('a', { href: addressOf(page.q, null, page.day), click: narrow(null) }, say('search.back'))
      : el('a', { href: '/registers' }, say('search.none.browse')),
  );
}

function foundView(): HTMLElement[] {
  const { found, q, register, language } = page;
  if (page.problem !== undefined) return [problemView()];
  if (!found) return [el('p', { class: 'soft' }, page.busy ? say('search.busy') : '')];
  if (!found.groups.length) return [noneView()];
  const more = (cursor: string) => void search(cursor);
  const actions = { q, register, language, day: page.day, plural: pluralOf, narrow, more };
  const wide = { class: 'more', href: addressOf(q, null, page.day), click: narrow(null) };
  const back = register ? [el('a', wide, say('search.back'))] : [];
  return [...back, ...found.groups.map((group) => groupView(group, actions))];
}

/** Draws what changes; of a page that grew, the first new line takes the focus. */
function draw(grown?: number): void {
  document.title = page.q ? `${page.q} · 准 Zhun` : '准 Zhun';
  document.body.classList.toggle('searching', Boolean(page.q));
  outcome.setAttribute('aria-busy', page.busy ? 'true' : 'false');
  const day = page.day && dayView(page.day, addressOf(page.q, page.register, ''), page.language);
  if (page.q) outcome.replaceChildren(...(day ? [day] : []), ...foundView());
  else outcome.replaceChildren(...(page.counts ? [countsView(page.counts, page.language)] : []));
  if (grown !== undefined) hits()[grown]?.focus();
}

function drawAll(): void {
  keepLanguage(page.language);
  root.replaceChildren(
    el('a', { class: 'skip', href: '#main' }, say('skip')),
    top(),
    el(
      'main',
      { id: 'main', tabindex: '-1' },
      el(
        'div',
        { class: 'hello' },
        el('h1', {}, say('home.title')),
        el('p', { class: 'lead' }, say('home.lead')),
        el('a', { class: 'narrow', href: '/check' }, say('home.check')),
        el('a', { class: 'ask', href: '/register' }, say('home.register')),
      ),
      form(),
      announcer,
      outcome,
    ),
  );
  draw();
}

/* ---- keys ---- */

const hits = () => [...outcome.querySelectorAll<HTMLElement>('.hit')];

/** Through what is found, and from its first line back into the box. */
function step(by: number): void {
  const all = hits();
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at + by < 0) box.focus();
  else all[Math.min(at + by, all.length - 1)]?.focus();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inHits = (document.activeElement as HTMLElement | null)?.classList.contains('hit');
  const inBox = document.activeElement === box;
  if (event.key === '/' && !inBox) box.select();
  else if (event.key === 'ArrowDown' && (inBox || inHits)) step(1);
  else if (event.key === 'ArrowUp' && inHits) step(-1);
  else if (event.key === 'Escape' && inHits) box.select();
  else return;
  event.preventDefault();
}

function open(): void {
  readAddress();
  box.value = page.q;
  drawAll();
  void count();
  void greet();
  if (page.q) void search();
  else if (matchMedia('(pointer: fine)').matches) box.focus();
}

addEventListener('keydown', onKey);
addEventListener('popstate', () => {
  readAddress();
  box.value = page.q;
  page.found = null;
  void search();
});
open();

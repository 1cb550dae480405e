// SPDX-License-Identifier: GPL-3.0-or-later
// The public page: choose a file, read the claims. Without a framework, so that it opens at once
// on any telephone; a browser test holds its script under 25 KB.
import 'virtual:theme.css';
import '../styles/base.css';
import '../styles/public.css';
import '../styles/check.css';
import { followAppearance } from '../appearance.ts';
import type { Verdict, Language, Problem } from '../model.ts';
import { firstLanguage, keepLanguage } from '../messages/fill.ts';
import { isDay, today } from '../values/date.ts';
import { el } from './dom.ts';
import { languageButton, wordmark } from './top.ts';
import { say as sayIn, verdictView, type CheckKey } from './verdict.ts';

const largest = 32 * 1024 * 1024;

type Outcome = { file: Verdict } | { problem: Problem } | { refused: CheckKey };

const page = {
  language: firstLanguage() as Language,
  asOf: new URLSearchParams(location.search).get('as_of') ?? today(),
  chosen: null as File | null,
  busy: false,
  outcome: null as Outcome | null,
  /** The date the outcome is about. */
  about: '',
};

const say = (key: CheckKey, ...words: (string | number)[]) => sayIn(page.language, key, ...words);
const root = document.getElementById('root')!;
followAppearance();
const announcer = el('p', { class: 'hidden', role: 'status' });

function top(): HTMLElement {
  const other = () => {
    page.language = page.language === 'zh' ? 'en' : 'zh';
    draw('language');
  };
  return el(
    'header',
    { class: 'top' },
    wordmark(),
    el(
      'nav',
      { 'aria-label': say('check.app') },
      el('a', { class: 'quiet', href: '/' }, say('check.app')),
      languageButton(page.language, say, other),
    ),
  );
}

function dateField(): HTMLElement {
  const wrong = page.outcome && 'refused' in page.outcome && page.outcome.refused === 'check.date';
  return el(
    'div',
    { class: 'date' },
    el('label', { for: 'as-of' }, say('check.as_of')),
    el('input', {
      id: 'as-of',
      value: page.asOf,
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: '10',
      placeholder: '2026-03-02',
      'aria-describedby': wrong ? 'as-of-help as-of-wrong' : 'as-of-help',
      'aria-invalid': wrong ? 'true' : 'false',
      input: (event) => {
        page.asOf = (event.target as HTMLInputElement).value.trim();
      },
      keydown: (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && page.chosen) void check(page.chosen);
      },
    }),
    el('span', { id: 'as-of-help', class: 'soft small' }, say('check.as_of.help')),
    wrong && el('span', { id: 'as-of-wrong', class: 'wrong small' }, say('check.date')),
  );
}

function fileField(): HTMLElement {
  const choose = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void check(file);
  };
  return el(
    'div',
    { class: 'drop', id: 'drop' },
    el('p', { 'aria-hidden': 'true', class: 'hint' }, say('check.drop')),
    el('input', { type: 'file', id: 'file', class: 'hidden', 'aria-describedby': 'kinds', change: choose }),
    el(
      'label',
      { for: 'file', class: `button${page.outcome ? '' : ' first'}` },
      say(page.outcome ? 'check.another' : 'check.choose'),
    ),
    el('p', { id: 'kinds', class: 'soft small' }, say('check.kinds')),
  );
}

/** Sends the file and shows what comes back. */
async function check(file: File): Promise<void> {
  if (page.busy) return;
  page.chosen = file;
  page.about = page.asOf;
  const refused = refusal(file);
  if (refused) return finish({ refused });
  page.busy = true;
  page.outcome = null;
  draw();
  announcer.textContent = say('check.checking', file.name);
  finish(await askServer(file));
}

/** What can be told without asking the server. */
function refusal(file: File): CheckKey | null {
  if (!isDay(page.asOf)) return 'check.date';
  if (file.size === 0) return 'check.empty';
  return file.size > largest ? 'check.too_large' : null;
}

async function askServer(file: File): Promise<Outcome> {
  const query = new URLSearchParams({ as_of: page.asOf, name: file.name });
  try {
    const response = await fetch(`/v1/certificates/check?${query}`, {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': file.type || 'application/octet-stream', Accept: 'application/json' },
    });
    const body: unknown = await response.json();
    return response.ok ? { file: body as Verdict } : { problem: body as Problem };
  } catch {
    return { refused: 'check.unreachable' };
  }
}

function finish(outcome: Outcome): void {
  page.busy = false;
  page.outcome = outcome;
  draw();
  root
    .querySelector<HTMLElement>(
      'refused' in outcome && outcome.refused === 'check.date' ? '#as-of' : '[tabindex="-1"]',
    )
    ?.focus();
  if ('file' in outcome) {
    const { verdict, checked, of } = outcome.file;
    announcer.textContent = say('check.done', say(`answer.${verdict}`), say('verdict.checked', checked, of));
  } else announcer.textContent = '';
}

function problemView(outcome: Outcome): HTMLElement | null {
  if ('file' in outcome || ('refused' in outcome && outcome.refused === 'check.date')) return null;
  const problem = 'problem' in outcome ? outcome.problem : null;
  const sentence = problem
    ? ((page.language === 'zh' ? problem.detail_zh : problem.detail_en) ?? problem.detail)
    : 'refused' in outcome
      ? say(outcome.refused)
      : '';
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('h2', { tabindex: '-1' }, say('check.refused')),
    el('p', {}, sentence),
    problem?.place &&
      el('p', { class: 'soft small' }, `${say('verdict.place')}: `, el('code', {}, problem.place)),
    problem && el('p', { class: 'soft small' }, el('code', {}, `${problem.title} ${problem.code}`)),
  );
}

function outcomeView(): HTMLElement[] {
  if (page.busy) return [el('p', { class: 'busy' }, say('check.checking', page.chosen?.name ?? ''))];
  if (!page.outcome) return [];
  if ('file' in page.outcome) return verdictView(page.outcome.file, page.about, page.language);
  return [problemView(page.outcome)].filter((view) => view !== null);
}

function again(): HTMLElement | null {
  const file = page.chosen;
  if (!file || page.busy) return null;
  return el('button', { class: 'button', type: 'button', click: () => void check(file) }, say('check.again'));
}

/** Draws the page anew; the focus stays where it was, or goes to the element named. */
function draw(focus = document.activeElement?.id): void {
  keepLanguage(page.language);
  document.title = `${say('check.title')} · 准 Zhun`;
  root.replaceChildren(
    el('a', { class: 'skip', href: '#main' }, say('skip')),
    top(),
    el(
      'main',
      { id: 'main', class: page.outcome ? 'answered' : '' },
      el('h1', {}, say('check.title')),
      el('p', { class: 'lead' }, say('check.lead')),
      el(
        'form',
        { class: 'ask', submit: (event) => event.preventDefault() },
        fileField(),
        el('div', { class: 'when' }, dateField(), again()),
      ),
      el('section', { class: 'outcome', 'aria-busy': page.busy ? 'true' : 'false' }, ...outcomeView()),
      announcer,
    ),
  );
  if (focus) document.getElementById(focus)?.focus();
}

/** Files may be dropped anywhere on the page. */
function listenForDrops(): void {
  const over = (on: boolean) => document.getElementById('drop')?.classList.toggle('over', on);
  addEventListener('dragover', (event) => {
    event.preventDefault();
    over(true);
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) over(false);
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    over(false);
    const file = event.dataTransfer?.files[0];
    if (file) void check(file);
  });
}

draw();
listenForDrops();

// SPDX-License-Identifier: GPL-3.0-or-later
// The public page where an organisation asks to be registered, and where who asked sees how it stands: /register, and
// /register#SECRET. Without a framework, as the other pages that need no login.
import 'virtual:theme.css';
import '../styles/base.css';
import '../styles/public.css';
import '../styles/request.css';
import type { OrganisationRequest, OrganisationRequestMade } from '../api.ts';
import { followAppearance } from '../appearance.ts';
import { el } from '../check/dom.ts';
import { languageButton, wordmark } from '../check/top.ts';
import { firstLanguage, keepLanguage } from '../messages/fill.ts';
import type { RegisterKey } from '../messages/request.ts';
import type { Choice, Language, Problem } from '../model.ts';
import { look, readKinds, readName, readOwn, send, withdraw } from './ask.ts';
import { emptyDraft, formView, isPlace, requestOf } from './form.ts';
import { problemView, requestView, say as sayIn, sentenceOf } from './views.ts';

const page = {
  language: firstLanguage() as Language,
  name: null as string | null,
  kinds: [] as Choice[],
  draft: emptyDraft(),
  /** What follows # never reaches a log. */
  secret: location.hash.slice(1) || null,
  opened: null as OrganisationRequest | null,
  own: [] as OrganisationRequest[],
  made: null as OrganisationRequestMade | null,
  failed: undefined as Problem | null | undefined,
  unseen: undefined as Problem | null | undefined,
  busy: false,
};

const say = (key: RegisterKey, ...words: (string | number)[]) => sayIn(page.language, key, ...words);
const root = document.getElementById('root')!;
followAppearance();

/* ---- asking ---- */

async function submit(): Promise<void> {
  if (page.busy) return;
  page.busy = true;
  const answer = await send(requestOf(page.draft, page.language));
  page.busy = false;
  page.failed = 'problem' in answer ? answer.problem : undefined;
  if ('body' in answer) {
    page.made = answer.body;
    page.draft = emptyDraft();
    await readMine();
  }
  draw();
  root.querySelector<HTMLElement>('[aria-invalid=true], .problem, .made h2')?.focus();
  scrollTo({ top: 'body' in answer ? 0 : scrollY });
}

async function readMine(): Promise<void> {
  if (!page.name) return;
  const answer = await readOwn();
  if ('body' in answer) page.own = answer.body.items;
}

async function open(secret: string): Promise<void> {
  const answer = await look(secret);
  page.opened = 'body' in answer ? answer.body : null;
  page.unseen = 'problem' in answer ? answer.problem : undefined;
  draw();
}

async function takeBack(request: OrganisationRequest): Promise<void> {
  const answer = await withdraw(request.id, request.account ? null : page.secret);
  page.unseen = 'problem' in answer ? answer.problem : undefined;
  if ('body' in answer && page.opened) page.opened = answer.body;
  await readMine();
  draw();
}

/* ---- what is seen ---- */

function top(): HTMLElement {
  const other = () => {
    page.language = page.language === 'zh' ? 'en' : 'zh';
    draw();
    document.getElementById('language')?.focus();
  };
  const name = page.name;
  return el(
    'header',
    { class: 'top' },
    wordmark(),
    el(
      'nav',
      { 'aria-label': say('register.nav') },
      el('a', { class: 'quiet', href: '/registers' }, say('register.home')),
      languageButton(page.language, say, other),
      name
        ? el('a', { class: 'quiet who', href: '/registers' }, name)
        : el('a', { class: 'quiet', href: '/login?back=/register' }, say('register.in')),
    ),
  );
}

function madeView(made: OrganisationRequestMade): HTMLElement {
  const again = () => {
    page.made = null;
    draw();
  };
  return el(
    'section',
    { class: 'made', role: 'status' },
    el('h2', { tabindex: '-1' }, say('register.sent', made.number)),
    !page.name && el('p', {}, say('register.keep')),
    !page.name && el('code', { class: 'secret' }, `${location.origin}/register#${made.secret}`),
    el('button', { class: 'button', type: 'button', click: again }, say('register.another')),
  );
}

function formPart(): (Node | null)[] {
  const { failed, language } = page;
  const place = failed?.place ?? '';
  const fault = failed && isPlace(place) ? { place, sentence: sentenceOf(failed, language) } : null;
  return [
    page.name ? el('p', {}, say('register.as', page.name)) : el('p', { class: 'soft' }, say('register.login')),
    failed !== undefined && !fault ? problemView('register.failed', failed, language) : null,
    formView({ draft: page.draft, kinds: page.kinds, language, say, fault }, () => void submit()),
  ];
}

function requestsPart(title: RegisterKey, requests: OrganisationRequest[]): HTMLElement | null {
  if (!requests.length) return null;
  return el(
    'section',
    { class: 'requests' },
    el('h2', {}, say(title)),
    ...requests.map((request) => requestView(request, page.language, () => void takeBack(request))),
  );
}

function main(): (Node | null)[] {
  const trouble = page.unseen === undefined ? null : problemView('register.unseen', page.unseen, page.language);
  if (page.secret)
    return [trouble, requestsPart('register.yours', page.opened ? [page.opened] : [])];
  const lead = el('p', { class: 'lead' }, say('register.lead'));
  const own = requestsPart('register.mine', page.own);
  return [lead, trouble, ...(page.made ? [madeView(page.made)] : formPart()), own];
}

function draw(): void {
  keepLanguage(page.language);
  const focused = document.activeElement?.id;
  document.title = `${say('register.title')} · 准 Zhun`;
  root.replaceChildren(
    el('a', { class: 'skip', href: '#main' }, say('skip')),
    top(),
    el('main', { id: 'main', tabindex: '-1' }, el('h1', {}, say('register.title')), ...main()),
  );
  if (focused) document.getElementById(focused)?.focus();
}

async function begin(): Promise<void> {
  draw();
  [page.name, page.kinds] = await Promise.all([readName(), page.secret ? [] : readKinds()]);
  await readMine();
  draw();
  if (page.secret) await open(page.secret);
}

addEventListener('hashchange', () => location.reload());
void begin();

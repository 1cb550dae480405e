// SPDX-License-Identifier: GPL-3.0-or-later
// A request as who asked sees it.
import type { OrganisationRequest } from '../api.ts';
import { el } from '../check/dom.ts';
import { fill, inLanguage } from '../messages/fill.ts';
import { registerMessages, type RegisterKey } from '../messages/request.ts';
import type { Language, Problem } from '../model.ts';
import { instant } from '../values/date.ts';

export const say = (language: Language, key: RegisterKey, ...words: (string | number)[]) =>
  fill(registerMessages[key][language], words);

export function sentenceOf(problem: Problem | null, language: Language): string {
  const sentence = (language === 'zh' ? problem?.detail_zh : problem?.detail_en) ?? problem?.detail;
  return sentence ?? say(language, 'register.unreachable');
}

export const problemView = (title: RegisterKey, problem: Problem | null, language: Language) =>
  el(
    'div',
    { class: 'problem', role: 'alert' },
    el('h2', {}, say(language, title)),
    el('p', {}, sentenceOf(problem, language)),
  );

export function requestView(request: OrganisationRequest, language: Language, withdraw: () => void): HTMLElement {
  const { organisation, state, registered } = request;
  const told = (key: RegisterKey, value: string | Node | null) =>
    value ? el('div', {}, el('dt', {}, say(language, key)), el('dd', {}, value)) : null;
  const record = registered
    ? el('a', { href: `/registers/organisations/${registered}` }, say(language, 'request.open'))
    : null;
  return el(
    'section',
    { class: 'request', 'data-state': state },
    el('h3', {}, say(language, 'request.number', request.number)),
    el(
      'dl',
      { class: 'facts' },
      told('request.state', say(language, `request.state.${state}` as RegisterKey)),
      told('request.organisation', inLanguage(organisation.name, language)),
      told('request.code', organisation.code),
      told('request.created', instant(request.created)),
      told('request.decided', request.decided && instant(request.decided)),
      told('request.reason', request.reason),
      told('request.open', record),
    ),
    state === 'approved' && !request.account && el('p', { class: 'soft' }, say(language, 'register.approved')),
    state === 'asked' &&
      el('button', { class: 'button', type: 'button', click: withdraw }, say(language, 'register.withdraw')),
  );
}

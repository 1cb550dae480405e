// SPDX-License-Identifier: GPL-3.0-or-later
// The answer, as elements: verdict, claims in order, what was not checked, what the file says.
import type { Claim, Finding, Language, Verdict } from '../model.ts';
import { checkMessages } from '../messages/check.ts';
import { fill, inLanguage } from '../messages/fill.ts';
import { answerMark, el } from './dom.ts';

export type CheckKey = keyof typeof checkMessages;

/** The catalogue's words for a key. */
export function say(language: Language, key: CheckKey, ...words: (string | number)[]): string {
  return fill(checkMessages[key][language], words);
}

/** The name of a claim, also of one that this client does not know yet. */
function claimTitle(name: string, language: Language): string {
  const key = `claim.${name}`;
  return key in checkMessages ? say(language, key as CheckKey) : name;
}

function findingItem(finding: Finding, language: Language): HTMLElement {
  return el(
    'li',
    {},
    answerMark(finding.answer, say(language, `answer.${finding.answer}`)),
    el(
      'span',
      {},
      inLanguage(finding.reason, language),
      finding.place && el('span', { class: 'place' }, el('code', {}, finding.place)),
    ),
  );
}

function claimItem(claim: Claim, language: Language): HTMLElement {
  const { findings } = claim;
  const shown = findings.length > 1 || findings.some((finding) => finding.reason.en !== claim.reason.en);
  return el(
    'li',
    {},
    el('h3', {}, inLanguage(claim.title, language) || claimTitle(claim.name, language)),
    answerMark(claim.answer, say(language, `answer.${claim.answer}`)),
    el(
      'div',
      { class: 'reason' },
      inLanguage(claim.reason, language),
      claim.place &&
        el('span', { class: 'place' }, `${say(language, 'verdict.place')}: `, el('code', {}, claim.place)),
    ),
    shown &&
      el(
        'details',
        {},
        el('summary', {}, `${say(language, 'verdict.findings')} (${findings.length})`),
        el('ul', { class: 'findings' }, ...findings.map((finding) => findingItem(finding, language))),
      ),
  );
}

function unchecked(names: string[], language: Language): HTMLElement {
  return el(
    'section',
    { class: 'unchecked' },
    el('h3', {}, say(language, 'verdict.not_checked')),
    el('p', { class: 'small' }, say(language, 'verdict.not_checked.why')),
    el('ul', {}, ...names.map((name) => el('li', {}, claimTitle(name, language)))),
  );
}

function fileFacts(file: Verdict, language: Language): HTMLElement {
  const stated = file.certificate ?? {};
  const period = [stated.performed_from, stated.performed_to].filter(
    (day, n, all) => day && all.indexOf(day) === n,
  );
  const rows: [CheckKey, string | null | undefined][] = [
    ['check.number', stated.number],
    ['check.issuer', stated.issuer],
    ['check.item', stated.item],
    ['check.customer', stated.customer],
    ['check.performed', period.join(' – ')],
    ['check.issued', stated.issued],
    ['check.results', stated.results ? say(language, 'check.results.count', stated.results) : null],
    ['check.file', file.file],
    ['check.format', file.format],
    ['check.fingerprint', file.sha256],
  ];
  const given = rows.filter(([, value]) => value);
  return el(
    'dl',
    { class: 'facts' },
    ...given.map(([key, value]) =>
      el(
        'div',
        {},
        el('dt', {}, say(language, key)),
        el('dd', {}, key === 'check.fingerprint' ? el('code', {}, value) : value),
      ),
    ),
  );
}

/** The verdict, its claims, and what was not checked, for the date asked. */
export function claimsView(verdict: Verdict, asOf: string, language: Language): HTMLElement[] {
  const word = say(language, `answer.${verdict.verdict}`);
  return [
    el(
      'div',
      { class: `verdict ${verdict.verdict}` },
      el(
        'h2',
        { tabindex: '-1' },
        el('span', { class: 'hidden' }, say(language, 'verdict.title')),
        answerMark(verdict.verdict, word),
      ),
      el(
        'span',
        { class: 'of' },
        `${say(language, 'verdict.checked', verdict.checked, verdict.of)} · ${say(language, 'verdict.as_of', asOf)}`,
      ),
      el('p', {}, say(language, `check.meaning.${verdict.verdict}`)),
    ),
    el('ol', { class: 'claims' }, ...verdict.claims.map((claim) => claimItem(claim, language))),
    ...(verdict.not_checked.length ? [unchecked(verdict.not_checked, language)] : []),
  ];
}

/** The whole answer about a file. */
export function verdictView(file: Verdict, asOf: string, language: Language): HTMLElement[] {
  return [...claimsView(file, asOf, language), fileFacts(file, language)];
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The answer, as elements: verdict, claims in order, what was not checked, what the file says.
import type { CertificateSummary, Claim, Finding, Language, SummaryValue, Verdict } from '../model.ts';
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
  const shown = findings.length > 1 || findings.some((finding) => finding.reason.en !== claim.reason?.en);
  return el(
    'li',
    {},
    el('h3', {}, inLanguage(claim.title, language) || claimTitle(claim.name, language)),
    answerMark(claim.answer, say(language, `answer.${claim.answer}`)),
    el(
      'div',
      { class: 'reason' },
      inLanguage(claim.reason, language) || say(language, 'verdict.nothing'),
      claim.place &&
        el('span', { class: 'place' }, `${say(language, 'verdict.place')}: `, el('code', {}, claim.place)),
    ),
    shown &&
      el(
        'details',
        {},
        el('summary', {}, `${say(language, 'verdict.findings')} (${findings.length + (claim.omitted ?? 0)})`),
        el('ul', { class: 'findings' }, ...findings.map((finding) => findingItem(finding, language))),
        claim.omitted
          ? el('p', { class: 'soft small' }, say(language, 'verdict.omitted', claim.omitted))
          : null,
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

/** `10.0123 °C, U = 0.0012 °C (k = 2)` */
function valueText({ value, unit, typeset, u_typeset, standard, k }: SummaryValue): string {
  const shown = typeset ?? [value, unit].filter(Boolean).join(' ');
  if (!u_typeset) return shown;
  return `${shown}, ${standard ? 'u' : 'U'} = ${u_typeset}${k ? ` (k = ${k})` : ''}`;
}

/** The results, folded: most come for the verdict. */
function results(all: CertificateSummary['results'], language: Language): HTMLElement {
  const named = all.map(({ name, values }) => {
    const title = (language === 'zh' ? name.zh : name.en) ?? name.en ?? name.zh ?? '–';
    return el(
      'li',
      {},
      el('span', {}, title),
      el('ul', {}, ...values.map((value) => el('li', {}, valueText(value)))),
    );
  });
  return el(
    'details',
    { class: 'results' },
    el('summary', {}, say(language, 'check.results.count', all.length)),
    el('ul', {}, ...named),
  );
}

const joined = (parts: (string | null | undefined)[], between: string) =>
  parts.filter((part, n) => part && parts.indexOf(part) === n).join(between);

function fileFacts(file: Verdict, language: Language): HTMLElement {
  const stated = file.certificate;
  const rows: [CheckKey, string | HTMLElement | null | undefined][] = [
    ['check.number', stated?.number],
    ['check.issuer', joined([stated?.issuer.name, stated?.issuer.code], ' · ')],
    [
      'check.item',
      joined([stated?.item.name, stated?.item.manufacturer, stated?.item.model, stated?.item.serial], ' · '),
    ],
    ['check.customer', stated?.customer],
    ['check.performed', joined([stated?.performed.begun, stated?.performed.ended], ' – ')],
    ['check.issued', stated?.issued],
    ['check.results', stated?.results.length ? results(stated.results, language) : null],
    ['check.file', file.file],
    ['check.format', file.format],
    ['check.fingerprint', el('code', {}, file.sha256)],
  ];
  const given = rows.filter(([, value]) => value);
  return el(
    'dl',
    { class: 'facts' },
    ...given.map(([key, value]) => el('div', {}, el('dt', {}, say(language, key)), el('dd', {}, value))),
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

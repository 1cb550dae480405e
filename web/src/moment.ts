// SPDX-License-Identifier: GPL-3.0-or-later
// The day a page is about, and the day as of whose knowledge: both live in the address and go along from page to page.

export interface Moment {
  asOf: string;
  knownAt: string;
}

export const now: Moment = { asOf: '', knownAt: '' };
export const isThen = ({ asOf, knownAt }: Moment) => Boolean(asOf || knownAt);

export const momentOf = (query: URLSearchParams): Moment => ({
  asOf: query.get('as_of') ?? '',
  knownAt: query.get('known_at') ?? '',
});

/** The last instant of a day where the reader is; an instant stays what it is. */
export const endOf = (day: string) => (day.includes('T') ? day : new Date(`${day}T23:59:59.999`).toISOString());

/** The question with another moment; what only today can answer is left out of the past. */
export function withMoment(query: URLSearchParams, { asOf, knownAt }: Moment): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of ['as_of', 'known_at', 'cursor']) next.delete(name);
  if (asOf) next.set('as_of', asOf);
  if (knownAt) next.set('known_at', knownAt);
  if (asOf || knownAt) next.delete('q');
  return next;
}

/** The moment as the server's query, '' for now. */
export function momentQuery({ asOf, knownAt }: Moment): string {
  const query = new URLSearchParams();
  if (asOf) query.set('as_of', asOf);
  if (knownAt) query.set('known_at', endOf(knownAt));
  const text = query.toString();
  return text && `?${text}`;
}

const dated = /^\/(registers(\/[^/]+(\/(?!(?:new|import|changes)$)[^/]+)?)?|plans(\/[^/]+)?)$/;

/** Whether the page of a path can show the past. */
export const isDated = (path: string) => dated.test(path);

/** A link keeps the moment that the page it stands on shows, unless it says one itself. */
export function keptMoment(href: string, query: URLSearchParams): string {
  const [path = '', search = ''] = href.split('?');
  const asked = new URLSearchParams(search);
  const moment = momentOf(query);
  if (!isThen(moment) || !isDated(path) || isThen(momentOf(asked))) return href;
  return `${path}?${withMoment(asked, moment)}`;
}

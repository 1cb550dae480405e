// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the client: real paths, so that every view can be linked, reloaded and sent on.
import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';
import { keptMoment } from './moment.ts';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = () => listeners.forEach((listener) => listener());
addEventListener('popstate', tell);

/** Pages that need no login are documents of their own (tools/mkembed): the browser goes there. */
const apart = new Set(['/', '/search', '/check', '/register']);

/** Goes to a path of the client; `replace` leaves no step in the browser's history. */
export function go(path: string, replace = false): void {
  if (apart.has(path)) return location[replace ? 'replace' : 'assign'](path);
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  if (!replace) scrollTo(0, 0);
  tell();
}

export const usePath = () => useSyncExternalStore(subscribe, () => location.pathname);
export const useQuery = () => new URLSearchParams(useSyncExternalStore(subscribe, () => location.search));

/** A link of the client, about the day that the page shows: a plain click stays in the page, any other is the
 * browser's. */
export function To(props: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const href = keptMoment(props.href, useQuery());
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    props.onClick?.(event);
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  return <a {...props} href={href} onClick={follow} />;
}

/** The address of a register, of one of its records, or of a view below that. */
export function address(plural: string, ...rest: string[]): string {
  return ['/registers', plural, ...rest.map(encodeURIComponent)].join('/');
}

/** The workbench with a budget of the register in its editor. */
export const budgetAddress = (id: string) => `/workbench?budget=${encodeURIComponent(id)}`;

// SPDX-License-Identifier: GPL-3.0-or-later
// Log-ins by an outside identity provider: there and back again.
import { ask } from '../client.ts';
import { useLoad } from '../load.ts';
import type { Provider, ProviderWay } from '../model.ts';

/** What a way there is for; kept in the tab while it is away. */
export interface Purpose {
  /** To connect the account that is logged in, not to log in. */
  connect?: boolean;
  /** The page that is gone back to. */
  back: string;
  /** Of an invitation that is accepted along with it. */
  link?: string;
}

const key = 'zhun.outside';

/** Its name; null where there is none, or where nobody wants to know. */
export function useProvider(wanted = true): string | null {
  return useLoad<Provider>(wanted ? '/v1/provider' : null).reply?.body.name ?? null;
}

export async function leave(purpose: Purpose): Promise<void> {
  const path = purpose.connect ? '/v1/provider/connect' : '/v1/provider/login';
  const { body } = await ask<ProviderWay>(path, { method: 'POST' });
  sessionStorage.setItem(key, JSON.stringify(purpose));
  location.assign(body.location);
}

/** Why this tab went there, once. */
export function purposeOf(): Purpose {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return kept ? (JSON.parse(kept) as Purpose) : { back: '/registers' };
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the account keeps for itself on the server, so that it is there on every computer.
import { useCallback, useEffect, useState } from 'react';
import { ask, ServerError } from './client.ts';
import { asServerError } from './load.ts';

/** A list as somebody likes to see it: the address's question without its page. */
export interface View {
  name: string;
  query: string;
}

export interface Preferences {
  /** By register. */
  views?: { [register: string]: View[] };
}

type Edit = (before: Preferences) => Preferences;

const path = '/v1/me/preferences';

const put = (body: Preferences, ifMatch: string) => ask<Preferences>(path, { method: 'PUT', body, ifMatch });

/** Reads, changes and writes; where another window was faster, its document is changed instead. */
export async function changePreferences(edit: Edit): Promise<Preferences> {
  for (let tries = 3; ; tries--) {
    const { body, etag } = await ask<Preferences>(path);
    try {
      return (await put(edit(body), etag ?? '')).body;
    } catch (error) {
      if (!(error instanceof ServerError) || error.problem.status !== 412 || !tries) throw error;
    }
  }
}

export interface Kept {
  preferences: Preferences | null;
  error: ServerError | null;
  change: (edit: Edit) => Promise<void>;
}

export function usePreferences(): Kept {
  const [state, setState] = useState<Pick<Kept, 'preferences' | 'error'>>({ preferences: null, error: null });
  const take = useCallback(
    (reading: Promise<Preferences>) =>
      reading.then(
        (preferences) => setState({ preferences, error: null }),
        (refused: unknown) => setState((before) => ({ ...before, error: asServerError(refused) })),
      ),
    [],
  );
  useEffect(() => void take(ask<Preferences>(path).then(({ body }) => body)), [take]);
  return { ...state, change: useCallback((edit: Edit) => take(changePreferences(edit)), [take]) };
}

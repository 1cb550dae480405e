// SPDX-License-Identifier: GPL-3.0-or-later
// What the public home page asks of the server.
import type { Counts, Search } from '../api.ts';
import type { Language, Problem, Session } from '../model.ts';

export type Answer<T> = { body: T } | { problem: Problem | null };

/** One request; a refusal and the lack of an answer (null) are answers too. Rejects only when it is stopped. */
async function read<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: signal ?? null,
    });
    const body: unknown = await response.json();
    return response.ok ? { body: body as T } : { problem: body as Problem };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { problem: null };
  }
}

/** Whose session it is; null for a visitor. */
export async function readName(): Promise<string | null> {
  const answer = await read<Session | null>('/v1/session');
  return 'body' in answer ? (answer.body?.account?.name ?? null) : null;
}

export const readCounts = (language: Language) => read<Counts>(`/v1/counts?lang=${language}`);

export interface Question {
  q: string;
  /** Only this register, page by page. */
  register: string | null;
  cursor?: string;
}

export function readSearch({ q, register, cursor }: Question, language: Language, signal: AbortSignal) {
  const query = new URLSearchParams({ q, lang: language });
  if (register) query.set('register', register);
  if (register) query.set('limit', '30');
  if (cursor) query.set('cursor', cursor);
  return read<Search>(`/v1/search?${query}`, signal);
}

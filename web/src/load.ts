// SPDX-License-Identifier: GPL-3.0-or-later
import { useCallback, useEffect, useState } from 'react';
import { ask, ServerError, type Reply } from './client.ts';

export interface Loaded<T> {
  reply: Reply<T> | null;
  error: ServerError | null;
  loading: boolean;
  again: () => void;
}

/** Reads a path, anew whenever it changes; null reads nothing. What was read before stays on
 * the screen until the next answer, so that a filter does not make the table blink. */
export function useLoad<T>(path: string | null): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'again'>>({
    reply: null,
    error: null,
    loading: path !== null,
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    ask<T>(path, { signal: stop.signal }).then(
      (reply) => setState({ reply, error: null, loading: false }),
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ reply: null, error: asServerError(error), loading: false });
      },
    );
    return () => stop.abort();
  }, [path, round]);
  return { ...state, again: useCallback(() => setRound((n) => n + 1), []) };
}

/** Anything thrown, as something that can be shown. */
export function asServerError(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ServerError({ type: 'about:blank', title: 'CLIENT', status: 0, code: 0, detail });
}

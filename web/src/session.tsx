// SPDX-License-Identifier: GPL-3.0-or-later
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Group, Register, Schema, Session, Texts } from './model.ts';
import { ask, keepCsrf, ServerError } from './client.ts';
import { asServerError } from './load.ts';

export interface World {
  /** Null: a visitor without an account. */
  session: Session | null;
  groups: Group[];
  registers: Register[];
  error: ServerError | null;
  ready: boolean;
  logIn: (name: string, password: string) => Promise<void>;
  logOut: () => Promise<void>;
  again: () => void;
}

const WorldContext = createContext<World | null>(null);

/** Who asks. A visitor's 401 is an answer, not a failure. */
async function readSession(): Promise<Session | null> {
  try {
    const { body } = await ask<Session | null>('/v1/session');
    return body?.account ? body : null;
  } catch (error) {
    if (error instanceof ServerError && [401, 403, 404].includes(error.problem.status)) return null;
    throw error;
  }
}

/** The session and the schema: what one may do depends on who asks, so they are read together. */
export function WorldProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<Pick<World, 'session' | 'groups' | 'registers' | 'error' | 'ready'>>({
    session: null,
    groups: [],
    registers: [],
    error: null,
    ready: false,
  });
  const again = useCallback(async () => {
    try {
      const session = await readSession();
      keepCsrf(session?.csrf ?? '');
      const { body } = await ask<Schema>('/v1/schema');
      setState({ session, ...body, error: null, ready: true });
    } catch (error) {
      setState({ session: null, groups: [], registers: [], error: asServerError(error), ready: true });
    }
  }, []);
  useEffect(() => void again(), [again]);
  const world = useMemo<World>(
    () => ({
      ...state,
      again: () => void again(),
      logIn: async (name, password) => {
        const { body } = await ask<Session>('/v1/session', { method: 'POST', body: { name, password } });
        keepCsrf(body.csrf ?? '');
        await again();
      },
      logOut: async () => {
        await ask('/v1/session', { method: 'DELETE' });
        await again();
      },
    }),
    [state, again],
  );
  return <WorldContext value={world}>{children}</WorldContext>;
}

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error('no WorldProvider above');
  return world;
}

/** A register by its name or its plural: links name the first, addresses the second. */
export function registerOf(registers: Register[], name: string | null | undefined): Register | undefined {
  return registers.find((register) => register.plural === name || register.name === name);
}

export type Heading = { name: string; title: Texts; registers: Register[] };

/** Registers under their headings; that of accounts is nothing a visitor comes for. */
export function headings({ groups, registers, session }: Pick<World, 'groups' | 'registers' | 'session'>): Heading[] {
  return groups
    .map(({ name, title }) => ({ name, title, registers: registers.filter(({ group }) => group === name) }))
    .filter(({ name }) => session || name !== 'accounts');
}

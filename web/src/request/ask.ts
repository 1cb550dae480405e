// SPDX-License-Identifier: GPL-3.0-or-later
// What the page where organisations ask to be registered asks of the server.
import type { OrganisationRequest, OrganisationRequestMade, OrganisationRequestNew } from '../api.ts';
import type { OrganisationRequests } from '../api.ts';
import type { Choice, Problem, Schema, Session } from '../model.ts';

export type Answer<T> = { body: T } | { problem: Problem | null };

let csrf = '';

/** One request; a refusal and the lack of an answer (null) are answers too. */
async function ask<T>(path: string, body?: unknown): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (body !== undefined && csrf) headers['X-CSRF-Token'] = csrf;
  try {
    const response = await fetch(path, {
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? { body: answer as T } : { problem: answer as Problem };
  } catch {
    return { problem: null };
  }
}

/** Whose session it is; null for a visitor. What is sent from now on is sent as that account. */
export async function readName(): Promise<string | null> {
  const answer = await ask<Session | null>('/v1/session');
  if (!('body' in answer) || !answer.body?.account) return null;
  csrf = answer.body.csrf ?? '';
  return answer.body.account.name;
}

/** What an organisation may be, as its register says. */
export async function readKinds(): Promise<Choice[]> {
  const answer = await ask<Schema>('/v1/schema');
  const organisation = 'body' in answer && answer.body.registers.find(({ name }) => name === 'organisation');
  return (organisation && organisation.fields.find(({ name }) => name === 'kind')?.choices) || [];
}

const path = '/v1/organisation-requests';

export const send = (wanted: OrganisationRequestNew) => ask<OrganisationRequestMade>(path, wanted);
export const look = (secret: string) => ask<OrganisationRequest>(`${path}/look`, { secret });
export const readOwn = () => ask<OrganisationRequests>(`${path}?own=1`);
export const withdraw = (id: string, secret: string | null) =>
  ask<OrganisationRequest>(`${path}/${encodeURIComponent(id)}/withdrawal`, { secret });

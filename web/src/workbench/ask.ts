// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbench asks of the server: a budget (YAML or JSON) or a study (JSON with an area).
import type * as api from '../api.ts';
import { ask, problemOf, ServerError } from '../client.ts';

export type Budget = api.Budget;
export type Output = api.BudgetOutput;
export type Line = api.BudgetLine;
export type MonteCarlo = api.BudgetMonteCarlo;
export type Answer = api.StudyAnswer;
export type Evaluated = { kind: 'budget'; budget: Budget } | { kind: 'study'; answers: Answer[] };

/** A study says its area; anything else is a budget. */
export const isStudy = (text: string) => /^\s*\{[^]*"area"\s*:/.test(text);

const plain = (text: string, type: string) => new Blob([text], { type });

export async function evaluate(text: string, signal: AbortSignal): Promise<Evaluated> {
  if (isStudy(text)) {
    const body = plain(text, 'application/json');
    const reply = await ask<api.StudyAnswers>('/v1/measure/study', { method: 'POST', body, signal });
    return { kind: 'study', answers: reply.body.answers };
  }
  const body = plain(text, 'text/plain');
  const reply = await ask<Budget>('/v1/measure/budget', { method: 'POST', body, signal });
  return { kind: 'budget', budget: reply.body };
}

/** The events of a stream, one after another: name and data. */
async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<[string, string]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let kept = '';
  for (;;) {
    const { done, value } = await reader.read();
    kept += decoder.decode(value, { stream: !done });
    for (let end = kept.indexOf('\n\n'); end >= 0; end = kept.indexOf('\n\n')) {
      const lines = kept.slice(0, end).split('\n');
      kept = kept.slice(end + 2);
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      yield [of('event') ?? 'message', of('data') ?? ''];
    }
    if (done) return;
  }
}

/** Monte Carlo with its progress, 0 to 1. Aborting the signal ends the run on the server, too. */
export async function simulate(
  text: string,
  draws: number,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Budget> {
  const response = await fetch(`/v1/measure/budget/stream?draws=${draws}`, {
    method: 'POST',
    body: plain(text, 'text/plain'),
    signal,
  });
  if (!response.ok || !response.body) throw new ServerError(await problemOf(response));
  for await (const [event, data] of events(response.body)) {
    const said = JSON.parse(data);
    if (event === 'progress') tell(said.done / said.of);
    if (event === 'problem') throw new ServerError(said);
    if (event === 'result') return said as Budget;
  }
  throw new Error('the stream ended without a result');
}

/** The document to sign, opened in a window of its own. */
export async function report(text: string, format: 'html' | 'pdf', language: string): Promise<string> {
  const response = await fetch(`/v1/measure/budget/report?format=${format}&lang=${language}`, {
    method: 'POST',
    body: plain(text, 'text/plain'),
  });
  if (!response.ok) throw new ServerError(await problemOf(response));
  return URL.createObjectURL(await response.blob());
}

/** Line and column of a fault in the text, from 1; null where the place says none. */
export function lineOf(place: string | undefined): { line: number; column: number } | null {
  const found = /line (\d+)(?: column (\d+))?/.exec(place ?? '');
  return found ? { line: Number(found[1]), column: Number(found[2] ?? 1) } : null;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that speaks HTTP to the server.
import type { Language, Problem } from './model.ts';

/** A refusal by the server, or the lack of any answer (status 0). */
export class ServerError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  /** The sentence in the reader's language. */
  sentence(language: Language): string {
    const { detail, detail_en, detail_zh } = this.problem;
    return (language === 'zh' ? detail_zh : detail_en) ?? detail;
  }
}

export interface Reply<T> {
  body: T;
  etag: string | null;
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, or as it is when a Blob. */
  body?: unknown;
  ifMatch?: string;
  reason?: string;
  /** How it is to be done: respond-async is in the background. */
  prefer?: string;
  signal?: AbortSignal | undefined;
}

let csrf = '';
export const keepCsrf = (token: string) => {
  csrf = token;
};

const unreachable: Problem = {
  type: 'about:blank',
  title: 'UNREACHABLE',
  status: 0,
  code: 0,
  detail: 'The server did not answer. Check the connection and try again.',
  detail_en: 'The server did not answer. Check the connection and try again.',
  detail_zh: '服务器没有应答。请检查网络后重试。',
};

/** A header's text may hold bytes only: these are the UTF-8 bytes of a sentence, one line. */
function bytesOf(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text.replace(/\s+/g, ' ').trim()));
}

function headersOf(ask: Ask): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  if (ask.body instanceof Blob) headers.set('Content-Type', ask.body.type || 'application/octet-stream');
  else if (ask.body !== undefined) headers.set('Content-Type', 'application/json');
  if (ask.method && ask.method !== 'GET' && csrf) headers.set('X-CSRF-Token', csrf);
  if (ask.ifMatch) headers.set('If-Match', ask.ifMatch);
  if (ask.reason) headers.set('X-Reason', bytesOf(ask.reason));
  if (ask.prefer) headers.set('Prefer', ask.prefer);
  return headers;
}

export async function problemOf(response: Response): Promise<Problem> {
  try {
    return { ...unreachable, title: 'HTTP', detail: response.statusText, ...(await response.json()) };
  } catch {
    const detail = `${response.status} ${response.statusText}`;
    return { type: 'about:blank', title: 'HTTP', status: response.status, code: 0, detail };
  }
}

/** One request. Fails with ServerError, or with the AbortError of its signal. */
export async function ask<T>(path: string, options: Ask = {}): Promise<Reply<T>> {
  const { body } = options;
  let response: Response;
  try {
    response = await fetch(path, {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
      signal: options.signal ?? null,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ServerError(unreachable);
  }
  if (!response.ok) throw new ServerError(await problemOf(response));
  const text = await response.text();
  return { body: (text ? JSON.parse(text) : null) as T, etag: response.headers.get('ETag') };
}

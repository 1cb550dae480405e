// SPDX-License-Identifier: GPL-3.0-or-later
// A job of the server, followed until it ends, and the report of an import.
import { useEffect, useState } from 'react';
import type { Job as Told, RowsReport } from '../api.ts';
import { ask, type ServerError } from '../client.ts';
import { asServerError } from '../load.ts';

export type { RowFault, RowsReport } from '../api.ts';
export type Job = Omit<Told, 'state'> & { state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' };

export interface Followed {
  job: Job | null;
  /** Once it has ended with one. */
  report: RowsReport | null;
  error: ServerError | null;
}

const none: Followed = { job: null, report: null, error: null };
const EVERY = 400;

export const hasEnded = ({ state }: Job) => state !== 'waiting' && state !== 'running';
const path = (id: string) => `/v1/jobs/${encodeURIComponent(id)}`;

/** The job of this id, asked for again and again until it has ended. */
export function useJob(id: string | null): Followed {
  const [followed, setFollowed] = useState(none);
  useEffect(() => {
    setFollowed(none);
    if (id === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const { body: job } = await ask<Job>(path(id), { signal: stop.signal });
        const report = hasEnded(job) && job.report ? await reportOf(id, stop.signal) : null;
        setFollowed({ job, report, error: null });
        if (!hasEnded(job)) timer = setTimeout(() => void look(), EVERY);
      } catch (error) {
        if (!stop.signal.aborted) setFollowed({ ...none, error: asServerError(error) });
      }
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id]);
  return followed;
}

const reportOf = async (id: string, signal: AbortSignal) =>
  (await ask<RowsReport>(`${path(id)}/report`, { signal })).body;

export interface RowsFile {
  plural: string;
  file: File;
  /** The source that publishes the file as it is; null: the register's own columns. */
  from: string | null;
  dry: boolean;
  reason: string;
}

/** Hands a file over to be checked or filed in the background; resolves to the job's id. */
export async function importRows({ plural, file, from, dry, reason }: RowsFile): Promise<string> {
  const query = new URLSearchParams({ ...(dry && { dry: '1' }), ...(from && { from }) }).toString();
  const { body } = await ask<Job>(`/v1/${plural}/rows${query && `?${query}`}`, {
    method: 'POST',
    body: new Blob([file], { type: 'application/octet-stream' }),
    prefer: 'respond-async',
    reason,
  });
  return body.id;
}

export const cancelJob = (id: string) => ask(path(id), { method: 'DELETE' });

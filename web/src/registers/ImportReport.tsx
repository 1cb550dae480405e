// SPDX-License-Identifier: GPL-3.0-or-later
// How far an import is, and what became of each row.
import { Button } from 'antd';
import { useState } from 'react';
import { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import type { Register } from '../model.ts';
import { address, To } from '../router.tsx';
import { Reading, Trouble } from '../shell/Parts.tsx';
import { count, size } from '../values/number.ts';
import { placeTitles } from './draft.ts';
import { cancelJob, hasEnded, useJob, type Job, type RowFault, type RowsReport } from './job.ts';

interface Props {
  register: Register;
  job: string;
  /** Files what was checked; null where the file is no longer at hand. */
  fileIt: (() => void) | null;
  another: () => void;
}

export function Outcome({ register, job: id, fileIt, another }: Props) {
  const { say } = useSpeech();
  const { job, report, error } = useJob(id);
  if (error) return <Trouble error={error} />;
  if (!job) return <Reading />;
  if (!hasEnded(job)) return <Under job={job} />;
  if (job.state === 'cancelled')
    return (
      <p className="panel rows-report" role="status">
        {say('rows.cancelled')}
      </p>
    );
  if (!report) return <Trouble error={whyFailed(job)} />;
  const title = report.filed ? 'rows.filed' : report.refused ? 'rows.refused' : 'rows.checked';
  return (
    <section className="rows-report" aria-labelledby="outcome" role="status">
      <h2 id="outcome">{say(title)}</h2>
      <Counts report={report} />
      {report.faults.length > 0 && <Faults report={report} register={register} />}
      <Next report={report} register={register} fileIt={fileIt} another={another} />
      <p className="small">
        <a href={`/v1/jobs/${encodeURIComponent(id)}/report`} download={`${register.plural}-report.json`}>
          {say('rows.report')}
        </a>
      </p>
    </section>
  );
}

/** A job that failed without a report says why in both languages. */
function whyFailed({ code, reason_en, reason_zh }: Job): ServerError {
  const detail = reason_en ?? code ?? '';
  return new ServerError({
    type: 'about:blank',
    title: code ?? 'JOB',
    status: 0,
    code: 0,
    detail,
    detail_en: detail,
    detail_zh: reason_zh ?? detail,
  });
}

function Under({ job }: { job: Job }) {
  const { say } = useSpeech();
  const [error, setError] = useState<ServerError | null>(null);
  const begun = job.total > 0;
  return (
    <section className="panel rows-report" aria-live="polite">
      <p>{say(job.state === 'waiting' ? 'rows.waiting' : 'rows.filing')}</p>
      <progress aria-label={say('rows.filing')} {...(begun && { value: job.done, max: job.total })} />
      <p className="soft small">{begun && say('rows.progress', size(job.done), size(job.total))}</p>
      <Button onClick={() => void cancelJob(job.id).catch((refused: unknown) => setError(asServerError(refused)))}>
        {say('rows.cancel')}
      </Button>
      {error && <Trouble error={error} />}
    </section>
  );
}

const counted = ['rows', 'created', 'updated', 'unchanged', 'refused'] as const;

function Counts({ report }: { report: RowsReport }) {
  const { say } = useSpeech();
  return (
    <>
      <dl className="rows-counts">
        {counted.map((name) => (
          <div key={name} className={name === 'refused' && report.refused ? 'bad' : ''}>
            <dt>{say(`rows.count.${name}`)}</dt>
            <dd>{count(report[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {say('rows.encoding', report.encoding)} {report.linked > 0 && say('rows.linked', count(report.linked))}
      </p>
    </>
  );
}

function Faults({ report, register }: { report: RowsReport; register: Register }) {
  const { say } = useSpeech();
  const shown = report.faults.length;
  return (
    <section aria-labelledby="faults">
      <h3 id="faults">{say('rows.faults')}</h3>
      <table className="sheet rows-faults">
        <thead>
          <tr>
            <th scope="col" className="end">
              {say('rows.fault.line')}
            </th>
            <th scope="col">{say('rows.fault.place')}</th>
            <th scope="col">{say('rows.fault.what')}</th>
          </tr>
        </thead>
        <tbody>
          {report.faults.map((fault, n) => (
            <Fault key={n} fault={fault} register={register} />
          ))}
        </tbody>
      </table>
      {shown < report.refused && <p className="soft small">{say('rows.faults.first', count(shown))}</p>}
    </section>
  );
}

/** Where the fault is, by the titles on the way; a head that is no place of a record stands as it is. */
function Place({ column, register }: { column: string; register: Register }) {
  const { say, read } = useSpeech();
  const titles = column.startsWith('/') ? placeTitles(register, column) : [];
  if (!titles.length) return <code>{column}</code>;
  const named = titles.map(({ title, row }) => (row === null ? read(title) : say('form.row', read(title), row + 1)));
  return named.join(', ');
}

function Fault({ fault, register }: { fault: RowFault; register: Register }) {
  const { say, language } = useSpeech();
  return (
    <tr>
      <td className="end" data-label={say('rows.fault.line')}>
        {count(fault.line)}
      </td>
      <td data-label={say('rows.fault.place')}>
        <Place column={fault.column} register={register} />
      </td>
      <td data-label={say('rows.fault.what')}>{language === 'zh' ? fault.detail_zh : fault.detail_en}</td>
    </tr>
  );
}

function Next({ report, register, fileIt, another }: Omit<Props, 'job'> & { report: RowsReport }) {
  const { say } = useSpeech();
  const due = report.created + report.updated;
  if (report.refused) return <p>{say('rows.again')}</p>;
  if (report.filed)
    return (
      <p className="actions">
        <To className="button first" href={address(register.plural)}>
          {say('rows.see')}
        </To>
        <button type="button" className="button" onClick={another}>
          {say('rows.another')}
        </button>
      </p>
    );
  if (!due) return <p>{say('rows.nothing')}</p>;
  if (!fileIt) return <p>{say('rows.choose.again')}</p>;
  return (
    <p>
      <Button type="primary" onClick={fileIt}>
        {due === 1 ? say('rows.file.it.one') : say('rows.file.it', count(due))}
      </Button>
    </p>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate: what it says, what it rests on, and whether that holds.
import type { Register, Row, StoredDocument } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { Facts, RecordHead, RecordTrouble, useRecord } from '../registers/record.tsx';
import { History } from '../registers/History.tsx';
import { RowTable } from '../registers/Rows.tsx';
import { isEmpty } from '../registers/Shown.tsx';
import { Reading } from '../shell/Parts.tsx';
import { Evidence } from './Evidence.tsx';
import { ResultTables } from './ResultTables.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

const byHand = ['results', 'evidence'];

export default function CertificatePage({ register, id }: { register: Register; id: string }) {
  const { say, read } = useSpeech();
  const view = useRecord(register, id);
  const record = view.reply?.body;
  if (view.error) return <RecordTrouble register={register} view={view} />;
  if (!record) return <Reading />;
  const rows = (name: string) => (record[name] as Row[] | undefined) ?? [];
  const original = record['document'] as StoredDocument | null | undefined;
  return (
    <>
      <RecordHead register={register} record={record} view={view}>
        {original && (
          <a className="button" href={`/v1/documents/${encodeURIComponent(original.id)}`} download>
            {say('document.download')}
          </a>
        )}
      </RecordHead>
      <div className="record certificate">
        <div className="record-main">
          <Facts
            fields={register.fields.filter(
              (field) => field.name !== 'number' && !isEmpty(record[field.name]),
            )}
            record={record}
          />
          <section>
            <h2>{say('certificate.results')}</h2>
            <ResultTables rows={rows('results')} />
          </section>
          <section>
            <h2>{say('certificate.evidence')}</h2>
            <p className="soft section-lead">{say('certificate.evidence.lead')}</p>
            <Evidence rows={rows('evidence')} />
          </section>
          {register.children
            .filter((child) => !byHand.includes(child.name))
            .map((child) => (
              <section key={child.name}>
                <h2>{read(child.title)}</h2>
                <RowTable child={child} rows={rows(child.name)} />
              </section>
            ))}
        </div>
        <div className="record-side">
          <VerdictPanel id={id} asOf={view.moment.asOf} />
          <History register={register} id={id} shown={record.rev} show={view.setMoment} />
        </div>
      </div>
    </>
  );
}

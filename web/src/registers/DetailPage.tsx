// SPDX-License-Identifier: GPL-3.0-or-later
// One record of any register, from its schema.
import { useState, type ReactNode } from 'react';
import type { Register, Row, Stored } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { Reading } from '../shell/Parts.tsx';
import { History } from './History.tsx';
import { Facts, RecordHead, RecordTrouble, useRecord } from './record.tsx';
import { RowTable } from './Rows.tsx';

interface Props {
  register: Register;
  id: string;
  actions?: ((record: Stored, again: () => void) => ReactNode) | undefined;
}

export default function DetailPage(props: Props) {
  const { register, id } = props;
  const { read } = useSpeech();
  const view = useRecord(register, id);
  const [round, setRound] = useState(0);
  const record = view.reply?.body;
  if (view.error) return <RecordTrouble register={register} view={view} />;
  if (!record) return <Reading />;
  const again = () => {
    setRound(round + 1);
    view.again();
  };
  return (
    <>
      <RecordHead register={register} record={record} view={view}>
        {props.actions?.(record, again)}
      </RecordHead>
      <div className="record">
        <div className="record-main">
          <Facts fields={register.fields} record={record} />
          {register.children.map((child) => (
            <section key={child.name}>
              <h2>{read(child.title)}</h2>
              <RowTable child={child} rows={(record[child.name] as Row[] | undefined) ?? []} />
            </section>
          ))}
        </div>
        <History key={round} register={register} id={id} shown={record.rev} show={view.setMoment} />
      </div>
    </>
  );
}

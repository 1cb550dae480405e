// SPDX-License-Identifier: GPL-3.0-or-later
// What every page about one record shares, the generic one and those made by hand.
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Field, Register, Row, Stored } from '../model.ts';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError, useLoad, type Loaded } from '../load.ts';
import { isThen, momentOf, momentQuery, withMoment, type Moment } from '../moment.ts';
import { address, go, To, useQuery } from '../router.tsx';
import { Heading, Trouble } from '../shell/Parts.tsx';
import { Shown } from './Shown.tsx';

export interface RecordView extends Loaded<Stored> {
  moment: Moment;
  setMoment: (moment: Moment) => void;
}

/** The record as the address asks for it: now, or as of a day. */
export function useRecord(register: Register, id: string): RecordView {
  const moment = momentOf(useQuery());
  const loaded = useLoad<Stored>(`/v1/${register.plural}/${encodeURIComponent(id)}${momentQuery(moment)}`);
  const setMoment = (next: Moment) => {
    const query = withMoment(new URLSearchParams(), next);
    go(address(register.plural, id) + (query.size ? `?${query}` : ''));
  };
  return { ...loaded, moment, setMoment };
}

export function Crumbs({ register, children }: { register: Register; children?: ReactNode }) {
  const { read, say } = useSpeech();
  return (
    <nav className="crumbs" aria-label={say('nav.where')}>
      <To href={address(register.plural)}>{read(register.titles)}</To>
      {children}
    </nav>
  );
}

/** A record that could not be read. */
export function RecordTrouble({ register, view }: { register: Register; view: RecordView }) {
  return (
    <>
      <Crumbs register={register} />
      {view.error && <Trouble error={view.error} again={view.again} />}
    </>
  );
}

/** Title and actions of a record; the past is only read. */
export function RecordHead(props: {
  register: Register;
  record: Stored;
  view: RecordView;
  children?: ReactNode;
}) {
  const { register, record, view } = props;
  const { say } = useSpeech();
  const then = isThen(view.moment);
  return (
    <Heading title={record.title} above={<Crumbs register={register} />}>
      {props.children}
      {!then && register.may.update && (
        <Button onClick={() => go(address(register.plural, record.id, 'edit'))}>{say('record.edit')}</Button>
      )}
      {!then && register.may.remove && <Remove register={register} record={record} />}
    </Heading>
  );
}

function Remove({ register, record }: { register: Register; record: Stored }) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const remove = async () => {
    try {
      await ask(`/v1/${register.plural}/${encodeURIComponent(record.id)}`, {
        method: 'DELETE',
        ifMatch: `"${record.rev}"`,
        reason,
      });
      go(address(register.plural), true);
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('record.remove')}</Button>
      <Modal
        open={open}
        title={say('record.remove.sure', record.title)}
        okText={say('record.remove')}
        okButtonProps={{ danger: true }}
        cancelText={say('form.cancel')}
        closable={false}
        onOk={() => void remove()}
        onCancel={() => setOpen(false)}
      >
        <label>
          {say('record.reason')}
          <Input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <p className="soft small">{say('record.reason.help')}</p>
        {error && <Trouble error={error} />}
      </Modal>
    </>
  );
}

/** Fields and their values, side by side. */
export function Facts({ fields, record }: { fields: Field[]; record: Row }) {
  const { read } = useSpeech();
  return (
    <dl className="facts">
      {fields.map((field) => (
        <div key={field.name}>
          <dt title={read(field.help)}>{read(field.title)}</dt>
          <dd>
            <Shown field={field} value={record[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// On an account's page, for administrators: what is kept of the person, for who asks by letter.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Stored } from '../model.ts';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { useWorld } from '../session.tsx';
import { Trouble } from '../shell/Parts.tsx';
import { Labelled } from './Labelled.tsx';
import { download } from './personal.ts';

interface Props {
  record: Stored;
  again: () => void;
}

export default function PersonalOf({ record, again }: Props) {
  const { say } = useSpeech();
  const { session } = useWorld();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  if (!session?.administrator) return null;
  const path = `/v1/accounts/${encodeURIComponent(record.id)}`;
  const take = async () => setError(await download(`${path}/data`).then(() => null, asServerError));
  const erased = record.title === `erased-${record.id}`;
  return (
    <>
      {error && <Trouble error={error} />}
      <Button onClick={() => void take()}>{say('personal.of.take')}</Button>
      {!erased && <Button onClick={() => setOpen(true)}>{say('personal.of.erase')}</Button>}
      <Erase
        open={open}
        path={path}
        name={record.title}
        close={() => setOpen(false)}
        done={() => {
          setOpen(false);
          again();
        }}
      />
    </>
  );
}

function Erase(props: { open: boolean; path: string; name: string; close: () => void; done: () => void }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  const erase = async () => {
    setTried(true);
    if (!reason.trim()) return;
    try {
      await ask(`${props.path}/erasure`, { method: 'POST', body: { reason: reason.trim() } });
      props.done();
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  return (
    <Modal
      open={props.open}
      title={say('personal.of.sure', props.name)}
      okText={say('personal.erase.go')}
      okButtonProps={{ danger: true }}
      cancelText={say('form.cancel')}
      closable={false}
      onOk={() => void erase()}
      onCancel={props.close}
    >
      <p className="personal-of">{say('personal.of.lead')}</p>
      <Labelled
        label={say('personal.of.reason')}
        help={say('personal.of.reason.help')}
        error={tried && !reason.trim() && say('personal.of.reason.none')}
      >
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Labelled>
      {error && <Trouble error={error} />}
    </Modal>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Records from a file: tried first, told row by row, then filed in the background.
import { Button, Input, Select } from 'antd';
import { useState, type DragEvent, type FormEvent } from 'react';
import { Labelled } from '../account/Labelled.tsx';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import type { Register } from '../model.ts';
import { address, go, useQuery } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Trouble } from '../shell/Parts.tsx';
import { size } from '../values/number.ts';
import { importRows } from './job.ts';
import { Outcome } from './ImportReport.tsx';
import { Crumbs } from './record.tsx';

const MOST = 32 * 1024 * 1024;
const TABLES = '.csv,.tsv,.txt,.jsonl,.ndjson,text/csv';

export default function ImportPage({ register }: { register: Register }) {
  const { say, read, language } = useSpeech();
  const job = useQuery().get('job');
  const [given, setGiven] = useState<Given | null>(null);
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  const here = address(register.plural, 'import');
  const send = async (chosen: Given, dry: boolean) => {
    setSending(true);
    setError(null);
    try {
      go(`${here}?job=${await importRows({ plural: register.plural, ...chosen, dry, reason })}`, true);
    } catch (refused) {
      setError(asServerError(refused));
    }
    setSending(false);
  };
  const key = register.key.map((name) => read(register.fields.find((field) => field.name === name)?.title) || name);
  return (
    <div className="form">
      <Heading title={say('rows.title', read(register.titles))} above={<Crumbs register={register} />} />
      <p className="lead">{say('rows.lead', key.join(language === 'zh' ? '、' : ', '))}</p>
      <Asking
        key={register.name}
        register={register}
        sending={sending}
        reason={reason}
        setReason={setReason}
        chosen={(next) => {
          setGiven(next);
          if (job) go(here, true);
        }}
        check={(chosen) => void send(chosen, true)}
      />
      {error && <Trouble error={error} />}
      {sending ? (
        <p className="rows-report" role="status">
          {say('rows.sending')}
        </p>
      ) : (
        job && (
          <Outcome
            register={register}
            job={job}
            fileIt={given && (() => void send(given, false))}
            another={() => go(here, true)}
          />
        )
      )}
    </div>
  );
}

/** A file, and who publishes it as it is (null: it has the register's own columns). */
interface Given {
  file: File;
  from: string | null;
}

interface AskingProps {
  register: Register;
  sending: boolean;
  reason: string;
  setReason: (reason: string) => void;
  chosen: (given: Given | null) => void;
  check: (given: Given) => void;
}

/** Which register, in which form, which file, why. */
function Asking({ register, sending, reason, setReason, chosen, check }: AskingProps) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const [tried, setTried] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const choose = (next: File | null, by: string | null) => {
    setFile(next);
    setFrom(by);
    chosen(next && { file: next, from: by });
  };
  const fault = !file ? tried && say('rows.file.none') : file.size > MOST && say('rows.file.large');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (file && file.size <= MOST) check({ file, from });
  };
  const open = registers.filter(({ may }) => may.create);
  return (
    <form className="rows-form" noValidate onSubmit={submit}>
      <Labelled label={say('rows.register')}>
        {(id) => (
          <Select
            id={id}
            className="choice"
            showSearch={{ optionFilterProp: 'label' }}
            value={register.plural}
            options={open.map(({ plural, titles }) => ({ value: plural, label: read(titles) }))}
            onChange={(plural: string) => go(address(plural, 'import'))}
          />
        )}
      </Labelled>
      {register.sources.length > 0 && (
        <Labelled label={say('rows.from')} help={say('rows.from.help')}>
          {(id, described) => (
            <Select
              id={id}
              aria-describedby={described}
              className="choice"
              value={from ?? ''}
              options={[
                { value: '', label: say('rows.from.own') },
                ...register.sources.map(({ name, title }) => ({ value: name, label: read(title) })),
              ]}
              onChange={(by: string) => choose(file, by || null)}
            />
          )}
        </Labelled>
      )}
      <Labelled label={say('rows.file')} help={say(from ? 'rows.file.from' : 'rows.file.help')} error={fault}>
        {(id, described) => (
          <FileInput
            id={id}
            described={described}
            file={file}
            accept={register.sources.find(({ name }) => name === from)?.suffix ?? TABLES}
            choose={(next) => choose(next, from)}
          />
        )}
      </Labelled>
      {!from && (
        <p className="small">
          <a href={`/v1/${register.plural}/rows`} download={`${register.plural}.csv`}>
            {say('rows.template')}
          </a>
        </p>
      )}
      <Labelled label={say('record.reason')} help={say('rows.reason.help')}>
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {say('rows.check')}
        </Button>
      </div>
    </form>
  );
}

interface FileInputProps {
  id: string;
  described: string | undefined;
  file: File | null;
  accept: string;
  choose: (file: File | null) => void;
}

/** The browser's own words for choosing a file are in the browser's language, not in the page's. */
function FileInput({ id, described, file, accept, choose }: FileInputProps) {
  const { say } = useSpeech();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    choose(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div className="file-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        id={id}
        className="hidden"
        type="file"
        accept={accept}
        aria-describedby={described}
        onChange={(event) => choose(event.target.files?.[0] ?? null)}
      />
      <label className="button" htmlFor={id}>
        {say('rows.file.choose')}
      </label>
      <span className={file ? '' : 'soft'}>{file ? `${file.name}, ${size(file.size)}` : say('rows.file.drop')}</span>
    </div>
  );
}

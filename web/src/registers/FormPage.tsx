// SPDX-License-Identifier: GPL-3.0-or-later
// The form of any register, for a new record or an old one, from its schema.
import { Button } from 'antd';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { Register, Row, Stored } from '../model.ts';
import { ask, ServerError } from '../client.ts';
import { useSpeech, type Speech } from '../language.tsx';
import { asServerError, useLoad } from '../load.ts';
import { address, go } from '../router.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { changePath, ChangeQuestion, noChange, type Change } from './ChangeQuestion.tsx';
import { badDay, fieldPlace, placeTitles, rowBody, rowDraft, type Errors, type RowDraft } from './draft.ts';
import { taken } from './handover.ts';
import { Crumbs } from './record.tsx';
import { RowFields } from './Rows.tsx';
import { Shown } from './Shown.tsx';

export default function FormPage({ register, id }: { register: Register; id: string | null }) {
  const { reply, error, again } = useLoad<Stored>(
    id === null ? null : `/v1/${register.plural}/${encodeURIComponent(id)}`,
  );
  if (error) return <Trouble error={error} again={again} />;
  if (id !== null && !reply) return <Reading />;
  return <RecordForm register={register} record={reply?.body ?? null} />;
}

interface Outcome {
  errors: Errors;
  trouble: ServerError | null;
  /** What somebody else saved meanwhile. */
  newer: Stored | null;
}

const clean: Outcome = { errors: {}, trouble: null, newer: null };

/** Sends the record. Resolves to the id of what was stored. */
async function save(register: Register, record: Stored | null, body: Row, change: Change): Promise<string> {
  if (!record) return (await ask<Stored>(`/v1/${register.plural}`, { method: 'POST', body })).body.id;
  const asked = change.reason ? { ...body, reason: change.reason } : body;
  await ask(changePath(register, record, change), { method: 'PUT', body: asked, ifMatch: `"${record.rev}"` });
  return record.id;
}

/** A refusal by the server as the form shows it: at its field, as a conflict, or above all. */
async function refusal(
  register: Register,
  record: Stored | null,
  thrown: unknown,
  speech: Speech,
): Promise<Outcome> {
  const error = asServerError(thrown);
  const { status, place } = error.problem;
  if (status === 412 && record) {
    const { body } = await ask<Stored>(`/v1/${register.plural}/${encodeURIComponent(record.id)}`);
    return { ...clean, newer: body };
  }
  const field = place ? fieldPlace(register, place) : null;
  return field
    ? { ...clean, errors: { [field]: error.sentence(speech.language) } }
    : { ...clean, trouble: error };
}

function RecordForm({ register, record }: { register: Register; record: Stored | null }) {
  const speech = useSpeech();
  const { say, read } = speech;
  const [base, setBase] = useState(record);
  const [draft, setDraft] = useState(() =>
    rowDraft(register, { ...record, ...taken(register.plural, record?.id ?? null) }),
  );
  const [change, setChange] = useState<Change>(noChange);
  const [outcome, setOutcome] = useState<Outcome>(clean);
  const [busy, setBusy] = useState(false);
  useFirstError(outcome.errors);

  const submit = async (over: Stored | null) => {
    const { body, faults } = rowBody(register, draft, !base);
    if (base && change.kind === 'from' && badDay(change.day)) faults['/effective'] = 'form.error.day';
    if (Object.keys(faults).length) {
      setOutcome({
        ...clean,
        errors: Object.fromEntries(Object.entries(faults).map(([place, key]) => [place, say(key)])),
      });
      return;
    }
    setBusy(true);
    try {
      const stored = await save(register, over ?? base, body, change);
      go(address(register.plural, stored));
    } catch (thrown) {
      setOutcome(
        await refusal(register, over ?? base, thrown, speech).catch((again: unknown) => ({
          ...clean,
          trouble: asServerError(again),
        })),
      );
      setBusy(false);
    }
  };

  const take = (newer: Stored) => {
    setBase(newer);
    setDraft(rowDraft(register, newer));
    setOutcome(clean);
  };
  const name = read(register.title);
  return (
    <div className="form">
      <Heading
        title={base ? say('form.edit', base.title) : say('form.new', name)}
        above={<Crumbs register={register} />}
      />
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit(null);
        }}
      >
        <ErrorSummary register={register} errors={outcome.errors} />
        {outcome.trouble && <Trouble error={outcome.trouble} />}
        {outcome.newer && (
          <Conflict register={register} draft={draft} newer={outcome.newer}>
            <Button type="primary" onClick={() => void submit(outcome.newer)}>
              {say('form.conflict.over')}
            </Button>
            <Button onClick={() => take(outcome.newer!)}>{say('form.conflict.take')}</Button>
          </Conflict>
        )}
        <RowFields
          shape={register}
          row={draft}
          isNew={!base}
          place=""
          errors={outcome.errors}
          change={setDraft}
        />
        {base && <ChangeQuestion change={change} set={setChange} error={outcome.errors['/effective']} />}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {say('form.save')}
          </Button>
          <Button onClick={() => go(base ? address(register.plural, base.id) : address(register.plural))}>
            {say('form.cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** After a refusal the focus goes to the first field that needs attention. */
function useFirstError(errors: Errors) {
  useEffect(() => {
    if (Object.keys(errors).length)
      document.querySelector<HTMLElement>('.field.wrong :is(input, textarea)')?.focus();
  }, [errors]);
}

function ErrorSummary({ register, errors }: { register: Register; errors: Errors }) {
  const { say, read, language } = useSpeech();
  const titles = Object.keys(errors).map((place) =>
    place === '/effective'
      ? say('form.when.date')
      : placeTitles(register, place)
          .map(({ title, row }) => (row === null ? read(title) : say('form.row', read(title), row + 1)))
          .join(', '),
  );
  if (!titles.length) return null;
  return (
    <p className="problem" role="alert">
      {say('form.error.some', titles.join(language === 'zh' ? '、' : '; '))}
    </p>
  );
}

/** Where the newer record differs from what stands in the form. */
function Conflict({
  register,
  draft,
  newer,
  children,
}: {
  register: Register;
  draft: RowDraft;
  newer: Stored;
  children: ReactNode;
}) {
  const { say, read } = useSpeech();
  const theirs = rowDraft(register, newer);
  const different = register.fields.filter(
    (field) => JSON.stringify(theirs.fields[field.name]) !== JSON.stringify(draft.fields[field.name]),
  );
  return (
    <section className="problem" role="alert">
      <h2>{say('form.conflict')}</h2>
      <p>{say('form.conflict.what')}</p>
      <ul>
        {different.map((field) => (
          <li key={field.name}>
            {say('form.conflict.field', read(field.title), '')}{' '}
            <Shown field={field} value={newer[field.name]} />
          </li>
        ))}
      </ul>
      <div className="actions">{children}</div>
    </section>
  );
}

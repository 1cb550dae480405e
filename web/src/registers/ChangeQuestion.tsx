// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of change is meant, asked wherever records are changed.
import { Input, Radio } from 'antd';
import { Labelled } from '../account/Labelled.tsx';
import { useSpeech } from '../language.tsx';
import type { Register, Stored } from '../model.ts';

/** A change: a correction of what was recorded, or a fact that became true on a day. */
export interface Change {
  kind: 'correction' | 'from';
  day: string;
  reason: string;
}

export const noChange: Change = { kind: 'correction', day: '', reason: '' };

/** Where a change of a record is sent. */
export function changePath({ plural }: Register, { id }: Stored, { kind, day }: Change): string {
  return `/v1/${plural}/${encodeURIComponent(id)}${kind === 'from' ? `?effective=${day}` : ''}`;
}

export function ChangeQuestion({
  change,
  set,
  error,
}: {
  change: Change;
  set: (change: Change) => void;
  error: string | undefined;
}) {
  const { say } = useSpeech();
  const option = (kind: Change['kind']) => ({
    value: kind,
    label: (
      <>
        {say(`form.when.${kind}`)}
        <span className="soft option-help">{say(`form.when.${kind}.help`)}</span>
      </>
    ),
  });
  return (
    <section className="panel stack">
      <fieldset className="field">
        <legend>{say('form.when')}</legend>
        <Radio.Group
          className="column"
          value={change.kind}
          options={[option('correction'), option('from')]}
          onChange={(event) => set({ ...change, kind: event.target.value as Change['kind'] })}
        />
      </fieldset>
      {change.kind === 'from' && (
        <Labelled label={say('form.when.date')} error={error}>
          {(id, described) => (
            <Input
              id={id}
              aria-describedby={described}
              className="date-input"
              placeholder="2026-03-02"
              value={change.day}
              onChange={(event) => set({ ...change, day: event.target.value.trim() })}
            />
          )}
        </Labelled>
      )}
      <Labelled label={say('record.reason')} help={say('record.reason.help')}>
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            value={change.reason}
            onChange={(event) => set({ ...change, reason: event.target.value })}
          />
        )}
      </Labelled>
    </section>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
import { flushSync } from 'react-dom';
import type { Field, Register } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { columnsOf, moved, possible, withColumns } from './columns.ts';

interface Props {
  register: Register;
  query: URLSearchParams;
  change: (next: URLSearchParams, replace: boolean) => void;
}

/** Chooses the columns of a list and their order. */
export function ColumnsPanel({ register, query, change }: Props) {
  const { say } = useSpeech();
  const shown = columnsOf(register, query);
  const names = shown.map(({ name }) => name);
  const further = possible(register).filter(({ name }) => !names.includes(name));
  const set = (next: string[]) => change(withColumns(register, query, next), true);
  return (
    <div className="panel columns">
      <fieldset>
        <legend>{say('columns.shown')}</legend>
        <ol>
          {shown.map((field, n) => (
            <li key={field.name}>
              <Choice
                field={field}
                checked
                disabled={shown.length === 1}
                flip={() => set(names.filter((name) => name !== field.name))}
              />
              <Move field={field} by={-1} disabled={n === 0} move={() => set(moved(names, n, -1))} />
              <Move field={field} by={1} disabled={n === shown.length - 1} move={() => set(moved(names, n, 1))} />
            </li>
          ))}
        </ol>
      </fieldset>
      {further.length > 0 && (
        <fieldset>
          <legend>{say('columns.more')}</legend>
          <ul>
            {further.map((field) => (
              <li key={field.name}>
                <Choice field={field} checked={false} disabled={false} flip={() => set([...names, field.name])} />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <button type="button" className="button" onClick={() => set([])}>
        {say('columns.preset')}
      </button>
    </div>
  );
}

/** A field that is chosen moves into the other list: the focus goes with it. */
function Choice(props: { field: Field; checked: boolean; disabled: boolean; flip: () => void }) {
  const { read } = useSpeech();
  const id = `column-${props.field.name}`;
  const flip = () => {
    flushSync(props.flip);
    document.getElementById(id)?.focus();
  };
  return (
    <label>
      <input id={id} type="checkbox" checked={props.checked} disabled={props.disabled} onChange={flip} />
      {read(props.field.title)}
    </label>
  );
}

function Move(props: { field: Field; by: 1 | -1; disabled: boolean; move: () => void }) {
  const { say, read } = useSpeech();
  return (
    <button
      type="button"
      className="quiet"
      disabled={props.disabled}
      aria-label={say(props.by < 0 ? 'columns.up' : 'columns.down', read(props.field.title))}
      onClick={props.move}
    >
      <span aria-hidden="true">{props.by < 0 ? '↑' : '↓'}</span>
    </button>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
import type { History as Revisions, Register, Revision } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import type { Moment } from './When.tsx';

interface Props {
  register: Register;
  id: string;
  /** The revision on the page. */
  shown: number;
  show: (moment: Moment) => void;
}

/** Every change of a record, the latest first: when, what kind, from which day, by whom, why. */
export function History({ register, id, shown, show }: Props) {
  const { say } = useSpeech();
  const { reply, error, again } = useLoad<Revisions>(
    `/v1/${register.plural}/${encodeURIComponent(id)}/history`,
  );
  const entries = reply?.body.items ?? [];
  return (
    <section className="history" aria-labelledby="history">
      <h2 id="history">{say('record.history')}</h2>
      {error ? <Trouble error={error} again={again} /> : !reply && <Reading />}
      <ol>
        {entries.map((entry, n) => (
          <Entry
            key={`${entry.rev} ${entry.valid_from}`}
            entry={entry}
            current={n === 0}
            shown={entry.rev === shown}
            show={show}
          />
        ))}
      </ol>
    </section>
  );
}

function Entry({
  entry,
  current,
  shown,
  show,
}: {
  entry: Revision;
  current: boolean;
  shown: boolean;
  show: (moment: Moment) => void;
}) {
  const { say } = useSpeech();
  const { rev, change, recorded_from, valid_from, valid_to, account, reason } = entry;
  const what =
    change === 'create' ? 'create' : change === 'remove' ? 'remove' : valid_from ? 'update' : 'correct';
  const held =
    valid_from && (valid_to ? say('record.valid.to', valid_from, valid_to) : say('record.valid', valid_from));
  return (
    <li className={shown ? 'shown' : ''}>
      <p>
        <b>{say(`record.change.${what}`)}</b>{' '}
        <span className="soft">
          {say('record.rev', rev)}
          {current && ` · ${say('record.history.current')}`}
        </span>
      </p>
      <p className="soft small">
        <time dateTime={recorded_from}>{instant(recorded_from)}</time>
        {account && ` · ${account.title}`}
      </p>
      {held && <p className="small">{held}</p>}
      {reason && <p className="small reason">{reason}</p>}
      {!shown && change !== 'remove' && (
        <button
          type="button"
          className="plain link small"
          onClick={() => show(current ? { asOf: '', knownAt: '' } : { asOf: '', knownAt: recorded_from })}
        >
          {say('record.history.show')}
        </button>
      )}
    </li>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
import type { History as Versions, Register, Stored } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import type { Moment } from '../moment.ts';
import { To } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { changesOf, type Change } from './changes.ts';

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
  const { session } = useWorld();
  const { reply, error, again } = useLoad<Versions>(
    `/v1/${register.plural}/${encodeURIComponent(id)}/history`,
  );
  const changes = changesOf(reply?.body.items ?? []);
  return (
    <section className="history" aria-labelledby="history">
      <h2 id="history">{say('record.history')}</h2>
      {error ? <Trouble error={error} again={again} /> : !reply && <Reading />}
      <ol>
        {changes.map((change, n) => (
          <Entry
            key={change.rev}
            change={change}
            current={n === 0}
            shown={change.rev === shown}
            show={show}
          />
        ))}
      </ol>
      {(session?.administrator || session?.regulator) && (
        <p className="small way-on">
          <To href={`/audit?${new URLSearchParams({ register: register.name, record: id })}`}>{say('audit.see')}</To>
        </p>
      )}
    </section>
  );
}

interface EntryProps {
  change: Change;
  current: boolean;
  shown: boolean;
  show: (moment: Moment) => void;
}

function Entry({ change, current, shown, show }: EntryProps) {
  const { say } = useSpeech();
  const { rev, what, recorded, account, reason, from, to } = change;
  const until = to && say('record.valid.until', to);
  const held = from ? (to ? say('record.valid.to', from, to) : say('record.valid', from)) : until;
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
        <time dateTime={recorded}>{instant(recorded)}</time>
        {account && <AccountName id={account} />}
      </p>
      {held && <p className="small">{held}</p>}
      {reason && <p className="small">{reason}</p>}
      {!shown && what !== 'remove' && (
        <button
          type="button"
          className="plain link small"
          onClick={() => show({ asOf: '', knownAt: current ? '' : recorded })}
        >
          {say('record.history.show')}
        </button>
      )}
    </li>
  );
}

/** Who changed it, where the reader may know. */
function AccountName({ id }: { id: string }) {
  const { reply } = useLoad<Stored>(`/v1/accounts/${encodeURIComponent(id)}`);
  return reply && <> · {reply.body.title}</>;
}

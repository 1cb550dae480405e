// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate rests on, and what that rests on, as far up as the register knows.
import { useState } from 'react';
import type { Link, Row, Stored } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { LinkTo } from '../registers/Shown.tsx';
import { Reading, Trouble } from '../shell/Parts.tsx';

interface Item {
  name: string;
  serial: string | null;
  certificate_number: string | null;
  issuer_name: string | null;
  used: string | null;
  certificate: Link | null;
  instrument: Link | null;
}

const deepest = 12;

export function Evidence({ rows, depth = 0 }: { rows: Row[]; depth?: number }) {
  const { say } = useSpeech();
  if (!rows.length) return <p className="soft">{say('certificate.evidence.none')}</p>;
  return (
    <ul className="chain">
      {(rows as unknown as Item[]).map((item, n) => (
        <ItemLine key={n} item={item} depth={depth} />
      ))}
    </ul>
  );
}

function ItemLine({ item, depth }: { item: Item; depth: number }) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const {
    name,
    serial,
    certificate_number: number,
    issuer_name: issuer,
    used,
    certificate,
    instrument,
  } = item;
  const stated = [number, issuer].filter(Boolean).join(' · ');
  return (
    <li>
      <p>
        <b>{instrument ? <LinkTo link={{ id: instrument.id, title: name }} to="instrument" /> : name}</b>
        {serial && <span className="soft"> {serial}</span>}
      </p>
      <p className="small">
        {certificate ? (
          <LinkTo link={certificate} to="certificate" />
        ) : (
          stated || say('certificate.evidence.uncited')
        )}
        {!certificate && stated && <span className="soft"> ({say('certificate.evidence.unresolved')})</span>}
        {used && <span className="soft"> · {say('certificate.evidence.used', used)}</span>}
      </p>
      {certificate?.id && depth < deepest && (
        <>
          <button
            type="button"
            className="plain link small"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {say(open ? 'certificate.evidence.close' : 'certificate.evidence.open')}
          </button>
          {open && <Above id={certificate.id} depth={depth + 1} />}
        </>
      )}
    </li>
  );
}

/** The evidence of the certificate above. */
function Above({ id, depth }: { id: string; depth: number }) {
  const { reply, error, again } = useLoad<Stored>(`/v1/certificates/${encodeURIComponent(id)}`);
  if (error) return <Trouble error={error} again={again} />;
  return reply ? (
    <Evidence rows={(reply.body['evidence'] as Row[] | undefined) ?? []} depth={depth} />
  ) : (
    <Reading />
  );
}

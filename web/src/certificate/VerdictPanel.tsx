// SPDX-License-Identifier: GPL-3.0-or-later
// The nine claims about a certificate on the day asked: the same drawing as the public page's.
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Verdict } from '../model.ts';
import { Labelled } from '../account/Labelled.tsx';
import { claimsView } from '../check/verdict.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { Reading, Trouble } from '../shell/Parts.tsx';
import { isDay, today } from '../values/date.ts';

export function VerdictPanel({ id, asOf }: { id: string; asOf: string }) {
  const { say } = useSpeech();
  const [day, setDay] = useState(asOf || today());
  const [asked, setAsked] = useState(day);
  const { reply, error, again } = useLoad<Verdict>(
    `/v1/certificates/${encodeURIComponent(id)}/verdict?as_of=${asked}`,
  );
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (isDay(day)) setAsked(day);
  };
  return (
    <section className="judgement" aria-label={say('certificate.verdict')}>
      {error ? (
        <Trouble error={error} again={again} />
      ) : reply ? (
        <Claims verdict={reply.body} asOf={asked} />
      ) : (
        <Reading />
      )}
      <form className="ask-day" onSubmit={ask}>
        <Labelled label={say('check.as_of')} error={!isDay(day) && say('check.date')}>
          {(field, described) => (
            <Input
              id={field}
              aria-describedby={described}
              className="date-input"
              value={day}
              onChange={(event) => setDay(event.target.value.trim())}
            />
          )}
        </Labelled>
        <Button htmlType="submit">{say('check.again')}</Button>
      </form>
    </section>
  );
}

function Claims({ verdict, asOf }: { verdict: Verdict; asOf: string }) {
  const { language } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  useEffect(
    () => place.current?.replaceChildren(...claimsView(verdict, asOf, language)),
    [verdict, asOf, language],
  );
  return <div ref={place} />;
}

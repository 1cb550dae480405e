// SPDX-License-Identifier: GPL-3.0-or-later
// Where the identity provider sends the browser back to. The session's cookies are not sent when another site leads
// here, so the page asks by itself.
import { useEffect, useRef, useState } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { go, To } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { purposeOf } from './provider.ts';

export default function SignedIn() {
  const { say } = useSpeech();
  const { again } = useWorld();
  const [error, setError] = useState<ServerError | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return; // a code counts once
    asked.current = true;
    const { connect, back, link } = purposeOf();
    const told = Object.fromEntries(new URLSearchParams(location.search));
    const body = { ...told, ...(link ? { link } : {}) };
    ask(connect ? '/v1/me/subjects' : '/v1/provider/answer', { method: 'POST', body }).then(
      () => {
        again();
        go(back, true);
      },
      (refused) => setError(asServerError(refused)),
    );
  }, [again]);
  return (
    <div className="narrow">
      <Heading title={say(error ? 'session.in' : 'outside.back')} />
      {!error ? (
        <Reading />
      ) : (
        <>
          <Trouble error={error} />
          <p>
            <To href="/login">{say('outside.again')}</To>
          </p>
        </>
      )}
    </div>
  );
}

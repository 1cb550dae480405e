// SPDX-License-Identifier: GPL-3.0-or-later
// How many notices wait, looked at each minute while the page is seen.
import { useEffect, useState } from 'react';
import { ask } from '../client.ts';
import { useSpeech } from '../language.tsx';
import type { Notices } from '../model.ts';
import { To } from '../router.tsx';

const MINUTE = 60_000;

export function Bell() {
  const { say } = useSpeech();
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    // what cannot be read now is read the next time: a bell is no place for an error
    const look = () =>
      document.visibilityState === 'visible' &&
      void ask<Notices>('/v1/notices?limit=1').then(
        ({ body }) => setUnread(body.unread),
        () => setUnread(0),
      );
    look();
    const timer = setInterval(look, MINUTE);
    addEventListener('notices', look);
    return () => {
      clearInterval(timer);
      removeEventListener('notices', look);
    };
  }, []);
  return (
    <To className="quiet bell" href="/notices">
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
        <path d="M3 12V7a5 5 0 0 1 10 0v5l1 1H2zM6.5 14.5h3" fill="none" stroke="currentColor" />
      </svg>
      <span className="bell-word">{say('notices.title')}</span>
      {unread > 0 && (
        <span className="count" aria-label={say('notices.unread', String(unread))}>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </To>
  );
}

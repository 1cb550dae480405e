// SPDX-License-Identifier: GPL-3.0-or-later
// What happened that concerns me, of what I want to be told, and where mails go.
import { Button, Input, Select } from 'antd';
import { useEffect, useState, type FormEvent } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError, useLoad } from '../load.ts';
import { titlesOf, type Notice, type NoticeChoices, type Notices } from '../model.ts';
import { To } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { Labelled } from './Labelled.tsx';

export default function NoticesPage() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const [link] = useState(() => location.hash.slice(1));
  return (
    <>
      <Heading title={say('notices.title')} />
      {link && <Confirm link={link} />}
      {session ? (
        <>
          <Happened />
          <Choices />
        </>
      ) : (
        <p className="empty">{say('notices.login')}</p>
      )}
    </>
  );
}

/** The link of a mail: its address is confirmed once it is opened. */
function Confirm({ link }: { link: string }) {
  const { say } = useSpeech();
  const [state, setState] = useState<'asking' | 'done' | ServerError>('asking');
  useEffect(() => {
    ask('/v1/notices/address/confirm', { method: 'POST', body: { link } }).then(
      () => setState('done'),
      (refused) => setState(asServerError(refused)),
    );
  }, [link]);
  if (state === 'asking') return <Reading />;
  if (state === 'done')
    return (
      <p className="panel" role="status">
        {say('notices.confirmed')}
      </p>
    );
  return <Trouble error={state} />;
}

function Happened() {
  const { say } = useSpeech();
  const { reply, error, again } = useLoad<Notices>('/v1/notices');
  if (error) return <Trouble error={error} again={again} />;
  if (!reply) return <Reading />;
  const { items, unread } = reply.body;
  const seen = async () => {
    if (!items[0]) return;
    await ask('/v1/notices/seen', { method: 'POST', body: { until: items[0].id } });
    again();
    dispatchEvent(new Event('notices'));
  };
  if (!items.length) return <p className="empty">{say('notices.none')}</p>;
  return (
    <>
      {unread > 0 && (
        <p>
          <Button onClick={() => void seen()}>{say('notices.seen')}</Button>
        </p>
      )}
      <ul className="notices">
        {items.map((notice) => (
          <One key={notice.id} notice={notice} />
        ))}
      </ul>
    </>
  );
}

function One({ notice }: { notice: Notice }) {
  const { say, language } = useSpeech();
  const sentence = language === 'zh' ? notice.zh : notice.en;
  return (
    <li className={notice.seen ? '' : 'fresh'}>
      <span className="soft small">{instant(notice.created)}</span>{' '}
      {!notice.seen && <b>{say('notices.fresh')}</b>}{' '}
      {notice.path ? <To href={notice.path}>{sentence}</To> : sentence}
    </li>
  );
}

function Choices() {
  const { say, read } = useSpeech();
  const { reply, error, again } = useLoad<NoticeChoices>('/v1/notices/choices');
  const [refused, setRefused] = useState<ServerError | null>(null);
  if (error) return <Trouble error={error} again={again} />;
  if (!reply) return <Reading />;
  const { items, mail_possible: mails } = reply.body;
  const choose = async (event: string, shown: boolean, mail: string) => {
    try {
      await ask('/v1/notices/choices', { method: 'PUT', body: { items: [{ event, shown, mail }] } });
      again();
    } catch (fault) {
      setRefused(asServerError(fault));
    }
  };
  return (
    <section>
      <h2>{say('notices.choices')}</h2>
      {refused && <Trouble error={refused} />}
      <table className="sheet">
        <caption className="hidden">{say('notices.choices')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('notices.event')}</th>
            <th scope="col">{say('notices.shown')}</th>
            <th scope="col">{say('notices.mail')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const title = read(titlesOf(item));
            return (
              <tr key={item.event}>
                <td data-label={say('notices.event')}>{title}</td>
                <td data-label={say('notices.shown')}>
                  <input
                    type="checkbox"
                    aria-label={`${title}: ${say('notices.shown')}`}
                    checked={item.shown}
                    onChange={({ target }) => void choose(item.event, target.checked, item.mail)}
                  />
                </td>
                <td data-label={say('notices.mail')}>
                  <Select
                    aria-label={`${title}: ${say('notices.mail')}`}
                    className="choice"
                    disabled={!mails}
                    value={item.mail}
                    onChange={(mail: string) => void choose(item.event, item.shown, mail)}
                    options={(['none', 'now', 'digest'] as const).map((value) => ({
                      value,
                      label: say(`notices.mail.${value}`),
                    }))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {mails ? <Address choices={reply.body} again={again} /> : <p className="soft">{say('notices.nomail')}</p>}
    </section>
  );
}

function Address({ choices, again }: { choices: NoticeChoices; again: () => void }) {
  const { say, language } = useSpeech();
  const [email, setEmail] = useState(choices.email ?? '');
  const [error, setError] = useState<ServerError | null>(null);
  const [sent, setSent] = useState(false);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await ask('/v1/notices/address', { method: 'POST', body: { email, language } });
      setSent(true);
      again();
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  const help = sent ? say('notices.sent') : say(choices.confirmed ? 'notices.address.known' : 'notices.address.help');
  return (
    <form className="panel stack" onSubmit={(event) => void keep(event)}>
      <Labelled label={say('notices.address')} help={help} error={error?.sentence(language)}>
        {(id, described) => (
          <Input
            id={id}
            type="email"
            required
            autoComplete="email"
            aria-describedby={described}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Labelled>
      <div className="actions">
        <Button type="primary" htmlType="submit">
          {say('notices.address.keep')}
        </Button>
      </div>
    </form>
  );
}

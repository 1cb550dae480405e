// SPDX-License-Identifier: GPL-3.0-or-later
// The outside log-ins of who is logged in.
import { Button } from 'antd';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import type { Subject, Subjects } from '../model.ts';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { OutsideButton } from './OutsideButton.tsx';
import { useRemoval } from './removal.tsx';

export default function OutsidePage() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const { reply, error, again } = useLoad<Subjects>(session ? '/v1/me/subjects' : null);
  return (
    <>
      <Heading title={say('outside.title')}>
        {session && <OutsideButton purpose={{ connect: true, back: '/outside' }} />}
      </Heading>
      <p className="lead">{say(session ? 'outside.lead' : 'outside.login')}</p>
      {error ? (
        <Trouble error={error} again={again} />
      ) : reply ? (
        <Table subjects={reply.body.items} again={again} />
      ) : (
        session && <Reading />
      )}
    </>
  );
}

function Table({ subjects, again }: { subjects: Subject[]; again: () => void }) {
  const { say } = useSpeech();
  const { remove, told } = useRemoval(again);
  const end = ({ id, issuer }: Subject) =>
    remove(`/v1/me/subjects/${encodeURIComponent(id)}`, say('outside.remove.sure', issuer), say('outside.remove'));
  if (!subjects.length)
    return (
      <>
        {told}
        <p className="empty">{say('outside.none')}</p>
      </>
    );
  return (
    <>
      {told}
      <table className="sheet">
        <caption className="hidden">{say('outside.title')}</caption>
        <thead>
          <tr>
            {(['outside.issuer', 'outside.created', 'outside.used'] as const).map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
            <th>
              <span className="hidden">{say('outside.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr key={subject.id}>
              <td data-label={say('outside.issuer')}>{subject.issuer}</td>
              <td data-label={say('outside.created')}>{instant(subject.created)}</td>
              <td data-label={say('outside.used')}>{subject.last_used ? instant(subject.last_used) : '–'}</td>
              <td className="end">
                <Button size="small" onClick={() => void end(subject)}>
                  {say('outside.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

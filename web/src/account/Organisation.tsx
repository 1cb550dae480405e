// SPDX-License-Identifier: GPL-3.0-or-later
// My organisation: what it is, who acts for it, and whom its managers have invited.
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError, useLoad } from '../load.ts';
import type { Invitations, Link, Page } from '../model.ts';
import { address, To } from '../router.tsx';
import { useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { Labelled } from './Labelled.tsx';
import { Secret } from './Secret.tsx';
import { useRoleChoices, useRoles } from './roles.ts';

export default function MyOrganisation() {
  const { say } = useSpeech();
  const { session } = useWorld();
  return (
    <>
      <Heading title={say('organisation.mine')} />
      {session?.members.length ? (
        session.members.map(({ organisation, role }) => (
          <One key={organisation.id} id={organisation.id} title={organisation.title ?? ''} role={role} />
        ))
      ) : (
        <div className="empty">
          <p>{say(session ? 'organisation.none' : 'organisation.login')}</p>
          <p>
            <a href="/register">{say('organisation.register')}</a>
          </p>
        </div>
      )}
    </>
  );
}

const shown = ['instruments', 'certificates', 'capabilities', 'accreditations', 'uncertainty_budgets'];

function One({ id, title, role }: { id: string; title: string; role: string }) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const roles = useRoles();
  const owned = registers.filter(({ plural }) => shown.includes(plural));
  const by = (name: string) => (name === 'instrument' || name === 'uncertainty_budget' ? 'owner' : 'organisation');
  return (
    <section className="organisation">
      <h2>
        <To href={address('organisations', id)}>{title}</To> <span className="soft">{roles(role)}</span>
      </h2>
      <ul className="ways">
        {owned.map((register) => {
          const field = register.fields.find(({ name }) => name === by(register.name) || name === 'issuer');
          return (
            field && (
              <li key={register.plural}>
                <To href={`${address(register.plural)}?${field.name}=${encodeURIComponent(id)}`}>
                  {read(register.titles)}
                </To>
              </li>
            )
          );
        })}
      </ul>
      <h3>{say('organisation.members')}</h3>
      <Members id={id} />
      {role === 'manager' && <Invited id={id} />}
      {role !== 'manager' && <p className="soft">{say('organisation.managers')}</p>}
    </section>
  );
}

function Members({ id }: { id: string }) {
  const { say } = useSpeech();
  const roles = useRoles();
  const { reply, error, again } = useLoad<Page>(`/v1/members?organisation=${encodeURIComponent(id)}`);
  if (error) return <Trouble error={error} again={again} />;
  if (!reply) return <Reading />;
  return (
    <table className="sheet">
      <caption className="hidden">{say('organisation.members')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('session.name')}</th>
          <th scope="col">{say('organisation.role')}</th>
        </tr>
      </thead>
      <tbody>
        {reply.body.items.map((member) => (
          <tr key={member.id}>
            <td data-label={say('session.name')}>
              <To href={address('members', member.id)}>{(member.account as Link | null)?.title ?? '—'}</To>
            </td>
            <td data-label={say('organisation.role')}>{roles(String(member.role))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Invited({ id }: { id: string }) {
  const { say } = useSpeech();
  const roles = useRoles();
  const path = `/v1/organisations/${encodeURIComponent(id)}/invitations`;
  const { reply, error, again } = useLoad<Invitations>(path);
  const withdraw = async (invitation: string) => {
    await ask(`${path}/${encodeURIComponent(invitation)}`, { method: 'DELETE' });
    again();
  };
  if (error) return <Trouble error={error} again={again} />;
  if (!reply) return <Reading />;
  return (
    <>
      {reply.body.items.length > 0 && <h3>{say('invite.open')}</h3>}
      {reply.body.items.length > 0 && (
        <table className="sheet">
          <caption className="hidden">{say('invite.open')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('invite.whom')}</th>
              <th scope="col">{say('organisation.role')}</th>
              <th scope="col">{say('tokens.expires')}</th>
              <th>
                <span className="hidden">{say('invite.withdraw')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reply.body.items.map((invitation) => (
              <tr key={invitation.id}>
                <td data-label={say('invite.whom')}>{invitation.whom || '—'}</td>
                <td data-label={say('organisation.role')}>{roles(invitation.role)}</td>
                <td data-label={say('tokens.expires')}>{instant(invitation.expires)}</td>
                <td className="end">
                  <Button size="small" onClick={() => void withdraw(invitation.id)}>
                    {say('invite.withdraw')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Invite path={path} again={again} />
    </>
  );
}

function Invite({ path, again }: { path: string; again: () => void }) {
  const { say, read, language } = useSpeech();
  const choices = useRoleChoices();
  const [draft, setDraft] = useState({ whom: '', role: 'staff' });
  const [link, setLink] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const wanted = { ...draft, whom: draft.whom || null };
      const { body } = await ask<{ link: string }>(path, { method: 'POST', body: wanted });
      setLink(`${location.origin}/invited#${body.link}`);
      again();
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  if (link) return <Secret words={say('invite.made')} secret={link} done={() => setLink('')} />;
  return (
    <form className="panel stack" onSubmit={(event) => void make(event)}>
      <h3>{say('invite.title')}</h3>
      <Labelled label={say('invite.whom')} help={say('invite.whom.help')} error={error?.sentence(language)}>
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            value={draft.whom}
            onChange={(event) => setDraft({ ...draft, whom: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={say('organisation.role')}>
        {(id) => (
          <Select
            id={id}
            value={draft.role}
            onChange={(role: string) => setDraft({ ...draft, role })}
            options={choices.map(({ value, title }) => ({ value, label: read(title) }))}
          />
        )}
      </Labelled>
      <div className="actions">
        <Button type="primary" htmlType="submit">
          {say('invite.make')}
        </Button>
      </div>
    </form>
  );
}

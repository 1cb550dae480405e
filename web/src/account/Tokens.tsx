// SPDX-License-Identifier: GPL-3.0-or-later
import { Button, Input, Radio, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import type { Token, Tokens } from '../model.ts';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError, useLoad } from '../load.ts';
import { registerOf, useWorld } from '../session.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { instant } from '../values/date.ts';
import { Labelled } from './Labelled.tsx';
import { useRemoval } from './removal.tsx';
import { Secret } from './Secret.tsx';

export default function TokensPage() {
  const { say } = useSpeech();
  const { reply, error, again } = useLoad<Tokens>('/v1/tokens');
  const [making, setMaking] = useState(false);
  return (
    <>
      <Heading title={say('tokens.title')}>
        <Button type="primary" onClick={() => setMaking(true)} disabled={making}>
          {say('tokens.new')}
        </Button>
      </Heading>
      <p className="lead">{say('tokens.lead')}</p>
      {making && (
        <NewToken
          done={() => {
            setMaking(false);
            again();
          }}
        />
      )}
      {error ? (
        <Trouble error={error} again={again} />
      ) : reply ? (
        <TokenTable tokens={reply.body.items} again={again} />
      ) : (
        <Reading />
      )}
    </>
  );
}

function TokenTable({ tokens, again }: { tokens: Token[]; again: () => void }) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const { remove, told } = useRemoval(again);
  const revoke = ({ id, name }: Token) =>
    remove(`/v1/tokens/${encodeURIComponent(id)}`, say('tokens.revoke.sure', name), say('tokens.revoke'));
  if (!tokens.length)
    return (
      <>
        {told}
        <p className="empty">{say('tokens.none')}</p>
      </>
    );
  return (
    <>
      {told}
      <table className="sheet">
        <caption className="hidden">{say('tokens.title')}</caption>
        <thead>
          <tr>
            {(
              ['tokens.name', 'tokens.scopes', 'tokens.created', 'tokens.expires', 'tokens.used'] as const
            ).map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
            <th>
              <span className="hidden">{say('tokens.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <td data-label={say('tokens.name')}>{token.name}</td>
              <td data-label={say('tokens.scopes')}>
                {say(token.write ? 'tokens.scope.write' : 'tokens.scope.read')}
                {': '}
                {token.registers
                  ? token.registers
                      .map((name) => read(registerOf(registers, name)?.titles) || name)
                      .join(', ') || say('tokens.registers.none')
                  : say('tokens.registers.all')}
              </td>
              <td data-label={say('tokens.created')}>{instant(token.created)}</td>
              <td data-label={say('tokens.expires')}>{token.expires && instant(token.expires)}</td>
              <td data-label={say('tokens.used')}>{token.last_used && instant(token.last_used)}</td>
              <td className="end">
                <Button size="small" onClick={() => void revoke(token)}>
                  {say('tokens.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function NewToken({ done }: { done: () => void }) {
  const { say, read } = useSpeech();
  const { registers } = useWorld();
  const [draft, setDraft] = useState({ name: '', access: 'read', registers: [] as string[], days: '365' });
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const badDays = !/^[1-9]\d{0,3}$/.test(draft.days);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (badDays) return;
    const body = {
      name: draft.name,
      write: draft.access === 'write',
      registers: draft.registers.length ? draft.registers : null,
      days: Number(draft.days),
    };
    try {
      setSecret((await ask<{ secret: string }>('/v1/tokens', { method: 'POST', body })).body.secret);
    } catch (refused) {
      setError(asServerError(refused));
    }
  };
  if (secret) return <Secret words={say('tokens.secret')} secret={secret} done={done} />;
  return (
    <form className="panel stack" onSubmit={(event) => void make(event)}>
      <Labelled label={say('tokens.name')}>
        {(id) => (
          <Input
            id={id}
            required
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Labelled>
      <fieldset className="field">
        <legend>{say('tokens.scopes')}</legend>
        <Radio.Group
          value={draft.access}
          onChange={(event) => set({ access: String(event.target.value) })}
          options={[
            { value: 'read', label: say('tokens.scope.read') },
            { value: 'write', label: say('tokens.scope.write') },
          ]}
        />
      </fieldset>
      <Labelled label={say('tokens.registers')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            placeholder={say('tokens.registers.all')}
            value={draft.registers}
            onChange={(chosen: string[]) => set({ registers: chosen })}
            options={registers.map((register) => ({ value: register.name, label: read(register.titles) }))}
          />
        )}
      </Labelled>
      <Labelled label={say('tokens.days')} error={badDays && say('form.error.integer')}>
        {(id, described) => (
          <Input
            id={id}
            className="date-input"
            aria-describedby={described}
            inputMode="numeric"
            value={draft.days}
            onChange={(event) => set({ days: event.target.value.trim() })}
          />
        )}
      </Labelled>
      {error && <Trouble error={error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit">
          {say('tokens.new')}
        </Button>
        <Button onClick={done}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}

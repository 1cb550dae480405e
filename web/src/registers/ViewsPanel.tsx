// SPDX-License-Identifier: GPL-3.0-or-later
// Views of a list that the account keeps.
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Labelled } from '../account/Labelled.tsx';
import { useSpeech } from '../language.tsx';
import type { Register } from '../model.ts';
import { usePreferences, type Preferences, type View } from '../preferences.ts';
import { address, To } from '../router.tsx';
import { Reading, Trouble } from '../shell/Parts.tsx';
import { afresh } from './query.ts';

const MOST = 50;

const viewsOf = (preferences: Preferences, { name }: Register): View[] => preferences.views?.[name] ?? [];

/** The views of one register changed, the others left. */
const withViews = (register: Register, edit: (views: View[]) => View[]) => (before: Preferences) => ({
  ...before,
  views: { ...before.views, [register.name]: edit(viewsOf(before, register)) },
});

/** A view of that name takes the place of the one before. */
const added = (view: View) => (views: View[]) =>
  [...views.filter(({ name }) => name !== view.name), view].sort((a, b) => a.name.localeCompare(b.name));

export function ViewsPanel({ register, query }: { register: Register; query: URLSearchParams }) {
  const { say } = useSpeech();
  const { preferences, error, change } = usePreferences();
  const [name, setName] = useState('');
  const shown = String(afresh(query));
  const views = preferences ? viewsOf(preferences, register) : [];
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || views.length >= MOST) return;
    void change(withViews(register, added({ name: name.trim(), query: shown })));
    setName('');
  };
  return (
    <div className="panel views">
      <p className="soft small">{say('views.lead')}</p>
      {error && <Trouble error={error} />}
      {!preferences && !error && <Reading />}
      {preferences && !views.length && <p>{say('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <To
              href={address(register.plural) + (view.query && `?${view.query}`)}
              aria-current={view.query === shown ? 'true' : undefined}
            >
              {view.name}
            </To>
            <button
              type="button"
              className="quiet"
              aria-label={say('views.forget', view.name)}
              onClick={() => void change(withViews(register, (all) => all.filter((each) => each.name !== view.name)))}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="inline-form" onSubmit={keep}>
        <Labelled label={say('views.name')} error={views.length >= MOST && say('views.many', MOST)}>
          {(id, described) => (
            <Input
              id={id}
              maxLength={80}
              aria-describedby={described}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Labelled>
        <Button htmlType="submit">{say('views.keep')}</Button>
      </form>
    </div>
  );
}

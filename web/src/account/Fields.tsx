// SPDX-License-Identifier: GPL-3.0-or-later
// What an account is known by, where one logs in and where one is made.
import { Input } from 'antd';
import { useSpeech } from '../language.tsx';
import { Labelled } from './Labelled.tsx';

interface Typed {
  value: string;
  change: (value: string) => void;
}

export function NameField({ value, change }: Typed) {
  const { say } = useSpeech();
  return (
    <Labelled label={say('session.name')}>
      {(id) => (
        <Input
          id={id}
          value={value}
          autoComplete="username"
          required
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Labelled>
  );
}

interface Secret extends Typed {
  /** A password that is chosen now, not one that is known. */
  fresh?: boolean;
  label?: string;
  help?: string | undefined;
  error?: string | false | undefined;
}

export function PasswordField({ value, change, fresh, label, help, error }: Secret) {
  const { say } = useSpeech();
  return (
    <Labelled label={label ?? say('session.password')} help={help} error={error}>
      {(id, described) => (
        <Input.Password
          id={id}
          aria-describedby={described}
          status={error ? 'error' : ''}
          value={value}
          autoComplete={fresh ? 'new-password' : 'current-password'}
          required
          visibilityToggle={false}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Labelled>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
import { useId, type ReactNode } from 'react';

interface Props {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  /** The control, given its id and the id of what describes it. */
  children: (id: string, described: string | undefined) => ReactNode;
}

/** A label, a control, what it means and what is wrong with it, tied together for a screen reader. */
export function Labelled({ label, help, error, children }: Props) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children(id, described)}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

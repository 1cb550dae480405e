// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts that every page uses.
import { Component, useEffect, useRef, type ReactNode } from 'react';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';

/** The page's heading. It names the window and takes the focus, so that someone who listens
 * hears where a link has led. */
export function Heading(props: { title: string; above?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · 准 Zhun`;
  }, [props.title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="heading">
      {props.above}
      <div className="heading-line">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.children && <div className="heading-actions">{props.children}</div>}
      </div>
    </header>
  );
}

/** Shown only when reading takes long enough to be noticed (the delay is in the style). */
export function Reading() {
  const { say } = useSpeech();
  return (
    <p className="reading" role="status">
      {say('loading')}
    </p>
  );
}

/** What the server refused or failed to do: sentence, place, code, and what to do. */
export function Trouble({ error, again }: { error: ServerError; again?: () => void }) {
  const { say, language } = useSpeech();
  const { title, code, place, request } = error.problem;
  return (
    <div className="problem" role="alert">
      <h2>{say('error.title')}</h2>
      <p>{error.sentence(language)}</p>
      {place && (
        <p className="soft small">
          {say('verdict.place')}: <code>{place}</code>
        </p>
      )}
      <p className="soft small">
        {[code ? say('error.code', `${code} ${title}`) : title, request && say('error.request', request)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {again && (
        <p>
          <button type="button" className="button" onClick={again}>
            {say('error.again')}
          </button>
        </p>
      )}
    </div>
  );
}

/** A fault of ours on one page leaves the rest standing. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? (
      <Trouble error={asServerError(this.state.error)} again={() => location.reload()} />
    ) : (
      this.props.children
    );
  }
}

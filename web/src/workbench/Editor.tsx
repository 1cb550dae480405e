// SPDX-License-Identifier: GPL-3.0-or-later
// A text with numbered lines; a fault is marked at its line and said below, while one types.
import { useId, useRef } from 'react';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { lineOf } from './ask.ts';

export function Editor(props: { text: string; set: (text: string) => void; error: ServerError | null }) {
  const { say, language } = useSpeech();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const id = useId();
  const lines = props.text.split('\n');
  const place = props.error?.problem.place;
  const fault = lineOf(place);
  const show = () => {
    if (!fault || !area.current) return;
    const before = lines.slice(0, fault.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    area.current.focus();
    area.current.setSelectionRange(before + fault.column - 1, before + (lines[fault.line - 1]?.length ?? 0));
  };
  return (
    <div className="editor">
      <label htmlFor={`${id}-text`}>{say('workbench.text')}</label>
      <div className={props.error ? 'editor-box faulty' : 'editor-box'}>
        <div className="editor-gutter" ref={gutter} aria-hidden="true">
          {lines.map((_, index) => (
            <span key={index} className={fault?.line === index + 1 ? 'at' : undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          id={`${id}-text`}
          ref={area}
          value={props.text}
          spellCheck={false}
          wrap="off"
          aria-invalid={props.error !== null}
          aria-describedby={`${id}-fault`}
          onChange={(event) => props.set(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <p id={`${id}-fault`} className="editor-fault" role="status">
        {props.error && (
          <>
            {props.error.sentence(language)}{' '}
            {fault ? (
              <button type="button" className="plain link" onClick={show}>
                {say('workbench.line', fault.line)}
              </button>
            ) : (
              place && <code>{place}</code>
            )}
          </>
        )}
      </p>
    </div>
  );
}

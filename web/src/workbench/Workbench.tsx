// SPDX-License-Identifier: GPL-3.0-or-later
// The workbench: a budget or a study as text on the left, what it gives on the right, while one types.
import { useEffect, useRef, useState } from 'react';
import { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { Heading } from '../shell/Parts.tsx';
import { evaluate, isStudy, report, simulate, type Evaluated } from './ask.ts';
import { Editor } from './Editor.tsx';
import { examples } from './examples.ts';
import { Kept } from './Kept.tsx';
import { Answers, Result } from './Result.tsx';

const kept = 'zhun-workbench';
const pause = 150; // milliseconds without a key before the text is sent
const draws = [100_000, 1_000_000, 10_000_000];

/** The text's evaluation, a moment after each change; the last good one stays while a fault is mended. */
function useEvaluation(text: string) {
  const [state, setState] = useState<{ result: Evaluated | null; error: ServerError | null }>({
    result: null,
    error: null,
  });
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      evaluate(text, control.signal)
        .then((result) => setState({ result, error: null }))
        .catch((error: unknown) => {
          if (!control.signal.aborted) setState(({ result }) => ({ result, error: asServerError(error) }));
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text]);
  const set = (result: Evaluated) => setState({ result, error: null });
  const fail = (error: unknown) => setState(({ result }) => ({ result, error: asServerError(error) }));
  return { ...state, set, fail };
}

function save(text: string) {
  const link = document.createElement('a');
  const type = isStudy(text) ? 'application/json' : 'application/yaml';
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = isStudy(text) ? 'study.json' : 'budget.yaml';
  link.click();
  URL.revokeObjectURL(link.href);
}

export default function Workbench() {
  const { say, read, language } = useSpeech();
  const [text, setText] = useState(() => localStorage.getItem(kept) ?? examples[0]!.text);
  const { result, error, set, fail } = useEvaluation(text);
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => localStorage.setItem(kept, text), [text]);
  useEffect(() => () => running.current?.abort(), []);

  const run = (count: number) => {
    const control = new AbortController();
    running.current = control;
    setShare(0);
    simulate(text, count, setShare, control.signal)
      .then((budget) => set({ kind: 'budget', budget }))
      .catch((failure: unknown) => control.signal.aborted || fail(failure))
      .finally(() => setShare(null));
  };
  const print = (format: 'html' | 'pdf') =>
    report(text, format, language)
      .then((address) => window.open(address, '_blank'))
      .catch(fail);
  const budget = result?.kind === 'budget' ? result.budget : null;

  return (
    <>
      <Heading title={say('workbench.title')}>
        <button type="button" className="button" onClick={() => save(text)}>
          {say('workbench.save')}
        </button>
        {budget && (
          <>
            <button type="button" className="button" onClick={() => void print('html')}>
              {say('workbench.report')}
            </button>
            <button type="button" className="button" onClick={() => void print('pdf')}>
              PDF
            </button>
          </>
        )}
      </Heading>
      <p className="lead">{say('workbench.lead')}</p>
      <p className="workbench-examples">
        {say('workbench.examples')}:{' '}
        {examples.map((example) => (
          <button key={example.name} type="button" className="plain link" onClick={() => setText(example.text)}>
            {read(example.title)}
          </button>
        ))}
      </p>
      <Kept text={text} setText={setText} budget={error ? null : budget} />
      <div className="workbench">
        <Editor text={text} set={setText} error={error} />
        <div className={error ? 'workbench-side stale' : 'workbench-side'} aria-busy={share !== null}>
          {budget && (
            <p className="workbench-draws">
              {share === null ? (
                <>
                  {say('workbench.draw')}{' '}
                  {draws.map((count) => (
                    <button
                      key={count}
                      type="button"
                      className="button"
                      disabled={error !== null}
                      onClick={() => run(count)}
                    >
                      {say(`workbench.draw.${count}` as 'workbench.draw.100000')}
                    </button>
                  ))}
                </>
              ) : (
                <>
                  <progress value={share} max={1} aria-label={say('workbench.simulated')} />
                  <button type="button" className="button" onClick={() => running.current?.abort()}>
                    {say('workbench.stop')}
                  </button>
                </>
              )}
            </p>
          )}
          {budget?.outputs.map((output) => <Result key={output.name} output={output} />)}
          {result?.kind === 'study' && <Answers answers={result.answers} />}
          {budget?.correlation_repair && <p className="warned">{read(budget.correlation_repair.statement)}</p>}
          {budget && (
            <ul className="soft small conventions">
              {budget.conventions.statements.map((statement, n) => (
                <li key={n}>{read(statement)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}

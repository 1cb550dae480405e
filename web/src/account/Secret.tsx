// SPDX-License-Identifier: GPL-3.0-or-later
import { Button } from 'antd';
import { useSpeech } from '../language.tsx';

interface Props {
  /** What it is, and that it is shown this once. */
  words: string;
  secret: string;
  done: () => void;
}

/** A token, a link or a key that the server tells once: it stays until its reader says that it was copied. */
export function Secret({ words, secret, done }: Props) {
  const { say } = useSpeech();
  return (
    <section className="panel" role="status">
      <p>{words}</p>
      <code className="secret">{secret}</code>
      <Button onClick={done}>{say('secret.copied')}</Button>
    </section>
  );
}

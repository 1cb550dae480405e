// SPDX-License-Identifier: GPL-3.0-or-later
// What an account has is removed by one piece: the question first, then the refusal, if there is one.
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { Trouble } from '../shell/Parts.tsx';

interface Removal {
  /** Asks the question, whose yes is `word`, and removes what stands at the path. */
  remove: (path: string, question: string, word: string) => Promise<void>;
  /** The question and the refusal, for the page. */
  told: ReactNode;
}

export function useRemoval(again: () => void): Removal {
  const { say } = useSpeech();
  const [modal, holder] = Modal.useModal();
  const [error, setError] = useState<ServerError | null>(null);
  const remove = async (path: string, question: string, word: string) => {
    const texts = { okText: word, cancelText: say('form.cancel') };
    if (!(await modal.confirm({ title: question, ...texts, icon: null }))) return;
    setError(await ask(path, { method: 'DELETE' }).then(() => null, asServerError));
    again();
  };
  const told = (
    <>
      {holder}
      {error && <Trouble error={error} />}
    </>
  );
  return { remove, told };
}

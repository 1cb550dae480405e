// SPDX-License-Identifier: GPL-3.0-or-later
import { Button } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';
import type { Stored } from '../model.ts';
import { ask, type ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { address, go } from '../router.tsx';

/** Files a certificate as it came, and leads to it. A refusal is told to the page. */
export function ImportButton({ refused }: { refused: (error: ServerError | null) => void }) {
  const { say } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const file = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    if (!chosen) return;
    setBusy(true);
    refused(null);
    try {
      const path = `/v1/certificates/import?name=${encodeURIComponent(chosen.name)}`;
      const { body } = await ask<Stored>(path, { method: 'POST', body: chosen });
      go(address('certificates', body.id));
    } catch (error) {
      refused(asServerError(error));
      setBusy(false);
    }
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('import.choose')}
        onChange={(event) => void file(event)}
      />
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
        {say('import.choose')}
      </Button>
    </>
  );
}

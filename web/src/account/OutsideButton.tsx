// SPDX-License-Identifier: GPL-3.0-or-later
import { Button } from 'antd';
import { useState } from 'react';
import type { ServerError } from '../client.ts';
import { useSpeech } from '../language.tsx';
import { asServerError } from '../load.ts';
import { Trouble } from '../shell/Parts.tsx';
import { leave, useProvider, type Purpose } from './provider.ts';

/** The way to the outside identity provider, where there is one. */
export function OutsideButton({ purpose }: { purpose: Purpose }) {
  const { say } = useSpeech();
  const name = useProvider();
  const [error, setError] = useState<ServerError | null>(null);
  const [busy, setBusy] = useState(false);
  if (!name) return null;
  const there = async () => {
    setBusy(true);
    try {
      await leave(purpose);
    } catch (refused) {
      setError(asServerError(refused));
      setBusy(false);
    }
  };
  return (
    <div className="outside-way">
      {error && <Trouble error={error} />}
      <Button loading={busy} onClick={() => void there()}>
        {say(purpose.connect ? 'outside.connect' : 'outside.in', name)}
      </Button>
    </div>
  );
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a person, as one file: the answer's changes go on in further ones where they are many.
import { ask } from '../client.ts';

interface Kept {
  changes: { items: unknown[]; next: string | null };
}

async function gather(path: string): Promise<Kept> {
  const { body } = await ask<Kept>(path);
  while (body.changes.next) {
    const { body: more } = await ask<Kept>(`${path}?after=${body.changes.next}`);
    body.changes = { items: body.changes.items.concat(more.changes.items), next: more.changes.next };
  }
  return body;
}

/** Asks for it and gives it to the browser to keep. */
export async function download(path: string): Promise<void> {
  const text = JSON.stringify(await gather(path), null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'personal-data.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

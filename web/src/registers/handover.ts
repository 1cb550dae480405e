// SPDX-License-Identifier: GPL-3.0-or-later
// What another page hands a form over to be saved: it stands in the fields as if it had been typed there.
import type { Row } from '../model.ts';
import { address, go } from '../router.tsx';

const kept = 'zhun-handover';
export const handedOver = 'handed_over';

/** Goes to the form of a record, or of a new one, with these fields filled in. */
export function handOver(plural: string, id: string | null, row: Row): void {
  sessionStorage.setItem(kept, JSON.stringify({ plural, id, row }));
  go(`${address(plural, ...(id === null ? ['new'] : [id, 'edit']))}?${handedOver}`);
}

/** What was handed over to this form, if its address says that something was. */
export function taken(plural: string, id: string | null): Row {
  if (!new URLSearchParams(location.search).has(handedOver)) return {};
  const handed = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as {
    plural: string;
    id: string | null;
    row: Row;
  } | null;
  return handed && handed.plural === plural && handed.id === id ? handed.row : {};
}

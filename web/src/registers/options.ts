// SPDX-License-Identifier: GPL-3.0-or-later
import type { Field } from '../model.ts';
import type { Speech } from '../language.tsx';

/** What a choice or a yes and no can be set to. */
export function optionsOf(field: Field, { read, say }: Pick<Speech, 'read' | 'say'>) {
  if (field.kind === 'choice')
    return (field.choices ?? []).map((choice) => ({ value: choice.value, label: read(choice.title) }));
  return [
    { value: 'true', label: say('form.yes') },
    { value: 'false', label: say('form.no') },
  ];
}

// SPDX-License-Identifier: GPL-3.0-or-later
import { useSpeech } from '../language.tsx';
import { registerOf, useWorld } from '../session.tsx';

/** The roles there are, as the register of members has them. */
export function useRoleChoices() {
  const { registers } = useWorld();
  const field = registerOf(registers, 'member')?.fields.find(({ name }) => name === 'role');
  return field?.choices ?? [];
}

/** A role in the reader's words. */
export function useRoles(): (role: string) => string {
  const { read } = useSpeech();
  const choices = useRoleChoices();
  return (role) => read(choices.find(({ value }) => value === role)?.title) || role;
}

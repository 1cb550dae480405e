// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark: as the reader's system has it, or as they chose here. Every page stands under the answer.

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'zhun.appearance';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Heard on the window when colours have changed: what is drawn and not styled draws itself again. */
export const recoloured = 'recoloured';

export function chosenAppearance(): Appearance {
  const kept = localStorage.getItem(key);
  return appearances.find((each) => each === kept) ?? 'system';
}

function apply(): void {
  const chosen = chosenAppearance();
  document.documentElement.dataset['theme'] = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen;
  dispatchEvent(new Event(recoloured));
}

export function chooseAppearance(appearance: Appearance): void {
  localStorage.setItem(key, appearance);
  apply();
}

/** Once a page: follows the system, and what is chosen in another window. */
export function followAppearance(): void {
  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
}

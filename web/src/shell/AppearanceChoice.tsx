// SPDX-License-Identifier: GPL-3.0-or-later
import { useId, useState } from 'react';
import { appearances, chooseAppearance, chosenAppearance, type Appearance } from '../appearance.ts';
import { useSpeech } from '../language.tsx';

/** Light, dark, or as the system has it. */
export function AppearanceChoice() {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState(chosenAppearance);
  const id = useId();
  const choose = (appearance: Appearance) => {
    chooseAppearance(appearance);
    setChosen(appearance);
  };
  return (
    <p className="appearance">
      <label htmlFor={id}>{say('appearance.title')}</label>
      <select id={id} value={chosen} onChange={(event) => choose(event.target.value as Appearance)}>
        {appearances.map((each) => (
          <option key={each} value={each}>
            {say(`appearance.${each}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

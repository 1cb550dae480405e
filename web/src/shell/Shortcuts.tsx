// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does, wherever nothing is typed: one table, read by the keys and by the page that lists them.
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSpeech } from '../language.tsx';
import type { MessageKey } from '../messages/app.ts';
import { address, go } from '../router.tsx';
import { registerOf, useWorld, type World } from '../session.tsx';

interface Shortcut {
  keys: string;
  help: MessageKey;
  /** Where it leads; undefined where there is nothing to do on this page. */
  to?: (world: World) => string | undefined;
}

/** Of the list or record that is open, where one may write. */
function newRecord({ registers }: World): string | undefined {
  const register = registerOf(registers, /^\/registers\/([^/]+)/.exec(location.pathname)?.[1]);
  return register?.may.create ? address(register.plural, 'new') : undefined;
}

const account = (path: string) => ({ session }: World) => (session ? path : undefined);

export const shortcuts: Shortcut[] = [
  { keys: '/', help: 'search.label' },
  { keys: 'n', help: 'keys.new', to: newRecord },
  { keys: 'g r', help: 'keys.registers', to: () => '/registers' },
  { keys: 'g p', help: 'plan.nav', to: () => '/plans' },
  { keys: 'g w', help: 'nav.workbench', to: () => '/workbench' },
  { keys: 'g n', help: 'notices.title', to: account('/notices') },
  { keys: 'g o', help: 'organisation.mine', to: account('/organisation') },
  { keys: '?', help: 'keys.help' },
];

/** How long after g the next letter may come. */
const PAUSE = 1500;

const isTyping = ({ tagName, isContentEditable }: HTMLElement) =>
  isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName);

function act(keys: string, world: World, help: () => void): boolean {
  if (keys === '?') help();
  else if (keys === '/') document.querySelector<HTMLInputElement>('#bar-q')?.select();
  else {
    const path = shortcuts.find((each) => each.keys === keys)?.to?.(world);
    if (path === undefined) return false;
    go(path);
  }
  return true;
}

export function useShortcuts(help: () => void): void {
  const world = useWorld();
  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      const below = document.querySelector('dialog[open], .ant-modal');
      if (modified || below || isTyping(event.target as HTMLElement)) return;
      clearTimeout(timer);
      const keys = first + event.key;
      first = keys === 'g' ? 'g ' : '';
      if (first) timer = setTimeout(() => (first = ''), PAUSE);
      else if (act(keys, world, help)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', press);
    };
  }, [world, help]);
}

/** The list of them; the browser's own dialog keeps the focus inside and closes on Escape. */
function Sheet({ close }: { close: () => void }) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{say('keys.title')}</h2>
      <dl>
        {shortcuts.map(({ keys, help }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(help)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{say('keys.typing')}</p>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {say('keys.close')}
      </button>
    </dialog>
  );
}

/** The button that shows them, and the keys themselves: these are there where the button's menu is closed, too. */
export function Shortcuts() {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const help = useRef(() => setOpen(true));
  useShortcuts(help.current);
  return (
    <>
      <button type="button" className="quiet keys-open" onClick={() => setOpen(true)}>
        {say('keys.title')}
      </button>
      {open && createPortal(<Sheet close={() => setOpen(false)} />, document.body)}
    </>
  );
}

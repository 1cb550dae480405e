// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds every page: wordmark, registers, language, account.
import { useEffect, useState, type ReactNode } from 'react';
import type { Register } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { address, go, To, usePath } from '../router.tsx';
import { isAboutAccounts, useWorld } from '../session.tsx';

function Rail({ open }: { open: boolean }) {
  const { say, read } = useSpeech();
  const { registers, session } = useWorld();
  const path = usePath();
  const current = (href: string) => (path === href || path.startsWith(`${href}/`) ? 'page' : undefined);
  const line = (register: Register) => (
    <li key={register.plural}>
      <To href={address(register.plural)} aria-current={current(address(register.plural))}>
        {read(register.titles)}
      </To>
    </li>
  );
  return (
    <nav className={open ? 'rail open' : 'rail'} id="rail" aria-label={say('nav.main')}>
      <a className="rail-check" href="/check">
        {say('home.check')}
      </a>
      <h2>{say('nav.registers')}</h2>
      <ul>{registers.filter((register) => !isAboutAccounts(register)).map(line)}</ul>
      {session && (
        <>
          <h2>{say('nav.accounts')}</h2>
          <ul>
            {registers.filter(isAboutAccounts).map(line)}
            <li>
              <To href="/tokens" aria-current={current('/tokens')}>
                {say('tokens.title')}
              </To>
            </li>
          </ul>
        </>
      )}
    </nav>
  );
}

function Account() {
  const { say } = useSpeech();
  const { session, logOut } = useWorld();
  const path = usePath();
  if (!session)
    return (
      <To className="quiet" href={path === '/login' ? path : `/login?back=${encodeURIComponent(path)}`}>
        {say('session.in')}
      </To>
    );
  const leave = () => logOut().then(() => go('/'));
  return (
    <>
      <span className="who">{session.account.name}</span>
      <button type="button" className="quiet" onClick={() => void leave()}>
        {say('session.out')}
      </button>
    </>
  );
}

export function Frame({ children }: { children: ReactNode }) {
  const { say, language, other } = useSpeech();
  const { session } = useWorld();
  const [open, setOpen] = useState(false);
  const path = usePath();
  useEffect(() => setOpen(false), [path]);
  return (
    <>
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <header className="bar">
        <button
          type="button"
          className="quiet menu"
          aria-expanded={open}
          aria-controls="rail"
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true" className="menu-lines" />
          <span className="hidden">{say('nav.menu')}</span>
        </button>
        <To className="mark" href="/" aria-label="准 Zhun">
          <b aria-hidden="true">准</b> Zhun
        </To>
        <div className="bar-end">
          <button
            type="button"
            className="quiet"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            aria-label={say('language.switch')}
            onClick={other}
          >
            {say('language.other')}
          </button>
          <Account />
        </div>
      </header>
      {session?.demonstration && <p className="notice">{say('session.demonstration')}</p>}
      <div className="body">
        <Rail open={open} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}

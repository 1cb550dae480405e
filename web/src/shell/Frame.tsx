// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds every page: wordmark, registers, language, account.
import { useEffect, useState, type ReactNode } from 'react';
import { useProvider } from '../account/provider.ts';
import { useSpeech } from '../language.tsx';
import { momentOf } from '../moment.ts';
import { address, go, To, usePath, useQuery } from '../router.tsx';
import { headings, useWorld } from '../session.tsx';
import { today } from '../values/date.ts';
import { AppearanceChoice } from './AppearanceChoice.tsx';
import { Bell } from './Bell.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { TimeButton, TimeNotice, TimePanel } from './Time.tsx';

/** A heading that folds: open where one is, or where one came in. */
function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="rail-fold" open={open}>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}

function Rail({ open }: { open: boolean }) {
  const { say, read } = useSpeech();
  const world = useWorld();
  const provider = useProvider(world.session !== null);
  const path = usePath();
  const decides = world.session && (world.session.administrator || world.session.regulator);
  const isAt = (href: string) => path === href || path.startsWith(`${href}/`);
  const line = (href: string, title: string) => (
    <li key={href}>
      <To href={href} aria-current={isAt(href) ? 'page' : undefined}>
        {title}
      </To>
    </li>
  );
  const folds = headings(world).map(({ name, title, registers }) => ({
    name,
    title: read(title),
    lines: [
      ...registers.map((register) => [address(register.plural), read(register.titles)] as const),
      ...(name === 'accounts'
        ? [
            ['/organisation', say('organisation.mine')] as const,
            ...(decides
              ? [['/requests', say('requests.title')] as const, ['/audit', say('audit.title')] as const]
              : []),
            ['/tokens', say('tokens.title')] as const,
            ['/hooks', say('hooks.title')] as const,
            ['/data', say('personal.title')] as const,
            ...(provider ? [['/outside', say('outside.title')] as const] : []),
          ]
        : []),
    ],
  }));
  const here = folds.find(({ lines }) => lines.some(([href]) => isAt(href))) ?? folds[0];
  return (
    <nav className={open ? 'rail open' : 'rail'} id="rail" aria-label={say('nav.main')}>
      <a className="rail-check" href="/check">
        {say('home.check')}
      </a>
      <To className="rail-check" href="/workbench" aria-current={isAt('/workbench') ? 'page' : undefined}>
        {say('nav.workbench')}
      </To>
      <To className="rail-check" href="/plans" aria-current={isAt('/plans') ? 'page' : undefined}>
        {say('plan.nav')}
      </To>
      {folds.map((fold) => (
        <Fold key={`${fold.name} ${fold === here}`} title={fold.title} open={fold === here}>
          {fold.lines.map(([href, title]) => line(href, title))}
        </Fold>
      ))}
      <RailFoot />
    </nav>
  );
}

/** The box over all registers; what it finds is shown by the public page. On a telephone, a way there. */
function Search() {
  const { say } = useSpeech();
  const { asOf } = momentOf(useQuery());
  return (
    <>
      <form className="bar-search" role="search" action="/search">
        <label className="hidden" htmlFor="bar-q">
          {say('search.label')}
        </label>
        <input id="bar-q" name="q" type="search" maxLength={200} placeholder={say('search.label')} />
        {asOf && <input type="hidden" name="as_of" value={asOf} />}
      </form>
      <a className="quiet bar-find" href="/search">
        {say('search.go')}
      </a>
    </>
  );
}

function LogOut() {
  const { say } = useSpeech();
  const { logOut } = useWorld();
  return (
    <button type="button" className="quiet" onClick={() => void logOut().then(() => go('/registers'))}>
      {say('session.out')}
    </button>
  );
}

/** What a telephone's bar has no room for stands at the foot of the menu. */
function RailFoot() {
  const { session } = useWorld();
  return (
    <div className="rail-foot">
      <AppearanceChoice />
      <Shortcuts />
      {session && (
        <p className="rail-own">
          <span className="soft">{session.account.name}</span> <LogOut />
        </p>
      )}
    </div>
  );
}

function Account() {
  const { say } = useSpeech();
  const { session } = useWorld();
  const path = usePath();
  if (!session)
    return (
      <To className="quiet" href={path === '/login' ? path : `/login?back=${encodeURIComponent(path)}`}>
        {say('session.in')}
      </To>
    );
  return (
    <>
      <Bell />
      <span className="bar-own">
        <span className="who">{session.account.name}</span>
        <LogOut />
      </span>
    </>
  );
}

/** On paper alone: from where, and when. The address holds the day that a page is about. */
function Printed() {
  const { say } = useSpeech();
  usePath();
  useQuery();
  return <p className="printed">{say('print.from', location.href, today())}</p>;
}

export function Frame({ children }: { children: ReactNode }) {
  const { say, language, other } = useSpeech();
  const { session } = useWorld();
  const [open, setOpen] = useState(false);
  const path = usePath();
  const [time, setTime] = useState(false);
  useEffect(() => {
    setOpen(false);
    setTime(false);
  }, [path]);
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
        <a className="mark" href="/" aria-label="准 Zhun">
          <b aria-hidden="true">准</b> Zhun
        </a>
        <Search />
        <div className="bar-end">
          <TimeButton open={time} flip={() => setTime(!time)} />
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
      {time && <TimePanel close={() => setTime(false)} />}
      <TimeNotice />
      {session?.demonstration && <p className="notice">{say('session.demonstration')}</p>}
      <div className="body">
        <Rail open={open} />
        <main id="main" tabIndex={-1}>
          {children}
          <Printed />
        </main>
      </div>
    </>
  );
}

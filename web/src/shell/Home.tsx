// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page, Register } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { momentOf, withMoment } from '../moment.ts';
import { listPath } from '../registers/query.ts';
import { address, To, useQuery } from '../router.tsx';
import { headings, useWorld } from '../session.tsx';
import { count } from '../values/number.ts';
import { Heading } from './Parts.tsx';

function RegisterLine({ register }: { register: Register }) {
  const { read, say } = useSpeech();
  const asked = withMoment(new URLSearchParams(), momentOf(useQuery()));
  const total = useLoad<Page>(listPath(register, asked, 1)).reply?.body.total;
  return (
    <li>
      <h3>
        <To href={address(register.plural)}>{read(register.titles)}</To>
      </h3>
      <p className="soft">{read(register.help)}</p>
      <p className="home-count">
        {total &&
          (total.count === 1
            ? say('home.records.one')
            : say('home.records', count(total.count) + (total.capped ? '+' : '')))}
      </p>
    </li>
  );
}

export default function Home() {
  const { say, read } = useSpeech();
  const world = useWorld();
  return (
    <>
      <Heading title={say('home.title')} />
      <p className="lead">{say('home.lead')}</p>
      <p className="home-check">
        <a className="button first" href="/check">
          {say('home.check')}
        </a>
        <span className="soft">{say('home.check.help')}</span>
      </p>
      {headings(world)
        .filter(({ name }) => name !== 'accounts')
        .map(({ name, title, registers }) => (
          <section key={name} className="home-group">
            <h2>{read(title)}</h2>
            <ul className="home-registers">
              {registers.map((register) => (
                <RegisterLine key={register.plural} register={register} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

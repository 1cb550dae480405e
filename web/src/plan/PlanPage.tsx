// SPDX-License-Identifier: GPL-3.0-or-later
// A plan on one page that can be printed: its figures by chapter, clusters and projects, on any day.
import { Button } from 'antd';
import type { Page } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { momentOf, momentQuery } from '../moment.ts';
import { address, To, useQuery } from '../router.tsx';
import { Heading, Reading, Trouble } from '../shell/Parts.tsx';
import { Clusters } from './Clusters.tsx';
import { FigureTable } from './Figures.tsx';
import { areas, sectionsOf, type Dashboard } from './plan.ts';
import { Projects } from './Projects.tsx';
import { TargetsBar } from './Progress.tsx';

function Chapters({ dashboard }: { dashboard: Dashboard }) {
  const { say } = useSpeech();
  return areas.map((area) => {
    const figures = dashboard.figures.filter((figure) => figure.area === area);
    if (!figures.length) return null;
    const title = say(`plan.area.${area}`);
    const sections = sectionsOf(figures);
    return (
      <section key={area} className="plan-section">
        <h2>
          {title} {sections && <span className="plan-origin">{say('plan.section', sections)}</span>}
        </h2>
        <FigureTable title={title} figures={figures} day={dashboard.day} invented={dashboard.invented} />
      </section>
    );
  });
}

function Tools({ id }: { id: string }) {
  const { say } = useSpeech();
  return (
    <div className="tools">
      <div className="tools-line">
        <Button onClick={() => print()}>{say('plan.print')}</Button>
        <To className="quiet" href={address('plans', id)}>
          {say('plan.record')}
        </To>
      </div>
    </div>
  );
}

function Plan({ id }: { id: string }) {
  const { say, read } = useSpeech();
  const moment = momentOf(useQuery());
  const { reply, error, loading, again } = useLoad<Dashboard>(`/v1/plans/${id}/dashboard${momentQuery(moment)}`);
  if (error) return <Trouble error={error} again={again} />;
  if (!reply) return <Reading />;
  const dashboard = reply.body;
  const { plan } = dashboard;
  return (
    <div className={loading ? 'plan stale' : 'plan'} aria-busy={loading}>
      <Heading title={read(plan.name)} />
      {dashboard.invented && <p className="notice plan-invented">{say('plan.invented')}</p>}
      <Tools id={id} />
      {plan.note && (
        <details className="plan-about">
          <summary>{say('plan.note')}</summary>
          <p>{read(plan.note)}</p>
        </details>
      )}
      <TargetsBar dashboard={dashboard} />
      <Chapters dashboard={dashboard} />
      <Clusters dashboard={dashboard} />
      <Projects dashboard={dashboard} />
    </div>
  );
}

/** Where there is one plan it is shown at once, else their list. */
export default function PlanPage({ id }: { id?: string | undefined }) {
  const { say } = useSpeech();
  const { reply, error, again } = useLoad<Page>(id ? null : '/v1/plans?limit=100');
  if (id) return <Plan key={id} id={id} />;
  if (error) return <Trouble error={error} again={again} />;
  if (!reply) return <Reading />;
  const { items } = reply.body;
  if (items.length === 1) return <Plan id={items[0]!.id} />;
  return (
    <>
      <Heading title={say('plan.nav')} />
      {items.length === 0 && (
        <div className="empty">
          <p>{say('plan.none')}</p>
          <p className="soft">{say('plan.none.next')}</p>
        </div>
      )}
      <ul className="plan-list">
        {items.map((plan) => (
          <li key={plan.id}>
            <To href={`/plans/${plan.id}`}>{plan.title}</To>
          </li>
        ))}
      </ul>
    </>
  );
}

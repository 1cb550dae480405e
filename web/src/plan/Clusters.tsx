// SPDX-License-Identifier: GPL-3.0-or-later
// The clusters of a plan, each with what it is for and its own targets.
import { useSpeech } from '../language.tsx';
import { address, To } from '../router.tsx';
import { FoundNumber, Says } from './Figures.tsx';
import { worded, type Cluster, type Dashboard } from './plan.ts';

function ClusterPart({ cluster, dashboard }: { cluster: Cluster; dashboard: Dashboard }) {
  const { say, read } = useSpeech();
  const own = dashboard.figures.filter((figure) => figure.cluster?.id === cluster.id);
  const projects = dashboard.projects.filter((project) => project.cluster?.id === cluster.id);
  return (
    <article className="plan-cluster">
      <h3>
        <To href={address('clusters', cluster.id)}>{read(cluster.name)}</To>
      </h3>
      <p>{read(cluster.role)}</p>
      {own.map((figure) => (
        <div key={figure.id} className="plan-aim">
          <To href={address('figures', figure.id)}>{read(figure.name)}</To>
          <span className="plan-number">{figure.target ? worded(figure.target, read) : ''}</span>
          <FoundNumber figure={figure} invented={dashboard.invented} />
          <Says figure={figure} />
        </div>
      ))}
      <dl>
        {cluster.industries.length > 0 && (
          <>
            <dt>{say('plan.cluster.serves')}</dt>
            <dd>{cluster.industries.map(({ name }) => read(name)).join(' · ')}</dd>
          </>
        )}
        <dt>{say('plan.cluster.offers')}</dt>
        <dd>{read(cluster.services)}</dd>
      </dl>
      {projects.length > 0 && (
        <p>
          <To href={`/registers/projects?cluster=${cluster.id}`}>{say('plan.cluster.projects', projects.length)}</To>
        </p>
      )}
    </article>
  );
}

export function Clusters({ dashboard }: { dashboard: Dashboard }) {
  const { say } = useSpeech();
  if (!dashboard.clusters.length) return null;
  return (
    <section className="plan-section">
      <h2>{say('plan.clusters')}</h2>
      <div className="plan-clusters">
        {dashboard.clusters.map((cluster) => (
          <ClusterPart key={cluster.id} cluster={cluster} dashboard={dashboard} />
        ))}
      </div>
    </section>
  );
}

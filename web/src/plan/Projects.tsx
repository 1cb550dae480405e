// SPDX-License-Identifier: GPL-3.0-or-later
// The projects of a plan: how many of each category in each cluster, and all of them by name.
import { useSpeech } from '../language.tsx';
import { address, To } from '../router.tsx';
import { registerOf, useWorld } from '../session.tsx';
import { categories, type Cluster, type Dashboard, type Project } from './plan.ts';

function Count({ projects, query }: { projects: Project[]; query: string }) {
  if (!projects.length) return <span className="soft">–</span>;
  return <To href={`/registers/projects?${query}`}>{projects.length}</To>;
}

function Matrix({ dashboard }: { dashboard: Dashboard }) {
  const { say, read } = useSpeech();
  const { plan, projects, clusters } = dashboard;
  const within = (cluster: Cluster) => (project: Project) => project.cluster?.id === cluster.id;
  const rows = [
    ...categories.map((category) => ({
      title: say(`plan.area.${category}`),
      items: projects.filter((project) => project.category === category),
      query: `plan=${plan.id}&category=${category}`,
    })),
    { title: say('plan.projects.all'), items: projects, query: `plan=${plan.id}` },
  ];
  return (
    <div className="wide">
      <table className="sheet plan-matrix">
        <caption className="hidden">{say('plan.projects.table')}</caption>
        <thead>
          <tr>
            <td />
            {clusters.map((cluster) => (
              <th key={cluster.id} scope="col">
                {read(cluster.name)}
              </th>
            ))}
            <th scope="col">{say('plan.projects.nowhere')}</th>
            <th scope="col">{say('plan.projects.all')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, items, query }) => (
            <tr key={query}>
              <th scope="row">{title}</th>
              {clusters.map((cluster) => (
                <td key={cluster.id} data-label={read(cluster.name)}>
                  <Count projects={items.filter(within(cluster))} query={`${query}&cluster=${cluster.id}`} />
                </td>
              ))}
              <td data-label={say('plan.projects.nowhere')}>
                <Count projects={items.filter(({ cluster }) => !cluster)} query={`${query}&cluster.null=1`} />
              </td>
              <td data-label={say('plan.projects.all')}>
                <Count projects={items} query={query} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProjectLine({ project }: { project: Project }) {
  const { say, read } = useSpeech();
  const register = registerOf(useWorld().registers, 'project');
  const choices = register?.fields.find(({ name }) => name === 'state')?.choices;
  const state = choices?.find(({ value }) => value === project.state)?.title;
  const facts = [
    read(project.kind),
    project.cluster?.title,
    state ? read(state) : say('plan.state.unknown'),
    read(project.other_name),
    read(project.note),
  ];
  return (
    <li>
      <span className="plan-code">{project.code}</span>
      <span>
        <To href={address('projects', project.id)}>{read(project.name)}</To>
        <span className="plan-origin">{facts.filter(Boolean).join(' · ')}</span>
      </span>
    </li>
  );
}

export function Projects({ dashboard }: { dashboard: Dashboard }) {
  const { say } = useSpeech();
  const { projects } = dashboard;
  if (!projects.length) return null;
  return (
    <section className="plan-section">
      <h2>{say('plan.projects')}</h2>
      <p className="soft">{say('plan.projects.says', projects.length)}</p>
      <Matrix dashboard={dashboard} />
      {categories.map((category) => (
        <div key={category}>
          <h3>{say(`plan.area.${category}`)}</h3>
          <ul className="plan-projects">
            {projects
              .filter((project) => project.category === category)
              .map((project) => (
                <ProjectLine key={project.id} project={project} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

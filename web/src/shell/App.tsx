// SPDX-License-Identifier: GPL-3.0-or-later
// Which page an address means. Each page is a file of its own that is fetched when it is first opened.
import { lazy, Suspense, type ReactNode } from 'react';
import type { Register, Stored } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { budgetAddress, To, usePath } from '../router.tsx';
import { registerOf, useWorld } from '../session.tsx';
import { Frame } from './Frame.tsx';
import { Boundary, Heading, Reading, Trouble } from './Parts.tsx';

const Home = lazy(() => import('./Home.tsx'));
const LogIn = lazy(() => import('../account/LogIn.tsx'));
const Setup = lazy(() => import('../account/Setup.tsx'));
const Invited = lazy(() => import('../account/Invited.tsx'));
const MyOrganisation = lazy(() => import('../account/Organisation.tsx'));
const Notices = lazy(() => import('../account/Notices.tsx'));
const Hooks = lazy(() => import('../account/Hooks.tsx'));
const Personal = lazy(() => import('../account/Personal.tsx'));
const PersonalOf = lazy(() => import('../account/PersonalOf.tsx'));
const Outside = lazy(() => import('../account/Outside.tsx'));
const SignedIn = lazy(() => import('../account/SignedIn.tsx'));
const Requests = lazy(() => import('../account/Requests.tsx'));
const Audit = lazy(() => import('../account/Audit.tsx'));
const Tokens = lazy(() => import('../account/Tokens.tsx'));
const ListPage = lazy(() => import('../registers/ListPage.tsx'));
const DetailPage = lazy(() => import('../registers/DetailPage.tsx'));
const ImportPage = lazy(() => import('../registers/ImportPage.tsx'));
const ChangesPage = lazy(() => import('../registers/ChangesPage.tsx'));
const FormPage = lazy(() => import('../registers/FormPage.tsx'));
const Workbench = lazy(() => import('../workbench/Workbench.tsx'));
const PlanPage = lazy(() => import('../plan/PlanPage.tsx'));
const CertificatePage = lazy(() => import('../certificate/CertificatePage.tsx'));

function NoPage() {
  const { say } = useSpeech();
  return (
    <>
      <Heading title={say('error.page')} />
      <p>
        <To href="/registers">{say('error.home')}</To>
      </p>
    </>
  );
}

function OpenInWorkbench({ id }: { id: string }) {
  const { say } = useSpeech();
  return (
    <To className="button" href={budgetAddress(id)}>
      {say('workbench.open.here')}
    </To>
  );
}

/** What more may be done with a record of these registers. */
const actionsOf: Record<string, (record: Stored, again: () => void) => ReactNode> = {
  account: (record, again) => <PersonalOf record={record} again={again} />,
  uncertainty_budget: ({ id }) => <OpenInWorkbench id={id} />,
};

function registerPage(register: Register | undefined, rest: string[]): ReactNode {
  if (!register || rest.length > 2) return <NoPage />;
  const [id, view] = rest.map(decodeURIComponent);
  // The key makes another record another page, with nothing left of the one before.
  const key = `${register.plural}/${id ?? ''}`;
  if (id === undefined) return <ListPage key={key} register={register} />;
  if (id === 'changes') return <ChangesPage key={key} register={register} id={null} />;
  if (id === 'import') return <ImportPage key={key} register={register} />;
  if (id === 'new') return <FormPage key={key} register={register} id={null} />;
  if (view === 'changes') return <ChangesPage key={key} register={register} id={id} />;
  if (view === 'edit') return <FormPage key={key} register={register} id={id} />;
  if (view !== undefined) return <NoPage />;
  if (register.name === 'certificate') return <CertificatePage key={key} register={register} id={id} />;
  return <DetailPage key={key} register={register} id={id} actions={actionsOf[register.name]} />;
}

function Page() {
  const { registers } = useWorld();
  const [first, second, ...rest] = usePath().split('/').filter(Boolean);
  if (first === 'login') return <LogIn />;
  if (first === 'setup') return <Setup />;
  if (first === 'invited') return <Invited />;
  if (first === 'organisation') return <MyOrganisation />;
  if (first === 'notices') return <Notices />;
  if (first === 'hooks') return <Hooks />;
  if (first === 'signed-in') return <SignedIn />;
  if (first === 'outside') return <Outside />;
  if (first === 'requests') return <Requests />;
  if (first === 'audit') return <Audit />;
  if (first === 'tokens') return <Tokens />;
  if (first === 'data') return <Personal />;
  if (first === 'workbench') return <Workbench />;
  if (first === 'registers' && second === undefined) return <Home />;
  if (first === 'plans' && !rest.length) return <PlanPage id={second} />;
  if (first === 'registers' && second) return registerPage(registerOf(registers, second), rest);
  return <NoPage />;
}

export function App() {
  const { ready, error, again } = useWorld();
  const path = usePath();
  return (
    <Frame>
      {!ready ? (
        <Reading />
      ) : error ? (
        <Trouble error={error} again={again} />
      ) : (
        <Boundary key={path}>
          <Suspense fallback={<Reading />}>
            <Page />
          </Suspense>
        </Boundary>
      )}
    </Frame>
  );
}

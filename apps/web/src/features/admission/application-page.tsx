import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { organizationQuery } from '../../lib/organizations.js';
import { applicationQuery, ownApplicationsQuery } from './applications.js';
import { usePushedAdmission } from './use-pushed-admission.js';

// Two screens at one address: nobody needs both at once.
const ApplicationStatus = lazy(async () => ({
  default: (await import('./application-status.js')).ApplicationStatus,
}));
const ApplicationWizard = lazy(async () => ({
  default: (await import('./application-wizard.js')).ApplicationWizard,
}));

/** The application of the acting organization: as a draft to be written, then as it stands with the secretariat. */
export function ApplicationPage() {
  const text = useText();
  const organization = useActingOrganization();
  usePushedAdmission(organization.id);
  const own = useQuery(ownApplicationsQuery(organization.id));
  const newest = own.data?.items[0];
  const title = text('nav.application');
  if (own.error && !own.data) {
    return (
      <>
        <PageTitle title={title} />
        <ProblemNotice error={own.error} onRetry={() => void own.refetch()} />
      </>
    );
  }
  if (!own.data) return <Waiting rows={4} height={96} />;
  if (!newest) {
    return (
      <>
        <PageTitle title={title} />
        <EmptyState because="nothing" title={text('admission.none')}>
          {text('admission.none.text')}
        </EmptyState>
      </>
    );
  }
  return <OneApplication key={newest.id} id={newest.id} />;
}

function OneApplication({ id }: { id: string }) {
  const text = useText();
  const acting = useActingOrganization();
  const { data: application, error } = useQuery(applicationQuery(acting.id, id));
  const { data: organization } = useQuery(organizationQuery(acting.id, acting.id));
  useFocusOnceSent(application?.status);
  if (error && !application) {
    return (
      <>
        <PageTitle title={text('nav.application')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!application || !organization) return <Waiting rows={4} height={96} />;
  const Screen = application.status === 'not-sent' ? ApplicationWizard : ApplicationStatus;
  return (
    <Suspense fallback={<Waiting rows={4} height={96} />}>
      <Screen application={application} organization={organization} />
    </Suspense>
  );
}

/** When the draft becomes what was sent, the screen is another one: reading begins at its heading. */
function useFocusOnceSent(status: string | undefined): void {
  const wasDraft = useRef(false);
  useEffect(() => {
    if (wasDraft.current && status !== 'not-sent') {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    wasDraft.current = status === 'not-sent';
  }, [status]);
}

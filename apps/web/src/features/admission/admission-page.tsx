import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { BothNames } from '../../components/both-names.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { organizationQuery } from '../../lib/organizations.js';
import styles from './admission.module.css';
import { ApplicationFacts } from './application-facts.js';
import { type Application, type ApplicationInside, applicationQuery } from './applications.js';
import { Checks } from './checks.js';
import { DecisionPanel } from './decision-panel.js';
import { STATE_TONES, useKindAndCountry } from './parts.js';
import { Story } from './story.js';
import { usePushedAdmission } from './use-pushed-admission.js';

// Half of the applications have no entry proposal.
const ReviewersPanel = lazy(async () => ({
  default: (await import('./reviewers-panel.js')).ReviewersPanel,
}));

const route = getRouteApi('/signed-in/o/$organization/admissions/$applicationId');
/** While a decision takes effect, its end is asked for. */
const ASK_AGAIN_MS = 1_000;

/** One application on the desk of the secretariat: what was sent and checked, the decision, and the story. */
export function AdmissionPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { applicationId } = route.useParams();
  usePushedAdmission(organization.id);
  const { data: application, error } = useQuery({
    ...applicationQuery(organization.id, applicationId),
    refetchInterval: ({ state }) => (state.data?.inside?.pending ? ASK_AGAIN_MS : false),
  });
  if (error && !application) {
    return (
      <>
        <PageTitle title={text('nav.admissions')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!application) return <Waiting rows={4} height={96} />;
  const { inside } = application;
  if (!inside) return null;
  return <Desk key={application.id} application={application} inside={inside} />;
}

function Desk({ application, inside }: { application: Application; inside: ApplicationInside }) {
  const text = useText();
  const rich = useRichText();
  const { organization } = application;
  const { state, since } = inside;
  return (
    <>
      <PageTitle
        title={organization.name}
        heading={<BothNames organization={organization} />}
        lead={
          <span className={record.side}>
            <Tag tone={STATE_TONES[state]}>{text(`admission.state.${state}`)}</Tag>
            <span>
              {rich('admission.card.since', { time: <LocalTime key="time" at={since} as="deadline" /> })}
            </span>
          </span>
        }
      />
      <div className={styles.desk}>
        <div className={record.stack}>
          <Checks application={application} inside={inside} />
          <Panel title={text('admission.desk.facts')}>
            <Sent application={application} inside={inside} />
          </Panel>
          {application.route === 'entry_proposal' && (
            <Suspense fallback={<Waiting rows={1} height={160} />}>
              <ReviewersPanel application={application} inside={inside} />
            </Suspense>
          )}
          <Panel title={text('admission.story')}>
            <Story steps={application.story} />
          </Panel>
        </div>
        <div className={styles.beside}>
          <DecisionPanel application={application} inside={inside} />
        </div>
      </div>
    </>
  );
}

function Sent({ application, inside }: { application: Application; inside: ApplicationInside }) {
  const text = useText();
  const describe = useKindAndCountry();
  const acting = useActingOrganization();
  const { data } = useQuery(organizationQuery(acting.id, application.organization.id));
  return (
    <ApplicationFacts
      application={application}
      more={[
        [text('admission.desk.applicant'), inside.applicant],
        [text('admission.organization.kind'), describe(application.organization)],
        [text('admission.organization.registrationNumber'), data?.registrationNumber],
        [
          text('admission.organization.website'),
          data?.website && (
            <a href={data.website} rel="noreferrer noopener" target="_blank">
              {data.website}
            </a>
          ),
        ],
      ]}
    />
  );
}

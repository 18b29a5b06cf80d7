import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Callout } from '../../components/callout.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { meQuery } from '../../lib/me.js';
import type { Organization } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';
import styles from './admission.module.css';
import { ApplicationFacts } from './application-facts.js';
import type { Application } from './applications.js';
import { BeginAnew } from './begin-anew.js';
import { NextTurn } from './next-turn.js';
import { STATUS_TONES } from './parts.js';
import { Stages } from './stages.js';
import { Story } from './story.js';
import { Withdraw } from './withdraw.js';

/** How an application stands: whose turn it is and until when, what can be done now, and what happened. */
export function ApplicationStatus(props: { application: Application; organization: Organization }) {
  const { application, organization } = props;
  const text = useText();
  const { status, abilities, comments } = application;
  useRightsOf(status);
  return (
    <div className={styles.narrow}>
      <PageTitle
        title={text('admission.status.title', { name: organization.name })}
        lead={<Tag tone={STATUS_TONES[status]}>{text(`admission.status.${status}`)}</Tag>}
      />
      <div className={record.stack}>
        <NextTurn application={application} />
        {status !== 'withdrawn' && <Stages application={application} />}
        {comments.length > 0 && (
          <Panel title={text('admission.comments')}>
            {comments.map((comment) => (
              <p key={comment} className={record.prose} dir="auto">
                {comment}
              </p>
            ))}
          </Panel>
        )}
        <Panel title={text('admission.story')}>
          <Story steps={application.story} />
        </Panel>
        <Panel title={text('admission.sent')}>
          <ApplicationFacts application={application} />
        </Panel>
        {abilities.withdraw && <Withdraw application={application} />}
        {abilities.beginAnew && <BeginAnew organization={organization} />}
        {status === 'admitted' && <Welcome />}
      </div>
    </div>
  );
}

function Welcome() {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <Callout
      tone="success"
      title={text('admission.welcome')}
      action={
        <Link to="/o/$organization/welcome" params={{ organization: slug }}>
          {text('admission.welcome.begin')}
        </Link>
      }
    >
      {text('admission.welcome.text')}
    </Callout>
  );
}

/** Whoever is admitted may do more from now on: the frame learns of it. */
function useRightsOf(status: Application['status']): void {
  const { state } = useActingOrganization();
  const isNew = status === 'admitted' && state === 'applicant';
  useEffect(() => {
    if (isNew) void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [isNew]);
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { AgreementPanel } from './agreement-panel.js';
import { CaseNotePanel } from './case-note-panel.js';
import { DeliverablesPanel } from './deliverables-panel.js';
import { DisputePanel, RaiseDispute } from './dispute-panel.js';
import { type Engagement, engagementQuery } from './engagements.js';
import { LedgerPanel } from './ledger-panel.js';
import { useNameOf } from './organization-names.js';
import { RatingsPanel } from './ratings-panel.js';
import { SessionsPanel } from './sessions-panel.js';
import styles from './engagements.module.css';
import { STATE_TONES } from './tones.js';

const route = getRouteApi('/signed-in/o/$organization/engagements/$engagementId');

/** The room of an engagement: what is agreed on, sessions, what is handed over, fees, and how it ends. */
export function EngagementPage() {
  const text = useText();
  const organization = useActingOrganization();
  const nameOf = useNameOf();
  const { engagementId } = route.useParams();
  const { data: engagement, error } = useQuery(engagementQuery(organization.id, engagementId));
  if (error && !engagement) {
    return (
      <>
        <PageTitle title={text('engagements.one')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!engagement) return <Waiting rows={4} height={96} />;
  const { requester, consultant, state } = engagement;
  return (
    <>
      <PageTitle
        title={engagement.title}
        lead={text('engagements.between', {
          requester: nameOf(requester.organization),
          consultant: nameOf(consultant.organization),
        })}
        actions={<Tag tone={STATE_TONES[state]}>{text(`engagements.state.${state}`)}</Tag>}
      />
      <Room engagement={engagement} />
    </>
  );
}

function Room({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const isAgreed = engagement.begunAt !== null;
  const isInside = engagement.side !== null || engagement.abilities.decide || engagement.sessions.length > 0;
  return (
    <div className={styles.room}>
      <div className={record.stack}>
        <WhatIsNext engagement={engagement} />
        <DisputePanel engagement={engagement} />
        {!isAgreed && <AgreementPanel engagement={engagement} />}
        {isAgreed && isInside && <SessionsPanel engagement={engagement} />}
        {isAgreed && <DeliverablesPanel engagement={engagement} />}
        <RatingsPanel engagement={engagement} />
        <CaseNotePanel engagement={engagement} />
        <RaiseDispute engagement={engagement} />
      </div>
      <div className={record.stack}>
        <People engagement={engagement} />
        {isAgreed && <LedgerPanel engagement={engagement} />}
        {isAgreed && (
          <details className={styles.fold}>
            <summary>{text('engagements.agreement')}</summary>
            <AgreementPanel engagement={engagement} />
          </details>
        )}
      </div>
    </div>
  );
}

function WhatIsNext({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const { state, side, endReason, endLanguage, signatureDueAt } = engagement;
  if (state === 'agreement') {
    return (
      <Callout tone={engagement.abilities.sign ? 'warning' : 'info'}>
        <p>{text(engagement.abilities.sign ? 'engagements.next.sign' : 'engagements.next.signatures')}</p>
        {signatureDueAt && (
          <p>
            {text('engagements.sign-by')} <LocalTime at={signatureDueAt} as="deadline" />
          </p>
        )}
      </Callout>
    );
  }
  if (state === 'cancelled') {
    return (
      <Callout tone="warning" title={text('engagements.next.cancelled')}>
        {endReason && (
          <LangText as="p" language={endLanguage ?? 'en'}>
            {endReason}
          </LangText>
        )}
      </Callout>
    );
  }
  if (state === 'disputed' || side === null) return null;
  return <Callout tone="info">{text(`engagements.next.${state}.${side}`)}</Callout>;
}

function People({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const nameOf = useNameOf();
  const { slug } = useActingOrganization();
  const { conversationId } = engagement;
  const now = new Date().toISOString();
  return (
    <Panel
      title={text('engagements.people')}
      aside={
        conversationId && (
          <Link
            to="/o/$organization/messages/$conversationId"
            params={{ organization: slug, conversationId }}
          >
            {text('engagements.conversation')}
          </Link>
        )
      }
      rows={(['consultant', 'requester'] as const).map((side) => {
        const { displayName, organization, timeZone } = engagement[side];
        return (
          <li key={side} className={record.entry}>
            <span className={record.sub}>{text(`engagements.side.${side}`)}</span>
            <span className={record.strong}>{displayName || text('engagements.former-member')}</span>
            <Link
              to="/o/$organization/organizations/$organizationId"
              params={{ organization: slug, organizationId: organization.id }}
            >
              {nameOf(organization)}
            </Link>
            <span className={record.sub}>
              {timeZone} · <LocalTime at={now} as="clock" timeZone={timeZone} />
            </span>
          </li>
        );
      })}
    />
  );
}

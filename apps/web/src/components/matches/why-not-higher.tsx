import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type PossibleLift, whyNotHigherQuery } from '../../lib/match-explanations.js';
import type { Match } from '../../lib/matches.js';
import { mayWrite } from '../../lib/rights.js';
import { ProblemNotice } from '../problem-notice.js';
import { Waiting } from '../waiting.js';
import { profileField } from './profile-field.js';
import { useFactLabel } from './use-match-view.js';
import styles from './why-not-higher.module.css';

/** What would lift this match, on either side, once the reader asks. */
export function WhyNotHigher({ match }: { match: Match }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const regionId = useId();
  return (
    <div className={styles.why}>
      <Button
        className={styles.ask}
        variant="subtle"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={() => setOpen(!isOpen)}
      >
        {text('matches.why-not')}
      </Button>
      <div id={regionId}>{isOpen && <Answer match={match} />}</div>
    </div>
  );
}

function Answer({ match }: { match: Match }) {
  const text = useText();
  const { locale } = useIntl();
  const { id } = useActingOrganization();
  const query = useQuery(whyNotHigherQuery(id, locale, match.id));
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Waiting rows={2} height={48} />;
  const { comparable, lifts } = query.data;
  if (!comparable) return <p role="status">{text('matches.why-not.over')}</p>;
  if (lifts.length === 0) return <p role="status">{text('matches.why-not.nothing')}</p>;
  const of = (side: PossibleLift['side']) => lifts.filter((lift) => lift.side === side);
  return (
    <div className={styles.answer} data-why={match.id}>
      <Lifts title={text('matches.why-not.ours')} lifts={of('ours')} match={match} />
      <Lifts
        title={text('matches.why-not.theirs', { name: match.counterpart.name })}
        lifts={of('theirs')}
        match={match}
      />
      <p className={styles.note}>{text('matches.why-not.note')}</p>
    </div>
  );
}

function Lifts(props: { title: string; lifts: readonly PossibleLift[]; match: Match }) {
  const { title, lifts, match } = props;
  const headingId = useId();
  if (lifts.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <p id={headingId} className={styles.title}>
        {title}
      </p>
      <ul className={styles.lifts}>
        {lifts.map((lift) => (
          <LiftRow key={JSON.stringify(lift.facts)} lift={lift} match={match} />
        ))}
      </ul>
    </section>
  );
}

/** "Theme: cruises – would lift it clearly, to a strong fit", and where it can be stated. */
function LiftRow({ lift, match }: { lift: PossibleLift; match: Match }) {
  const text = useText();
  const codeText = useCodeText();
  const { formatList } = useIntl();
  const labelOf = useFactLabel();
  const type = lift.facts[0]?.type ?? '';
  const facts = formatList(lift.facts.map(labelOf));
  return (
    <li>
      <span className={styles.fact}>
        <StatedAt lift={lift} match={match}>
          {codeText('matches.fact', type, 'matches.fact.other', { facts })}
        </StatedAt>
      </span>
      <span className={styles.lift}>
        {text(`matches.lift.${lift.lift}`)}
        {lift.isRead && ` (${text('matches.lift.read')})`}
        {lift.fit !== match.fit && ` · ${text('matches.lift.to', { fit: text(`match.fit.${lift.fit}`) })}`}
      </span>
    </li>
  );
}

/** A link to the field of the own profile or opportunity that would say it; what was handed in stays as it is. */
function StatedAt(props: { lift: PossibleLift; match: Match; children: string }) {
  const { lift, match, children } = props;
  const acting = useActingOrganization();
  const { subject } = match;
  const params = { organization: acting.slug };
  if (lift.side === 'theirs') return children;
  if (subject.type === 'organization' && mayWrite(acting, 'profile.update')) {
    return (
      <Link
        to="/o/$organization/organizations/$organizationId/profile"
        params={{ ...params, organizationId: acting.id }}
        hash={profileField(lift.facts[0]?.type)}
      >
        {children}
      </Link>
    );
  }
  if (subject.type === 'opportunity' && mayWrite(acting, 'opportunity.update')) {
    return (
      <Link
        to="/o/$organization/opportunities/$opportunityId/edit"
        params={{ ...params, opportunityId: subject.id }}
      >
        {children}
      </Link>
    );
  }
  return children;
}

import { Link } from '@tanstack/react-router';
import { ConceptTags } from '../../records/concept-tags.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import type { OpportunityCard, OpportunityState } from '../../lib/opportunities.js';
import type { AnswerCounts } from './opportunity-requests.js';

const TONES: Readonly<Record<OpportunityState, Tone>> = {
  draft: 'warning',
  review: 'brand',
  published: 'success',
  paused: 'warning',
  filled: 'brand',
  expired: 'neutral',
  closed: 'neutral',
};

export function OpportunityStateTag(props: { state: OpportunityState; isHeld: boolean; isOpen?: boolean }) {
  const { state, isHeld, isOpen = true } = props;
  const text = useText();
  if (!isOpen && state === 'published') return <Tag>{text('opportunities.state.not-open')}</Tag>;
  if (isHeld && state === 'paused') return <Tag tone="danger">{text('opportunities.state.held')}</Tag>;
  return <Tag tone={TONES[state]}>{text(`opportunities.state.${state}`)}</Tag>;
}

/** The last day for answers; it ends in UTC for all. `isNamed` where a label beside it says what it is. */
export function Deadline({ day, isNamed = false }: { day: string; isNamed?: boolean }) {
  const rich = useRichText();
  const message = isNamed ? 'opportunities.deadline.day' : 'opportunities.deadline';
  return <>{rich(message, { day: <LocalTime key="day" at={day} /> })}</>;
}

/** Who offers it, from the answer itself. */
export function Offerer({ organization }: Pick<OpportunityCard, 'organization'>) {
  const { slug } = useActingOrganization();
  const countryOf = useCountryName();
  if (!organization) return null;
  return (
    <span className={record.side}>
      <Link
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: slug, organizationId: organization.id }}
      >
        {organization.name}
      </Link>
      <span className={record.sub}>{countryOf(organization.country)}</span>
      {organization.fictional && <FictionalMark />}
    </span>
  );
}

const SHOWN_CODES = 4;

/** One opportunity in a list. Those of others name who looks; one's own show their state and who answers. */
export function OpportunityRow(props: {
  opportunity: OpportunityCard;
  isMine: boolean;
  answers?: AnswerCounts | undefined;
}) {
  const { opportunity, isMine, answers } = props;
  const { slug } = useActingOrganization();
  const codes = [...opportunity.themes, ...opportunity.collaboration].slice(0, SHOWN_CODES);
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/opportunities/$opportunityId"
          params={{ organization: slug, opportunityId: opportunity.id }}
        >
          <LangText language={opportunity.language}>{opportunity.title}</LangText>
        </Link>
        <div className={record.line}>
          {!isMine && <Offerer organization={opportunity.organization} />}
          {opportunity.deadline && (
            <span className={record.sub}>
              <Deadline day={opportunity.deadline} />
            </span>
          )}
          {isMine && <OwnLine opportunity={opportunity} answers={answers} />}
        </div>
        <ConceptTags codes={codes} />
      </div>
      {isMine && <OpportunityStateTag state={opportunity.state} isHeld={opportunity.isHeld} />}
    </li>
  );
}

/** When it ends, and how many answer. */
function OwnLine({
  opportunity,
  answers,
}: {
  opportunity: OpportunityCard;
  answers: AnswerCounts | undefined;
}) {
  const text = useText();
  const rich = useRichText();
  const { state, endsAt } = opportunity;
  const isAlive = state === 'published' || state === 'paused';
  return (
    <>
      {isAlive && endsAt && (
        <span className={record.sub}>
          {rich('opportunities.ends', { time: <LocalTime key="time" at={endsAt} as="date" /> })}
        </span>
      )}
      {answers && state !== 'draft' && (
        <span className={record.sub}>
          {text('opportunities.answers', {
            matches: answers.matches,
            interests: answers.interestsReceived,
            conversations: answers.conversations,
          })}
        </span>
      )}
    </>
  );
}

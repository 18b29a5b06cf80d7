import { Link } from '@tanstack/react-router';
import { ConceptTags } from '../../records/concept-tags.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { OrganizationName } from '../../records/organization-name.js';
import record from '../../components/record.module.css';
import { Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { OpportunityCard, OpportunityState } from '../../lib/opportunities.js';

const TONES: Readonly<Record<OpportunityState, Tone>> = {
  draft: 'warning',
  review: 'brand',
  published: 'success',
  paused: 'warning',
  filled: 'brand',
  expired: 'neutral',
  closed: 'neutral',
};

export function OpportunityStateTag({ state }: { state: OpportunityState }) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`opportunities.state.${state}`)}</Tag>;
}

/** The last day for answers; it ends in UTC for all. `isNamed` where a label beside it says what it is. */
export function Deadline({ day, isNamed = false }: { day: string; isNamed?: boolean }) {
  const rich = useRichText();
  const message = isNamed ? 'opportunities.deadline.day' : 'opportunities.deadline';
  return <>{rich(message, { day: <LocalTime key="day" at={day} /> })}</>;
}

const SHOWN_CODES = 4;

/** One opportunity in a list. Those of others name who looks; one's own show their state. */
export function OpportunityRow({ opportunity, isMine }: { opportunity: OpportunityCard; isMine: boolean }) {
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
          {!isMine && <OrganizationName id={opportunity.organizationId} />}
          {opportunity.deadline && (
            <span className={record.sub}>
              <Deadline day={opportunity.deadline} />
            </span>
          )}
        </div>
        <ConceptTags codes={codes} />
      </div>
      {isMine && <OpportunityStateTag state={opportunity.state} />}
    </li>
  );
}

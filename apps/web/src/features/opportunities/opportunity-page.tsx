import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { MatchList } from '../../components/matches/match-list.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Opportunity, opportunityQuery } from '../../lib/opportunities.js';
import { OpportunityActions } from './opportunity-actions.js';
import { SavedCheck } from './opportunity-check.js';
import { OpportunityFacts } from './opportunity-facts.js';
import { storyQuery } from './opportunity-requests.js';
import { Offerer, OpportunityStateTag } from './opportunity-row.js';
import { OpportunityStory } from './opportunity-story.js';

const route = getRouteApi('/signed-in/o/$organization/opportunities/$opportunityId');
const SHOWN_MATCHES = 4;

export function OpportunityPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { opportunityId } = route.useParams();
  const query = useQuery(opportunityQuery(organization.id, opportunityId));
  const opportunity = query.data;
  if (query.error && !opportunity) {
    return (
      <>
        <PageTitle title={text('opportunities.one')} />
        <ProblemNotice error={query.error} />
      </>
    );
  }
  if (!opportunity) return <Waiting rows={4} height={96} />;
  return <Whole opportunity={opportunity} isOwn={opportunity.organizationId === organization.id} />;
}

function Whole({ opportunity, isOwn }: { opportunity: Opportunity; isOwn: boolean }) {
  const { state, abilities, isHeld, isOpen } = opportunity;
  const isInside = opportunity.end !== null;
  return (
    <>
      <PageTitle
        title={opportunity.title}
        heading={<LangText language={opportunity.language}>{opportunity.title}</LangText>}
        lead={!isOwn && <Offerer organization={opportunity.organization} />}
        actions={<OpportunityStateTag state={state} isHeld={isHeld} isOpen={isOpen} />}
      />
      <div className={record.stack}>
        {isInside && <WordOfSecretariat opportunity={opportunity} />}
        {(!isInside || state === 'published') && <NotToBeHad opportunity={opportunity} />}
        <Panel>
          <div className={record.stack}>
            {opportunity.text && (
              <LangText as="p" language={opportunity.language} className={record.prose}>
                {opportunity.text}
              </LangText>
            )}
            <OpportunityFacts opportunity={opportunity} />
          </div>
        </Panel>
        <OpportunityActions key={opportunity.id} opportunity={opportunity} isOwn={isOwn} />
        {(abilities.approve || abilities.release) && (
          <SavedCheck id={opportunity.id} version={opportunity.version} />
        )}
        {isOpen && (isOwn ? <Partners id={opportunity.id} /> : <HowToAnswer />)}
        {isInside && <OpportunityStory opportunity={opportunity} />}
      </div>
    </>
  );
}

/** The step whose words still count in a state. */
const WORDS: Partial<Record<Opportunity['state'], 'hold' | 'return'>> = { paused: 'hold', draft: 'return' };

/** What the secretariat wants changed, while it does. */
function WordOfSecretariat({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const organization = useActingOrganization();
  const { state } = opportunity;
  const verb = WORDS[state];
  const { data } = useQuery(storyQuery(organization.id, opportunity.id, opportunity.version));
  if (state === 'review') return <Callout tone="info">{text('opportunities.in-review')}</Callout>;
  const word = data?.steps.find((step) => step.verb === verb);
  if (!verb || !word?.note || (state === 'paused' && !opportunity.isHeld)) return null;
  return (
    <Callout tone="warning" title={text(`opportunities.word.${verb}`)}>
      <LangText as="p" language={word.language ?? ''}>
        {word.note}
      </LangText>
    </Callout>
  );
}

/** Why what others could read takes no answers; by its state. */
const GONE = {
  draft: undefined,
  review: undefined,
  published: 'opportunities.gone.not-open',
  paused: 'opportunities.gone.paused',
  filled: 'opportunities.gone',
  expired: 'opportunities.gone',
  closed: 'opportunities.gone',
} as const;

/** For those who followed a link: it is not to be had, or not now. */
function NotToBeHad({ opportunity: { state, isOpen } }: { opportunity: Opportunity }) {
  const text = useText();
  const message = GONE[state];
  return message && !isOpen && <Callout tone="info">{text(message)}</Callout>;
}

function Partners({ id }: { id: string }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <MatchList
      title={text('opportunities.matches')}
      filter={{ subjectType: 'opportunity', subjectId: id, limit: SHOWN_MATCHES }}
      all={
        <Link
          to="/o/$organization/matches"
          params={{ organization: slug }}
          search={{ subject: `opportunity:${id}` }}
        >
          {text('opportunities.matches.all')}
        </Link>
      }
      none={text('opportunities.matches.none')}
    />
  );
}

function HowToAnswer() {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <Callout
      tone="info"
      title={text('opportunities.answer')}
      action={
        <Link to="/o/$organization/matches" params={{ organization: slug }}>
          {text('opportunities.answer.matches')}
        </Link>
      }
    >
      {text('opportunities.answer.text')}
    </Callout>
  );
}

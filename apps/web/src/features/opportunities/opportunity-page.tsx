import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { MatchList } from '../../components/matches/match-list.js';
import { OrganizationName } from '../../records/organization-name.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Opportunity, opportunityQuery } from '../../lib/opportunities.js';
import { OpportunityFacts } from './opportunity-facts.js';
import { OpportunityStateTag } from './opportunity-row.js';
import { useCloseOpportunity } from './opportunity-verbs.js';

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
  const isOwn = opportunity.organizationId === organization.id;
  return (
    <>
      <PageTitle
        title={opportunity.title}
        heading={<LangText language={opportunity.language}>{opportunity.title}</LangText>}
        lead={!isOwn && <OrganizationName id={opportunity.organizationId} />}
        actions={isOwn && <OwnActions opportunity={opportunity} />}
      />
      <div className={record.stack}>
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
        {isOwn ? <OwnParts opportunity={opportunity} /> : <HowToAnswer slug={organization.slug} />}
      </div>
    </>
  );
}

function OwnActions({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <>
      <OpportunityStateTag state={opportunity.state} />
      {opportunity.abilities.update && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/o/$organization/opportunities/$opportunityId/edit"
              params={{ organization: slug, opportunityId: opportunity.id }}
              {...props}
            />
          )}
        >
          {text('opportunities.edit')}
        </Button>
      )}
    </>
  );
}

function OwnParts({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <>
      {opportunity.state === 'published' && (
        <MatchList
          title={text('opportunities.matches')}
          filter={{ subjectType: 'opportunity', subjectId: opportunity.id, limit: SHOWN_MATCHES }}
          all={
            <Link
              to="/o/$organization/matches"
              params={{ organization: slug }}
              search={{ subject: `opportunity:${opportunity.id}` }}
            >
              {text('opportunities.matches.all')}
            </Link>
          }
          none={text('opportunities.matches.none')}
        />
      )}
      {opportunity.abilities.close && <Close opportunity={opportunity} />}
    </>
  );
}

function HowToAnswer({ slug }: { slug: string }) {
  const text = useText();
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

/** Closing cannot be undone, so it is asked once more, in place. */
function Close({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const close = useCloseOpportunity(opportunity);
  if (!isAsking) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text('opportunities.close')}
        </Button>
      </div>
    );
  }
  return (
    <Callout
      tone="warning"
      title={text('opportunities.close.sure')}
      action={
        <div className={record.side}>
          <Button color="danger" autoFocus loading={close.isPending} onClick={() => close.mutate()}>
            {text('opportunities.close')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {text('action.cancel')}
          </Button>
        </div>
      }
    >
      <p>{text('opportunities.close.text')}</p>
      {close.error && <ProblemNotice error={close.error} />}
    </Callout>
  );
}

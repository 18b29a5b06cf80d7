import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { reviewsQuery } from './opportunity-requests.js';
import { Offerer, OpportunityStateTag } from './opportunity-row.js';

/** The secretariat's: what a rule of the quality check asks to be looked at, and what was mended since it was held. */
export function OpportunityReviewsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(reviewsQuery(organization.id));
  return (
    <>
      <PageTitle title={text('opportunities.reviews')} lead={text('opportunities.reviews.lead')} />
      <PagedList
        list={list}
        rowHeight={64}
        noneFiltered=""
        none={{ title: text('opportunities.reviews.none'), text: text('opportunities.reviews.none.text') }}
      >
        {(opportunities) => (
          <Panel
            rows={opportunities.map((opportunity) => (
              <li key={opportunity.id} className={record.row}>
                <div className={record.main}>
                  <Link
                    to="/o/$organization/opportunities/$opportunityId"
                    params={{ organization: organization.slug, opportunityId: opportunity.id }}
                  >
                    <LangText language={opportunity.language}>{opportunity.title}</LangText>
                  </Link>
                  <div className={record.line}>
                    <Offerer organization={opportunity.organization} />
                  </div>
                </div>
                <OpportunityStateTag state={opportunity.state} isHeld={opportunity.isHeld} />
              </li>
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

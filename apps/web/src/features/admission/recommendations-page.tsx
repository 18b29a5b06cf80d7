import { Link } from '@tanstack/react-router';
import { BothNames } from '../../components/both-names.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { type Recommendation, recommendationsQuery } from './applications.js';
import { RECOMMENDATION_TONES, useKindAndCountry } from './parts.js';
import { usePushedAdmission } from './use-pushed-admission.js';

const OPEN = ['requested'] as const;
const PAST = ['given', 'revoked', 'declined', 'expired', 'cancelled'] as const;

/** Who asks the acting organization to vouch for them, and whom it recommends. */
export function RecommendationsPage() {
  const text = useText();
  const organization = useActingOrganization();
  usePushedAdmission(organization.id);
  const open = usePages(recommendationsQuery(organization.id, OPEN));
  const past = usePages(recommendationsQuery(organization.id, PAST));
  return (
    <>
      <PageTitle
        title={text('nav.recommendations')}
        lead={text('admission.recommendations.lead')}
        actions={
          <Link to="/o/$organization/application-reviews" params={{ organization: organization.slug }}>
            {text('admission.reviews.own')}
          </Link>
        }
      />
      <div className={record.stack}>
        <PagedList
          list={open}
          rowHeight={72}
          noneFiltered=""
          none={{
            title: text('admission.recommendations.open.none'),
            text: text('admission.recommendations.open.none.text'),
          }}
        >
          {(items) => (
            <Panel
              title={text('admission.recommendations.open')}
              rows={items.map((item) => (
                <RecommendationRow key={item.id} recommendation={item} />
              ))}
            />
          )}
        </PagedList>
        {past.items.length > 0 && (
          <PagedList
            list={past}
            rowHeight={72}
            noneFiltered=""
            none={{ title: text('admission.recommendations.past.none') }}
          >
            {(items) => (
              <Panel
                title={text('admission.recommendations.past')}
                rows={items.map((item) => (
                  <RecommendationRow key={item.id} recommendation={item} />
                ))}
              />
            )}
          </PagedList>
        )}
      </div>
    </>
  );
}

function RecommendationRow({ recommendation }: { recommendation: Recommendation }) {
  const text = useText();
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const describe = useKindAndCountry();
  const { id, applicant, state, dueAt, answeredAt, requestedAt } = recommendation;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/recommendations/$recommendationId"
          params={{ organization: slug, recommendationId: id }}
        >
          <BothNames organization={applicant} />
        </Link>
        <p className={record.sub}>
          {describe(applicant)} ·{' '}
          {state === 'requested' ? (
            rich('admission.recommendation.until', {
              time: <LocalTime key="time" at={dueAt} as="deadline" />,
            })
          ) : (
            <LocalTime at={answeredAt ?? requestedAt} as="day" />
          )}
        </p>
      </div>
      <Tag tone={RECOMMENDATION_TONES[state]}>{text(`admission.recommendation.state.${state}`)}</Tag>
    </li>
  );
}

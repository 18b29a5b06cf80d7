import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { type OwnReview, reviewsQuery } from './applications.js';
import { usePushedAdmission } from './use-pushed-admission.js';

/** What the reader was asked to review for the acting organization. */
export function ReviewsPage() {
  const text = useText();
  const organization = useActingOrganization();
  usePushedAdmission(organization.id);
  const list = usePages(reviewsQuery(organization.id));
  return (
    <>
      <PageTitle title={text('admission.reviews')} lead={text('admission.reviews.lead')} />
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered=""
        none={{ title: text('admission.reviews.none'), text: text('admission.reviews.none.text') }}
      >
        {(reviews) => (
          <Panel
            rows={reviews.map((review) => (
              <ReviewRow key={review.id} review={review} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

function ReviewRow({ review }: { review: OwnReview }) {
  const text = useText();
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const { id, applicant, proposal, state, open, assignedAt } = review;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/application-reviews/$reviewId"
          params={{ organization: slug, reviewId: id }}
        >
          {proposal ? <LangText language={proposal.language}>{proposal.title}</LangText> : applicant}
        </Link>
        <p className={record.sub}>
          {applicant} ·{' '}
          {rich('admission.review.assigned-at', { time: <LocalTime key="time" at={assignedAt} as="date" /> })}
        </p>
      </div>
      <Tag tone={open ? 'warning' : 'neutral'}>{text(`admission.review.state.${state}`)}</Tag>
    </li>
  );
}

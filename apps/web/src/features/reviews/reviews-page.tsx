import { Link } from '@tanstack/react-router';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { DesksPanel } from './desks-panel.js';
import { type Review, reviewsQuery } from './reviews.js';
import { REVIEW_TONES } from './tones.js';

/** What the reader was asked to review, newest first. */
export function ReviewsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(reviewsQuery(organization.id));
  return (
    <>
      <PageTitle title={text('reviews.title')} lead={text('reviews.lead')} />
      <DesksPanel />
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered=""
        none={{ title: text('reviews.none'), text: text('reviews.none.text') }}
      >
        {(reviews) => (
          <Panel
            rows={reviews.map((review) => (
              <Row key={review.id} review={review} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

function Row({ review }: { review: Review }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const isOpen = review.state === 'assigned' || review.state === 'accepted';
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization/reviews/$reviewId" params={{ organization: slug, reviewId: review.id }}>
          {review.title ?? text('reviews.given-back')}
        </Link>
        <div className={record.sub}>
          {review.callTitle} · {review.callRunner}
          {review.isBlind && ` · ${text('reviews.blind')}`}
        </div>
      </div>
      <div className={record.side}>
        {isOpen && (
          <span className={record.sub}>
            {text('reviews.due')} <LocalTime at={review.dueAt} as="deadline" />
          </span>
        )}
        <Tag tone={REVIEW_TONES[review.state]}>{text(`reviews.state.${review.state}`)}</Tag>
      </div>
    </li>
  );
}

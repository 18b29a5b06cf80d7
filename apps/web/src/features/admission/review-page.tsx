import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { Facts } from '../../records/facts.js';
import { useDeclineReview } from './admission-verbs.js';
import styles from './admission.module.css';
import { type OwnReview, reviewQuery } from './applications.js';
import { ReviewForm } from './review-form.js';
import { ReviewView } from './review-view.js';
import { WordsForm } from './words-form.js';

const route = getRouteApi('/signed-in/o/$organization/application-reviews/$reviewId');

/** The desk of a reviewer: the entry proposal on one side, the scores on the other. */
export function ReviewPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { reviewId } = route.useParams();
  const { data: review, error } = useQuery(reviewQuery(organization.id, reviewId));
  if (error && !review) {
    return (
      <>
        <PageTitle title={text('admission.reviews')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!review) return <Waiting rows={3} height={120} />;
  const { applicant, state, open } = review;
  return (
    <>
      <PageTitle
        title={text('admission.review.title', { name: applicant })}
        lead={<Tag tone={open ? 'warning' : 'neutral'}>{text(`admission.review.state.${state}`)}</Tag>}
      />
      {open && <Decline key={`decline ${review.id}`} review={review} />}
      <div className={styles.desk}>
        <EntryProposalView review={review} />
        <div className={styles.beside}>
          <OwnPart review={review} />
        </div>
      </div>
    </>
  );
}

function EntryProposalView({ review }: { review: OwnReview }) {
  const text = useText();
  const { proposal } = review;
  if (!proposal) return null;
  const { title, language, summary, partnersSought, themes, collaboration } = proposal;
  const words = (said: string | null) =>
    said && (
      <LangText as="p" language={language} className={record.prose}>
        {said}
      </LangText>
    );
  return (
    <Panel title={<LangText language={language}>{title}</LangText>}>
      <Facts
        facts={[
          [text('admission.entry.summary'), words(summary)],
          [text('admission.entry.partnersSought'), words(partnersSought)],
          [text('admission.entry.themes'), themes.length > 0 && <ConceptTags codes={themes} />],
          [
            text('proposals.field.collaboration'),
            collaboration.length > 0 && <ConceptTags codes={collaboration} />,
          ],
        ]}
      />
    </Panel>
  );
}

function OwnPart({ review }: { review: OwnReview }) {
  const text = useText();
  if (review.open) return <ReviewForm key={review.id} review={review} />;
  return (
    <>
      {review.state === 'assigned' && <Callout tone="info">{text('admission.review.closed')}</Callout>}
      {review.state === 'submitted' && (
        <Panel title={text('admission.review.own')}>
          <ReviewView review={review} />
        </Panel>
      )}
      {review.state === 'submitted' && (
        <Panel title={text('admission.review.others')}>
          {review.others.length === 0 ? (
            <p className={record.sub}>{text('admission.review.others.none')}</p>
          ) : (
            <div className={record.stack}>
              {review.others.map((other) => (
                <ReviewView key={other.id} review={other} />
              ))}
            </div>
          )}
        </Panel>
      )}
    </>
  );
}

/** First of all: whoever is not free to judge says so before reading on. */
function Decline({ review }: { review: OwnReview }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const decline = useDeclineReview(review);
  return (
    <div className={styles.before}>
      <Button variant="default" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
        {text('admission.review.decline')}
      </Button>
      {isAsking && (
        <div className={styles.after}>
          <Panel>
            <WordsForm
              name="decline-reason"
              about={review.id}
              label={text('admission.decline.label')}
              note={text('admission.review.decline.text')}
              missing={text('admission.decline.missing')}
              submit={text('admission.review.decline.submit')}
              verb={decline}
            />
          </Panel>
        </div>
      )}
    </div>
  );
}

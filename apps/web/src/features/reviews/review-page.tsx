import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { GiveBackDialog } from './give-back-dialog.js';
import { PanelTalk } from './panel-talk.js';
import { ReadableProposal } from './readable-proposal.js';
import { ReviewForm } from './review-form.js';
import { type Readable, type ReviewDetail, reviewQuery, useAcceptReview, useComment } from './reviews.js';
import { REVIEW_TONES } from './tones.js';
import styles from './reviews.module.css';

const route = getRouteApi('/signed-in/o/$organization/reviews/$reviewId');

/** One duty: the conflict first, the document, the rubric; others and the discussion once the own is in. */
export function ReviewPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { reviewId } = route.useParams();
  const { data: review, error } = useQuery(reviewQuery(organization.id, reviewId));
  if (error && !review) {
    return (
      <>
        <PageTitle title={text('reviews.one')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!review) return <Waiting rows={4} height={96} />;
  return (
    <>
      <PageTitle
        title={review.title ?? text('reviews.given-back')}
        lead={
          <>
            {review.callTitle} · {text('reviews.due')} <LocalTime at={review.dueAt} as="deadline" />
          </>
        }
        actions={<Tag tone={REVIEW_TONES[review.state]}>{text(`reviews.state.${review.state}`)}</Tag>}
      />
      <div className={styles.desk}>
        <div className={record.stack}>
          {review.isBlind && <Callout tone="info">{text('reviews.blind.text')}</Callout>}
          {review.because !== 'quorum' && (
            <Callout tone="info">{text(`reviews.because.${review.because}`)}</Callout>
          )}
          {review.proposal ? (
            <Versions proposal={review.proposal} previous={review.previous} />
          ) : (
            <p>{text('reviews.given-back.text')}</p>
          )}
        </div>
        <div className={styles.rubric}>
          <Answer review={review} />
          {review.state === 'accepted' && <ReviewForm key={review.id} review={review} />}
          {review.state === 'submitted' && <HandedIn review={review} />}
        </div>
      </div>
    </>
  );
}

/** What is reviewed, or what was reviewed the round before. */
function Versions(props: { proposal: Readable; previous: Readable | null }) {
  const { proposal, previous } = props;
  const text = useText();
  const [isOld, setOld] = useState(false);
  if (!previous) return <ReadableProposal proposal={proposal} />;
  return (
    <>
      <NativeSelect
        label={text('reviews.version')}
        value={isOld ? 'previous' : 'newest'}
        onChange={(event) => setOld(event.currentTarget.value === 'previous')}
        data={[
          { value: 'newest', label: text('reviews.version.newest', { number: proposal.number }) },
          { value: 'previous', label: text('reviews.version.previous', { number: previous.number }) },
        ]}
      />
      <ReadableProposal proposal={isOld ? previous : proposal} />
    </>
  );
}

function Answer({ review }: { review: ReviewDetail }) {
  const text = useText();
  const [verb, setVerb] = useState<'decline' | 'declare-conflict' | null>(null);
  const accept = useAcceptReview(review);
  if (!review.abilities.giveBack) return null;
  return (
    <Panel title={text('reviews.conflict.first')}>
      <p>{text('reviews.conflict.text')}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => setVerb('declare-conflict')}>
          {text('reviews.do.declare-conflict')}
        </Button>
        <Button variant="default" onClick={() => setVerb('decline')}>
          {text('reviews.do.decline')}
        </Button>
        {review.abilities.accept && (
          <Button loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
            {text('reviews.do.accept')}
          </Button>
        )}
      </div>
      {accept.error && <ProblemNotice error={accept.error} />}
      {verb && <GiveBackDialog review={review} verb={verb} onClose={() => setVerb(null)} />}
    </Panel>
  );
}

function HandedIn({ review }: { review: ReviewDetail }) {
  const text = useText();
  const comment = useComment(review);
  return (
    <>
      <Panel title={text('reviews.own')}>
        <p className={styles.total}>{text('reviews.total', { total: review.total })}</p>
        {review.comment && (
          <LangText as="p" language={review.language ?? 'en'} className={record.prose}>
            {review.comment}
          </LangText>
        )}
      </Panel>
      <Panel
        title={text('reviews.others')}
        rows={review.others.map((other) => (
          <li key={`${other.from}-${other.round}`} className={record.entry}>
            <span className={record.strong}>
              {labelOf(other.from, text)} · {text('reviews.total', { total: other.total })}
            </span>
            {[other.comment, other.note].filter(Boolean).map((words, index) => (
              <LangText key={index} as="p" language={other.language ?? 'en'} className={record.prose}>
                {words}
              </LangText>
            ))}
          </li>
        ))}
      >
        {review.others.length === 0 && <p className={forms.note}>{text('reviews.others.none')}</p>}
      </Panel>
      <PanelTalk
        comments={review.comments.map((one) => ({ ...one, from: labelOf(one.from, text) }))}
        isSending={comment.isPending}
        error={comment.error}
        onSay={(said) => comment.mutateAsync(said)}
      />
    </>
  );
}

function labelOf(from: string, text: ReturnType<typeof useText>): string {
  if (from === 'chair') return text('reviews.from.chair');
  if (from === 'own') return text('reviews.from.own');
  return text('reviews.from.reviewer', { number: from.replace('reviewer-', '') });
}

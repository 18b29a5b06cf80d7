import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import type { ReadableProposal } from './readable-proposal.js';
import type { Redaction } from '../domain/redaction.js';
import { type Review, visibleOthers } from '../domain/review.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';
import { PanelRecords } from './panel-records.js';
import { ReadableProposalsLoader } from './readable-proposals.loader.js';
import { ReviewAccess } from './review-access.js';

/** A duty in a list. */
export interface ListedReview {
  readonly review: Review;
  readonly call: AssessedCall;
  readonly runner: OrganizationCard | null;
  /** Of the proposal; in a blind round without names. Null once the duty was given back. */
  readonly title: string | null;
}

/** What somebody of the panel said, by a label instead of a name. */
export interface PanelComment {
  readonly id: string;
  /** `chair`, `own`, `reviewer-1`, … */
  readonly from: string;
  readonly body: string;
  readonly language: string;
  readonly createdAt: Date;
}

export interface DetailedReview extends ListedReview {
  readonly proposal: ReadableProposal | null;
  /** What was reviewed in the round before, where there was one. */
  readonly previous: ReadableProposal | null;
  /** Of others, once the own is in. */
  readonly others: readonly (Review & { readonly from: string })[];
  readonly comments: readonly PanelComment[];
}

const GIVEN_BACK = ['declined', 'conflicted', 'expired'];

/** Reads of reviews for those who write them. */
@Injectable()
export class ReviewsReader {
  constructor(
    private readonly database: Database,
    private readonly access: ReviewAccess,
    private readonly desk: DeskAccess,
    private readonly records: PanelRecords,
    private readonly proposals: ReadableProposalsLoader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Duties of the actor, for the acting organization; newest first, after the one with id `after`. */
  async own(actor: Actor, query: { after: string | undefined; limit: number }): Promise<ListedReview[]> {
    const found = await this.records.ofPerson({
      personId: actor.personId,
      organizationId: actingOrganization(actor).id,
      after: query.after ?? null,
      limit: query.limit,
    });
    return Promise.all(found.map((review) => this.listed(review)));
  }

  async one(actor: Actor, id: string): Promise<DetailedReview> {
    const review = await this.access.load(actor, id);
    const { reviews, comments } = await this.records.ofPanel(review);
    const listed = await this.listed(review);
    const { isBlind } = listed.call.terms;
    const { proposalId, versionNumber: number } = review;
    const isSeen = !GIVEN_BACK.includes(review.state);
    const before = reviews.find(({ round }) => round === review.round - 1)?.versionNumber ?? null;
    const labels = labelsOf(reviews, review);
    const redaction = isBlind ? await this.proposals.redactionOf(proposalId) : null;
    const others = visibleOthers(review, reviews).map((other) => ({
      ...other,
      from: labels.get(other.reviewerId) ?? 'reviewer',
    }));
    const said = review.state === 'submitted' ? comments : [];
    return {
      ...listed,
      proposal: isSeen ? await this.proposals.one({ proposalId, number, isBlind }) : null,
      previous:
        isSeen && before !== null && before !== number
          ? await this.proposals.one({ proposalId, number: before, isBlind })
          : null,
      others: redaction ? others.map((other) => redacted(other, redaction)) : others,
      // Member by member: what a comment also keeps says who is behind it.
      comments: said.map(({ id: commentId, reviewerId, body, language, createdAt }) => ({
        id: commentId,
        from: reviewerId === null ? 'chair' : (labels.get(reviewerId) ?? 'reviewer'),
        body: redaction ? redaction.text(body) : body,
        language,
        createdAt,
      })),
    };
  }

  private async listed(review: Review): Promise<ListedReview> {
    const call = await this.desk.call(this.database, review.callId);
    const { organizationId, isBlind } = call.terms;
    const cards = await this.organizations.cards([organizationId]);
    const { proposalId, versionNumber: number } = review;
    const isSeen = !GIVEN_BACK.includes(review.state);
    const title = isSeen ? await this.proposals.title({ proposalId, number, isBlind }) : null;
    return { review, call, runner: cards.get(organizationId) ?? null, title };
  }
}

/** Labels by reviewer, in the order in which they were asked; the reader is `own`. */
function labelsOf(reviews: readonly Review[], own: Review): Map<string, string> {
  const ids = [...new Set(reviews.map(({ reviewerId }) => reviewerId))];
  return new Map(ids.map((id, at) => [id, id === own.reviewerId ? 'own' : `reviewer-${String(at + 1)}`]));
}

/** What others wrote may name who proposes, too. */
function redacted<Other extends Review>(other: Other, redaction: Redaction): Other {
  const { comment, note } = other;
  return {
    ...other,
    comment: comment === null ? null : redaction.text(comment),
    note: note === null ? null : redaction.text(note),
  };
}

import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import {
  AnswerReview,
  AssignmentReader,
  ConfirmAssignment,
  KeepPool,
  LeadPanel,
  ReviewsReader,
  ScreenProposal,
  SubmitReview,
} from '#libs/reviews';
import { ROUND_CRITERIA } from './sample-call.js';
import { DEMO_REQUEST, type SeatedOrganization } from './demo-seats.js';

const REVIEWS_AT_MOST = 20;
const NOTHING_SAID = { ruleNumber: null, fields: [], words: null, language: null, dueAt: null };

/** The desk of a call: finds proposals eligible, asks reviewers, and says what is ready to be decided. */
@Injectable()
export class SampleDesk {
  constructor(
    private readonly pool: KeepPool,
    private readonly screen: ScreenProposal,
    private readonly assignment: AssignmentReader,
    private readonly confirm: ConfirmAssignment,
    private readonly panel: LeadPanel,
  ) {}

  async assign(
    officer: Actor,
    callId: string,
    proposalIds: readonly string[],
    reviewers: readonly Actor[],
  ): Promise<void> {
    for (const { personId, organization } of reviewers) {
      const entry = { languages: ['en'], expertise: [], reviewLimit: REVIEWS_AT_MOST };
      await this.pool.add(officer, callId, { ...entry, personId, organizationId: organization?.id ?? '' });
    }
    for (const proposalId of proposalIds)
      await this.screen.execute(officer, { callId, proposalId }, 'eligible', NOTHING_SAID);
    const { planHash } = await this.assignment.preview(officer, callId);
    await this.confirm.execute(officer, callId, planHash);
  }

  async makeReady(officer: Actor, callId: string, proposalIds: readonly string[]): Promise<void> {
    for (const proposalId of proposalIds) await this.panel.makeReady(officer, { callId, proposalId });
  }
}

/** People of the demo who review. */
@Injectable()
export class SampleReviews {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly reviews: ReviewsReader,
    private readonly answer: AnswerReview,
    private readonly submit: SubmitReview,
  ) {}

  /** The person who has the seat of the demo in an organization. */
  async reviewerOf({ id, kind, name }: SeatedOrganization): Promise<Actor> {
    const [seat] = await this.organizations.membersOf(id);
    if (!seat) throw new Error(`Nobody has a seat in ${name}.`);
    return {
      ...systemActor(DEMO_REQUEST),
      personId: seat.personId,
      organization: { id, kind, role: seat.role, signatory: false },
      permissions: new Set(permissionsOf(kind, seat.role)),
    };
  }

  /** Hands in `count` of the reviews somebody was asked for; the others stay as they are. */
  async handIn(reviewer: Actor, callId: string, score: number, count = REVIEWS_AT_MOST): Promise<void> {
    const duties = await this.reviews.own(reviewer, { after: undefined, limit: REVIEWS_AT_MOST });
    for (const { review } of duties.filter((duty) => duty.review.callId === callId).slice(0, count)) {
      await this.answer.accept(reviewer, review.id);
      await this.submit.execute(reviewer, review.id, {
        scores: Object.fromEntries(ROUND_CRITERIA.map(({ key }) => [key, score])),
        comment: 'The need is shown with figures; who sells the product is not said clearly enough.',
        language: 'en',
      });
    }
  }
}

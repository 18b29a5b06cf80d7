import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { type ProposalOfCall, ProposalsOfCall } from '#libs/proposals';
import { type StageReview, ReviewRepository } from '../data/review.repository.js';
import { ReviewerRepository } from '../data/reviewer.repository.js';
import { type Assignment, assignReviewers, type ProposalToAssign } from '../domain/assignment.js';
import type { Conflict } from '../domain/conflict.js';
import { type CallReviewer, newestRound } from '../domain/review.js';
import { COUNTING_STATES } from '../domain/review-states.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';
import { type ConflictsBetween, TiesLoader } from './ties.loader.js';

/** Who would be asked to review what, and whom a conflict keeps from what. */
export interface AssignmentPlan extends Assignment {
  readonly pool: readonly CallReviewer[];
  readonly proposals: readonly ProposalOfCall[];
  /** Conflicts of the pool with these proposals. */
  readonly conflicts: readonly (Conflict & { readonly reviewerId: string; readonly proposalId: string })[];
  /** Names this plan: another one has another name. */
  readonly planHash: string;
  /** The round in which a proposal is reviewed, where that is not the first. */
  readonly rounds: ReadonlyMap<string, number>;
}

/** What the plan is made of, besides ties. */
export interface AssignmentFacts {
  readonly pool: readonly CallReviewer[];
  readonly proposals: readonly ProposalOfCall[];
  readonly reviews: readonly StageReview[];
}

/** Answers within a transaction whom to ask for one more review of a proposal. */
export type Successors = (tx: Transaction, proposalId: string) => Promise<CallReviewer | undefined>;

/** Plans who reviews what. The same facts give the same plan, so that what was looked at is what is done. */
@Injectable()
export class AssignmentReader {
  constructor(
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly reviewers: ReviewerRepository,
    private readonly reviews: ReviewRepository,
    private readonly proposals: ProposalsOfCall,
    private readonly ties: TiesLoader,
  ) {}

  async preview(actor: Actor, callId: string): Promise<AssignmentPlan> {
    const call = await this.access.desk(actor, callId);
    const facts = await this.facts(this.database, call);
    return plan(call, facts, await this.ties.between(call.terms, facts.pool));
  }

  async facts(reads: Reads, { terms, stage }: AssessedCall): Promise<AssignmentFacts> {
    // One after the other: inside a transaction there is one connection.
    const pool = await this.reviewers.ofCall(reads, terms.callId, stage.key);
    const proposals = await this.proposals.list(reads, terms.callId, ['in_review']);
    const reviews = await this.reviews.ofStage(reads, terms.callId, stage.key);
    return { pool: pool.filter(({ endedAt }) => endedAt === null), proposals, reviews };
  }

  /**
   * Who is asked if one more review of a proposal is wanted; undefined when there is nobody. Ties are loaded before the
   * transaction, loads within it: of whoever came into the pool in between no ties are known, so they are not asked.
   */
  async successors(call: AssessedCall): Promise<Successors> {
    const known = (await this.facts(this.database, call)).pool;
    const between = await this.ties.between(call.terms, known);
    const ids = new Set(known.map(({ id }) => id));
    return async (tx, proposalId) => {
      const facts = await this.facts(tx, call);
      const pool = facts.pool.filter(({ id }) => ids.has(id));
      const proposals = facts.proposals.filter(({ id }) => id === proposalId);
      const { assigned } = assignReviewers(
        pool.map(toAssignable),
        proposals.map((proposal) => ({
          ...toAssign(call, { ...facts, pool }, between, proposal),
          missing: 1,
        })),
      );
      return pool.find(({ id }) => id === assigned[0]?.reviewerId);
    };
  }
}

/** The plan that follows from the facts. */
export function plan(call: AssessedCall, facts: AssignmentFacts, between: ConflictsBetween): AssignmentPlan {
  const { pool, proposals } = facts;
  const needy = proposals.map((proposal) => toAssign(call, facts, between, proposal));
  const assignment = assignReviewers(pool.map(toAssignable), needy);
  const conflicts = proposals.flatMap((proposal) =>
    pool.flatMap(({ id: reviewerId }) =>
      between(reviewerId, proposal).map((each) => ({ ...each, reviewerId, proposalId: proposal.id })),
    ),
  );
  const named = JSON.stringify([assignment.assigned, assignment.unfilled]);
  return {
    ...assignment,
    pool,
    proposals,
    conflicts,
    planHash: createHash('sha256').update(named).digest('hex').slice(0, 32),
    rounds: roundsOf(facts.reviews),
  };
}

function toAssignable(reviewer: CallReviewer): Parameters<typeof assignReviewers>[0][number] {
  return { ...reviewer, limit: reviewer.reviewLimit };
}

function toAssign(
  { terms }: AssessedCall,
  { pool, reviews }: AssignmentFacts,
  between: ConflictsBetween,
  proposal: ProposalOfCall,
): ProposalToAssign {
  const asked = reviews.filter(({ proposalId }) => proposalId === proposal.id);
  const counting = newestRound(asked).filter(({ state }) =>
    (COUNTING_STATES as readonly string[]).includes(state),
  );
  const barred = pool.filter(
    (reviewer) =>
      asked.some(({ personId }) => personId === reviewer.personId) ||
      between(reviewer.id, proposal).length > 0,
  );
  return {
    id: proposal.id,
    language: proposal.language,
    themes: proposal.themes,
    missing: Math.max(0, terms.quorum - counting.length),
    barred: new Set(barred.map(({ id }) => id)),
  };
}

/** The newest round of each proposal. */
export function roundsOf(reviews: readonly StageReview[]): Map<string, number> {
  const rounds = new Map<string, number>();
  for (const { proposalId, round } of reviews)
    rounds.set(proposalId, Math.max(round, rounds.get(proposalId) ?? 1));
  return rounds;
}

import { Injectable } from '@nestjs/common';
import { unmetRules } from '#libs/calls';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { type ProposalOfCall, ProposalsOfCall } from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import { ReviewRepository, type StageReview } from '../data/review.repository.js';
import { type SheetTotals, totalsOf } from '../domain/decision-sheet.js';
import { type DecisionBatch, newestRound, type ProposalDecision, visibleAtDesk } from '../domain/review.js';
import { isOpen } from '../domain/review-states.js';
import { type ScoreSummary, summaryOf } from '../domain/scores.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';

/** One proposal on the sheet: what it asks for, what its reviewers found, what was decided. */
export interface SheetRow extends ScoreSummary {
  readonly proposal: ProposalOfCall;
  readonly lead: OrganizationCard | null;
  /** Numbers of the rules of the call that its lead does not meet, of those that hold by themselves. */
  readonly unmetRules: readonly number[];
  /** Of the newest round. */
  readonly round: number;
  readonly openReviews: number;
  /** 0..100, lowest first. */
  readonly totals: readonly number[];
  readonly wasWidened: boolean;
  readonly decision: ProposalDecision | null;
}

export interface DecisionSheet {
  readonly call: AssessedCall;
  readonly rows: readonly SheetRow[];
  readonly summary: SheetTotals;
  readonly batch: DecisionBatch | null;
}

/** Everything that was handed in and not withdrawn. */
const HANDED_IN = [
  'submitted',
  'screening',
  'more_info',
  'in_review',
  'discussion',
  'revision_requested',
  'ready_for_decision',
  'accepted',
  'conditional',
  'waitlisted',
  'rejected',
] as const;

/** The one table by which a selection is made and justified. Best mean first, the unscored last. */
@Injectable()
export class DecisionSheetReader {
  constructor(
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly proposals: ProposalsOfCall,
    private readonly reviews: ReviewRepository,
    private readonly decisions: DecisionRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  async of(actor: Actor, callId: string): Promise<DecisionSheet> {
    const call = await this.access.sheet(actor, callId);
    const { key: stage } = call.stage;
    const [all, reviews, decisions, batch] = await Promise.all([
      this.proposals.list(this.database, callId, HANDED_IN),
      this.reviews.ofStage(this.database, callId, stage),
      this.decisions.ofStage(this.database, callId, stage),
      this.decisions.batch(this.database, callId, stage),
    ]);
    const proposals = all.filter((proposal) => proposal.stage === stage);
    const cards = await this.organizations.cards(proposals.map(({ organizationId }) => organizationId));
    const reviewed = byProposal(reviews);
    const decided = new Map(decisions.map((decision) => [decision.proposalId, decision]));
    const rows = proposals
      .map((proposal) => {
        const lead = cards.get(proposal.organizationId) ?? null;
        const unmet = lead ? unmetRules(call.terms.eligibility, lead) : [];
        const decision = decided.get(proposal.id) ?? null;
        const visible = visibleAtDesk(reviewed.get(proposal.id) ?? [], actor.personId);
        return toRow({ proposal, lead, unmetRules: unmet, decision }, visible);
      })
      .sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1) || (a.proposal.id < b.proposal.id ? -1 : 1));
    return { call, rows, summary: totalsOf(rows.map(toFacts), call.terms.quotas), batch: batch ?? null };
  }
}

function toRow(
  known: Pick<SheetRow, 'proposal' | 'lead' | 'unmetRules' | 'decision'>,
  reviews: readonly StageReview[],
): SheetRow {
  const round = newestRound(reviews);
  const totals = round.flatMap(({ total }) => total ?? []).sort((a, b) => a - b);
  return {
    ...known,
    totals,
    ...summaryOf(totals),
    round: round[0]?.round ?? 1,
    openReviews: round.filter(({ state }) => isOpen(state)).length,
    wasWidened: round.some(({ because }) => because === 'spread'),
  };
}

function toFacts({ proposal, lead, decision }: SheetRow): Parameters<typeof totalsOf>[0][number] {
  const { isLedBySme, requestedMinor } = proposal;
  return {
    outcome: decision?.outcome ?? (proposal.state === 'rejected' ? 'rejected' : null),
    country: lead?.country ?? '',
    isLedBySme,
    requestedMinor: requestedMinor ?? 0,
  };
}

function byProposal(reviews: readonly StageReview[]): Map<string, StageReview[]> {
  const groups = new Map<string, StageReview[]>();
  for (const review of reviews) {
    const group = groups.get(review.proposalId);
    if (group) group.push(review);
    else groups.set(review.proposalId, [review]);
  }
  return groups;
}

import { Injectable } from '@nestjs/common';
import { type CallTerms, CallTermsReader, type Criterion, criteriaOf, type StageTerms } from '#libs/calls';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { type Proposal, ProposalMoves } from '#libs/proposals';
import { ReviewerRepository } from '../data/reviewer.repository.js';
import { deciderRefusal } from '../domain/decision-batch.js';
import { DeciderRefused } from '../domain/reviews.errors.js';

/** A call whose proposals are assessed: its terms, and the stage that is assessed now. */
export interface AssessedCall {
  readonly terms: CallTerms;
  /** The last stage that has closed. */
  readonly stage: StageTerms;
  readonly criteria: readonly Criterion[];
}

/**
 * The only way to the desk of a call. Absent and not yours are the same {@link NotFound}. The desk of a blind call is
 * not there either for a person who reviews for it, whatever seats they have come to: it says the names.
 */
@Injectable()
export class DeskAccess {
  constructor(
    private readonly database: Database,
    private readonly calls: CallTermsReader,
    private readonly moves: ProposalMoves,
    private readonly reviewers: ReviewerRepository,
  ) {}

  /** For who runs the call. */
  async desk(actor: Actor, callId: string, reads: Reads = this.database): Promise<AssessedCall> {
    const call = await this.call(reads, callId);
    if (call.terms.organizationId !== actingOrganization(actor).id) throw new NotFound();
    await this.assertSeesNames(actor, call, reads);
    return call;
  }

  /** For who runs the call, and for those who decide on it. */
  async sheet(actor: Actor, callId: string, reads: Reads = this.database): Promise<AssessedCall> {
    const call = await this.call(reads, callId);
    const { id } = actingOrganization(actor);
    const { organizationId, decidingOrganizationIds } = call.terms;
    if (organizationId !== id && !decidingOrganizationIds.includes(id)) throw new NotFound();
    await this.assertSeesNames(actor, call, reads);
    return call;
  }

  /**
   * For those who decide, never for the chair.
   *
   * @throws NotFound, DeciderRefused 403
   */
  async decider(actor: Actor, callId: string, reads: Reads = this.database): Promise<AssessedCall> {
    const call = await this.sheet(actor, callId, reads);
    const refusal = deciderRefusal(actingOrganization(actor).id, call.terms);
    if (refusal) throw new DeciderRefused(refusal);
    return call;
  }

  private async assertSeesNames(actor: Actor, { terms }: AssessedCall, reads: Reads): Promise<void> {
    if (terms.isBlind && (await this.reviewers.isReviewer(reads, terms.callId, actor.personId)))
      throw new NotFound();
  }

  /** A call for whoever has found the way to it by a duty of their own. */
  async call(reads: Reads, callId: string): Promise<AssessedCall> {
    const terms = await this.calls.newest(reads, callId);
    if (!terms) throw new NotFound();
    const clock = await reads.row<{ now: Date }>('select now() as now');
    const closed = terms.stages.filter(({ closesAt }) => clock !== undefined && closesAt <= clock.now);
    const stage = closed.at(-1) ?? terms.stages[0];
    if (!stage) throw new NotFound();
    return { terms, stage, criteria: criteriaOf(terms, stage) };
  }

  /** A proposal of the call, locked until `tx` ends. */
  async lockProposal(tx: Transaction, callId: string, proposalId: string): Promise<Proposal> {
    const proposal = await this.moves.lock(tx, proposalId);
    if (proposal.call?.callId !== callId) throw new NotFound();
    return proposal;
  }
}

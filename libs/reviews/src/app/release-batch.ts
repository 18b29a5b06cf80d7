import { Injectable } from '@nestjs/common';
import { CallMoves } from '#libs/calls';
import type { Transaction } from '#libs/platform/database';
import { ProposalMoves, type ProposalOfCall, ProposalsOfCall } from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import type { DecisionBatch, ProposalDecision } from '../domain/review.js';
import { DecisionsMissing } from '../domain/reviews.errors.js';
import type { AssessedCall } from './desk-access.js';
import { TellReviewers } from './tell-reviewers.js';
import { partiesOf } from './ties.loader.js';

/** Makes every decision of a batch public, and what was found not eligible before. */
@Injectable()
export class ReleaseBatch {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly proposals: ProposalsOfCall,
    private readonly moves: ProposalMoves,
    private readonly calls: CallMoves,
    private readonly reviewers: TellReviewers,
  ) {}

  async within(tx: Transaction, call: AssessedCall, batch: DecisionBatch): Promise<void> {
    const { callId, stages } = call.terms;
    const decided = new Map(
      (await this.decisions.ofStage(tx, callId, batch.stage)).map((one) => [one.proposalId, one]),
    );
    const states = ['ready_for_decision', 'rejected'] as const;
    const all = (await this.proposals.list(tx, callId, states)).filter(({ stage }) => stage === batch.stage);
    const isLast = stages.at(-1)?.key === batch.stage;
    for (const proposal of all) await this.tell(tx, proposal, decided.get(proposal.id), isLast);
    await this.decisions.release(tx, batch.id, new Map(all.map((one) => [one.id, partiesOf(one)])));
    await this.reviewers.within(tx, call, batch);
    if (isLast) await this.calls.decided(tx, callId);
  }

  private async tell(
    tx: Transaction,
    { id, state, releasedAt }: ProposalOfCall,
    decision: ProposalDecision | undefined,
    isLast: boolean,
  ): Promise<void> {
    if (releasedAt !== null) return;
    if (state === 'ready_for_decision') {
      // Withdrawn meanwhile, or made ready after the agreement: no decision was agreed on.
      if (!decision) throw new DecisionsMissing(1);
      const { outcome, reasons: note, language } = decision;
      await this.moves.decide(tx, id, outcome, { note, language });
    }
    await this.moves.release(tx, id);
    const hasPassed = decision?.outcome === 'accepted' || decision?.outcome === 'conditional';
    if (!isLast && hasPassed) await this.moves.advance(tx, id);
  }
}

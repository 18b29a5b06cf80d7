import { Injectable } from '@nestjs/common';
import {
  type Actor,
  actingOrganization,
  assertVersion,
  InvalidInput,
  NotFound,
  WrongState,
} from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { ProposalMoves, ProposalsOfCall } from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import { deciderRefusal, promotionGaps, type Verdict } from '../domain/decision-batch.js';
import { BatchClosed, DeciderRefused } from '../domain/reviews.errors.js';
import { DeskAccess } from './desk-access.js';
import { partiesOf } from './ties.loader.js';

/**
 * The deciding body takes a proposal off the waiting list after the release: it is accepted, with or without
 * conditions, or rejected. Public at once, and told to everybody who was told of the waiting list.
 *
 * @throws NotFound, DeciderRefused 403, BatchClosed 409, WrongState 409, InvalidInput 422, StaleVersion 412
 */
@Injectable()
export class PromoteProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly decisions: DecisionRepository,
    private readonly proposals: ProposalsOfCall,
    private readonly moves: ProposalMoves,
  ) {}

  /** Answers the version of the decision. */
  async execute(
    actor: Actor,
    at: { callId: string; proposalId: string },
    verdict: Verdict,
    version?: number,
  ): Promise<number> {
    const { terms, stage } = await this.access.decider(actor, at.callId);
    const { id: organizationId } = actingOrganization(actor);
    const waiting = await this.proposals.list(this.database, at.callId);
    const proposal = waiting.find(({ id }) => id === at.proposalId);
    if (!proposal) throw new NotFound();
    const refusal = deciderRefusal(organizationId, terms, partiesOf(proposal));
    if (refusal) throw new DeciderRefused(refusal);
    return this.unitOfWork.run(actor, async (tx) => {
      const batch = await this.decisions.lockBatch(tx, at.callId, stage.key, organizationId);
      if (batch.state !== 'released') throw new BatchClosed(batch.state);
      const { id, state } = await this.access.lockProposal(tx, at.callId, at.proposalId);
      if (state !== 'waitlisted') throw new WrongState('proposal', 'promote', state);
      const gaps = promotionGaps(verdict);
      if (gaps.length > 0)
        throw new InvalidInput(
          gaps.map((field) => ({ pointer: `/${field}`, code: `decision/wrong-${field}` })),
        );
      const before = (await this.decisions.ofProposal(tx, id)).find((one) => one.stage === stage.key);
      assertVersion(before?.version ?? 0, version);
      const place = { proposalId: id, stage: stage.key, batchId: batch.id };
      const saved = await this.decisions.save(tx, { ...verdict, ...place });
      const { reasons: note, language, outcome } = verdict;
      await this.moves.decide(tx, id, outcome, { note, language });
      tx.audit({
        action: 'decision.promote',
        entityType: 'proposal',
        entityId: id,
        organizationId: terms.organizationId,
        fromState: state,
        toState: outcome,
      });
      const isLast = terms.stages.at(-1)?.key === stage.key;
      if (!isLast && outcome !== 'rejected') await this.moves.advance(tx, id);
      return saved;
    });
  }
}

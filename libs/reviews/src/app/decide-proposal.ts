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
import { ProposalsOfCall } from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import { deciderRefusal, type Verdict, verdictGaps } from '../domain/decision-batch.js';
import { BatchClosed, DeciderRefused, DecisionWritten } from '../domain/reviews.errors.js';
import { DeskAccess } from './desk-access.js';
import { partiesOf } from './ties.loader.js';

/**
 * The deciding body writes down what it found about a proposal that is ready for it. Nobody is told before the release.
 *
 * @throws NotFound, DeciderRefused 403, BatchClosed 409, WrongState 409, DecisionWritten 409, InvalidInput 422,
 *   StaleVersion 412
 */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly decisions: DecisionRepository,
    private readonly proposals: ProposalsOfCall,
  ) {}

  /**
   * Answers the version of the decision.
   *
   * @param version of the decision that is replaced; 0 for the first one
   */
  async execute(
    actor: Actor,
    at: { callId: string; proposalId: string },
    verdict: Verdict,
    version?: number,
  ): Promise<number> {
    const { terms, stage } = await this.access.decider(actor, at.callId);
    const { id: organizationId } = actingOrganization(actor);
    const all = await this.proposals.list(this.database, at.callId);
    const proposal = all.find(({ id }) => id === at.proposalId);
    if (!proposal) throw new NotFound();
    const refusal = deciderRefusal(organizationId, terms, partiesOf(proposal));
    if (refusal) throw new DeciderRefused(refusal);
    return this.unitOfWork.run(actor, async (tx) => {
      const batch = await this.decisions.lockBatch(tx, at.callId, stage.key, organizationId);
      if (batch.state !== 'draft') throw new BatchClosed(batch.state);
      const { id, state } = await this.access.lockProposal(tx, at.callId, at.proposalId);
      if (state !== 'ready_for_decision') throw new WrongState('proposal', 'decide', state);
      const gaps = verdictGaps(verdict);
      if (gaps.length > 0)
        throw new InvalidInput(
          gaps.map((field) => ({ pointer: `/${field}`, code: 'decision/wrong-conditions' })),
        );
      const before = (await this.decisions.ofProposal(tx, id)).find((one) => one.stage === stage.key);
      if (before && version === 0) throw new DecisionWritten(before.outcome, before.version);
      assertVersion(before?.version ?? 0, version);
      const saved = await this.decisions.save(tx, {
        ...verdict,
        proposalId: id,
        stage: stage.key,
        batchId: batch.id,
      });
      tx.audit({
        action: 'decision.write',
        entityType: 'proposal',
        entityId: id,
        organizationId: terms.organizationId,
        fromState: before?.outcome ?? null,
        toState: verdict.outcome,
      });
      return saved;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { ProposalsOfCall } from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import { batchTransitions } from '../domain/decision-batch.js';
import type { DecisionBatch } from '../domain/review.js';
import { DecisionsMissing } from '../domain/reviews.errors.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';
import { ReleaseBatch } from './release-batch.js';

/** What keeps a batch from being agreed on: proposals that still are on their way. */
const ON_THE_WAY = [
  'submitted',
  'screening',
  'more_info',
  'in_review',
  'discussion',
  'revision_requested',
] as const;

/**
 * The deciding body agrees on all decisions of a stage, may open them again, and releases them: one transaction, so
 * that everybody is told or nobody. Of several who do so at the same time one wins.
 *
 * @throws NotFound, DeciderRefused 403, WrongState 409, DecisionsMissing 409, StaleVersion 412
 */
@Injectable()
export class ReleaseDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: DeskAccess,
    private readonly decisions: DecisionRepository,
    private readonly proposals: ProposalsOfCall,
    private readonly release: ReleaseBatch,
  ) {}

  async execute(
    actor: Actor,
    callId: string,
    verb: 'agree' | 'reopen' | 'release',
    version?: number,
  ): Promise<DecisionBatch> {
    const call = await this.access.decider(actor, callId);
    const { id: organizationId } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const batch = await this.decisions.lockBatch(tx, callId, call.stage.key, organizationId);
      const toState = nextState(batchTransitions, batch.state, verb);
      assertVersion(batch.version, version);
      await this.decisions.moveBatch(tx, batch, toState);
      const entity = { entityType: 'decision-batch', entityId: batch.id };
      const { organizationId: runnerId } = call.terms;
      tx.audit({
        ...entity,
        action: `decision.${verb}`,
        organizationId: runnerId,
        fromState: batch.state,
        toState,
      });
      if (verb === 'agree') await this.agree(tx, call, batch);
      if (verb === 'release') await this.release.within(tx, call, batch);
      return { ...batch, state: toState, version: batch.version + 1 };
    });
  }

  private async agree(
    tx: Transaction,
    { terms, stage }: AssessedCall,
    { version }: DecisionBatch,
  ): Promise<void> {
    const { callId, organizationId } = terms;
    const waiting = await this.proposals.list(tx, callId, [...ON_THE_WAY, 'ready_for_decision']);
    const decided = new Set(
      (await this.decisions.ofStage(tx, callId, stage.key)).map(({ proposalId }) => proposalId),
    );
    const missing = waiting.filter(
      ({ id, state, stage: own }) =>
        own === stage.key && !(state === 'ready_for_decision' && decided.has(id)),
    );
    if (missing.length > 0 || decided.size === 0) throw new DecisionsMissing(missing.length);
    const source = { aggregateType: 'call', aggregateId: callId, seq: version + 1, organizationId };
    tx.emit('decision.agreed', source, {});
  }
}

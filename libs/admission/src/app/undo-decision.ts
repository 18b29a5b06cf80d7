import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { ApplicationRepository } from '../data/application.repository.js';
import { DecisionRepository } from '../data/decision.repository.js';
import { DecisionInEffect } from '../domain/application.errors.js';
import type { Decision } from '../domain/decision.js';
import { decisionKey } from './decide-application.js';

/**
 * The officer takes a decision back within its seconds, by the clock of the database: nothing has happened then.
 * Again: the same answer.
 *
 * @throws NotFound, also for the decision of another officer; DecisionInEffect 409
 */
@Injectable()
export class UndoDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly decisions: DecisionRepository,
  ) {}

  async execute(actor: Actor, id: string): Promise<Decision> {
    return this.unitOfWork.run(actor, async (tx) => {
      const seen = await this.decisions.find(tx, id);
      const isOwn = seen?.decidedBy === actor.personId && seen.organizationId === actor.organization?.id;
      if (!seen || !isOwn || !actor.permissions.has('application.decide')) throw new NotFound();
      await this.applications.lock(tx, seen.applicationId);
      const locked = await this.decisions.lock(tx, id);
      if (!locked) throw new NotFound();
      const { isDue, ...decision } = locked;
      if (decision.state === 'undone') return decision;
      if (decision.state !== 'pending' || isDue) throw new DecisionInEffect();

      await this.decisions.settle(tx, id, 'undone');
      await Timers.drop(tx, decisionKey(id));
      tx.audit({
        action: 'application.undo-decision',
        entityType: 'application-decision',
        entityId: id,
        fromState: 'pending',
        toState: 'undone',
      });
      return { ...decision, state: 'undone' };
    });
  }
}

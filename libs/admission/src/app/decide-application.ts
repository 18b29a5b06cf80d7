import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, nextState } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { DecisionRepository } from '../data/decision.repository.js';
import { applicationTransitions } from '../domain/application.js';
import { DecisionPending, OfficerRefused } from '../domain/application.errors.js';
import { type Decision, officerRefusal, type Verdict, verbOf } from '../domain/decision.js';
import { ApplicationAccess } from './application-access.js';
import { APPLY_DECISION } from './application-jobs.js';
import { Stakes } from './stakes.js';

export interface DecisionInput {
  readonly verdict: Verdict;
  /** For the applicant. */
  readonly reason: string;
  /** BCP 47 of the reason. */
  readonly language: string;
}

/**
 * An officer decides, or asks. For ten seconds this is a row that nobody else is told of, and that the officer can
 * take back; then the clock carries it out.
 *
 * @throws NotFound, WrongState, OfficerRefused, DecisionPending 409, StaleVersion 412
 */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly decisions: DecisionRepository,
    private readonly stakes: Stakes,
  ) {}

  async execute(
    actor: Actor,
    applicationId: string,
    input: DecisionInput,
    version?: number,
  ): Promise<Decision> {
    const { organizationId, createdBy } = await this.access.load(actor, 'decide', applicationId);
    const sitsInApplicant =
      createdBy === actor.personId || (await this.stakes.sitsIn(organizationId, actor.personId));
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.access.lock(tx, 'decide', applicationId);
      nextState(applicationTransitions, application.state, verbOf(input.verdict));
      const decidedBefore = await this.decisions.deciders(tx, applicationId);
      const refusal = officerRefusal(application, {
        personId: actor.personId,
        sitsInApplicant,
        decidedBefore,
      });
      if (refusal) throw new OfficerRefused(refusal);
      assertVersion(application.version, version);

      const decision = { id, applicationId, organizationId: actingOrganization(actor).id, ...input };
      const effectiveAt = await this.decisions.insert(tx, decision);
      if (!effectiveAt) throw new DecisionPending();
      const payload = { decisionId: id };
      await Timers.set(tx, APPLY_DECISION, { key: decisionKey(id), dueAt: effectiveAt, payload });
      tx.audit({
        action: 'application.decide',
        entityType: 'application-decision',
        entityId: id,
        toState: 'pending',
      });
      return { ...decision, decidedBy: actor.personId, state: 'pending', effectiveAt };
    });
  }
}

export const decisionKey = (id: string): string => `application-decision:${id}`;

import { Injectable } from '@nestjs/common';
import { possibleVerbs } from '#libs/kernel';
import { SetOrganizationState } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ApplicationRepository, type MoveMarks } from '../data/application.repository.js';
import { DecisionRepository } from '../data/decision.repository.js';
import { type Application, applicationTransitions, ASKING_STATES } from '../domain/application.js';
import { type Decision, type Verdict, verbOf } from '../domain/decision.js';
import { ApplicationMoves, sourceOf } from './application-moves.js';

const EVENT_OF = {
  accept: 'application.accepted',
  reject: 'application.rejected',
  ask: 'application.info-requested',
} as const satisfies Record<Verdict, string>;

/**
 * Carries a decision out once it cannot be taken back any more: the application moves, an accepted applicant takes
 * part from now on, and people are told. A decision that was taken back, or that the applicant has forestalled by
 * withdrawing, comes to nothing.
 */
@Injectable()
export class ApplyDecision {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly decisions: DecisionRepository,
    private readonly moves: ApplicationMoves,
    private readonly setOrganizationState: SetOrganizationState,
  ) {}

  async execute(tx: Transaction, decisionId: string): Promise<void> {
    const seen = await this.decisions.find(tx, decisionId);
    const application = seen && (await this.applications.lock(tx, seen.applicationId));
    const decision = await this.decisions.lock(tx, decisionId);
    if (!application || decision?.state !== 'pending' || !decision.isDue) return;
    const isPossible = possibleVerbs(applicationTransitions, application.state).includes(
      verbOf(decision.verdict),
    );

    await this.decisions.settle(tx, decisionId, isPossible ? 'applied' : 'void');
    tx.audit({
      action: 'application.apply-decision',
      entityType: 'application-decision',
      entityId: decisionId,
      organizationId: decision.organizationId,
      fromState: 'pending',
      toState: isPossible ? 'applied' : 'void',
    });
    if (isPossible) await this.carryOut(tx, application, decision);
  }

  private async carryOut(tx: Transaction, application: Application, decision: Decision): Promise<void> {
    const { verdict, reason, language, decidedBy, organizationId } = decision;
    const by = { personId: decidedBy, organizationId };
    const decided = await this.moves.make(
      tx,
      application,
      verbOf(verdict),
      { reason, language, by },
      marksOf(application, verdict),
    );
    if (verdict === 'accept')
      await this.setOrganizationState.execute(tx, application.organizationId, 'activate');
    tx.emit(EVENT_OF[verdict], sourceOf(decided), {});
  }
}

function marksOf({ state }: Application, verdict: Verdict): MoveMarks {
  if (verdict !== 'ask') return { decided: true };
  return { askedFrom: ASKING_STATES.find((asking) => asking === state) ?? null };
}

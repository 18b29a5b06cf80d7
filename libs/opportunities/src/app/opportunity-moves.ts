import { Injectable } from '@nestjs/common';
import { assertVersion, nextState } from '#libs/kernel';
import type { EventSource, Transaction } from '#libs/platform/database';
import { OpportunityHistoryRepository } from '../data/opportunity-history.repository.js';
import { type MoveMarks, OpportunityRepository } from '../data/opportunity.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import {
  OPPORTUNITY_EVENTS,
  opportunityTransitions,
  type OpportunityVerb,
} from '../domain/opportunity-states.js';
import { OpportunityLife } from './opportunity-life.js';

/** What comes with a step. */
export interface Step {
  /** The version the actor has seen, where it was said. */
  readonly version?: number | undefined;
  readonly marks?: MoveMarks;
  readonly code?: string | null;
  readonly note?: string | null;
  /** BCP 47 of the note. */
  readonly language?: string | null;
}

/** The one way an opportunity changes its state: by the table, with its story, audit trail, event and timers. */
@Injectable()
export class OpportunityMoves {
  constructor(
    private readonly opportunities: OpportunityRepository,
    private readonly history: OpportunityHistoryRepository,
    private readonly life: OpportunityLife,
  ) {}

  /** @throws WrongState 409, StaleVersion 412 */
  async make(
    tx: Transaction,
    opportunity: Opportunity,
    verb: OpportunityVerb,
    { version, marks = {}, code = null, note = null, language = null }: Step = {},
  ): Promise<Opportunity> {
    const { id, state: fromState } = opportunity;
    const toState = nextState(opportunityTransitions, fromState, verb);
    assertVersion(opportunity.version, version);
    await this.opportunities.move(tx, opportunity, toState, marks);
    const moved = await this.opportunities.get(tx, id);
    await this.history.addStep(tx, { opportunityId: id, verb, fromState, toState, code, note, language });
    if (marks.life !== undefined) await this.history.addVersion(tx, moved);
    await this.life.follow(tx, moved);
    tx.audit({
      action: `opportunity.${verb}`,
      entityType: 'opportunity',
      entityId: id,
      organizationId: moved.organizationId,
      fromState,
      toState,
    });
    if (verb in OPPORTUNITY_EVENTS) {
      tx.emit(OPPORTUNITY_EVENTS[verb as keyof typeof OPPORTUNITY_EVENTS], sourceOf(moved), {});
    }
    return moved;
  }
}

/** Events of an opportunity belong to the organization that offers it, whoever acts. */
export function sourceOf({ id, organizationId, version }: Opportunity): EventSource {
  return { aggregateType: 'opportunity', aggregateId: id, seq: version, organizationId };
}

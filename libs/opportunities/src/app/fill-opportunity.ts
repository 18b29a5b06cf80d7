import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import type { Opportunity } from '../domain/opportunity.js';
import { UnknownPartner } from '../domain/opportunity.errors.js';
import { opportunityTransitions, type Outcome } from '../domain/opportunity-states.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityMoves } from './opportunity-moves.js';

/** What is told of an opportunity that found its partner; all of it may be open, and be told later. */
export interface FillInput {
  /** The partner, where it is a member. */
  readonly organizationId?: string | null;
  readonly outcome?: Outcome | null;
  readonly note?: string | null;
  /** BCP 47 of the note. */
  readonly language?: string | null;
}

/**
 * Ends an opportunity that found its partner, and writes down what came of it. Who does not say so is asked after a
 * month.
 *
 * @throws NotFound, WrongState 409, UnknownPartner 422, StaleVersion 412
 */
@Injectable()
export class FillOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly moves: OpportunityMoves,
    private readonly organizations: OrganizationsReader,
  ) {}

  async execute(actor: Actor, id: string, input: FillInput, version?: number): Promise<Opportunity> {
    return this.tell(actor, 'fill', id, input, version);
  }

  /** Says afterwards with whom, and what came of it; again where more has come of it. */
  async reportOutcome(actor: Actor, id: string, input: FillInput, version?: number): Promise<Opportunity> {
    return this.tell(actor, 'report-outcome', id, input, version);
  }

  private tell(
    actor: Actor,
    verb: 'fill' | 'report-outcome',
    id: string,
    { organizationId, outcome, note, language }: FillInput,
    version: number | undefined,
  ): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'close', id);
      nextState(opportunityTransitions, opportunity.state, verb);
      if (organizationId) await this.checkPartner(tx, opportunity, organizationId);
      const marks = { filledWithId: organizationId, outcome };
      return this.moves.make(tx, opportunity, verb, { version, marks, code: outcome, note, language });
    });
  }

  private async checkPartner(tx: Transaction, opportunity: Opportunity, partnerId: string): Promise<void> {
    const partner = (await this.organizations.cards([partnerId], tx)).get(partnerId);
    if (partner?.state !== 'active' || partner.id === opportunity.organizationId) throw new UnknownPartner();
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import type { MoveMarks } from '../data/opportunity.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import { TwoPartners, UnknownPartner } from '../domain/opportunity.errors.js';
import { opportunityTransitions, type Outcome } from '../domain/opportunity-states.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityMoves } from './opportunity-moves.js';

/** What is told of an opportunity that found its partner; all of it may be open, and be told later. */
export interface FillInput {
  /** The partner, where it is a member. */
  readonly organizationId?: string | null;
  /** Its name, where it is none. */
  readonly partnerName?: string | null;
  readonly outcome?: Outcome | null;
  readonly note?: string | null;
  /** BCP 47 of the note. */
  readonly language?: string | null;
}

/**
 * Ends an opportunity that found its partner, and writes down what came of it. Who does not say so is asked after a
 * month.
 *
 * @throws NotFound, WrongState 409, UnknownPartner 422, TwoPartners 422, StaleVersion 412
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
    { organizationId, partnerName, outcome, note, language }: FillInput,
    version: number | undefined,
  ): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'close', id);
      nextState(opportunityTransitions, opportunity.state, verb);
      // Who was named already stays so, whether it takes part by now or not.
      const isNew = organizationId !== opportunity.filledWithId;
      if (organizationId && isNew) await this.checkPartner(tx, opportunity, organizationId);
      const marks = { ...partnerIn(organizationId, partnerName), outcome };
      return this.moves.make(tx, opportunity, verb, { version, marks, code: outcome, note, language });
    });
  }

  private async checkPartner(tx: Transaction, opportunity: Opportunity, partnerId: string): Promise<void> {
    const partner = (await this.organizations.cards([partnerId], tx)).get(partnerId);
    if (partner?.state !== 'active' || partner.id === opportunity.organizationId) throw new UnknownPartner();
  }
}

/** Whoever is named takes the place of who was named before, be it a member or not. */
function partnerIn(
  organizationId: string | null | undefined,
  partnerName: string | null | undefined,
): Pick<MoveMarks, 'filledWithId' | 'filledWithName'> {
  const name = partnerName?.trim();
  if (organizationId && name) throw new TwoPartners();
  if (organizationId) return { filledWithId: organizationId, filledWithName: null };
  if (name) return { filledWithId: null, filledWithName: name };
  return {
    ...(organizationId === null && { filledWithId: null }),
    ...(partnerName !== undefined && { filledWithName: null }),
  };
}

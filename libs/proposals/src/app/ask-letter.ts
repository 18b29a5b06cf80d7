import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { UnitOfWork } from '#libs/platform/database';
import { LetterRepository } from '../data/letter.repository.js';
import { letterTransitions } from '../domain/consortium.js';
import { AlreadyTakesPart, NoSuchPartner, WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { auditPart, ConsortiumDesk } from './consortium-desk.js';
import { sourceOf } from './proposal-steps.js';

/**
 * Whoever writes the proposal asks a city for a letter of support; from then on the city reads the proposal.
 *
 * @throws NotFound, ProposalNotEditable 409, FieldsClosed 409, AlreadyTakesPart 409, NoSuchPartner 422
 */
@Injectable()
export class AskLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ConsortiumDesk,
    private readonly letters: LetterRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  async execute(actor: Actor, id: string, cityId: string): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, id, 'letters');
      const card = (await this.organizations.cards([cityId], tx)).get(cityId);
      if (card?.state !== 'active' || card.kind !== 'city') throw new NoSuchPartner();
      const known = await this.letters.find(tx, id, cityId);
      if (!known) await this.letters.ask(tx, id, cityId);
      else if (!letterTransitions.transitions['ask-again'].from.includes(known.state)) {
        throw new AlreadyTakesPart('letter', known.state);
      } else if (!(await this.letters.askAgain(tx, known))) throw new WrongPart(known.state);
      auditPart(tx, proposal, 'ask-letter');
      tx.emit('proposal.letter-asked', sourceOf(proposal), { toOrganizationId: cityId });
      return proposal;
    });
  }
}

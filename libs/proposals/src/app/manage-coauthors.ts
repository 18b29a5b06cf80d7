import { Injectable } from '@nestjs/common';
import { ProvenAddresses } from '#libs/identity';
import { type Actor, nextState, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import { type CoauthorAccess, coauthorTransitions } from '../domain/consortium.js';
import { AlreadyTakesPart, NotOfConsortium, WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { auditPart, ConsortiumDesk } from './consortium-desk.js';
import { sourceOf } from './proposal-steps.js';

/** Ends an invitation to write along that nobody answered. */
export const EXPIRE_COAUTHOR = defineJob<{ coauthorId: string }>({
  name: 'expire-coauthor',
  queue: 'maintenance',
});

/** Of the timer that waits for the end of an invitation. */
export const coauthorKey = (coauthorId: string): string => `proposal-coauthor:${coauthorId}`;

/**
 * Whoever writes the proposal invites persons of the lead or of partners that have accepted to view, comment or edit,
 * by their address. Whether an address is known is told to nobody: without a seat there the answer is the same.
 *
 * @throws NotFound, ProposalNotEditable 409, AlreadyTakesPart 409, NotOfConsortium 422
 */
@Injectable()
export class ManageCoauthors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ConsortiumDesk,
    private readonly coauthors: CoauthorRepository,
    private readonly partners: PartnerRepository,
    private readonly addresses: ProvenAddresses,
    private readonly organizations: OrganizationsReader,
  ) {}

  async invite(actor: Actor, id: string, email: string, access: CoauthorAccess): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, id, 'coauthors');
      const { personId, organizationId } = await this.findPerson(tx, proposal, email);
      const invited = await this.coauthors.invite(tx, { proposalId: id, personId, organizationId, access });
      if (!invited) throw new AlreadyTakesPart('coauthor', await this.stateOf(tx, id, personId));
      const payload = { coauthorId: invited.id };
      await Timers.set(tx, EXPIRE_COAUTHOR, {
        key: coauthorKey(invited.id),
        dueAt: invited.expiresAt,
        payload,
      });
      auditPart(tx, proposal, 'invite-coauthor');
      const told = { toPersonId: personId, onBehalfOf: organizationId };
      tx.emit('proposal.coauthor-invited', sourceOf(proposal), told);
      return proposal;
    });
  }

  async remove(actor: Actor, id: string, coauthorId: string): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, id, 'coauthors');
      const coauthor = await this.coauthors.find(tx, coauthorId);
      if (coauthor?.proposalId !== id) throw new NotFound();
      const state = nextState(coauthorTransitions, coauthor.state, 'remove');
      if (!(await this.coauthors.move(tx, coauthor, state))) {
        // Answered meanwhile: the row is read again, for it says what it is now.
        throw new WrongPart((await this.coauthors.find(tx, coauthorId))?.state ?? coauthor.state);
      }
      if (coauthor.state === 'accepted') await this.desk.room.part(tx, proposal, coauthor);
      await Timers.drop(tx, coauthorKey(coauthorId));
      auditPart(tx, proposal, 'remove-coauthor');
      return proposal;
    });
  }

  /** How a person who cannot be asked again stands to the proposal. */
  private async stateOf(tx: Transaction, id: string, personId: string): Promise<string | undefined> {
    const own = (await this.coauthors.of(tx, id)).filter((coauthor) => coauthor.personId === personId);
    return own.at(-1)?.state;
  }

  private async findPerson(
    tx: Transaction,
    { id, organizationId: leadId }: Proposal,
    email: string,
  ): Promise<{ personId: string; organizationId: string }> {
    const partners = await this.partners.of(tx, [id]);
    const accepted = partners.filter(({ state }) => state === 'accepted');
    const consortium = [leadId, ...accepted.map(({ organizationId }) => organizationId)];
    const personId = await this.addresses.personOf(tx, email);
    const seats = personId === undefined ? [] : await this.organizations.activeSeatsOf([personId], tx);
    const seat = seats.find(({ organizationId }) => consortium.includes(organizationId));
    if (!seat) throw new NotOfConsortium();
    return seat;
  }
}

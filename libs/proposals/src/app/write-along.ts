import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import { type Coauthor, coauthorTransitions } from '../domain/consortium.js';
import { WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { ConsortiumRoom } from './consortium-room.js';
import { auditPart } from './consortium-desk.js';
import { coauthorKey } from './manage-coauthors.js';
import { sourceOf } from './proposal-steps.js';

/**
 * A person answers the invitation to write along; nobody answers for somebody else. An invitation that is over by the
 * clock of the database cannot be accepted any more.
 *
 * @throws NotFound, WrongPart 409
 */
@Injectable()
export class WriteAlong {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly coauthors: CoauthorRepository,
    private readonly proposals: ProposalRepository,
    private readonly room: ConsortiumRoom,
  ) {}

  async answer(actor: Actor, id: string, coauthorId: string, verb: 'accept' | 'decline'): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const coauthor = await this.coauthors.find(tx, coauthorId);
      const isOwn =
        coauthor?.personId === actor.personId && coauthor.organizationId === actor.organization?.id;
      if (!coauthor || !isOwn || coauthor.proposalId !== id) throw new NotFound();
      if (coauthor.isOver) throw new WrongPart('expired');
      return this.settle(tx, coauthor, verb);
    });
  }

  /** Its time is over. Nothing happens to one that was answered. */
  async expire(tx: Transaction, coauthorId: string): Promise<void> {
    const coauthor = await this.coauthors.find(tx, coauthorId);
    if (coauthor?.state === 'invited' && coauthor.isOver) await this.settle(tx, coauthor, 'expire');
  }

  private async settle(
    tx: Transaction,
    coauthor: Coauthor,
    verb: 'accept' | 'decline' | 'expire',
  ): Promise<Proposal> {
    const { from, to } = coauthorTransitions.transitions[verb];
    if (!from.includes(coauthor.state)) throw new WrongPart(coauthor.state);
    const proposal = await this.proposals.find(tx, coauthor.proposalId);
    if (!proposal) throw new NotFound();
    if (!(await this.coauthors.move(tx, coauthor, to))) {
      // Somebody was faster: the row is read again, for it says what it is now.
      throw new WrongPart((await this.coauthors.find(tx, coauthor.id))?.state ?? coauthor.state);
    }
    if (verb === 'accept') await this.room.join(tx, proposal, [coauthor]);
    await Timers.drop(tx, coauthorKey(coauthor.id));
    auditPart(tx, proposal, `coauthor-${verb}`);
    const told = { toPersonId: coauthor.invitedBy, onBehalfOf: proposal.organizationId };
    tx.emit(`proposal.coauthor-${verb === 'expire' ? 'expired' : 'answered'}`, sourceOf(proposal), told);
    return proposal;
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { LetterRepository } from '../data/letter.repository.js';
import { letterTransitions, type LetterVerb, type SupportLetter } from '../domain/consortium.js';
import { SignatoryOnly, WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { auditPart } from './consortium-desk.js';
import { ProposalAccess } from './proposal-access.js';
import { sourceOf } from './proposal-steps.js';
import { hashOf } from './signed-contents.js';

/** What a letter of support says. */
export interface LetterInput {
  readonly body: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * A signatory of a city gives the letter of support it was asked for, dated by the clock of the database, or declines;
 * a letter that was given can be revoked at any time. What was handed in keeps the letter as it stood.
 *
 * @throws NotFound, SignatoryOnly 403, WrongPart 409
 */
@Injectable()
export class SupportProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly letters: LetterRepository,
  ) {}

  async give(actor: Actor, id: string, { body, language }: LetterInput): Promise<Proposal> {
    return this.act(actor, id, 'give', async (tx, letter) => {
      const { organizationId } = letter;
      const dated = await this.letters.today(tx);
      const sha256 = hashOf({ body, dated, language, organizationId, proposalId: id });
      return this.letters.give(tx, letter, dated, { body, language, sha256 });
    });
  }

  async decline(actor: Actor, id: string, reason: string): Promise<Proposal> {
    return this.act(actor, id, 'decline', (tx, letter) => this.letters.end(tx, letter, 'declined', reason));
  }

  async revoke(actor: Actor, id: string, reason: string): Promise<Proposal> {
    return this.act(actor, id, 'revoke', (tx, letter) => this.letters.end(tx, letter, 'revoked', reason));
  }

  private async act(
    actor: Actor,
    id: string,
    verb: Extract<LetterVerb, 'give' | 'decline' | 'revoke'>,
    write: (tx: Transaction, letter: SupportLetter) => Promise<boolean>,
  ): Promise<Proposal> {
    const { id: byOrganizationId, signatory } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const { proposal } = await this.access.lockPart(tx, id);
      const letter = await this.letters.find(tx, id, byOrganizationId);
      if (!letter) throw new NotFound();
      if (!signatory) throw new SignatoryOnly();
      if (!letterTransitions.transitions[verb].from.includes(letter.state)) throw new WrongPart(letter.state);
      if (!(await write(tx, letter))) throw new WrongPart(letter.state);
      auditPart(tx, proposal, `letter-${verb}`);
      tx.emit(`proposal.letter-${EVENT_OF[verb]}`, sourceOf(proposal), { byOrganizationId });
      return proposal;
    });
  }
}

const EVENT_OF = { give: 'given', decline: 'declined', revoke: 'revoked' } as const;

import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { NotWorking, NotYoursToSign, NotYourTurn, OtherTerms } from '../domain/engagement.errors.js';
import { maySign } from '../domain/engagement.policy.js';
import { nextToSign } from '../domain/engagement.js';
import { EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { announceSignature, tellParties } from './tell-parties.js';

/**
 * Signs the agreement for the acting organization, or confirms the cost it bears: the consultant first, then the
 * requester, then all others. With the last signature work begins. `termsHash` says what was looked at.
 *
 * @throws NotFound, NotWorking 409, NotYoursToSign 403, NotYourTurn 409, OtherTerms 409, StaleVersion 412
 */
@Injectable()
export class SignAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly moves: EngagementMoves,
  ) {}

  async execute(actor: Actor, id: string, termsHash: string, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, parties } = await this.access.lock(tx, id, version);
      const own = parties.filter(({ organizationId }) => organizationId === actor.organization?.id);
      if (own.length === 0 || !maySign(actor)) throw new NotYoursToSign();
      if (engagement.state !== 'agreement') throw new NotWorking(engagement.state);
      const mine = nextToSign(parties).filter((party) => own.includes(party));
      if (mine.length === 0) throw new NotYourTurn();
      if (termsHash !== engagement.termsHash) throw new OtherTerms();

      await this.engagements.sign(
        tx,
        mine.map((party) => party.id),
        termsHash,
      );
      const signed = await this.moves.touch(tx, engagement, 'sign');
      announceSignature(tx, signed);
      const after = await this.engagements.parties(tx, id);
      const next = nextToSign(after);
      if (next.length > 0) {
        const before = nextToSign(parties);
        tellParties(
          tx,
          'engagement.signature-due',
          signed,
          next.filter((party) => !before.some((known) => known.id === party.id)),
        );
        return;
      }
      const begun = await this.moves.make(tx, signed, 'begin', { begunAt: await this.engagements.now(tx) });
      tellParties(tx, 'engagement.begun', begun, after);
    });
  }
}

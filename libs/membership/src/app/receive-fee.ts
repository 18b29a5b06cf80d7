import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, type Money, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { isToCome } from '../domain/calendar.js';
import { DayToCome, FeeDiffers, NotRatified, TermOver } from '../domain/membership.errors.js';
import { feeDue, type Membership, membershipTransitions, termAfterPayment } from '../domain/membership.js';
import { databaseNow } from './database-now.js';
import { MembershipAccess } from './membership-access.js';
import { MoveMembership } from './move-membership.js';

export interface FeeReceipt {
  readonly amount: Money;
  readonly receivedOn: string;
  /** Of the payment: what the bank statement says. */
  readonly reference: string;
}

/**
 * The secretariat records that the fee which is due was received: admission and first annual fee make the membership
 * active, later annual fees renew it. No payment is made here.
 *
 * @throws NotFound, WrongState 409, NotRatified 409, FeeDiffers 422, DayToCome 422, TermOver 422, StaleVersion 412
 */
@Injectable()
export class ReceiveFee {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MembershipAccess,
    private readonly move: MoveMembership,
  ) {}

  async execute(actor: Actor, id: string, receipt: FeeReceipt, version?: number): Promise<Membership> {
    return this.unitOfWork.run(actor, async (tx) => {
      const membership = await this.access.lock(tx, 'decide', id);
      const verb = membership.state === 'approved_unpaid' ? 'activate' : 'renew';
      nextState(membershipTransitions, membership.state, verb);
      if (membership.ratification === 'declined') throw new NotRatified();
      const termEndsAt = await termOf(tx, membership, receipt);
      assertVersion(membership.version, version);
      const { amount, reference, receivedOn: dated } = receipt;
      return this.move.execute(
        tx,
        membership,
        verb,
        { termEndsAt, reason: null },
        { amount, reference, dated },
      );
    });
  }
}

/** The end of the term that the receipt buys, once it is the right amount and of a possible day. */
async function termOf(tx: Transaction, membership: Membership, receipt: FeeReceipt): Promise<Date> {
  const { amount, receivedOn } = receipt;
  const due = membership.fees && feeDue(membership.state, membership.fees);
  if (due?.amountMinor !== amount.amountMinor || due.currency !== amount.currency) throw new FeeDiffers();
  const now = await databaseNow(tx);
  if (isToCome(receivedOn, now)) throw new DayToCome('/receivedOn');
  const termEndsAt = termAfterPayment(membership, receivedOn);
  if (termEndsAt <= now) throw new TermOver();
  return termEndsAt;
}

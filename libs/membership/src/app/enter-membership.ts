import { Injectable } from '@nestjs/common';
import type { Actor, Money } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { endOfDay, isToCome } from '../domain/calendar.js';
import { AlreadyUnderWay, DayToCome, NotOnTheList, TermOver } from '../domain/membership.errors.js';
import { categoryOf, type Membership } from '../domain/membership.js';
import { databaseNow } from './database-now.js';
import { MoveMembership } from './move-membership.js';

/** A membership that is older than the network. */
export interface EnterMembershipInput {
  readonly organizationId: string;
  readonly annualFee: Money;
  /** Last day of the term that is paid for. */
  readonly paidUntil: string;
  /** First day of the membership, where it is known. */
  readonly memberSince: string | null;
  /** What the entry rests on: a list, a resolution, a receipt. */
  readonly reference: string;
  readonly note: string;
  /** BCP 47, of the note. */
  readonly language: string;
}

/**
 * The secretariat opens the fee book of an organization that came in by the list of members: its membership is
 * active, past any vote, and from now on renewed, reminded of and suspended like every other.
 *
 * @throws NotOnTheList 422, TermOver 422, DayToCome 422, AlreadyUnderWay 409
 */
@Injectable()
export class EnterMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationsReader,
    private readonly memberships: MembershipRepository,
    private readonly move: MoveMembership,
  ) {}

  async execute(actor: Actor, input: EnterMembershipInput): Promise<Membership> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId, annualFee, reference, memberSince: dated } = input;
      const category = await this.listedAs(tx, organizationId);
      const termEndsAt = await termOf(tx, input);
      const id = newId();
      const request = { id, organizationId, category, statement: input.note, language: input.language };
      if (!(await this.memberships.insert(tx, { ...request, createdBy: actor.personId })))
        throw new AlreadyUnderWay();

      const asked = await this.memberships.get(tx, id);
      const admission = { amountMinor: 0, currency: annualFee.currency };
      const entered = await this.memberships.save(tx, asked, 'active', {
        ...{
          fees: { admission, annual: annualFee },
          ratification: 'ratified',
          termEndsAt,
          dueAt: termEndsAt,
        },
      });
      await this.memberships.addStep(tx, entered, { verb: 'enter', fromState: null, reference, dated });
      await this.move.setTimers(tx, entered);
      tx.audit({
        action: 'membership.enter',
        entityType: 'tpo_membership',
        entityId: id,
        organizationId,
        toState: 'active',
      });
      const source = { aggregateType: 'membership', aggregateId: id, seq: entered.version, organizationId };
      tx.emit('membership.entered', source, {});
      return entered;
    });
  }

  /** The category under which the network shows the organization as a member already. */
  private async listedAs(tx: Transaction, organizationId: string) {
    const organization = (await this.organizations.cards([organizationId], tx)).get(organizationId);
    const category = organization && categoryOf(organization.kind);
    if (!category || organization.state !== 'active' || organization.tpoMembership !== category)
      throw new NotOnTheList();
    return category;
  }
}

async function termOf(tx: Transaction, { paidUntil, memberSince }: EnterMembershipInput): Promise<Date> {
  const now = await databaseNow(tx);
  if (memberSince !== null && isToCome(memberSince, now)) throw new DayToCome('/memberSince');
  const termEndsAt = endOfDay(paidUntil);
  if (termEndsAt <= now) throw new TermOver('/paidUntil');
  return termEndsAt;
}

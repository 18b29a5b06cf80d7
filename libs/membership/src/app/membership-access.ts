import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { mayOn, type MembershipAction } from '../domain/membership.policy.js';
import type { Membership } from '../domain/membership.js';

/** The only way a request obtains a membership. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class MembershipAccess {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipRepository,
  ) {}

  async load(actor: Actor, id: string): Promise<Membership> {
    return allowed(actor, 'read', await this.memberships.find(this.database, id));
  }

  /** A membership to change, locked until `tx` ends. */
  async lock(tx: Transaction, action: MembershipAction, id: string): Promise<Membership> {
    return allowed(tx.actor, action, await this.memberships.lock(tx, id));
  }
}

function allowed(actor: Actor, action: MembershipAction, membership: Membership | undefined): Membership {
  if (!membership || !mayOn(actor, action, membership)) throw new NotFound();
  return membership;
}

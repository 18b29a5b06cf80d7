import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ProfileRepository } from '../data/profile.repository.js';
import type { Profile } from '../domain/profile.js';
import { may } from '../domain/profile.policy.js';

/** The only way a request obtains a profile. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ProfileAccess {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileRepository,
  ) {}

  /** A profile to read. */
  async load(actor: Actor, action: 'read', organizationId: string): Promise<Profile> {
    const profile = may(actor, action, organizationId)
      ? await this.profiles.find(this.database, organizationId)
      : undefined;
    if (!profile) throw new NotFound();
    return profile;
  }

  /** The profile to change, locked until `tx` ends; undefined when the organization has none yet. */
  async lock(tx: Transaction, action: 'update', organizationId: string): Promise<Profile | undefined> {
    if (!may(tx.actor, action, organizationId)) throw new NotFound();
    return this.profiles.lock(tx, organizationId);
  }
}

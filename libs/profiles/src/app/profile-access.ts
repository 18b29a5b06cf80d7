import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database, type Transaction } from '#libs/platform/database';
import { ProfileRepository } from '../data/profile.repository.js';
import { type Profile, wholeContent } from '../domain/profile.js';
import { may } from '../domain/profile.policy.js';

/** The only way a request obtains a profile. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ProfileAccess {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** A profile to read. */
  async load(actor: Actor, action: 'read', organizationId: string): Promise<Profile> {
    const isReadable = may(actor, action, organizationId) && (await this.isShown(actor, organizationId));
    const profile = isReadable ? await this.profiles.find(this.database, organizationId) : undefined;
    if (!profile) throw new NotFound();
    return profile;
  }

  /** Whether what belongs to a profile may be read. */
  async mayRead(actor: Actor, organizationId: string): Promise<boolean> {
    return may(actor, 'read', organizationId) && this.isShown(actor, organizationId);
  }

  /** To others an organization is there only while it takes part. */
  private async isShown(actor: Actor, organizationId: string): Promise<boolean> {
    if (actor.organization?.id === organizationId) return true;
    const card = (await this.organizations.cards([organizationId])).get(organizationId);
    return card?.state === 'active' || card?.state === 'candidate';
  }

  /** The profile to change, locked until `tx` ends; undefined when the organization has none yet. */
  async lock(tx: Transaction, action: 'update', organizationId: string): Promise<Profile | undefined> {
    if (!may(tx.actor, action, organizationId)) throw new NotFound();
    return this.profiles.lock(tx, organizationId);
  }

  /** As {@link lock}; a profile that is not there yet is begun, saying nothing but its language. */
  async lockOrBegin(
    tx: Transaction,
    action: 'update',
    organizationId: string,
    language: string,
  ): Promise<void> {
    if (await this.lock(tx, action, organizationId)) return;
    await this.profiles.insert(tx, organizationId, wholeContent({ language }));
    await this.profiles.lock(tx, organizationId);
  }
}

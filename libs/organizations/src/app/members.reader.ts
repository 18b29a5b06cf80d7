import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import type { Member } from '../domain/organization.js';
import { OrganizationAccess } from './organization-access.js';

/** A member with the name to show. */
export interface NamedMember extends Member {
  readonly displayName: string;
  readonly latinName: string | null;
}

/** The people of organizations, with their names. */
@Injectable()
export class MembersReader {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipRepository,
    private readonly access: OrganizationAccess,
    private readonly persons: PersonsReader,
  ) {}

  /** The people of an organization, for those who may see them. Errors: request/not-found. */
  async members(actor: Actor, organizationId: string): Promise<NamedMember[]> {
    await this.access.load(this.database, actor, 'see-members', organizationId);
    return this.named(organizationId);
  }

  /** The same, asking no permission. */
  async named(organizationId: string): Promise<NamedMember[]> {
    const members = await this.memberships.membersOf(this.database, [organizationId]);
    const names = await this.persons.byIds(members.map(({ personId }) => personId));
    return members.map((member) => ({
      ...member,
      displayName: names.get(member.personId)?.displayName ?? '',
      latinName: names.get(member.personId)?.latinName ?? null,
    }));
  }
}

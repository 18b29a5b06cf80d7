import { Injectable } from '@nestjs/common';
import { PersonsReader, ProvenAddresses } from '#libs/identity';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Reads } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { OwnershipOfferRepository } from '../data/ownership-offer.repository.js';
import type { Member } from '../domain/organization.js';
import type { OwnershipOffer } from '../domain/ownership-offer.js';
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
    private readonly addresses: ProvenAddresses,
    private readonly offers: OwnershipOfferRepository,
  ) {}

  /** The people of an organization, for those who may see them. Errors: request/not-found. */
  async members(actor: Actor, organizationId: string): Promise<NamedMember[]> {
    await this.access.load(this.database, actor, 'see-members', organizationId);
    return this.named(organizationId);
  }

  /** One of them. Errors: request/not-found. */
  async member(actor: Actor, organizationId: string, personId: string): Promise<NamedMember> {
    const member = (await this.members(actor, organizationId)).find((one) => one.personId === personId);
    if (!member) throw new NotFound();
    return member;
  }

  /** The offer of ownership that waits for its answer; for its own people. */
  async ownershipOffer(organizationId: string): Promise<OwnershipOffer | undefined> {
    return this.offers.open(this.database, organizationId);
  }

  /** {@link members}, asking no permission. */
  async named(organizationId: string): Promise<NamedMember[]> {
    const members = await this.memberships.membersOf(this.database, [organizationId]);
    const names = await this.persons.byIds(members.map(({ personId }) => personId));
    return members.map((member) => ({
      ...member,
      displayName: names.get(member.personId)?.displayName ?? '',
      latinName: names.get(member.personId)?.latinName ?? null,
    }));
  }

  /** Whether an address is that of somebody who has a seat there. */
  async hasAddress(reads: Reads, organizationId: string, email: string): Promise<boolean> {
    const personId = await this.addresses.personOf(reads, email);
    if (personId === undefined) return false;
    return (await this.memberships.seat(reads, organizationId, personId)) !== undefined;
  }
}

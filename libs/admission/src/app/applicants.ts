import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { AddMember, CreateOrganization, foldName, OrganizationsReader } from '#libs/organizations';
import { newId, type Transaction } from '#libs/platform/database';
import type { ApplicantKind } from '../domain/application.js';

/** What a person says of the organization they apply for. */
export interface ApplicantInput {
  readonly kind: ApplicantKind;
  /** In Latin script. */
  readonly name: string;
  readonly nameLocal?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The member city it sits in. */
  readonly cityId?: string | null;
  /** BCP 47, of its people's work. */
  readonly languages?: readonly string[];
  readonly registrationNumber?: string | null;
  readonly website?: string | null;
}

/** The applicant of a person: there already, or with all that is needed to bring it on record. */
export interface Applicant {
  /** Where the person sits already, and whether as its owner. */
  readonly begun: { readonly organizationId: string; readonly isOwner: boolean } | null;
  readonly slug: string;
  readonly emailDomain: string | null;
}

/** Organizations that are on record only because somebody applies for them. */
@Injectable()
export class Applicants {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly createOrganization: CreateOrganization,
    private readonly addMember: AddMember,
    private readonly persons: PersonsReader,
  ) {}

  /** Reads by connections of its own, before the transaction begins. @throws organization/unknown-country 422 */
  async prepare(personId: string, input: ApplicantInput): Promise<Applicant> {
    await this.createOrganization.check(input);
    const [account, slug, begun] = await Promise.all([
      this.persons.account(personId),
      this.freeSlug(input.name),
      this.begunBy(personId),
    ]);
    return { begun, slug, emailDomain: account?.email.split('@').at(-1) ?? null };
  }

  /** Brings it on record, seen by nobody else, with the actor as its owner. Answers its id. */
  async add(tx: Transaction, { slug, emailDomain }: Applicant, input: ApplicantInput): Promise<string> {
    const { nameLocal, cityId, ...rest } = input;
    const { organizationId } = await this.createOrganization.within(tx, {
      ...rest,
      ...(nameLocal && { nameLocal }),
      ...(cityId && { cityId }),
      slug,
      state: 'applicant',
      emailDomain,
    });
    const { personId } = tx.actor;
    await this.addMember.within(tx, { organizationId, personId, role: 'owner' });
    return organizationId;
  }

  private async begunBy(personId: string): Promise<Applicant['begun']> {
    const seats = await this.organizations.membershipsOf(personId);
    const cards = await this.organizations.cards(seats.map(({ organizationId }) => organizationId));
    const seat = seats.find(({ organizationId }) => cards.get(organizationId)?.state === 'applicant');
    return seat ? { organizationId: seat.organizationId, isOwner: seat.role === 'owner' } : null;
  }

  /** The name as an address, with a few characters behind it where it is taken. */
  private async freeSlug(name: string): Promise<string> {
    const plain = foldName(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const taken = plain === '' ? undefined : (await this.organizations.idsBySlugs([plain])).get(plain);
    if (plain !== '' && taken === undefined) return plain;
    return `${plain || 'applicant'}-${newId().slice(-6)}`;
  }
}

import { Injectable } from '@nestjs/common';
import type { OrganizationKind, OrganizationState } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { AliasRepository } from '../data/alias.repository.js';
import { IdentificationRepository } from '../data/identification.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { SlugTaken, UnknownCountry } from '../domain/organization.errors.js';
import { CountriesReader } from './countries.reader.js';
import { OFFICIAL_SOURCES, officialNames } from './official-names.js';

export interface CreateOrganizationInput {
  /** Lower-case letters, digits and single hyphens. */
  readonly slug: string;
  readonly kind: OrganizationKind;
  /** In Latin script. */
  readonly name: string;
  readonly nameLocal?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The member city it sits in. */
  readonly cityId?: string;
  /** BCP 47. */
  readonly languages?: readonly string[];
  readonly fictional?: boolean;
  readonly demo?: boolean;
  readonly state?: OrganizationState;
  readonly registrationNumber?: string | null;
  readonly website?: string | null;
  readonly emailDomain?: string | null;
}

/** Adds an organization: by the demo, by staff. Errors: organization/slug-taken, organization/unknown-country. */
@Injectable()
export class CreateOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
    private readonly identifications: IdentificationRepository,
    private readonly countries: CountriesReader,
  ) {}

  async execute(actor: Actor, input: CreateOrganizationInput): Promise<{ organizationId: string }> {
    await this.check(input);
    return this.unitOfWork.run(actor, (tx) => this.within(tx, input));
  }

  /** What can be refused before anything is written. Errors: organization/unknown-country. */
  async check({ country }: Pick<CreateOrganizationInput, 'country'>): Promise<void> {
    if (!(await this.countries.byCode()).has(country)) throw new UnknownCountry();
  }

  /** The same inside the unit of work of a higher feature, which has called `check`. */
  async within(tx: Transaction, input: CreateOrganizationInput): Promise<{ organizationId: string }> {
    const organizationId = newId();
    const inserted = await this.organizations.insert(tx, organizationId, {
      ...NOTHING_STATED,
      slug: input.slug,
      kind: input.kind,
      name: input.name,
      nameLocal: input.nameLocal ?? null,
      country: input.country,
      cityId: input.cityId ?? null,
      languages: input.languages ?? [],
      fictional: input.fictional ?? false,
      demo: input.demo ?? false,
      state: input.state ?? 'active',
    });
    if (!inserted) throw new SlugTaken();
    await this.identifications.change(tx, { id: organizationId, country: input.country }, input);
    await this.aliases.replace(tx, [organizationId], OFFICIAL_SOURCES, officialNames(organizationId, input));
    tx.audit({
      action: 'organization.create',
      entityType: 'organization',
      entityId: organizationId,
      organizationId,
    });
    const source = { aggregateType: 'organization', aggregateId: organizationId, seq: 1, organizationId };
    tx.emit('organization.changed', source, {});
    return { organizationId };
  }
}

const NOTHING_STATED = {
  adminRegion: null,
  lat: null,
  lon: null,
  populationApprox: null,
  tpoMembership: 'none',
  certainty: null,
  membershipSource: null,
  membershipNote: null,
};

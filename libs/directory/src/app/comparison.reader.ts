import { Injectable } from '@nestjs/common';
import { type ListedOrganization, ListedOrganizationsReader } from '#libs/organizations';
import { type ProfileRecord, ProfilesReader } from '#libs/profiles';

/** What is compared, in this order. */
export const COMPARED = [
  'kind',
  'country',
  'city',
  'tpoMembership',
  'sectors',
  'themes',
  'offers',
  'seeks',
  'markets',
  'languages',
  'certifications',
  'consultingAreas',
  'operatingMonths',
  'groupsPerMonth',
  'maxGroup',
] as const;
export type ComparedField = (typeof COMPARED)[number];

export interface Comparison {
  readonly organizations: readonly ListedOrganization[];
  /** For each field the codes, tags or numbers of each organization, in their order; empty: not stated. */
  readonly rows: readonly { readonly field: ComparedField; readonly values: string[][] }[];
}

/** Facts of a few organizations side by side. */
@Injectable()
export class ComparisonReader {
  constructor(
    private readonly organizations: ListedOrganizationsReader,
    private readonly profiles: ProfilesReader,
  ) {}

  /** In the order asked for; those that cannot be seen are left out as if they did not exist. */
  async of(ids: readonly string[]): Promise<Comparison> {
    const listed = await this.organizations.byIds(ids);
    const profiles = await this.profiles.byOrganizations([...listed.keys()]);
    const organizations = [...new Set(ids)].flatMap((id) => listed.get(id) ?? []);
    const facts = organizations.map((organization) => factsOf(organization, profiles.get(organization.id)));
    return {
      organizations,
      rows: COMPARED.map((field) => ({ field, values: facts.map((fact) => fact[field].map(String)) })),
    };
  }
}

type Facts = Readonly<Record<ComparedField, readonly (string | number)[]>>;

function factsOf(organization: ListedOrganization, profile: ProfileRecord | undefined): Facts {
  const { kind, country, city, tpoMembership } = organization;
  const own = { kind: [kind], country: [country], city: stated(city), tpoMembership: [tpoMembership] };
  if (!profile) return { ...NOTHING_STATED, ...own, languages: organization.languages };
  const { sectors, themes, offers, seeks, markets, certifications, consultingAreas, operatingMonths } =
    profile;
  return {
    ...own,
    sectors,
    themes,
    offers,
    seeks,
    markets,
    certifications,
    consultingAreas,
    operatingMonths,
    languages: profile.languages.length > 0 ? profile.languages : organization.languages,
    groupsPerMonth: stated(profile.capacity?.groupsPerMonth),
    maxGroup: stated(profile.capacity?.maxGroup),
  };
}

const stated = (value: string | number | null | undefined): (string | number)[] =>
  value === null || value === undefined ? [] : [value];

const NOTHING_STATED = {
  sectors: [],
  themes: [],
  offers: [],
  seeks: [],
  markets: [],
  certifications: [],
  consultingAreas: [],
  operatingMonths: [],
  groupsPerMonth: [],
  maxGroup: [],
};

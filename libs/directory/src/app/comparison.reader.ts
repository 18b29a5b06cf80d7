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

/** What is compared in the words of each, in this order. */
export const COMPARED_TEXTS = ['summary', 'offerText', 'seekText'] as const;
export type ComparedText = (typeof COMPARED_TEXTS)[number];

/** Somebody's words; `language` is BCP 47. Both null: not stated. */
export interface Words {
  readonly text: string | null;
  readonly language: string | null;
}

export interface Comparison {
  readonly organizations: readonly ListedOrganization[];
  /** For each field the codes, tags or numbers of each organization, in their order; empty: not stated. */
  readonly rows: readonly { readonly field: ComparedField; readonly values: string[][] }[];
  /** For each text the words of each organization, in their order. */
  readonly texts: readonly { readonly field: ComparedText; readonly values: readonly Words[] }[];
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
    const known = organizations.map(({ id }) => profiles.get(id));
    const facts = organizations.map((organization, index) => factsOf(organization, known[index]));
    return {
      organizations,
      rows: COMPARED.map((field) => ({ field, values: facts.map((fact) => fact[field].map(String)) })),
      texts: COMPARED_TEXTS.map((field) => ({
        field,
        values: known.map((profile) => wordsOf(profile, field)),
      })),
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

function wordsOf(profile: ProfileRecord | undefined, field: ComparedText): Words {
  const text = profile?.[field];
  return text ? { text, language: profile.language } : { text: null, language: null };
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

import { Injectable } from '@nestjs/common';
import { RecommendationsReader, type ShownRecommendation } from '#libs/admission';
import { type ListedOrganization, ListedOrganizationsReader } from '#libs/organizations';
import type { TranslationState } from '#libs/kernel';
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
  'modes',
  'loadLimit',
] as const;
export type ComparedField = (typeof COMPARED)[number];

/** Texts that are compared, in this order. */
export const COMPARED_TEXTS = ['summary', 'offerText', 'seekText'] as const;
export type ComparedText = (typeof COMPARED_TEXTS)[number];

/** A text in one of its languages; the original is the first. */
export interface TextVersion {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly state: TranslationState;
}

/** Somebody's words as they wrote them, null where they wrote none, and in all their languages. */
export interface Words {
  readonly text: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly versions: readonly TextVersion[];
}

/** One of those that are compared, with what has no rows of its own. */
export interface ComparedOrganization extends ListedOrganization {
  /** What a consultant asks for. */
  readonly fees: ProfileRecord['fees'];
  readonly recommendedBy: readonly ShownRecommendation[];
}

export interface Comparison {
  readonly organizations: readonly ComparedOrganization[];
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
    private readonly recommendations: RecommendationsReader,
  ) {}

  /** In the order asked for; those that cannot be seen are left out as if they did not exist. */
  async of(ids: readonly string[]): Promise<Comparison> {
    const listed = await this.organizations.byIds(ids);
    const profiles = await this.profiles.byOrganizations([...listed.keys()]);
    const recommendations = await this.recommendations.of([...listed.keys()]);
    const organizations = [...new Set(ids)].flatMap((id): ComparedOrganization[] => {
      const organization = listed.get(id);
      if (!organization) return [];
      const fees = profiles.get(id)?.fees ?? null;
      return [{ ...organization, fees, recommendedBy: recommendations.get(id) ?? [] }];
    });
    const facts = organizations.map((organization) => factsOf(organization, profiles.get(organization.id)));
    return {
      organizations,
      rows: COMPARED.map((field) => ({ field, values: facts.map((fact) => fact[field].map(String)) })),
      texts: COMPARED_TEXTS.map((field) => ({
        field,
        values: organizations.map(({ id }) => wordsOf(profiles.get(id), field)),
      })),
    };
  }
}

type Facts = Readonly<Record<ComparedField, readonly (string | number)[]>>;

function factsOf(organization: ListedOrganization, profile: ProfileRecord | undefined): Facts {
  const { kind, country, city, tpoMembership } = organization;
  const own = { kind: [kind], country: [country], city: stated(city), tpoMembership: [tpoMembership] };
  if (!profile) return { ...NOTHING_STATED, ...own, languages: organization.languages };
  const { sectors, themes, offers, seeks, markets, certifications, consultingAreas, operatingMonths, modes } =
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
    modes,
    loadLimit: stated(profile.loadLimit),
    languages: profile.languages.length > 0 ? profile.languages : organization.languages,
    groupsPerMonth: stated(profile.capacity?.groupsPerMonth),
    maxGroup: stated(profile.capacity?.maxGroup),
  };
}

function wordsOf(profile: ProfileRecord | undefined, field: ComparedText): Words {
  const text = profile?.[field];
  if (!text) return { text: null, language: null, versions: [] };
  const { language, translations } = profile;
  const others = Object.entries(translations[field] ?? {}).map(([other, version]) => ({
    text: version.text,
    language: other,
    state: version.state,
  }));
  return { text, language, versions: [{ text, language, state: 'original' }, ...others] };
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
  modes: [],
  loadLimit: [],
};

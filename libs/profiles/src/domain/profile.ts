import type { OrganizationKind } from '#libs/contracts';
import { type ChangesOf, patched, saidOrNull } from '#libs/kernel';
import type { Fact } from './fact.js';
import type { FeeRange } from './fee-range.js';
import { afterEdit, type Originals, type Translations } from './translations.js';

/** How a consultant works. */
export const WORKING_MODES = ['onsite', 'remote'] as const;
export type WorkingMode = (typeof WORKING_MODES)[number];

/** How much an organization can take on; what is not stated is absent. */
export interface Capacity {
  /** Groups received in a month. */
  readonly groupsPerMonth?: number;
  /** Guests of the largest group or event. */
  readonly maxGroup?: number;
}

/** What an organization says of itself. Only the language must be stated; lists may be empty, texts null. */
export interface ProfileContent {
  /** BCP 47 language of the texts. */
  readonly language: string;
  readonly summary: string | null;
  readonly offerText: string | null;
  readonly seekText: string | null;
  /** Taxonomy codes. */
  readonly sectors: readonly string[];
  readonly themes: readonly string[];
  /** Kinds of collaboration it offers and seeks. */
  readonly offers: readonly string[];
  readonly seeks: readonly string[];
  readonly markets: readonly string[];
  readonly certifications: readonly string[];
  readonly consultingAreas: readonly string[];
  /** BCP 47 languages of service. */
  readonly languages: readonly string[];
  /** Months of operation, 1 to 12, ascending; empty: not stated. */
  readonly operatingMonths: readonly number[];
  readonly modes: readonly WorkingMode[];
  readonly capacity: Capacity | null;
  /** What a consultant asks for. */
  readonly fees: FeeRange | null;
  /** Engagements a consultant takes on at once. */
  readonly loadLimit: number | null;
}

/** The texts of a profile, which may be kept in several languages. */
export const PROFILE_TEXTS = ['summary', 'offerText', 'seekText'] as const;
export type ProfileText = (typeof PROFILE_TEXTS)[number];

export interface Profile extends ProfileContent, Fact {
  readonly organizationId: string;
  readonly translations: Translations<ProfileText>;
  readonly version: number;
  /** Counts the changes of the profile and of its entries; `version` counts those of the profile alone. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * A profile with what matching needs to know: of its organization, and of its entries, whose codes stand among its
 * own. Certificates that have run out are left out.
 */
export interface ProfileRecord extends Profile {
  /** What entries say, each in the language it was written in. */
  readonly offerWritings: readonly Writing[];
  readonly seekWritings: readonly Writing[];
  /** What entries say in other languages than their own, as far as it is not outdated. */
  readonly translatedWritings: readonly Writing[];
  readonly kind: OrganizationKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A text and its BCP 47 language. */
export interface Writing {
  readonly text: string;
  readonly language: string;
}

/** Fields as they are sent: left out is unchanged (or not stated, in a new profile), null is cleared. */
export type ProfileChanges = ChangesOf<ProfileContent, 'language'>;

const BLANK: Omit<ProfileContent, 'language'> = {
  summary: null,
  offerText: null,
  seekText: null,
  sectors: [],
  themes: [],
  offers: [],
  seeks: [],
  markets: [],
  certifications: [],
  consultingAreas: [],
  languages: [],
  operatingMonths: [],
  modes: [],
  capacity: null,
  fees: null,
  loadLimit: null,
};

/** A whole profile: what is not sent is not stated. */
export function wholeContent(input: ProfileChanges & Pick<ProfileContent, 'language'>): ProfileContent {
  return changedContent({ ...BLANK, language: input.language }, input);
}

/** `content` with the sent fields replaced. */
export function changedContent(content: ProfileContent, changes: ProfileChanges): ProfileContent {
  const months = patched(changes.operatingMonths, content.operatingMonths, []);
  return {
    language: patched(changes.language, content.language, content.language),
    summary: saidOrNull(patched(changes.summary, content.summary, null)),
    offerText: saidOrNull(patched(changes.offerText, content.offerText, null)),
    seekText: saidOrNull(patched(changes.seekText, content.seekText, null)),
    sectors: patched(changes.sectors, content.sectors, []),
    themes: patched(changes.themes, content.themes, []),
    offers: patched(changes.offers, content.offers, []),
    seeks: patched(changes.seeks, content.seeks, []),
    markets: patched(changes.markets, content.markets, []),
    certifications: patched(changes.certifications, content.certifications, []),
    consultingAreas: patched(changes.consultingAreas, content.consultingAreas, []),
    languages: patched(changes.languages, content.languages, []),
    operatingMonths: [...months].sort((a, b) => a - b),
    modes: patched(changes.modes, content.modes, []),
    capacity: patched(changes.capacity, content.capacity, null),
    fees: patched(changes.fees, content.fees, null),
    loadLimit: patched(changes.loadLimit, content.loadLimit, null),
  };
}

/** The texts of a content as they were written. */
export function originalsOf({
  language,
  summary,
  offerText,
  seekText,
}: ProfileContent): Originals<ProfileText> {
  return { language, texts: { summary, offerText, seekText } };
}

/** What an edit leaves of the translations. */
export function translationsAfter(current: Profile, content: ProfileContent): Translations<ProfileText> {
  return afterEdit(current.translations, originalsOf(current), originalsOf(content));
}

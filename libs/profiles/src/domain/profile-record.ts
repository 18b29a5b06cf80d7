import type { OrganizationKind } from '#libs/contracts';
import type { Entry } from './entry.js';
import { type Profile, type ProfileRecord, wholeContent, type Writing } from './profile.js';

/** Whether a code of the vocabulary is of a kind. */
export type IsOfKind = (kind: 'collaboration' | 'theme' | 'certification', code: string) => boolean;

/** Entries whose texts tell what is offered, and what is sought. */
const OFFERING = ['offer', 'resource', 'season', 'event', 'medium', 'method'] as const;
const SEEKING = ['seek', 'goal'] as const;

/** What the organization itself adds to its record. */
export interface RecordHome {
  readonly kind: OrganizationKind;
  readonly country: string;
}

/**
 * A profile as matching and completeness see it: what its entries state counts as if the profile stated it.
 *
 * @param today calendar date, UTC
 */
export function recordOf(
  profile: Profile,
  entries: readonly Entry[],
  { kind, country }: RecordHome,
  isOfKind: IsOfKind,
  today: string,
): ProfileRecord {
  const of = (...kinds: readonly Entry['kind'][]): Entry[] =>
    entries.filter((entry) => kinds.includes(entry.kind));
  const codes = (from: readonly Entry[], concept: 'collaboration' | 'theme'): string[] =>
    from.flatMap((entry) => entry.codes.filter((code) => isOfKind(concept, code)));
  const offers = of('offer');
  const trade = [...offers, ...of('seek')];
  return {
    ...profile,
    kind,
    country,
    offers: union(profile.offers, codes(offers, 'collaboration')),
    seeks: union(profile.seeks, codes(of('seek'), 'collaboration')),
    themes: union(profile.themes, codes(entries, 'theme')),
    markets: union(
      profile.markets,
      trade.flatMap(({ markets }) => markets),
    ),
    certifications: heldCertifications(profile.certifications, of('certification'), today),
    operatingMonths: statedOr(profile.operatingMonths, () => monthsOf(offers)),
    capacity: capacityOf(profile, offers),
    offerWritings: of(...OFFERING).map(writingOf),
    seekWritings: of(...SEEKING).map(writingOf),
    translatedWritings: of(...OFFERING, ...SEEKING).flatMap(translationsOf),
  };
}

/** Codes that are declared or certified, without those of which every certificate has run out. */
export function heldCertifications(
  declared: readonly string[],
  certificates: readonly Pick<Entry, 'codes' | 'expiresOn'>[],
  today: string,
): string[] {
  const isValid = ({ expiresOn }: Pick<Entry, 'expiresOn'>): boolean =>
    expiresOn === null || expiresOn >= today;
  const valid = new Set(certificates.filter(isValid).flatMap(({ codes }) => codes));
  const known = new Set(certificates.flatMap(({ codes }) => codes));
  return union(
    declared.filter((code) => !known.has(code) || valid.has(code)),
    [...valid],
  );
}

function writingOf({ title, text, language }: Entry): Writing {
  return { text: text === null ? title : `${title}\n${text}`, language };
}

/** An entry in each language it was translated to; what of it is outdated is left out. */
function translationsOf({ translations }: Entry): Writing[] {
  const texts = new Map<string, string[]>();
  for (const versions of [translations.title, translations.text])
    for (const [language, { text, state }] of Object.entries(versions ?? {}))
      if (state !== 'outdated') texts.set(language, [...(texts.get(language) ?? []), text]);
  return [...texts].map(([language, parts]) => ({ language, text: parts.join('\n') }));
}

function capacityOf({ capacity }: Profile, offers: readonly Entry[]): Profile['capacity'] {
  const stated = offers.flatMap((offer) => offer.capacity ?? []);
  if (capacity?.maxGroup !== undefined || stated.length === 0) return capacity;
  return { ...capacity, maxGroup: Math.max(...stated) };
}

/** All months of the offers, unless one of them says nothing and so may be had all year. */
function monthsOf(offers: readonly Entry[]): number[] {
  if (offers.some(({ months }) => months.length === 0)) return [];
  return union(
    [],
    offers.flatMap(({ months }) => months),
  ).sort((a, b) => a - b);
}

function statedOr<Item>(stated: readonly Item[], derive: () => readonly Item[]): readonly Item[] {
  return stated.length > 0 ? stated : derive();
}

function union<Item>(some: readonly Item[], others: readonly Item[]): Item[] {
  return [...new Set([...some, ...others])];
}

/** The record of an organization that has not written a profile yet. */
export function unwrittenRecord(organizationId: string, { kind, country }: RecordHome): ProfileRecord {
  const never = new Date(0);
  return {
    ...wholeContent({ language: 'en' }),
    ...{ organizationId, kind, country, offerWritings: [], seekWritings: [] },
    ...{ translatedWritings: [], translations: {} },
    ...{ version: 0, revision: 0, ownerId: null, askedAt: null },
    ...{ checkedAt: never, createdAt: never, updatedAt: never },
  };
}

import { MALAY_TERMS } from './malay.js';
import { RUSSIAN_TERMS } from './russian.js';
import { THAI_TERMS } from './thai.js';
import { TRADITIONAL_CHINESE_TERMS } from './traditional-chinese.js';

const TERMS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['ms', MALAY_TERMS],
  ['th', THAI_TERMS],
  ['ru', RUSSIAN_TERMS],
  ['zh-Hant', TRADITIONAL_CHINESE_TERMS],
]);

/**
 * How the trade names a concept in the languages for which the taxonomy has labels and little more, by language.
 * Not proofread by native speakers yet. Empty for concepts that need none.
 */
export function professionalTerms(id: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...TERMS].map(([language, terms]) => [language, terms[id]?.split('|') ?? []] as const),
  );
}

/** The concepts that have such terms, for checks against a taxonomy. */
export function conceptsWithProfessionalTerms(): readonly string[] {
  return [...new Set([...TERMS.values()].flatMap((terms) => Object.keys(terms)))];
}

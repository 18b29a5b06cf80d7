import type { TaxonomyTerm } from '../document.js';
import { analyse, keyOf, unitsOf } from '../text/analyse.js';
import { professionalTerms } from '../terms/professional-terms.js';
import { namesOfCountry, russianCases } from './country-names.js';
import { COUNTRY_NAMES } from './country-words.js';
import { isEverydayForm } from './everyday-forms.js';

/** One meaning of a surface form: the concept, its language, whether it needs a fitting context. */
export interface Meaning {
  readonly id: string;
  /** Primary subtag (`zh`) of the language it was written for. */
  readonly language: string;
  readonly isAmbiguous: boolean;
  /** Set when the form was written with capitals and means the concept only so ("AS", "Nga", "FIT"). */
  readonly exact?: string;
}

export interface SurfaceForm {
  readonly units: Uint16Array;
  readonly meanings: readonly Meaning[];
}

/** "zh-Hant-TW" is "zh", and so is "ZH_hant". */
export function primaryLanguage(tag: string): string {
  const end = tag.search(/[-_]/u);
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

const HANGUL_WITH_SPACE = /\p{Script=Hangul} \p{Script=Hangul}/u;
const LOWER_FIRST = /^\p{Lower}/u;

/** A Korean compound is written with or without its spaces. */
function spellings(form: string): readonly string[] {
  return HANGUL_WITH_SPACE.test(form) ? [form, form.replaceAll(' ', '')] : [form];
}

type WrittenForm = readonly [language: string, form: string, isAmbiguous: boolean];

function* writtenForms(term: TaxonomyTerm): Generator<WrittenForm> {
  for (const [language, label] of Object.entries(term.labels))
    if (label !== undefined) yield [language, label, isAmbiguous(term, language, label)];
  const further = [term.synonyms ?? {}, professionalTerms(term.id), countryNames(term)];
  for (const synonyms of further) {
    for (const [language, forms] of Object.entries(synonyms))
      for (const form of forms ?? []) yield [language, form, isAmbiguous(term, language, form)];
  }
  for (const form of countryNames(term).ru?.flatMap(russianCases) ?? []) yield ['ru', form, true];
}

function countryNames({
  id,
  kind,
  codes,
  labels,
}: TaxonomyTerm): Readonly<Record<string, readonly string[]>> {
  const { iso2 } = codes;
  const isCountry = kind === 'market' && typeof iso2 === 'string';
  return Object.fromEntries(
    Object.keys(labels).map((language) => [
      language,
      [...(COUNTRY_NAMES[language]?.[id] ?? []), ...(isCountry ? namesOfCountry(iso2, language) : [])],
    ]),
  );
}

function isAmbiguous(term: TaxonomyTerm, language: string, form: string): boolean {
  return (
    (term.ambiguous_forms?.[language]?.includes(form) ?? false) || isEverydayForm(term.id, language, form)
  );
}

/** "Golf courses (public)" is looked for as "Golf courses": what stands in brackets explains, nobody writes it. */
function withoutBrackets(form: string): string {
  return form.replace(/\s*[(（].*?[)）]\s*/gu, ' ').trim();
}

/** Collects every labelled and synonymous form of the terms; equal forms are one form with several meanings. */
export function surfaceForms(terms: readonly TaxonomyTerm[]): SurfaceForm[] {
  const forms = new Map<string, { units: Uint16Array; meanings: Meaning[] }>();
  for (const term of terms) {
    for (const [language, written, ambiguous] of writtenForms(term)) {
      const form = withoutBrackets(written);
      const exact =
        ambiguous && form.toLowerCase() !== form && !LOWER_FIRST.test(form) ? { exact: form } : {};
      for (const spelling of spellings(form)) {
        const units = unitsOf(analyse(spelling));
        if (units.length === 0) continue;
        const entry = forms.get(keyOf(units)) ?? { units, meanings: [] };
        entry.meanings.push({
          id: term.id,
          language: primaryLanguage(language),
          isAmbiguous: ambiguous,
          ...exact,
        });
        forms.set(keyOf(units), entry);
      }
    }
  }
  return [...forms.values()];
}

/**
 * The shape of `data/taxonomy.json`: one controlled vocabulary of tourism concepts, labelled in ten languages.
 * Every concept is a code (`thm.golf`), so two texts that share no word can still share a concept.
 */

export const CONCEPT_KINDS = [
  'sector',
  'theme',
  'collaboration',
  'consulting_area',
  'market',
  'sdg_target',
  'size_class',
  'certification',
] as const;

export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** A link between two concepts; `weight` in 0..1 is an editorial estimate of closeness, the same both ways. */
export interface RelatedConcept {
  readonly id: string;
  readonly weight: number;
}

/** Texts by BCP 47 language tag. */
type ByLanguage<T> = Readonly<Partial<Record<string, T>>>;

export interface TaxonomyTerm {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly parent: string | null;
  /** Codes of public standards; a market that is a country carries `iso2`. */
  readonly codes: Readonly<Record<string, unknown>>;
  readonly labels: ByLanguage<string>;
  readonly synonyms?: ByLanguage<readonly string[]>;
  readonly related: readonly RelatedConcept[];
  /** Short surface forms that mean this concept only in a fitting context. */
  readonly ambiguous_forms?: ByLanguage<readonly string[]>;
}

export interface TaxonomyDocument {
  readonly version: string;
  readonly languages: readonly string[];
  readonly terms: readonly TaxonomyTerm[];
}

/** A place that texts may name: the caller's own id and every spelling, in any script, it should be found by. */
export interface PlaceName {
  readonly id: string;
  readonly names: readonly string[];
  /** Degrees, WGS 84, where they are known. */
  readonly lat?: number | null;
  readonly lon?: number | null;
}

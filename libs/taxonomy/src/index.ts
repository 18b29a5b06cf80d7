export { CONCEPT_KINDS } from './document.js';
export type { ConceptKind, PlaceName, RelatedConcept, TaxonomyDocument, TaxonomyTerm } from './document.js';
export { compileVocabulary } from './vocabulary/compile.js';
export type { Concept, TaggedSpan, Vocabulary } from './vocabulary/vocabulary.js';
export { conceptsOf, EVIDENCE_WEIGHTS, namedPlacesOf } from './concepts-of.js';
export type { Evidence, NamedPlace, WeightedConcept, WrittenText } from './concepts-of.js';
export { impliedOffers, placesSought } from './trade.js';
export type { PlaceWish, SoughtPlaces } from './trade.js';
export { cityNames } from './places/city-names.js';

export { type ConceptCard, TaxonomyCodes } from './app/taxonomy-codes.js';
export { VocabularyModule } from './vocabulary.module.js';

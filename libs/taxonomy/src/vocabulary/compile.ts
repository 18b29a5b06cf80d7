import type { ConceptKind, PlaceName, RelatedConcept, TaxonomyDocument, TaxonomyTerm } from '../document.js';
import { Neighbours } from '../places/neighbours.js';
import { PlaceTagger } from '../places/place-tagger.js';
import { analyse } from '../text/analyse.js';
import { derivedCues } from './cues.js';
import { surfaceForms } from './forms.js';
import { ConceptTagger } from './tagger.js';
import type { TaggedSpan } from '../tagged-span.js';
import type { Concept, Vocabulary } from './vocabulary.js';

function toConcept(term: TaxonomyTerm): Concept {
  const country = term.kind === 'market' ? term.codes.iso2 : undefined;
  const { id, kind, parent, labels, related } = term;
  return { id, kind, parent, labels, related, ...(typeof country === 'string' ? { country } : {}) };
}

/** Changes when the same taxonomy is read differently: other terms, other edges, other cues. */
const READING_VERSION = 'r5';

/** UTF-16 units of a text that are read. Profiles have hundreds; whoever sends a book is known by its beginning. */
export const READ_AT_MOST = 100_000;

class CompiledVocabulary implements Vocabulary {
  readonly version: string;
  private readonly concepts: ReadonlyMap<string, Concept>;
  private readonly relatedIds: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly conceptTagger: ConceptTagger;
  private readonly placeTagger: PlaceTagger;
  private readonly neighbours: Neighbours;

  constructor(document: TaxonomyDocument, places: readonly PlaceName[]) {
    this.version = `${document.version}+${READING_VERSION}`;
    this.concepts = new Map(document.terms.map((term) => [term.id, toConcept(term)]));
    this.relatedIds = new Map(
      document.terms.map((term) => [term.id, new Set(term.related.map((r) => r.id))]),
    );
    const phrases = surfaceForms(document.terms);
    this.conceptTagger = new ConceptTagger(phrases, derivedCues(document.terms, phrases), {
      kindOf: (id) => this.concept(id).kind,
      areRelated: (a, b) => this.areRelated(a, b),
    });
    this.placeTagger = new PlaceTagger(places);
    this.neighbours = new Neighbours(places);
  }

  tag(whole: string, language?: string): TaggedSpan[] {
    const text = whole.length > READ_AT_MOST ? whole.slice(0, READ_AT_MOST) : whole;
    const stream = analyse(text);
    const found = [...this.conceptTagger.tag(text, stream, language), ...this.placeTagger.tag(text, stream)];
    return found.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  }

  has(id: string): boolean {
    return this.concepts.has(id);
  }

  concept(id: string): Concept {
    const concept = this.concepts.get(id);
    if (concept === undefined) throw new RangeError(`Unknown concept: ${id}`);
    return concept;
  }

  label(id: string, language: string): string {
    const labels = this.concepts.get(id)?.labels;
    return labels?.[language] ?? labels?.[language.split('-')[0] ?? ''] ?? labels?.en ?? id;
  }

  related(id: string): readonly RelatedConcept[] {
    return this.concepts.get(id)?.related ?? [];
  }

  parent(id: string): string | null {
    return this.concepts.get(id)?.parent ?? null;
  }

  conceptIds(kind?: ConceptKind): readonly string[] {
    const all = [...this.concepts.values()];
    return (kind === undefined ? all : all.filter((concept) => concept.kind === kind)).map(
      (concept) => concept.id,
    );
  }

  placesNear(id: string): readonly string[] {
    return this.neighbours.of(id);
  }

  private areRelated(a: string, b: string): boolean {
    return this.parent(a) === b || this.parent(b) === a || (this.relatedIds.get(a)?.has(b) ?? false);
  }
}

/**
 * Compiles the taxonomy and the names of places into one automaton each. Takes a fraction of a second for the whole
 * vocabulary; do it once per process and again when the taxonomy or the list of places changes.
 */
export function compileVocabulary(taxonomy: TaxonomyDocument, places: readonly PlaceName[]): Vocabulary {
  return new CompiledVocabulary(taxonomy, places);
}

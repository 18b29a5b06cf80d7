import { buildAutomaton, type Automaton } from '../automaton/aho-corasick.js';
import type { ConceptKind } from '../document.js';
import { standsAlone, standsIsolated } from '../text/edges.js';
import type { CharacterStream } from '../text/stream.js';
import { primaryLanguage, type Meaning, type SurfaceForm } from './forms.js';
import { namesALanguage } from './language-names.js';
import type { TaggedSpan } from '../tagged-span.js';

interface Hit {
  readonly form: SurfaceForm;
  readonly start: number;
  readonly end: number;
  readonly source: 'phrase' | 'cue';
}

export interface ConceptLinks {
  kindOf(id: string): ConceptKind;
  areRelated(a: string, b: string): boolean;
}

/** Finds concepts in an analysed text. */
export class ConceptTagger {
  private readonly automaton: Automaton;
  private readonly forms: readonly SurfaceForm[];

  constructor(
    phrases: readonly SurfaceForm[],
    cues: readonly SurfaceForm[],
    private readonly links: ConceptLinks,
  ) {
    this.forms = [...phrases, ...cues];
    this.phraseCount = phrases.length;
    this.automaton = buildAutomaton(this.forms.map((form) => form.units));
  }

  private readonly phraseCount: number;

  tag(text: string, stream: CharacterStream, language: string | undefined): TaggedSpan[] {
    const reader = language === undefined ? undefined : primaryLanguage(language);
    const hits = longestFirst(this.scan(stream), stream.length);
    const certain: TaggedSpan[] = [];
    const doubtful: { span: TaggedSpan; meaning: Meaning; hit: Hit }[] = [];
    for (const hit of hits) {
      for (const meaning of readable(hit.form.meanings, reader)) {
        const span = this.span(text, stream, hit, meaning.id);
        if (span.kind === 'market' && namesALanguage(text, span.start, span.end)) continue;
        if (meaning.isAmbiguous) doubtful.push({ span, meaning, hit });
        else certain.push(span);
      }
    }
    const supported = doubtful.filter(({ span, meaning, hit }) =>
      this.isSupported(text, stream, span, meaning, hit, certain),
    );
    return [...certain, ...supported.map(({ span }) => span)];
  }

  private scan(stream: CharacterStream): Hit[] {
    const hits: Hit[] = [];
    this.automaton.scan(stream.units, stream.length, (index, end) => {
      const form = this.forms[index]!;
      const start = end - form.units.length;
      if (!standsAlone(stream, start, end)) return;
      hits.push({ form, start, end, source: index < this.phraseCount ? 'phrase' : 'cue' });
    });
    return hits;
  }

  private span(text: string, stream: CharacterStream, hit: Hit, id: string): TaggedSpan {
    const start = stream.starts[hit.start] ?? 0;
    const end = stream.ends[hit.end - 1] ?? start;
    return { id, kind: this.links.kindOf(id), start, end, quote: text.slice(start, end), source: hit.source };
  }

  /**
   * An ambiguous form counts when it is written as the vocabulary writes it (capitals not owed to the start of a
   * sentence), or stands isolated in a text that also speaks of the concept, or of a related one, unmistakably.
   */
  private isSupported(
    text: string,
    stream: CharacterStream,
    span: TaggedSpan,
    meaning: Meaning,
    hit: Hit,
    certain: readonly TaggedSpan[],
  ): boolean {
    if (meaning.exact !== undefined) return span.quote === meaning.exact && !startsSentence(text, span.start);
    return (
      standsIsolated(stream, hit.start, hit.end) &&
      certain.some((other) => other.id === meaning.id || this.links.areRelated(other.id, meaning.id))
    );
  }
}

function startsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?。！？\n:])["'“‘(\s]*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    (start === 0 || /[.!?。！？\n:]/u.test(text.slice(Math.max(0, start - 4), start)))
  );
}

/** Keeps the longest hits, phrases before cues, and drops whatever overlaps one already kept. */
function longestFirst(hits: Hit[], length: number): Hit[] {
  const covered = new Uint8Array(length);
  const order = [...hits].sort(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  return order.filter((hit) => {
    for (let i = hit.start; i < hit.end; i += 1) if (covered[i] === 1) return false;
    covered.fill(1, hit.start, hit.end);
    return true;
  });
}

const rank = (hit: Hit): number => (hit.source === 'phrase' ? 0 : 1);

const LATIN_LANGUAGES = new Set(['en', 'vi', 'id', 'ms']);
const MALAY = new Set(['id', 'ms']);

/** The meanings that a text in this language can intend, one per concept. */
function readable(meanings: readonly Meaning[], language: string | undefined): readonly Meaning[] {
  const fitting =
    language === undefined ? meanings : meanings.filter((meaning) => isReadable(meaning.language, language));
  if (fitting.length <= 1) return fitting;
  const byConcept = new Map<string, Meaning>();
  for (const meaning of fitting) {
    if (byConcept.get(meaning.id)?.isAmbiguous ?? true) byConcept.set(meaning.id, meaning);
  }
  return [...byConcept.values()];
}

/** English words travel into every language, Indonesian and Malay share theirs, other scripts keep themselves apart. */
function isReadable(form: string, text: string): boolean {
  if (!LATIN_LANGUAGES.has(form) || form === 'en' || form === text) return true;
  return MALAY.has(form) && MALAY.has(text);
}

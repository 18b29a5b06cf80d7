import { buildAutomaton, type Automaton } from '../automaton/aho-corasick.js';
import type { ConceptKind } from '../document.js';
import { joinsBefore, standsAlone, standsIsolated } from '../text/edges.js';
import type { CharacterStream } from '../text/stream.js';
import type { Meaning, SurfaceForm } from './forms.js';
import { namesALanguage } from './language-names.js';
import { Readings } from './readings.js';
import type { TaggedSpan } from '../tagged-span.js';

interface Hit {
  /** Number of the form: phrases first, then cues. */
  readonly form: number;
  readonly start: number;
  readonly end: number;
}

interface Doubt {
  readonly span: TaggedSpan;
  readonly meaning: Meaning;
  readonly hit: Hit;
}

export interface ConceptLinks {
  kindOf(id: string): ConceptKind;
  areRelated(a: string, b: string): boolean;
}

/** Finds concepts in an analysed text. */
export class ConceptTagger {
  private readonly automaton: Automaton;
  private readonly lengths: Uint16Array;
  private readonly phraseCount: number;
  private readonly readings: Readings;

  constructor(
    phrases: readonly SurfaceForm[],
    cues: readonly SurfaceForm[],
    private readonly links: ConceptLinks,
  ) {
    const forms = [...phrases, ...cues];
    this.phraseCount = phrases.length;
    this.lengths = Uint16Array.from(forms, ({ units }) => units.length);
    this.readings = new Readings(forms);
    this.automaton = buildAutomaton(forms.map((form) => form.units));
  }

  tag(text: string, stream: CharacterStream, language: string | undefined): TaggedSpan[] {
    const meaningsOf = this.readings.in(language);
    const certain: TaggedSpan[] = [];
    const doubtful: Doubt[] = [];
    for (const hit of longestFirst(this.scan(stream), stream.length, this.phraseCount)) {
      for (const meaning of meaningsOf(hit.form)) {
        const span = this.span(text, stream, hit, meaning.id);
        if (span.kind === 'market' && namesALanguage(text, span.start, span.end)) continue;
        if (meaning.isAmbiguous) doubtful.push({ span, meaning, hit });
        else certain.push(span);
      }
    }
    if (doubtful.length === 0) return certain;
    const spoken = new Set(certain.map(({ id }) => id));
    const supported = new Map(
      doubtful
        .filter((each) => this.isSupported(text, stream, each, spoken))
        .map(({ span }) => [`${span.start} ${span.id}`, span]),
    );
    return [...certain, ...supported.values()];
  }

  private scan(stream: CharacterStream): Hit[] {
    const hits: Hit[] = [];
    const found = (form: number, end: number): void => {
      const start = end - this.lengths[form]!;
      if (standsAlone(stream, start, end)) hits.push({ form, start, end });
    };
    this.automaton.scan(stream.units, stream.length, found, joinsBefore);
    return hits;
  }

  private span(text: string, stream: CharacterStream, hit: Hit, id: string): TaggedSpan {
    const start = stream.starts[hit.start] ?? 0;
    const end = stream.ends[hit.end - 1] ?? start;
    const source = hit.form < this.phraseCount ? 'phrase' : 'cue';
    return { id, kind: this.links.kindOf(id), start, end, quote: text.slice(start, end), source };
  }

  /**
   * An ambiguous form counts when it is written as the vocabulary writes it (capitals not owed to the start of a
   * sentence), or stands isolated in a text that also speaks of the concept, or of a related one, unmistakably.
   */
  private isSupported(
    text: string,
    stream: CharacterStream,
    { span, meaning, hit }: Doubt,
    spoken: ReadonlySet<string>,
  ): boolean {
    if (meaning.exact !== undefined) return span.quote === meaning.exact && !startsSentence(text, span.start);
    return (
      standsIsolated(stream, hit.start, hit.end) &&
      (spoken.has(meaning.id) || [...spoken].some((id) => this.links.areRelated(id, meaning.id)))
    );
  }
}

function startsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?。！？\n:])["'“‘(\s]*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    (start === 0 || /[.!?。！？\n:]/u.test(text.slice(Math.max(0, start - 4), start)))
  );
}

/** Texts up to this length are marked on one kept array; longer ones get their own. */
const KEPT_LENGTH = 8192;
const keptMarks = new Uint8Array(KEPT_LENGTH);

/** Keeps the longest hits, phrases before cues, and drops whatever overlaps one already kept. */
function longestFirst(hits: Hit[], length: number, phraseCount: number): Hit[] {
  if (hits.length <= 1) return hits;
  const covered = length > KEPT_LENGTH ? new Uint8Array(length) : keptMarks;
  const rank = (hit: Hit): number => (hit.form < phraseCount ? 0 : 1);
  hits.sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept = hits.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (covered[at] === 1) return false;
    covered.fill(1, start, end);
    return true;
  });
  for (const { start, end } of kept) covered.fill(0, start, end);
  return kept;
}

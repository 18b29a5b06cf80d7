import { buildAutomaton, type Automaton } from '../automaton/aho-corasick.js';
import type { PlaceName } from '../document.js';
import { analyse, keyOf, unitsOf } from '../text/analyse.js';
import { joinsBefore, standsAlone, standsIsolated } from '../text/edges.js';
import { foldLatin, type CharacterStream } from '../text/stream.js';
import type { TaggedSpan } from '../tagged-span.js';
import { isEverydayWord } from './everyday-words.js';

interface PlaceForm {
  readonly units: Uint16Array;
  readonly ids: readonly string[];
  /** The name is also a common word: it must stand isolated and, in Latin script, be capitalised. */
  readonly isEveryday: boolean;
}

interface Hit {
  readonly form: PlaceForm;
  readonly start: number;
  readonly end: number;
}

function placeForms(places: readonly PlaceName[]): PlaceForm[] {
  const forms = new Map<string, { units: Uint16Array; ids: Set<string>; isEveryday: boolean }>();
  for (const place of places) {
    for (const name of place.names) {
      const units = unitsOf(foldLatin(analyse(name)));
      if (units.length < 2) continue;
      const entry = forms.get(keyOf(units)) ?? { units, ids: new Set(), isEveryday: isEverydayWord(name) };
      entry.ids.add(place.id);
      forms.set(keyOf(units), entry);
    }
  }
  return [...forms.values()].map((form) => ({ ...form, ids: [...form.ids] }));
}

/** Finds named places in an analysed text, whatever the script; Latin names without regard to case and diacritics. */
export class PlaceTagger {
  private readonly forms: readonly PlaceForm[];
  private readonly automaton: Automaton;

  constructor(places: readonly PlaceName[]) {
    this.forms = placeForms(places);
    this.automaton = buildAutomaton(this.forms.map((form) => form.units));
  }

  tag(text: string, analysed: CharacterStream): TaggedSpan[] {
    if (this.forms.length === 0) return [];
    const stream = foldLatin(analysed);
    const spans: TaggedSpan[] = [];
    let coveredTo = 0;
    for (const hit of this.scan(text, stream)) {
      if (hit.start < coveredTo) continue;
      coveredTo = hit.end;
      const start = stream.starts[hit.start] ?? 0;
      const end = stream.ends[hit.end - 1] ?? start;
      for (const id of hit.form.ids)
        spans.push({ id, kind: 'place', start, end, quote: text.slice(start, end), source: 'phrase' });
    }
    return spans;
  }

  /** Leftmost first, and the longest of those that begin together. */
  private scan(text: string, stream: CharacterStream): Hit[] {
    const hits: Hit[] = [];
    const found = (index: number, end: number): void => {
      const form = this.forms[index]!;
      const start = end - form.units.length;
      if (this.isNamed(text, stream, form, start, end)) hits.push({ form, start, end });
    };
    this.automaton.scan(stream.units, stream.length, found, joinsBefore);
    return hits.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private isNamed(
    text: string,
    stream: CharacterStream,
    form: PlaceForm,
    start: number,
    end: number,
  ): boolean {
    if (!form.isEveryday) return standsAlone(stream, start, end);
    const first = text.charAt(stream.starts[start] ?? 0);
    return standsIsolated(stream, start, end) && first === first.toUpperCase();
  }
}

import { analyse } from './analyse.js';
import { classOf, HAN, HANGUL, MARK, OTHER, WORD } from './characters.js';
import { type CharacterStream, foldLatin } from './stream.js';

/** What a text is found by: whole words where words have edges, pieces of one and two characters where not. */
export interface SearchTokens {
  /** Words of Latin, Cyrillic and other spaced scripts: folded, light stems. */
  readonly words: readonly string[];
  /** Overlapping pairs inside runs of Hangul, Han, kana, Thai, Lao, Khmer and Burmese. */
  readonly pairs: readonly string[];
  /** Single characters of those runs: all of Hangul and Han, and every run that is only one character long. */
  readonly singles: readonly string[];
}

interface Run {
  readonly isWord: boolean;
  readonly units: readonly string[];
}

/**
 * The pieces of a text as a search index wants them, each once. Case, width and the diacritics of Latin letters are
 * folded and plurals cut as everywhere in this library, so that "Đà Nẵng" and "da nang" give the same words.
 */
export function searchTokens(text: string): SearchTokens {
  const runs = runsOf(foldLatin(analyse(text)));
  const pieces = runs.filter(({ isWord }) => !isWord).map(({ units }) => units);
  return {
    words: unique(runs.filter(({ isWord }) => isWord).map(({ units }) => units.join(''))),
    pairs: unique(pieces.flatMap((units) => units.slice(1).map((unit, at) => `${units[at] ?? ''}${unit}`))),
    singles: unique(
      pieces.flatMap((units) => (units.length === 1 ? units : units.filter((unit) => isSyllable(unit)))),
    ),
  };
}

/**
 * What a text must hold to be found by this query: like {@link searchTokens}, but a run of several characters is
 * asked for by its pairs alone.
 */
export function queryTokens(query: string): string[] {
  const runs = runsOf(foldLatin(analyse(query)));
  return unique(
    runs.flatMap(({ isWord, units }) => {
      if (isWord) return [units.join('')];
      if (units.length === 1) return units;
      return units.slice(1).map((unit, at) => `${units[at] ?? ''}${unit}`);
    }),
  );
}

const unique = (items: readonly string[]): string[] => [...new Set(items)];

const isSyllable = (unit: string): boolean => {
  const kind = classOf(unit.charCodeAt(0));
  return kind === HANGUL || kind === HAN;
};

/** A mark stays with the run it stands in; a word and a run without spaces part even where nothing is between them. */
function runsOf(stream: CharacterStream): Run[] {
  const runs: { isWord: boolean; units: string[] }[] = [];
  let open: { isWord: boolean; units: string[] } | undefined;
  for (let at = 0; at < stream.length; at += 1) {
    const unit = stream.units[at] ?? 0;
    const kind = classOf(unit);
    if (kind === OTHER) {
      open = undefined;
      continue;
    }
    const isWord = kind === WORD;
    if (!open || (kind !== MARK && open.isWord !== isWord)) {
      if (kind === MARK) continue;
      open = { isWord, units: [] };
      runs.push(open);
    }
    open.units.push(String.fromCharCode(unit));
  }
  return runs;
}

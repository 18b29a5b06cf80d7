/** One record as a text engine sees it. */
export interface TextDocument {
  readonly id: string;
  readonly text: string;
}

/** Searches one collection: ids of what it found, best first. */
export type Search = (query: string) => Promise<readonly string[]>;

/** An engine in one of its settings. */
export interface TextEngine {
  readonly setting: string;
  index(documents: readonly TextDocument[]): Promise<Search>;
}

/** Words of scripts that part them; runs of the others, to be looked into. */
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/**
 * Words, and overlapping pairs of characters for Korean, Japanese, Chinese and Thai: the most that a text engine can
 * be given without a dictionary. As they come, engines take a whole Chinese sentence for one word.
 */
export function wordsAndPairs(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];
  return runs.flatMap((run) => (WITHOUT_SPACES.test(run) ? pairsOf(run) : [run]));
}

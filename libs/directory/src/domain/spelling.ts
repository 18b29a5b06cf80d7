/** Below this a word has too many neighbours to guess what was meant. */
const SHORTEST = 4;
/** From here on two slips are forgiven, below it one. */
const LONG = 6;
/** Only the beginning is cut: the rest is compared letter by letter anyway. */
const CUT_LENGTH = 8;

/** Whether slips in this word are forgiven: scripts with letters, and long enough. */
export function isForgiving(word: string): boolean {
  return word.length >= SHORTEST && /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(word);
}

/** How many slips (a letter too many, missing, wrong, or two swapped) are forgiven in a word of this length. */
export function slipsAllowed(word: string): number {
  return word.length >= LONG ? 2 : 1;
}

/**
 * What is left of a word's beginning when up to two letters are missing, itself included. Two words within two slips
 * of each other share at least one of these, so looking for shared ones finds all candidates by equality alone
 * (symmetric deletion).
 */
export function cutsOf(word: string): string[] {
  const cuts = new Set<string>([word.slice(0, CUT_LENGTH)]);
  let last: readonly string[] = [...cuts];
  for (let slip = 0; slip < slipsAllowed(word); slip += 1) {
    last = last.flatMap((text) => [...text].map((_, at) => text.slice(0, at) + text.slice(at + 1)));
    for (const cut of last) cuts.add(cut);
  }
  return [...cuts];
}

/** The rows of the table that slips are counted in, by the last letters compared. */
interface Rows {
  readonly before: readonly number[];
  readonly last: readonly number[];
}

/**
 * Slips between two words: inserted, missing, wrong and swapped letters, each one (optimal string alignment).
 * Counts no further than `limit + 1`.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let rows: Rows = { before: [], last: Array.from({ length: b.length + 1 }, (_, at) => at) };
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow(a, b, i, rows);
    if (Math.min(...next) > limit) return limit + 1;
    rows = { before: rows.last, last: next };
  }
  return Math.min(cell(rows.last, b.length), limit + 1);
}

function nextRow(a: string, b: string, i: number, { before, last }: Rows): number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const changed = cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = i > 1 && j > 1 && isSwap ? cell(before, j - 2) + 1 : Infinity;
    next.push(Math.min(cell(last, j) + 1, cell(next, j - 1) + 1, changed, swapped));
  }
  return next;
}

const cell = (row: readonly number[], at: number): number => row[at] ?? Infinity;

/** The nearest of `candidates` within the slips allowed, the first letter kept if possible, then by the alphabet. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const limit = slipsAllowed(word);
  const [best] = candidates
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({
      candidate,
      slips: slipsBetween(word, candidate, limit),
      isOtherStart: candidate.startsWith(word.charAt(0)) ? 0 : 1,
    }))
    .filter(({ slips }) => slips <= limit)
    .sort(
      (a, b) => a.slips - b.slips || a.isOtherStart - b.isOtherStart || (a.candidate < b.candidate ? -1 : 1),
    );
  return best?.candidate;
}

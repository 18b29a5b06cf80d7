import { amount, probability } from '../assign/bad-numbers.js';

/** The chance of something by a score: never falling, a straight line between two points, level beyond the ends. Plain data. */
export interface Curve {
  /** Rising. */
  readonly scores: readonly number[];
  /** 0..1 each, as many as scores. */
  readonly chances: readonly number[];
}

/** What was seen around one score: of so many times that it could have happened, it did so often. */
export interface Observed {
  readonly score: number;
  /** Need not be whole: a low place in a list is half a look. */
  readonly times: number;
  readonly happened: number;
}

/** @returns 0..1 */
export function chanceAt({ scores, chances }: Curve, score: number): number {
  const right = scores.findIndex((each) => each >= score);
  if (right === 0 || scores.length === 0) return chances[0] ?? 0;
  if (right < 0) return chances.at(-1) ?? 0;
  const [from, to] = [scores[right - 1]!, scores[right]!];
  const share = (score - from) / (to - from);
  return chances[right - 1]! * (1 - share) + chances[right]! * share;
}

/**
 * The curve that fits what was seen best among all that never fall (isotonic regression, pool adjacent violators).
 * `prior` is believed as if it had been seen `belief` times at each of its points, so that little evidence moves
 * little. What is no number, or below 0, counts as 0; nothing happens more often than it could.
 */
export function calibrated(prior: Curve, observed: readonly Observed[], belief: number): Curve {
  const points = prior.scores.map((score, at) => ({
    times: amount(belief),
    happened: amount(belief) * probability(prior.chances[at] ?? 0),
    score,
  }));
  for (const { score, times, happened } of observed) {
    const nearest = nearestTo(prior.scores, score);
    const point = points[nearest];
    if (point === undefined) continue;
    point.times += amount(times);
    point.happened += Math.min(amount(times), amount(happened));
  }
  return { scores: prior.scores, chances: neverFalling(points) };
}

function nearestTo(scores: readonly number[], score: number): number {
  let best = 0;
  for (const [at, each] of scores.entries())
    if (Math.abs(each - score) < Math.abs(scores[best]! - score)) best = at;
  return best;
}

interface Block {
  times: number;
  happened: number;
  points: number;
}

const meanOf = ({ times, happened }: Block): number => (times === 0 ? 0 : happened / times);

function neverFalling(points: readonly { readonly times: number; readonly happened: number }[]): number[] {
  const blocks: Block[] = [];
  for (const { times, happened } of points) {
    let block: Block = { times, happened, points: 1 };
    for (let last = blocks.at(-1); last && meanOf(last) >= meanOf(block); last = blocks.at(-1)) {
      blocks.pop();
      block = {
        times: last.times + block.times,
        happened: last.happened + block.happened,
        points: last.points + block.points,
      };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.points }, () => meanOf(block)));
}

/** By how much a match would rise, as a word: a number would promise more than a model of people can hold. */
export const LIFTS = ['much', 'clearly', 'slightly'] as const;
export type Lift = (typeof LIFTS)[number];

/** A third of the way from one fit to the next, and all but half of it. */
const MUCH = 0.08;
const CLEARLY = 0.03;

/** @param gain of a score, 0–1 */
export function liftOf(gain: number): Lift {
  if (gain >= MUCH) return 'much';
  return gain >= CLEARLY ? 'clearly' : 'slightly';
}

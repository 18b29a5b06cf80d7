/** Probability, 0..1, that a place in a list is looked at: 1 at the top, falling as 1/log2(1 + position). */
export const examination = (position: number): number => 1 / Math.log2(1 + (position > 1 ? position : 1));

/** Looks that a list of this length gives away in all. */
export function looksOf(length: number): number {
  let looks = 0;
  for (let position = 1; position <= length; position += 1) looks += examination(position);
  return looks;
}

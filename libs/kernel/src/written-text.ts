/** Code points of a text, which is what limits count: one emoji of the supplementary planes is one. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** True when a text can be kept and sent on unharmed: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/** Blank text says nothing, so it is kept as nothing. */
export function saidOrNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}

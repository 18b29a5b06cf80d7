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

/**
 * Line breaks and other control characters; marks, embeddings, overrides and isolates that turn the direction of
 * what follows; and joiners that hide between letters, by which two names can look the same.
 */
const OFF_THE_LINE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069]/u;

/** True when a name or a title reads on one line, in the order it is written in. */
export function isOneLine(text: string): boolean {
  return !OFF_THE_LINE.test(text);
}

/** Blank text says nothing, so it is kept as nothing. */
export function saidOrNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}

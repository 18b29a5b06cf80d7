/** How long what lists leave behind is kept, in days; what a match or an answer was computed from stays with it. */
export const KEPT_DAYS = {
  /** What was shown, after the last time: answers come within weeks, and how people answer is asked of half a year. */
  shown: 180,
  /** Inputs of scores that no match and no answer rests on any more. */
  unusedInputs: 14,
} as const;

/** Longest texts, in characters. */
export const MAX_WORDS = 10_000;
export const MAX_REASON = 2_000;

/** Property of an answer: a moment, or null while it has not come. */
export const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

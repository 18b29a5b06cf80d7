/** When people are told of messages that wait. All times in seconds. */
export const UNREAD_TELLING = {
  /** Whoever reads by then needs no telling. */
  wait: 20,
  /** A line that is open for so long over unread messages is a screen that nobody looks at. */
  waitWhileHere: 30 * 60,
  again: 60 * 60,
} as const;

/** How often each api process notes who has a line to it, and for how long a note holds. */
export const HERE = { noteEvery: 20, holds: 50 } as const;

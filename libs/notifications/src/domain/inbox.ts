import { defineTransitions } from '#libs/kernel';

/** Parts of the inbox: what waits for an answer of the reader, where they were named, and all else. */
export const INBOX_GROUPS = ['waiting', 'mentions', 'updates'] as const;
export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** How many rows of a part of the inbox are open, and how many of them unread. */
export interface GroupCount {
  readonly group: InboxGroup;
  readonly open: number;
  readonly unread: number;
}

export const NOTICE_STATES = ['open', 'snoozed', 'archived'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** A row of the inbox. Something new about its object brings it back, wherever it was put. */
export const noticeTransitions = defineTransitions<
  NoticeState,
  'tell' | 'archive' | 'snooze' | 'restore' | 'return' | 'settle'
>({
  feature: 'notice',
  initial: 'open',
  states: NOTICE_STATES,
  transitions: {
    tell: { from: ['open', 'snoozed', 'archived'], to: 'open', actor: 'an event of the object' },
    archive: { from: ['open', 'snoozed'], to: 'archived', actor: 'the person' },
    snooze: { from: ['open', 'snoozed', 'archived'], to: 'snoozed', actor: 'the person' },
    restore: { from: ['snoozed', 'archived'], to: 'open', actor: 'the person' },
    return: { from: ['snoozed'], to: 'open', actor: 'the clock of the database' },
    settle: { from: ['open', 'snoozed'], to: 'archived', actor: 'an event that answers it' },
  },
});

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;

/** Whether a row may be put off until then: a minute at least, a year at most. */
export function isSnoozeTime(until: Date, now: Date): boolean {
  const distance = until.getTime() - now.getTime();
  return distance >= MINUTE && distance <= YEAR;
}

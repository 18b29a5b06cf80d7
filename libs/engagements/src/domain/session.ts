import { defineTransitions } from '#libs/kernel';
import type { Side } from './engagement.js';

export const SESSION_STATES = ['proposed', 'confirmed', 'moved', 'held', 'missed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];
export type SessionVerb = 'confirm' | 'propose-anew' | 'move' | 'cancel' | 'miss' | 'write-minutes';

export const MAX_SLOTS = 3;
export const REMINDER_MINUTES = [24 * 60, 10] as const;

export const sessionTransitions = defineTransitions<SessionState, SessionVerb>({
  feature: 'engagement-session',
  initial: 'proposed',
  states: SESSION_STATES,
  transitions: {
    confirm: {
      from: ['proposed', 'moved'],
      to: 'confirmed',
      actor: 'the side that did not propose the times',
      event: 'engagement-session.confirmed',
    },
    'propose-anew': {
      from: ['proposed'],
      to: 'proposed',
      actor: 'requester or consultant',
      event: 'engagement-session.proposed',
    },
    move: {
      from: ['confirmed', 'moved'],
      to: 'moved',
      actor: 'requester or consultant',
      event: 'engagement-session.moved',
    },
    cancel: {
      from: ['proposed', 'confirmed', 'moved'],
      to: 'cancelled',
      actor: 'requester or consultant',
      event: 'engagement-session.cancelled',
    },
    miss: {
      from: ['confirmed'],
      to: 'missed',
      actor: 'requester or consultant, once its time has come',
      event: 'engagement-session.missed',
    },
    'write-minutes': {
      from: ['confirmed'],
      to: 'held',
      actor: 'the consultant, once its time has come',
      event: 'engagement-session.minutes-written',
    },
  },
});

export const ABSENT = ['consultant', 'requester', 'both'] as const;
export type Absent = (typeof ABSENT)[number];

export interface EngagementSession {
  readonly id: string;
  readonly engagementId: string;
  readonly state: SessionState;
  readonly agenda: string;
  /** BCP 47 of agenda, place and reason. */
  readonly language: string;
  readonly lengthMinutes: number;
  /** A place, or the address of a room online. */
  readonly place: string | null;
  /** Beginnings that are proposed; up to three. */
  readonly slots: readonly Date[];
  /** The beginning that was confirmed. */
  readonly startsAt: Date | null;
  /** Of its calendar entry; rises with every change. 0: none was sent yet. */
  readonly sequence: number;
  readonly proposedBySide: Side;
  readonly absent: Absent | null;
  readonly endReason: string | null;
  readonly minutes: string | null;
  readonly minutesLanguage: string | null;
  /** How long it took. */
  readonly heldMinutes: number | null;
  readonly minutesWrittenAt: Date | null;
  readonly minutesConfirmedAt: Date | null;
  /** Null where five days of silence confirmed them. */
  readonly minutesConfirmedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const endOf = (startsAt: Date, lengthMinutes: number): Date =>
  new Date(startsAt.getTime() + lengthMinutes * 60_000);

/** Whether two spans share a moment; touching is not overlapping. */
export function overlaps(one: { from: Date; to: Date }, other: { from: Date; to: Date }): boolean {
  return one.from < other.to && other.from < one.to;
}

import { Injectable } from '@nestjs/common';
import { WorkingDays, zoneOf } from '#libs/calendars';
import { PersonsReader } from '#libs/identity';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { ConsultingRequestRepository, type RequestMarks } from '../data/consulting-request.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import {
  CHOICE_REMINDER_DAYS,
  type ConsultingRequestState,
  DESK_STATES,
  INFORMATION_DAYS,
  INFORMATION_REMINDER_DAYS,
  QUOTING_DAYS,
  TRIAGE_WORKING_DAYS,
} from '../domain/request-states.js';

const DAY = 86_400_000;

/** Does what time asks of a request: see {@link MoveDueRequest}. */
export const MOVE_DUE_REQUEST = defineJob<{ requestId: string }>({
  name: 'move-due-consulting-request',
  queue: 'default',
});

/** Asks again for what the secretariat wants to know. */
export const REMIND_OF_INFORMATION = defineJob<{ requestId: string }>({
  name: 'remind-of-information',
  queue: 'default',
});

/** Which clock runs in which state, and the timers that follow it. Set with every change, none rings for what was. */
@Injectable()
export class RequestClocks {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly workingDays: WorkingDays,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
  ) {}

  /** The clock that begins when the request comes to a state. */
  async next(tx: Transaction, request: ConsultingRequest, to: ConsultingRequestState): Promise<RequestMarks> {
    const now = await this.requests.now(tx);
    if (DESK_STATES.includes(to)) return this.deskClock(tx, request, now);
    const untold = { dueIsKnown: true, lateRounds: 0 };
    if (to === 'need_info') return { ...untold, dueAt: later(now, INFORMATION_DAYS) };
    if (to === 'matching' || to === 'quoting') {
      const quotesCloseAt = request.quotesCloseAt ?? later(now, QUOTING_DAYS);
      return { ...untold, quotesCloseAt, dueAt: quotesCloseAt };
    }
    return { ...untold, dueAt: null };
  }

  /** Three working days of the requester's country, from now on. */
  async deskClock(tx: Transaction, request: ConsultingRequest, now: Date): Promise<RequestMarks> {
    const [cards, persons] = await Promise.all([
      this.organizations.cards([request.organizationId], tx),
      this.persons.byIds([request.createdBy], tx),
    ]);
    const country = cards.get(request.organizationId)?.country ?? 'KR';
    const zone = zoneOf(country, persons.get(request.createdBy)?.timeZone ?? 'UTC');
    const due = await this.workingDays.after(tx, { country, zone }, now, TRIAGE_WORKING_DAYS);
    return { dueAt: due.at, dueIsKnown: due.isKnown };
  }

  /** When the requester who has read the quotes is asked for a choice. */
  choiceAt(opened: Date): Date {
    return later(opened, CHOICE_REMINDER_DAYS);
  }

  async follow(tx: Transaction, { id, state, dueAt, stateSince }: ConsultingRequest): Promise<void> {
    const payload = { requestId: id };
    await Timers.drop(tx, clockOf(id));
    await Timers.drop(tx, reminderOf(id));
    if (dueAt) await Timers.set(tx, MOVE_DUE_REQUEST, { key: clockOf(id), dueAt, payload });
    if (state === 'need_info') {
      const remindAt = later(stateSince, INFORMATION_REMINDER_DAYS);
      await Timers.set(tx, REMIND_OF_INFORMATION, { key: reminderOf(id), dueAt: remindAt, payload });
    }
  }
}

const clockOf = (id: string): string => `consulting-clock:${id}`;
const reminderOf = (id: string): string => `consulting-information:${id}`;

/** So many times 24 hours later. */
export function later(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY);
}

/** Today by UTC, for days that are only days. */
export function todayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

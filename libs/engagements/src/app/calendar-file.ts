import { ICalCalendarMethod, ICalEventStatus, default as ical } from 'ical-generator';
import { endOf, type EngagementSession } from '../domain/session.js';

/** One session as calendars know it. */
export interface CalendarEntry {
  readonly session: Pick<
    EngagementSession,
    'id' | 'state' | 'sequence' | 'startsAt' | 'lengthMinutes' | 'place' | 'updatedAt'
  >;
  readonly title: string;
  readonly description: string;
  /** Address of the engagement in the web client. */
  readonly url: string;
}

export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/** Stable for the life of a session, whatever happens to it. */
export const uidOf = (sessionId: string): string => `session-${sessionId}@ttn`;

const PRODUCT = { company: 'TTN', product: 'engagements', language: 'EN' };

/** An invitation for one person, or its cancellation (RFC 5546); times in UTC. */
export function invitation(entry: CalendarEntry, organizer: Mailbox, attendee: Mailbox): string {
  const isCancelled = entry.session.state === 'cancelled';
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ method, prodId: PRODUCT });
  calendar.createEvent({
    ...eventOf(entry),
    organizer,
    attendees: [{ ...attendee, rsvp: false }],
  });
  return calendar.toString();
}

/** All sessions of a person, for a calendar that reads them again and again. */
export function feed(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: PRODUCT, name, ttl: 3_600 });
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return calendar.toString();
}

function eventOf({ session, title, description, url }: CalendarEntry) {
  const start = session.startsAt;
  if (!start) throw new Error('A session that was never confirmed has no place in a calendar.');
  return {
    id: uidOf(session.id),
    sequence: session.sequence,
    stamp: session.updatedAt,
    lastModified: session.updatedAt,
    start,
    end: endOf(start, session.lengthMinutes),
    summary: title,
    description,
    url,
    ...(session.place !== null && { location: session.place }),
    status: statusOf(session.state),
  };
}

function statusOf(state: EngagementSession['state']): ICalEventStatus {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED;
  return state === 'moved' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

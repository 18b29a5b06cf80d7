import { Injectable } from '@nestjs/common';
import { Holidays } from '#libs/calendars';
import { PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { type Contact, SIDES } from '../domain/engagement.js';
import { type Attendee, dayGrid, findTimes, type FoundTime, USUAL_HOURS } from '../domain/time-finder.js';
import { dayAfter, momentOf, offsetMinutes } from '../domain/wall-clock.js';
import { EngagementAccess } from './engagement-access.js';

const SEARCH_DAYS = 14;
const SUGGESTIONS = 3;

export interface TimesQuery {
  /** A day of the reader's zone. */
  readonly day: string;
  readonly zone: string;
  readonly lengthMinutes: number;
}

/** One person of the grid. */
export interface AttendeeRow {
  readonly personId: string;
  readonly displayName: string;
  readonly organization: string;
  readonly city: string | null;
  readonly country: string;
  readonly timeZone: string;
  /** Ahead of UTC at the beginning of the day. */
  readonly offsetMinutes: number;
  /** The person has not said when they work: the usual hours are assumed. */
  readonly isAssumed: boolean;
  /** No holidays of the country are known for that year. */
  readonly isCalendarKnown: boolean;
  readonly isFree: readonly boolean[];
  readonly holidays: readonly { readonly day: string; readonly name: string }[];
}

export interface SessionTimes {
  readonly columns: readonly Date[];
  readonly rows: readonly AttendeeRow[];
  /** Best times of the two weeks from that day on. */
  readonly suggestions: readonly FoundTime[];
}

interface Known {
  readonly attendee: Attendee;
  readonly row: Omit<AttendeeRow, 'isFree' | 'holidays'>;
  readonly names: ReadonlyMap<string, string>;
}

/** When the two who work together could meet, on everybody's clock. */
@Injectable()
export class SessionTimesReader {
  constructor(
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
    private readonly holidays: Holidays,
    private readonly database: Database,
  ) {}

  /** @throws NotFound */
  async find(actor: Actor, id: string, { day, zone, lengthMinutes }: TimesQuery): Promise<SessionTimes> {
    const { engagement } = await this.access.load(actor, id);
    const lastDay = dayAfter(day, SEARCH_DAYS);
    const known: Known[] = [];
    for (const side of SIDES) known.push(await this.attendee(engagement[side], day, lastDay));
    const attendees = known.map(({ attendee }) => attendee);
    const { columns, rows } = dayGrid(attendees, { zone, day });
    const now = await this.engagements.now(this.database);
    const begin = momentOf(zone, day, 0);
    return {
      columns,
      rows: known.map(({ row, names }, index) => ({
        ...row,
        isFree: rows[index]?.isFree ?? [],
        holidays: (rows[index]?.holidays ?? []).map((each) => ({ day: each, name: names.get(each) ?? '' })),
      })),
      suggestions: findTimes(attendees, {
        from: begin > now ? begin : now,
        to: momentOf(zone, lastDay, 0),
        zone,
        lengthMinutes,
        limit: SUGGESTIONS,
      }),
    };
  }

  private async attendee(
    { personId, organizationId }: Contact,
    day: string,
    lastDay: string,
  ): Promise<Known> {
    const person = (await this.persons.profiles([personId])).get(personId);
    const card = (await this.organizations.cards([organizationId])).get(organizationId);
    const seat = seatOf(card);
    const timeZone = person?.timeZone ?? 'UTC';
    // A day either way: the calendar day of the reader is not that of everybody.
    const days = await this.holidays.between(
      this.database,
      [seat.country],
      dayAfter(day, -1),
      dayAfter(lastDay, 1),
    );
    const unknown = await this.holidays.unknown(this.database, [seat.country], Number(day.slice(0, 4)));
    const workingHours = person?.workingHours ?? [];
    const isAssumed = workingHours.length === 0;
    return {
      attendee: {
        id: personId,
        timeZone,
        workingHours: isAssumed ? USUAL_HOURS : workingHours,
        holidays: new Set(days.map((holiday) => holiday.day)),
      },
      row: {
        personId,
        displayName: person?.displayName ?? '',
        ...seat,
        timeZone,
        offsetMinutes: offsetMinutes(timeZone, momentOf(timeZone, day, 0)),
        isAssumed,
        isCalendarKnown: unknown.length === 0,
      },
      names: new Map(days.map((holiday) => [holiday.day, holiday.name.local])),
    };
  }
}

/** Whom a person speaks for, and where that is. */
function seatOf(card: OrganizationCard | undefined): Pick<AttendeeRow, 'organization' | 'city' | 'country'> {
  if (!card) return { organization: '', city: null, country: '' };
  const { name, kind, city, country } = card;
  return { organization: name, city: city ?? (kind === 'city' ? name : null), country };
}

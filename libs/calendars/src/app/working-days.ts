import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { weekendOf } from '../domain/places.js';
import { endOfWorkingDay } from '../domain/working-days.js';
import { addDays, dayIn } from '../domain/zoned-days.js';
import { KnownHolidays } from './known-holidays.js';

/** Weekends and holidays that lie in between are at most this many times the working days, and two weeks. */
const CALENDAR_DAYS = 4;
const SLACK = 30;

/** The end of a wait. */
export interface WorkingDay {
  /** The end of that working day. */
  readonly at: Date;
  /** False where the holidays of the country are not known: then only weekends were left out. Say so. */
  readonly isKnown: boolean;
}

/** Counts in working days, by the calendar the secretariat keeps. */
@Injectable()
export class WorkingDays {
  constructor(private readonly known: KnownHolidays) {}

  /**
   * The end of the `days`-th working day after the day of `from`, which itself does not count. `country` is ISO
   * 3166-1 alpha-2, `zone` an IANA zone; for the one of a country see {@link zoneOf}.
   */
  async after(
    reads: Reads,
    { country, zone }: { country: string; zone: string },
    from: Date,
    days: number,
  ): Promise<WorkingDay> {
    const first = dayIn(zone, from);
    const last = addDays(first, days * CALENDAR_DAYS + SLACK);
    const rows = await this.known.between(reads, [country], first, last);
    const off = { weekend: weekendOf(country), holidays: new Set(rows.map(({ day }) => day)) };
    const at = endOfWorkingDay(zone, from, days, off);
    const lastDay = dayIn(zone, new Date(at.getTime() - 1));
    const years = [...new Set([first, lastDay].map((day) => Number(day.slice(0, 4))))];
    return { at, isKnown: await this.known.knows(reads, country, years) };
  }
}

import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { CountryCalendar, Holiday, HolidaySource } from '../domain/holiday.js';

/** A holiday before it is a row. */
export type NewHoliday = Omit<Holiday, 'version'>;

/** SQL of holidays. What was taken away is told by nobody. */
@Injectable()
export class HolidayRepository {
  async between(reads: Reads, countries: readonly string[], from: string, to: string): Promise<Holiday[]> {
    return reads.rows<Holiday>(
      `${SELECT} where h.country = any($1) and h.day between $2 and $3 and h.removed_at is null
       order by h.day, h.country`,
      [countries, from, to],
    );
  }

  /** The row of a day, in force or taken away, locked. */
  async lockDay(tx: Transaction, country: string, day: string): Promise<Stored | undefined> {
    return tx.row<Stored>(`${SELECT_STORED} where h.country = $1 and h.day = $2 for update`, [country, day]);
  }

  /** A holiday in force, locked. */
  async lock(tx: Transaction, id: string): Promise<Holiday | undefined> {
    return tx.row<Holiday>(`${SELECT} where h.id = $1 and h.removed_at is null for update`, [id]);
  }

  async get(tx: Transaction, id: string): Promise<Holiday> {
    const found = await tx.row<Holiday>(`${SELECT} where h.id = $1`, [id]);
    if (!found) throw new Error('A holiday vanished inside its transaction.');
    return found;
  }

  /** Days that are rows already, in force or not, stay as they are. */
  async addMissing(tx: Transaction, days: readonly NewHoliday[]): Promise<void> {
    if (days.length === 0) return;
    await tx.execute(
      `insert into holiday (id, country, day, name, language, name_en, source)
       select * from unnest($1::uuid[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[])
       on conflict (country, day) do nothing`,
      [
        days.map(({ id }) => id),
        days.map(({ country }) => country),
        days.map(({ day }) => day),
        days.map(({ name }) => name),
        days.map(({ language }) => language),
        days.map(({ nameEn }) => nameEn),
        days.map(({ source }) => source),
      ],
    );
  }

  /** Writes a day by hand, in place of what stood there. */
  async save(tx: Transaction, id: string, words: Pick<Holiday, 'name' | 'language' | 'nameEn'>): Promise<void> {
    await tx.execute(
      `update holiday set name = $2, language = $3, name_en = $4, source = 'secretariat', removed_at = null,
         version = version + 1, updated_at = now()
       where id = $1`,
      [id, words.name, words.language, words.nameEn],
    );
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.execute(
      `update holiday set removed_at = now(), version = version + 1, updated_at = now() where id = $1`,
      [id],
    );
  }

  /** Which years are known, by country; of all countries where none is named. */
  async calendars(reads: Reads, countries: readonly string[] | null): Promise<CountryCalendar[]> {
    return reads.rows<CountryCalendar>(
      `select country, array_agg(year order by year) as years from holiday_year
       where $1::text[] is null or country = any($1) group by country order by country`,
      [countries],
    );
  }

  /** Answers false where the year was known before. */
  async know(tx: Transaction, country: string, year: number, source: HolidaySource): Promise<boolean> {
    const added = await tx.execute(
      'insert into holiday_year (country, year, source) values ($1, $2, $3) on conflict do nothing',
      [country, year, source],
    );
    return added > 0;
  }

  /** The clock that decides. */
  async now(reads: Reads): Promise<Date> {
    return (await reads.row<{ now: Date }>('select clock_timestamp() as now'))?.now ?? new Date();
  }
}

/** A row, in force or not. */
export interface Stored {
  readonly id: string;
  readonly isRemoved: boolean;
}

const SELECT = `
  select h.id, h.country, h.day::text as day, h.name, h.language, h.name_en as "nameEn", h.source, h.version
  from holiday h`;

const SELECT_STORED = `select h.id, h.removed_at is not null as "isRemoved" from holiday h`;

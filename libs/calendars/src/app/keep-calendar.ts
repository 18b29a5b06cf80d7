import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { CountriesReader } from '#libs/organizations';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { HolidayRepository } from '../data/holiday.repository.js';
import { HolidayExists, YearOutOfRange } from '../domain/calendar.errors.js';
import { FIRST_YEAR, type Holiday, LAST_YEAR } from '../domain/holiday.js';

export type HolidayWords = Pick<Holiday, 'name' | 'language' | 'nameEn'>;

/** The secretariat writes the calendars: days that are added, named anew or taken away, and years that are complete. */
@Injectable()
export class KeepCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly holidays: HolidayRepository,
    private readonly countries: CountriesReader,
  ) {}

  /** @throws NotFound, HolidayExists 409, YearOutOfRange 422 */
  async add(actor: Actor, country: string, day: string, words: HolidayWords): Promise<Holiday> {
    await this.mustBeCountry(country);
    checkYear('/day', Number(day.slice(0, 4)));
    return this.unitOfWork.run(actor, async (tx) => {
      const id = newId();
      await this.holidays.addMissing(tx, [{ id, country, day, source: 'secretariat', ...words }]);
      const stored = await this.holidays.lockDay(tx, country, day);
      if (!stored) throw new Error('A holiday vanished inside its transaction.');
      if (stored.id !== id) {
        if (!stored.isRemoved) throw new HolidayExists(day);
        await this.holidays.save(tx, stored.id, words);
      }
      return this.written(tx, stored.id, 'holiday.add');
    });
  }

  /** @throws NotFound, StaleVersion 412 */
  async rename(actor: Actor, id: string, words: Partial<HolidayWords>, version: number): Promise<Holiday> {
    return this.unitOfWork.run(actor, async (tx) => {
      const holiday = await this.lock(tx, id, version);
      const { name, language, nameEn } = { ...holiday, ...words };
      await this.holidays.save(tx, id, { name, language, nameEn });
      return this.written(tx, id, 'holiday.rename');
    });
  }

  /** @throws NotFound, StaleVersion 412 */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await this.lock(tx, id, version);
      await this.holidays.remove(tx, id);
      await this.written(tx, id, 'holiday.remove');
    });
  }

  /**
   * Says that the holidays of a year are complete; once is enough.
   *
   * @throws NotFound, YearOutOfRange 422
   */
  async complete(actor: Actor, country: string, year: number): Promise<void> {
    await this.mustBeCountry(country);
    checkYear('/year', year);
    await this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.holidays.know(tx, country, year, 'secretariat'))) return;
      const entityId = newId();
      tx.audit({ action: 'calendar.complete', entityType: 'calendar', entityId });
      tx.emit('calendar.changed', { aggregateType: 'calendar', aggregateId: entityId, seq: 1 }, {});
    });
  }

  private async lock(tx: Transaction, id: string, version: number): Promise<Holiday> {
    const holiday = await this.holidays.lock(tx, id);
    if (!holiday) throw new NotFound();
    assertVersion(holiday.version, version);
    return holiday;
  }

  private async written(tx: Transaction, id: string, action: string): Promise<Holiday> {
    const holiday = await this.holidays.get(tx, id);
    tx.audit({ action, entityType: 'holiday', entityId: id });
    tx.emit('calendar.changed', { aggregateType: 'holiday', aggregateId: id, seq: holiday.version }, {});
    return holiday;
  }

  private async mustBeCountry(code: string): Promise<void> {
    if (!(await this.countries.byCode()).has(code)) throw new NotFound();
  }
}

function checkYear(pointer: string, year: number): void {
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new YearOutOfRange(pointer);
}

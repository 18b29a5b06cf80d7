import { Injectable } from '@nestjs/common';
import { type Actor, InvalidInput } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { CurrencyRateRepository } from '../data/currency-rate.repository.js';
import { type CurrencyRate, DOLLAR } from '../domain/conversion.js';

/** The table by which amounts are shown in another currency; kept by the secretariat. */
@Injectable()
export class CurrencyRates {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly rates: CurrencyRateRepository,
  ) {}

  /** The newest of each currency, by its code. */
  async newest(): Promise<CurrencyRate[]> {
    return this.rates.newest(this.database);
  }

  /** @throws InvalidInput 422: the dollar against itself, or a day to come */
  async state(actor: Actor, rate: CurrencyRate): Promise<CurrencyRate[]> {
    if (rate.currency === DOLLAR) throw wrong('/currency', 'dollar');
    const today = new Date().toISOString().slice(0, 10);
    if (rate.statedOn > today) throw wrong('/statedOn', 'day-to-come');
    return this.unitOfWork.run(actor, async (tx) => {
      const entityId = await this.rates.state(tx, rate);
      tx.audit({ action: 'currency-rate.state', entityType: 'currency_rate', entityId });
      const source = { aggregateType: 'currency_rate', aggregateId: entityId, seq: 1 };
      tx.emit('currency-rate.stated', source, {});
      return this.rates.newest(tx);
    });
  }
}

function wrong(pointer: string, code: string): InvalidInput {
  return new InvalidInput([{ pointer, code: `currency-rate/${code}` }]);
}

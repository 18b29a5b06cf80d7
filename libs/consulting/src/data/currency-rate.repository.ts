import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { CurrencyRate } from '../domain/conversion.js';

/** SQL of stated currency rates. numeric is a string. */
@Injectable()
export class CurrencyRateRepository {
  /** The newest of each currency, by its code. */
  async newest(reads: Reads): Promise<CurrencyRate[]> {
    const rows = await reads.rows<Omit<CurrencyRate, 'unitsPerDollar'> & { unitsPerDollar: string }>(
      `select distinct on (currency) currency, units_per_dollar as "unitsPerDollar",
         stated_on::text as "statedOn", source
       from currency_rate order by currency, stated_on desc`,
    );
    return rows.map((row) => ({ ...row, unitsPerDollar: Number(row.unitsPerDollar) }));
  }

  /** Stating a day again replaces what was said of it. Answers the id of the row. */
  async state(tx: Transaction, rate: CurrencyRate): Promise<string> {
    const row = await tx.row<{ id: string }>(
      `insert into currency_rate (id, currency, units_per_dollar, stated_on, source) values ($1, $2, $3, $4, $5)
       on conflict (currency, stated_on) do update set units_per_dollar = excluded.units_per_dollar,
         source = excluded.source
       returning id`,
      [newId(), rate.currency, rate.unitsPerDollar, rate.statedOn, rate.source],
    );
    if (!row) throw new Error('A currency rate was not written.');
    return row.id;
  }
}

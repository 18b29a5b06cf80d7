import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { named, type Parameter } from './statement.js';

/** What reads need: rows of a named statement, from the pool or inside a transaction. */
export interface Reads {
  /** All rows. `text` is one of finitely many statements; every value is a parameter. */
  rows<Row extends object>(text: string, values?: readonly Parameter[]): Promise<Row[]>;
  /** The first row, or undefined. */
  row<Row extends object>(text: string, values?: readonly Parameter[]): Promise<Row | undefined>;
}

/** Reads outside a transaction, on the pool TypeORM opened. */
@Injectable()
export class Database implements Reads {
  readonly pool: pg.Pool;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  async rows<Row extends object>(text: string, values: readonly Parameter[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(named(text, values))).rows;
  }

  async row<Row extends object>(text: string, values: readonly Parameter[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }

  /** Runs a write that is one statement by itself (its own transaction); answers the number of rows. */
  async execute(text: string, values: readonly Parameter[] = []): Promise<number> {
    return (await this.pool.query(named(text, values))).rowCount ?? 0;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { ErasureRepository } from '../data/erasure.repository.js';

/** Whether a person has asked to be erased. */
@Injectable()
export class ErasuresReader {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureRepository,
  ) {}

  /** When it will happen; null when it was not asked for. */
  async dueAt(personId: string): Promise<Date | null> {
    return (await this.erasures.dueAt(this.database, personId)) ?? null;
  }
}

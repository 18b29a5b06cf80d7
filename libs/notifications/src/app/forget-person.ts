import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ToldRepository } from '../data/told.repository.js';

/** Removes the notices and mails of a person. */
@Injectable()
export class ForgetPerson {
  constructor(private readonly told: ToldRepository) {}

  async execute(tx: Transaction, personId: string): Promise<void> {
    await this.told.removeAll(tx, personId);
    tx.audit({ action: 'person.forget', entityType: 'person', entityId: personId });
  }
}

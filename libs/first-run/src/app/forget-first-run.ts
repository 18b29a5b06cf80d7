import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { FirstRunRepository } from '../data/first-run.repository.js';

/** Removes how far a person came. */
@Injectable()
export class ForgetFirstRun {
  constructor(private readonly firstRuns: FirstRunRepository) {}

  async execute(tx: Transaction, personId: string): Promise<void> {
    await this.firstRuns.remove(tx, personId);
    tx.audit({ action: 'first-run.forget', entityType: 'person', entityId: personId });
  }
}

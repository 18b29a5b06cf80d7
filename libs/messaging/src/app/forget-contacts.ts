import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ContactRepository } from '../data/contact.repository.js';

/** Removes whom an erased person kept away, who kept them away, and what they let others see. What they said stays. */
@Injectable()
export class ForgetContacts {
  constructor(private readonly contacts: ContactRepository) {}

  async execute(tx: Transaction, personId: string): Promise<void> {
    await this.contacts.forget(tx, personId);
    tx.audit({ action: 'contact.forget', entityType: 'person', entityId: personId });
  }
}

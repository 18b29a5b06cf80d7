import { Injectable } from '@nestjs/common';
import { ContactQuota, type ContactLimit } from '#libs/matchmaking';
import type { Transaction } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { NEWCOMER_DAYS, NEWCOMER_INTERESTS_A_WEEK } from '../domain/contact-quota.js';

/** Answers matchmaking: who was admitted a short while ago may show interest only so often. */
@Injectable()
export class NewcomerQuota extends ContactQuota {
  constructor(private readonly applications: ApplicationRepository) {
    super();
  }

  override async limitFor(tx: Transaction, organizationId: string): Promise<ContactLimit | null> {
    const isNew = await this.applications.wasAdmittedWithin(tx, organizationId, NEWCOMER_DAYS);
    return isNew ? { interests: NEWCOMER_INTERESTS_A_WEEK, days: 7 } : null;
  }
}

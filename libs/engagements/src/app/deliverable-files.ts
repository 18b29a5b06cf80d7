import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilePurpose, FilePurposes, type StoredFile } from '#libs/platform/files';
import { DeliverableRepository } from '../data/deliverable.repository.js';
import { sideOf } from '../domain/engagement.policy.js';
import { EngagementAccess } from './engagement-access.js';

/** How deliverables are known to the files of the platform. */
export const DELIVERABLE = {
  purpose: 'engagement-deliverable',
  ownerType: 'engagement-deliverable',
} as const;

const MAX_BYTES = 25 * 1024 * 1024;

/** What was handed over is read by the two who work together, and by the secretariat. */
@Injectable()
export class DeliverableFiles extends FilePurpose implements OnModuleInit {
  readonly name = DELIVERABLE.purpose;
  readonly mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
  readonly maxBytes = MAX_BYTES;

  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly deliverables: DeliverableRepository,
    private readonly access: EngagementAccess,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayRead(actor: Actor, { ownerType, ownerId }: StoredFile): Promise<boolean> {
    if (ownerType !== DELIVERABLE.ownerType || ownerId === null) return false;
    const engagementId = await this.deliverables.engagementOf(this.database, ownerId);
    if (engagementId === undefined) return false;
    try {
      const { standing } = await this.access.load(actor, engagementId);
      return standing.isStaff || sideOf(standing) !== null;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
}

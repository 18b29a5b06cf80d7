import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { StoppedAddressRepository } from '../data/stopped-address.repository.js';

export interface RefusedAddress {
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly email: string;
  /** What the mail server said. */
  readonly reason: string;
  readonly requestId: string;
}

/** A mail server says that an address does not exist: nothing more goes there, and its person is told in the app. */
@Injectable()
export class StopAddress {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stopped: StoppedAddressRepository,
  ) {}

  async execute({ personId, email, reason, requestId }: RefusedAddress): Promise<void> {
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      if (!(await this.stopped.stop(tx, email, reason)) || personId === null) return;
      tx.audit({ action: 'mail.stop', entityType: 'person', entityId: personId });
      tx.emit('mail.bounced', { aggregateType: 'person', aggregateId: personId, seq: 1 }, {});
    });
  }
}

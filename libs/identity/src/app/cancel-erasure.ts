import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { ErasureRepository } from '../data/erasure.repository.js';
import { PersonRepository } from '../data/person.repository.js';
import { erasureKey } from './request-erasure.js';

/** A person wants to stay after all. Harmless when nothing was asked for. */
@Injectable()
export class CancelErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly erasures: ErasureRepository,
  ) {}

  async execute(actor: Actor): Promise<void> {
    const { personId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      const person = await this.persons.lock(tx, personId);
      if (!person || !(await this.erasures.cancel(tx, personId))) return;
      await Timers.drop(tx, erasureKey(personId));
      tx.audit({ action: 'person.cancel-erasure', entityType: 'person', entityId: personId });
      const source = { aggregateType: 'person', aggregateId: personId, seq: person.version };
      tx.emit('person.erasure-cancelled', source, {});
    });
  }
}

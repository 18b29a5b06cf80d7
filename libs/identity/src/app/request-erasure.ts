import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { ErasureRepository } from '../data/erasure.repository.js';
import { PersonRepository } from '../data/person.repository.js';
import { LastOwner } from '../domain/identity.errors.js';
import { FreshProof } from './fresh-proof.js';
import { PersonSeats } from './person-seats.js';

/** For so long a person may think better of it. */
export const GRACE_DAYS = 10;

export const ERASE_PERSON = defineJob<{ personId: string }>({ name: 'erase-person', queue: 'maintenance' });

export const erasureKey = (personId: string): string => `erase-person:${personId}`;

/**
 * A person wants to be erased, in ten days: until then they sign in as before and may take it back. Asking twice
 * changes nothing. Errors: auth/proof-required, identity/last-owner.
 */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly erasures: ErasureRepository,
    private readonly freshProof: FreshProof,
    private readonly seats: PersonSeats,
  ) {}

  /** Answers when it will happen. */
  async execute(actor: Actor): Promise<Date> {
    const { personId } = actor;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.freshProof.require(tx, actor);
      const person = await this.persons.lock(tx, personId);
      if (!person) throw new NotFound();
      const known = await this.erasures.dueAt(tx, personId);
      if (known) return known;
      const owned = await this.seats.ownedAlone(tx, personId);
      if (owned.length > 0) throw new LastOwner(owned);
      const dueAt = await this.erasures.request(tx, personId, GRACE_DAYS);
      await Timers.set(tx, ERASE_PERSON, { key: erasureKey(personId), dueAt, payload: { personId } });
      tx.audit({ action: 'person.request-erasure', entityType: 'person', entityId: personId });
      const source = { aggregateType: 'person', aggregateId: personId, seq: person.version };
      tx.emit('person.erasure-requested', source, {});
      return dueAt;
    });
  }
}

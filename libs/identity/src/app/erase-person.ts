import { Injectable } from '@nestjs/common';
import { Principals } from '#libs/platform/auth';
import type { Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { ErasureRepository } from '../data/erasure.repository.js';
import { PersonRepository } from '../data/person.repository.js';
import { EndSession } from './end-session.js';
import { PersonSeats } from './person-seats.js';
import { ERASE_PERSON, erasureKey } from './request-erasure.js';

/** Somebody who owns an organization alone by then is asked again so often. */
const HELD_DAYS = 1;

/**
 * Erases a person whose grace is over: seats, sessions, passkeys, tokens and the account go, the names are emptied.
 * The id stays, so that what the person wrote to others still has an author: a former member.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly erasures: ErasureRepository,
    private readonly seats: PersonSeats,
    private readonly endSession: EndSession,
    private readonly principals: Principals,
  ) {}

  /** Does nothing when the wish was taken back, or is not due. */
  async whenDue(tx: Transaction, personId: string): Promise<void> {
    const person = await this.persons.lock(tx, personId);
    const wish = await this.erasures.lock(tx, personId);
    if (!person || !wish?.isDue) return;
    const owned = await this.seats.ownedAlone(tx, personId);
    if (owned.length > 0) await this.hold(tx, personId, person.version);
    else await this.within(tx, personId);
  }

  private async hold(tx: Transaction, personId: string, version: number): Promise<void> {
    const dueAt = await this.erasures.postpone(tx, personId, HELD_DAYS);
    await Timers.set(tx, ERASE_PERSON, { key: erasureKey(personId), dueAt, payload: { personId } });
    tx.audit({ action: 'person.hold-erasure', entityType: 'person', entityId: personId });
    const source = { aggregateType: 'person', aggregateId: personId, seq: version };
    tx.emit('person.erasure-held', source, {});
  }

  /** Erases now. The caller has made sure that nobody depends on the person. */
  async within(tx: Transaction, personId: string): Promise<void> {
    await this.seats.giveUp(tx, personId);
    await this.endSession.allOf(tx, personId, 'erased');
    const version = await this.erasures.blank(tx, personId);
    tx.audit({ action: 'person.erase', entityType: 'person', entityId: personId });
    tx.emit('person.erased', { aggregateType: 'person', aggregateId: personId, seq: version }, {});
    await this.principals.announce(tx, { personId });
  }
}

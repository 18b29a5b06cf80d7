import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { type Actor, NotFound } from '#libs/kernel';
import { TtnConfig } from '#libs/platform/config';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import { CalendarFeedRepository } from '../data/calendar-feed.repository.js';
import { SessionCalendar } from './session-calendar.js';

const SECRET_BYTES = 32;

/** The address under which a person's own calendar reads their sessions: secret, replaceable, revocable. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly feeds: CalendarFeedRepository,
    private readonly calendar: SessionCalendar,
    private readonly persons: PersonsReader,
    private readonly config: TtnConfig,
  ) {}

  /** Since when the person has one; undefined when there is none. */
  async of(actor: Actor): Promise<Date | undefined> {
    return (await this.feeds.ofPerson(this.database, actor.personId))?.createdAt;
  }

  /** Makes one in the place of the one there was. The address is answered once and kept by nobody. */
  async renew(actor: Actor): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.unitOfWork.run(actor, async (tx) => {
      await this.feeds.put(tx, actor.personId, hashOf(secret));
      tx.audit({ action: 'calendar-feed.renew', entityType: 'person', entityId: actor.personId });
    });
    return `${this.config.PUBLIC_URL}/api/v1/calendar-feeds/${secret}.ics`;
  }

  /** Nothing happens when there is none. */
  async revoke(actor: Actor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const revoked = await this.feeds.delete(tx, actor.personId);
      if (revoked)
        tx.audit({ action: 'calendar-feed.revoke', entityType: 'person', entityId: actor.personId });
    });
  }

  async forget(tx: Transaction, personId: string): Promise<void> {
    await this.feeds.delete(tx, personId);
  }

  /** @throws NotFound for a secret that is nobody's */
  async read(secret: string): Promise<string> {
    const personId = await this.feeds.owner(this.database, hashOf(secret));
    const person = personId && (await this.persons.byIds([personId])).get(personId);
    if (!person) throw new NotFound();
    return this.calendar.feedOf(person.id, 'TTN', person.language);
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

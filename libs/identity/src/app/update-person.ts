import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, StaleVersion } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { UnitOfWork } from '#libs/platform/database';
import { type PersonChanges, PersonRepository } from '../data/person.repository.js';

/** A person changes name, language or time zone. Errors: request/stale-version. */
@Injectable()
export class UpdatePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly principals: Principals,
  ) {}

  async execute(actor: Actor, version: number, changes: PersonChanges): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const person = await this.persons.lock(tx, actor.personId);
      if (!person) throw new NotFound();
      if (person.version !== version) throw new StaleVersion(person.version);
      await this.persons.update(tx, actor.personId, changes);
      tx.audit({ action: 'person.update', entityType: 'person', entityId: actor.personId });
      await this.principals.announce(tx, { personId: actor.personId });
    });
  }
}

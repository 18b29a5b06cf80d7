import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, StaleVersion } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { UnitOfWork } from '#libs/platform/database';
import { type PersonChanges, PersonRepository } from '../data/person.repository.js';
import { WorkingHoursWrong } from '../domain/identity.errors.js';
import { inOrder, isWeek } from '../domain/working-hours.js';

/**
 * A person changes what they say of themselves: names, languages, time zone, working hours, whether the directory
 * may show them. Errors: account/working-hours-wrong, request/stale-version.
 */
@Injectable()
export class UpdatePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly principals: Principals,
  ) {}

  async execute(actor: Actor, version: number, changes: PersonChanges): Promise<void> {
    const { workingHours } = changes;
    if (workingHours && !isWeek(workingHours)) throw new WorkingHoursWrong();
    const ordered = workingHours ? { ...changes, workingHours: inOrder(workingHours) } : changes;
    await this.unitOfWork.run(actor, async (tx) => {
      const person = await this.persons.lock(tx, actor.personId);
      if (!person) throw new NotFound();
      if (person.version !== version) throw new StaleVersion(person.version);
      const next = await this.persons.update(tx, actor.personId, ordered);
      tx.audit({ action: 'person.update', entityType: 'person', entityId: actor.personId });
      tx.emit('person.changed', { aggregateType: 'person', aggregateId: actor.personId, seq: next }, {});
      await this.principals.announce(tx, { personId: actor.personId });
    });
  }
}

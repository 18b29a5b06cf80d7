import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ProfileRepository } from '../data/profile.repository.js';
import { changedContent, type Profile, type ProfileChanges } from '../domain/profile.js';
import { checkFees } from '../domain/fee-range.js';
import { FactCalendar } from './fact-calendar.js';
import { ProfileAccess } from './profile-access.js';
import { announceChange } from './profile-changed.js';
import { checkCodes } from './profile-codes.js';

/**
 * Replaces the sent fields of the acting organization's profile; null clears a field.
 *
 * @throws NotFound, InvalidInput 422, StaleVersion 412
 */
@Injectable()
export class EditProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProfileAccess,
    private readonly profiles: ProfileRepository,
    private readonly codes: TaxonomyCodes,
    private readonly calendar: FactCalendar,
  ) {}

  async execute(
    actor: Actor,
    organizationId: string,
    changes: ProfileChanges,
    version: number | undefined,
  ): Promise<Profile> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.access.lock(tx, 'update', organizationId);
      if (!current) throw new NotFound();
      const content = changedContent(current, changes);
      checkCodes(this.codes, content);
      checkFees(content.fees);
      assertVersion(current.version, version);

      await this.profiles.saveContent(tx, current, content);
      const edited = await this.profiles.get(tx, organizationId);

      announceChange(tx, edited);
      await this.calendar.plan(tx, organizationId);
      return edited;
    });
  }
}

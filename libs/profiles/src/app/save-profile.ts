import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, StaleVersion } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ProfileRepository } from '../data/profile.repository.js';
import { type Profile, type ProfileChanges, type ProfileContent, wholeContent } from '../domain/profile.js';
import { ProfileVersionRequired } from '../domain/profile.errors.js';
import { checkFees } from '../domain/fee-range.js';
import { FactCalendar } from './fact-calendar.js';
import { ProfileAccess } from './profile-access.js';
import { checkCodes } from './profile-codes.js';
import { announceChange } from './profile-changed.js';

export type SaveProfileInput = Pick<ProfileContent, 'language'> & ProfileChanges;

/**
 * Writes the whole profile of the acting organization: what is not sent is not stated. Matching starts from the
 * event.
 *
 * @throws NotFound for another organization, InvalidInput 422, ProfileVersionRequired 428 when there is a profile
 * and no version was named, StaleVersion 412
 */
@Injectable()
export class SaveProfile {
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
    input: SaveProfileInput,
    version?: number,
  ): Promise<Profile> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.access.lock(tx, 'update', organizationId);
      const content = wholeContent(input);
      checkCodes(this.codes, content);
      checkFees(content.fees);

      if (current) await this.replace(tx, current, content, version);
      else await this.create(tx, organizationId, content, version);
      const saved = await this.profiles.get(tx, organizationId);

      announceChange(tx, saved);
      await this.calendar.plan(tx, organizationId);
      return saved;
    });
  }

  private async replace(
    tx: Transaction,
    current: Profile,
    content: ProfileContent,
    version: number | undefined,
  ): Promise<void> {
    if (version === undefined) throw new ProfileVersionRequired();
    assertVersion(current.version, version);
    await this.profiles.saveContent(tx, current, content);
  }

  private async create(
    tx: Transaction,
    organizationId: string,
    content: ProfileContent,
    version: number | undefined,
  ): Promise<void> {
    if (version !== undefined) throw new StaleVersion(0);
    const isFirst = await this.profiles.insert(tx, organizationId, content);
    if (!isFirst) throw new ProfileVersionRequired();
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ProfileRepository } from '../data/profile.repository.js';
import { originalsOf, type Profile, type ProfileText } from '../domain/profile.js';
import { ProfileAccess } from './profile-access.js';
import { announceChange } from './profile-changed.js';
import { type TranslationInput, translated } from './translation-input.js';

/**
 * Writes the texts of the acting organization's profile in another language, or takes one away (null).
 *
 * @throws NotFound, NothingToTranslate 409, StaleVersion 412
 */
@Injectable()
export class TranslateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProfileAccess,
    private readonly profiles: ProfileRepository,
  ) {}

  async execute(
    actor: Actor,
    organizationId: string,
    input: TranslationInput<ProfileText>,
    version: number,
  ): Promise<Profile> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.access.lock(tx, 'update', organizationId);
      if (!current) throw new NotFound();
      assertVersion(current.version, version);

      const translations = translated(originalsOf(current), current.translations, input);
      await this.profiles.saveTranslations(tx, current, translations);
      const saved = await this.profiles.get(tx, organizationId);

      announceChange(tx, saved);
      return saved;
    });
  }
}

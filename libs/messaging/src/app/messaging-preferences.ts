import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import {
  type MessagingPreference,
  MessagingPreferenceRepository,
} from '../data/messaging-preference.repository.js';
import { CHOICES_CHANGED } from './circles.js';

/** What a person lets others see of them in conversations, read and set by themselves. */
@Injectable()
export class MessagingPreferences {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly preferences: MessagingPreferenceRepository,
  ) {}

  async read(actor: Actor): Promise<MessagingPreference> {
    return this.preferences.of(this.database, actor.personId);
  }

  async save(actor: Actor, preference: MessagingPreference): Promise<MessagingPreference> {
    await this.unitOfWork.run(actor, async (tx) => {
      await this.preferences.save(tx, preference);
      await tx.execute('select pg_notify($1, $2)', [CHOICES_CHANGED, actor.personId]);
      tx.audit({ action: 'messaging-preference.save', entityType: 'person', entityId: actor.personId });
    });
    return preference;
  }
}

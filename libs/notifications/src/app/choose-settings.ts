import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { type Actor, NotFound, StaleVersion, systemActor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { SettingsRepository } from '../data/settings.repository.js';
import { StoppedAddressRepository } from '../data/stopped-address.repository.js';
import { DEFAULT_SETTINGS, type NotificationSettings, SWITCHES } from '../domain/settings.js';
import type { StopScope } from './stop-links.js';

/** A person says what they want to be told, by which channel and when. */
@Injectable()
export class ChooseSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsRepository,
    private readonly stopped: StoppedAddressRepository,
    private readonly persons: PersonsReader,
  ) {}

  /** What cannot be switched off is left on. Errors: request/stale-version. */
  async execute(actor: Actor, version: number, choice: Omit<NotificationSettings, 'version'>): Promise<void> {
    const switchedOff = SWITCHES.filter((each) => choice.switchedOff.includes(each));
    await this.unitOfWork.run(actor, (tx) =>
      this.save(tx, actor.personId, { ...choice, switchedOff, version }),
    );
  }

  /** From a link in a mail: no more mail of that kind, and of the day's mail no more at all. */
  async stopMail(requestId: string, personId: string, scope: StopScope): Promise<void> {
    await this.unitOfWork.run({ ...systemActor(requestId), personId }, async (tx) => {
      const now = await this.ownNow(tx, personId);
      const switchedOff = [...new Set([...now.switchedOff, `${scope}:mail`])];
      const next = scope === 'digest' ? { ...now, pace: 'first-only' as const } : { ...now, switchedOff };
      await this.save(tx, personId, next);
    });
  }

  /** The address is right after all: mail goes out to it again. Errors: request/not-found when it does already. */
  async resumeMail(actor: Actor): Promise<void> {
    const account = await this.persons.account(actor.personId);
    await this.unitOfWork.run(actor, async (tx) => {
      if (!account || !(await this.stopped.resume(tx, account.email))) throw new NotFound();
      tx.audit({ action: 'mail.resume', entityType: 'person', entityId: actor.personId });
    });
  }

  private async ownNow(tx: Transaction, personId: string): Promise<NotificationSettings> {
    return (await this.settings.byPersons(tx, [personId])).get(personId) ?? DEFAULT_SETTINGS;
  }

  private async save(tx: Transaction, personId: string, settings: NotificationSettings): Promise<void> {
    if (!(await this.settings.save(tx, personId, settings)))
      throw new StaleVersion((await this.ownNow(tx, personId)).version);
    tx.audit({ action: 'notification-settings.update', entityType: 'person', entityId: personId });
  }
}

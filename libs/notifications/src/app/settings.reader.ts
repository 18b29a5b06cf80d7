import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { Database } from '#libs/platform/database';
import { SettingsRepository } from '../data/settings.repository.js';
import { type StoppedAddress, StoppedAddressRepository } from '../data/stopped-address.repository.js';
import { DEFAULT_SETTINGS, type NotificationSettings } from '../domain/settings.js';

export interface OwnSettings extends NotificationSettings {
  /** Since when nothing is sent to the person's address, and why; null: mail arrives. */
  readonly mailStopped: StoppedAddress | null;
}

/** What persons want to be told. */
@Injectable()
export class SettingsReader {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsRepository,
    private readonly stopped: StoppedAddressRepository,
    private readonly persons: PersonsReader,
  ) {}

  /** Of each of them, what nobody chose by default. */
  async of(personIds: readonly string[]): Promise<(personId: string) => NotificationSettings> {
    const chosen =
      personIds.length === 0 ? new Map() : await this.settings.byPersons(this.database, personIds);
    return (personId) => (chosen.get(personId) as NotificationSettings | undefined) ?? DEFAULT_SETTINGS;
  }

  async own(personId: string): Promise<OwnSettings> {
    const [settingsOf, account] = await Promise.all([this.of([personId]), this.persons.account(personId)]);
    const stopped = account && (await this.stopped.find(this.database, account.email));
    return { ...settingsOf(personId), mailStopped: stopped ?? null };
  }

  async isStopped(email: string): Promise<boolean> {
    return (await this.stopped.find(this.database, email)) !== undefined;
  }
}

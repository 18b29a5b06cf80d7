import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { MailChoice, NotificationSettings } from '../domain/settings.js';

interface SettingsRow extends Omit<NotificationSettings, 'quiet' | 'pace'> {
  readonly personId: string;
  readonly pace: MailChoice;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
}

@Injectable()
export class SettingsRepository {
  /** Of those among `personIds` who have chosen something, by person. */
  async byPersons(reads: Reads, personIds: readonly string[]): Promise<Map<string, NotificationSettings>> {
    const rows = await reads.rows<SettingsRow>(BY_PERSONS, [personIds]);
    return new Map(
      rows.map(({ personId, quietFrom, quietTo, ...row }) => [
        personId,
        { ...row, quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo } },
      ]),
    );
  }

  /** Stores the choice over `settings.version`. Answers false when there is another one meanwhile. */
  async save(tx: Transaction, personId: string, settings: NotificationSettings): Promise<boolean> {
    const { switchedOff, pace, digestHour, quiet, quietDays, version } = settings;
    const values = [personId, switchedOff, pace, digestHour, quiet?.from ?? null, quiet?.to ?? null, quietDays];
    return (await tx.execute(version === 0 ? INSERT : UPDATE, version === 0 ? values : [...values, version])) === 1;
  }
}

const BY_PERSONS = `
  select person_id as "personId", switched_off as "switchedOff", pace, digest_hour as "digestHour",
         quiet_from as "quietFrom", quiet_to as "quietTo", quiet_days as "quietDays", version
  from notification_settings where person_id = any($1::uuid[])`;

const INSERT = `
  insert into notification_settings (person_id, switched_off, pace, digest_hour, quiet_from, quiet_to, quiet_days)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;

const UPDATE = `
  update notification_settings
  set switched_off = $2, pace = $3, digest_hour = $4, quiet_from = $5, quiet_to = $6, quiet_days = $7,
      version = version + 1, updated_at = now()
  where person_id = $1 and version = $8`;

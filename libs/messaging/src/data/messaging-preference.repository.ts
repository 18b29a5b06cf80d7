import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** What a person lets others see of them in conversations. */
export interface MessagingPreference {
  readonly showsReading: boolean;
  readonly showsPresence: boolean;
}

const ALL_SHOWN: MessagingPreference = { showsReading: true, showsPresence: true };

@Injectable()
export class MessagingPreferenceRepository {
  async of(reads: Reads, personId: string): Promise<MessagingPreference> {
    return (await this.ofMany(reads, [personId])).get(personId) ?? ALL_SHOWN;
  }

  /** By person; who is missing shows everything. */
  async ofMany(reads: Reads, personIds: readonly string[]): Promise<Map<string, MessagingPreference>> {
    const rows = await reads.rows<MessagingPreference & { personId: string }>(
      `select person_id as "personId", shows_reading as "showsReading", shows_presence as "showsPresence"
       from messaging_preference where person_id = any($1::uuid[])`,
      [personIds],
    );
    return new Map(rows.map(({ personId, ...preference }) => [personId, preference]));
  }

  async save(tx: Transaction, { showsReading, showsPresence }: MessagingPreference): Promise<void> {
    await tx.execute(
      `insert into messaging_preference (person_id, shows_reading, shows_presence) values ($1, $2, $3)
       on conflict (person_id) do update set shows_reading = $2, shows_presence = $3, updated_at = now()`,
      [tx.actor.personId, showsReading, showsPresence],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { PersonAccount, PersonCard, PersonProfile } from '../domain/person.js';
import type { WorkingHours } from '../domain/working-hours.js';

export interface NewPerson {
  readonly id: string;
  readonly displayName: string;
  readonly latinName: string | null;
  readonly language: string;
  readonly timeZone: string;
  readonly demo: boolean;
}

export interface PersonChanges {
  readonly displayName?: string;
  /** Null: none. */
  readonly latinName?: string | null;
  readonly language?: string;
  readonly timeZone?: string;
  readonly languages?: readonly string[];
  readonly workingHours?: readonly WorkingHours[];
  readonly discoverable?: boolean;
}

@Injectable()
export class PersonRepository {
  async insert(tx: Transaction, person: NewPerson): Promise<void> {
    await tx.execute(INSERT, [
      person.id,
      person.displayName,
      person.latinName,
      person.language,
      person.timeZone,
      person.demo,
    ]);
  }

  /** Changes what is given, whatever the version; answers the new version. */
  async update(tx: Transaction, id: string, changes: PersonChanges): Promise<number> {
    const row = await tx.row<{ version: number }>(UPDATE, [
      id,
      changes.displayName ?? null,
      changes.language ?? null,
      changes.timeZone ?? null,
      changes.latinName !== undefined,
      changes.latinName ?? null,
      changes.languages ?? null,
      changes.workingHours ? JSON.stringify(changes.workingHours) : null,
      changes.discoverable ?? null,
    ]);
    return row?.version ?? 0;
  }

  /** Others may still refer to the person meanwhile. */
  async lock(tx: Transaction, id: string): Promise<{ version: number } | undefined> {
    return tx.row<{ version: number }>('select version from person where id = $1 for no key update', [id]);
  }

  async cards(reads: Reads, ids: readonly string[]): Promise<PersonCard[]> {
    return reads.rows<PersonCard>(CARDS, [ids]);
  }

  async profiles(reads: Reads, ids: readonly string[]): Promise<PersonProfile[]> {
    return reads.rows<PersonProfile>(PROFILES, [ids]);
  }

  async discoverable(reads: Reads, after: string | undefined, limit: number): Promise<string[]> {
    return (await reads.rows<{ id: string }>(DISCOVERABLE, [after ?? null, limit])).map(({ id }) => id);
  }

  async account(reads: Reads, id: string): Promise<PersonAccount | undefined> {
    return reads.row<PersonAccount>(ACCOUNT, [id]);
  }
}

const CARD = `p.id, p.display_name as "displayName", p.latin_name as "latinName", p.language, p.time_zone as "timeZone"`;

const PROFILE = `${CARD}, p.languages, p.working_hours as "workingHours", p.discoverable`;

const INSERT = `
  insert into person (id, display_name, latin_name, language, time_zone, demo) values ($1, $2, $3, $4, $5, $6)`;

const UPDATE = `
  update person set
    display_name = coalesce($2, display_name), language = coalesce($3, language),
    time_zone = coalesce($4, time_zone), latin_name = case when $5 then $6 else latin_name end,
    languages = coalesce($7, languages), working_hours = coalesce($8::jsonb, working_hours),
    discoverable = coalesce($9, discoverable), version = version + 1, updated_at = now()
  where id = $1 returning version`;

const CARDS = `select ${CARD} from person p where p.id = any($1::uuid[])`;

const PROFILES = `select ${PROFILE} from person p where p.id = any($1::uuid[]) and p.erased_at is null`;

const DISCOVERABLE = `
  select id from person where discoverable and erased_at is null and ($1::uuid is null or id > $1)
  order by id limit $2`;

const ACCOUNT = `
  select ${PROFILE}, p.version, a.email from person p join account a on a.person_id = p.id where p.id = $1`;

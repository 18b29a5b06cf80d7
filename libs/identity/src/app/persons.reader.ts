import { Injectable } from '@nestjs/common';
import { Database, type Reads } from '#libs/platform/database';
import { PersonRepository } from '../data/person.repository.js';
import type { PersonAccount, PersonCard, PersonProfile } from '../domain/person.js';

/** Names of persons, for whoever holds only their ids. */
@Injectable()
export class PersonsReader {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonRepository,
  ) {}

  /** The persons that exist among `ids`, by id. */
  async byIds(ids: readonly string[], reads: Reads = this.database): Promise<Map<string, PersonCard>> {
    if (ids.length === 0) return new Map();
    const cards = await this.persons.cards(reads, [...new Set(ids)]);
    return new Map(cards.map((card) => [card.id, card]));
  }

  /** What persons say of themselves, of those among `ids` who are still here, by id. */
  async profiles(ids: readonly string[]): Promise<Map<string, PersonProfile>> {
    if (ids.length === 0) return new Map();
    const profiles = await this.persons.profiles(this.database, [...new Set(ids)]);
    return new Map(profiles.map((profile) => [profile.id, profile]));
  }

  /** The next `limit` who agreed to be found, in order of their ids, after `id`. */
  async discoverable(id: string | undefined, limit: number): Promise<string[]> {
    return this.persons.discoverable(this.database, id, limit);
  }

  /** A person with the e-mail address: for the person's own account page, and for mail. */
  async account(personId: string, reads: Reads = this.database): Promise<PersonAccount | undefined> {
    return this.persons.account(reads, personId);
  }
}

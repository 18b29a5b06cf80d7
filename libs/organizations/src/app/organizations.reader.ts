import { Injectable } from '@nestjs/common';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { AliasRepository } from '../data/alias.repository.js';
import { MembershipRepository } from '../data/membership.repository.js';
import { MergerRepository } from '../data/merger.repository.js';
import {
  type CardRow,
  type ListFilter,
  type ListKey,
  OrganizationRepository,
} from '../data/organization.repository.js';
import { nameKey } from '../domain/fold-name.js';
import type { ActiveSeat, Member, OrganizationCard, OwnMembership, Place } from '../domain/organization.js';

export interface OrganizationQuery {
  readonly kind?: readonly string[];
  readonly country?: readonly string[];
  /** Part of a name, in any script. */
  readonly q?: string;
}

const TOTAL_CAP = 1000;

/** Every read of organizations: for routes and for the features above. */
@Injectable()
export class OrganizationsReader {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
    private readonly memberships: MembershipRepository,
    private readonly mergers: MergerRepository,
  ) {}

  /** Cards in order of their names; `after` is the sort key of the last card of the page before. */
  async list(query: OrganizationQuery, after: ListKey | undefined, limit: number): Promise<CardRow[]> {
    const filter = filterOf(query);
    return filter ? this.organizations.list(this.database, filter, after, limit) : [];
  }

  /** How many organizations a query finds, counted up to 1,000. */
  async total(query: OrganizationQuery): Promise<{ total: number; totalCapped: boolean }> {
    const filter = filterOf(query);
    const count = filter ? await this.organizations.count(this.database, filter, TOTAL_CAP + 1) : 0;
    return { total: Math.min(count, TOTAL_CAP), totalCapped: count > TOTAL_CAP };
  }

  /** The organizations that exist among `ids`, by id. Inside a unit of work: read through its transaction. */
  async cards(ids: readonly string[], reads: Reads = this.database): Promise<Map<string, OrganizationCard>> {
    if (ids.length === 0) return new Map();
    const cards = await this.organizations.cards(reads, [...new Set(ids)]);
    return new Map(cards.map((card) => [card.id, card]));
  }

  /** For other features: whether all of these take part, and go on doing so until `tx` ends. */
  async takePart(tx: Transaction, ids: readonly string[]): Promise<boolean> {
    const wanted = [...new Set(ids)];
    const held = await this.organizations.hold(tx, wanted);
    return held.length === wanted.length && held.every(({ state }) => state === 'active');
  }

  /** For other features: into whom those of `ids` were merged that were, by their ids. */
  async successorsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const merged = ids.length === 0 ? [] : await this.mergers.merged(this.database, ids);
    return new Map(merged.map(({ id, intoId }) => [id, intoId]));
  }

  async membersOf(organizationId: string, reads: Reads = this.database): Promise<Member[]> {
    return this.memberships.membersOf(reads, [organizationId]);
  }

  /** The seats of persons in organizations that take part, oldest first. */
  async activeSeatsOf(personIds: readonly string[], reads: Reads = this.database): Promise<ActiveSeat[]> {
    if (personIds.length === 0) return [];
    return this.memberships.activeSeats(reads, [...new Set(personIds)]);
  }

  /** The organizations of these kinds that take part and have people, by id. */
  async withPeople(reads: Reads, kinds: readonly string[]): Promise<string[]> {
    return this.memberships.organizationsWithPeople(reads, kinds);
  }

  /** The seats of a person, in order of the organizations' names. */
  async membershipsOf(personId: string): Promise<OwnMembership[]> {
    return this.memberships.ofPerson(this.database, personId);
  }

  /** For other features: every spelling by which these organizations are known, former ones among them. */
  async spellingsOf(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const aliases = await this.aliases.namesOf(this.database, [...new Set(ids)]);
    return aliases.map(({ name }) => name);
  }

  /** Every member and candidate city with all its names. */
  async places(): Promise<Place[]> {
    return this.aliases.places(this.database);
  }

  /** Ids by slug, for those that exist. */
  async idsBySlugs(slugs: readonly string[]): Promise<Map<string, string>> {
    return this.organizations.idsBySlugs(this.database, slugs);
  }

  /**
   * The organization that is called so in any script or known spelling, by whole name; a city before others.
   * Undefined when there is none, or when the name alone does not tell which.
   */
  async findByName(name: string): Promise<OrganizationCard | undefined> {
    const found = await this.aliases.find(this.database, name);
    const cities = found.filter(({ isCity }) => isCity);
    const [only, ...others] = cities.length > 0 ? cities : found;
    if (!only || others.length > 0) return undefined;
    return (await this.cards([only.id])).get(only.id);
  }
}

/** Undefined when the query can find nothing: a search for punctuation only. */
function filterOf({ kind, country, q }: OrganizationQuery): ListFilter | undefined {
  const key = q === undefined ? undefined : nameKey(q);
  return key === '' ? undefined : { kinds: kind, countries: country, nameKey: key };
}

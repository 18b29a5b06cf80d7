import { Injectable } from '@nestjs/common';
import { type PersonCard, PersonsReader } from '#libs/identity';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MatchRepository } from '../data/match.repository.js';
import type { Interest } from '../domain/interest.js';
import { type MatchContext, MatchContextsReader } from './match-contexts.reader.js';

/** An interest with who wrote it, and the match it is about as the reader's organization sees it. */
export interface DetailedInterest extends MatchContext {
  readonly interest: Interest;
  readonly sender: PersonCard | null;
}

/** Tells interests with the names and titles that stand behind their ids. */
@Injectable()
export class InterestDetails {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly contexts: MatchContextsReader,
    private readonly persons: PersonsReader,
  ) {}

  /** @param interests of which the acting organization is the sender or the receiver */
  async describe(actor: Actor, interests: readonly Interest[]): Promise<DetailedInterest[]> {
    const { id } = actingOrganization(actor);
    const ids = interests.map(({ matchId }) => matchId);
    const [matches, senders] = await Promise.all([
      this.matches.findMany(this.database, id, ids),
      this.persons.byIds(interests.map(({ fromPersonId }) => fromPersonId)),
    ]);
    const contexts = await this.contexts.of([...matches.values()]);
    return interests.flatMap((interest) => {
      const match = matches.get(interest.matchId);
      const sender = senders.get(interest.fromPersonId) ?? null;
      return match ? [{ interest, sender, ...contexts.of(match) }] : [];
    });
  }

  async describeOne(actor: Actor, interest: Interest): Promise<DetailedInterest> {
    const [detailed] = await this.describe(actor, [interest]);
    if (!detailed) throw new Error('The match of an interest is gone.');
    return detailed;
  }
}

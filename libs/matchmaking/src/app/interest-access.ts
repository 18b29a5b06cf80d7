import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { InterestRepository } from '../data/interest.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import type { Interest } from '../domain/interest.js';
import { may, mayRead, type InterestVerb } from '../domain/interest.policy.js';

/** The only way a request obtains an interest. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class InterestAccess {
  constructor(
    private readonly database: Database,
    private readonly interests: InterestRepository,
    private readonly matches: MatchRepository,
  ) {}

  async load(actor: Actor, action: 'read', id: string): Promise<Interest> {
    const interest = await this.interests.find(this.database, id);
    if (!interest || action !== 'read' || !mayRead(actor, interest)) throw new NotFound();
    return interest;
  }

  /**
   * An interest to answer or withdraw. Its match is locked until `tx` ends, as by everything that happens
   * between the two, and the interest read after that.
   */
  async lock(tx: Transaction, verb: InterestVerb, id: string): Promise<Interest> {
    const { actor } = tx;
    const seen = await this.interests.find(tx, id);
    if (!seen || !may(actor, verb, seen)) throw new NotFound();
    await this.matches.lock(tx, actingOrganization(actor).id, seen.matchId);
    return this.interests.get(tx, id);
  }
}

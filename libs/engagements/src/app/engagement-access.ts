import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { WrongSide } from '../domain/engagement.errors.js';
import { mayRead, sideOf, type Standing, standingOf } from '../domain/engagement.policy.js';
import type { Engagement, Party, Side } from '../domain/engagement.js';

/** An engagement with its parties, and how the actor stands to it. */
export interface Opened {
  readonly engagement: Engagement;
  readonly parties: readonly Party[];
  readonly standing: Standing;
}

/** The only way to obtain an engagement. A foreign one and none at all are the same answer. */
@Injectable()
export class EngagementAccess {
  constructor(
    private readonly database: Database,
    private readonly engagements: EngagementRepository,
  ) {}

  async load(actor: Actor, id: string): Promise<Opened> {
    return this.opened(this.database, actor, await this.engagements.find(this.database, id));
  }

  /** To write: whatever happens to it, and to all that is part of it, happens one after the other. */
  async lock(tx: Transaction, id: string, version?: number): Promise<Opened> {
    const opened = await this.opened(tx, tx.actor, await this.engagements.lock(tx, id));
    assertVersion(opened.engagement.version, version);
    return opened;
  }

  /**
   * The same, for an act of one of the two who work together.
   *
   * @throws NotFound; WrongSide 403 for who only bears cost or reads, and for the other side where one is named
   */
  async lockFor(
    tx: Transaction,
    id: string,
    only: Side | null,
    version?: number,
  ): Promise<Opened & { side: Side }> {
    const opened = await this.lock(tx, id, version);
    return { ...opened, side: actingSide(opened, only) };
  }

  private async opened(reads: Reads, actor: Actor, engagement: Engagement | undefined): Promise<Opened> {
    if (!engagement) throw new NotFound();
    const parties = await this.engagements.parties(reads, engagement.id);
    const standing = standingOf(actor, parties);
    if (!mayRead(actor, standing)) throw new NotFound();
    return { engagement, parties, standing };
  }
}

/**
 * The side that acts. Where a part of the engagement is named, ask for the part first: one that is not there is not
 * there, whoever asks.
 *
 * @throws WrongSide 403
 */
export function actingSide({ standing }: Pick<Opened, 'standing'>, only: Side | null): Side {
  const side = sideOf(standing);
  if (side === null || (only !== null && side !== only)) throw new WrongSide();
  return side;
}

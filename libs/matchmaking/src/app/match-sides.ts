import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import type { Match } from '../domain/match.js';
import { MatchClosed } from '../domain/match.errors.js';
import { SubjectsReader } from './subjects.reader.js';

/**
 * Asks both sides of a match whether they are still there, and keeps them so until `tx` ends: a match stays open until
 * a job has ended it. Organizations are held before what they own, as mergers do.
 */
@Injectable()
export class MatchSides {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly subjects: SubjectsReader,
  ) {}

  /**
   * To write to each other, both take part, and what they are matched about is to be had.
   *
   * @throws MatchClosed 409
   */
  async assertOpen(tx: Transaction, match: Match): Promise<void> {
    await this.assert(tx, match, 'isOpen', true);
  }

  /**
   * To begin talking after one wrote, both take part, and what they are matched about has not ended. It may be
   * paused, or under review.
   *
   * @throws MatchClosed 409
   */
  async assertNotOver(tx: Transaction, match: Match): Promise<void> {
    await this.assert(tx, match, 'isOver', false);
  }

  private async assert(
    tx: Transaction,
    { subject, counterpart }: Match,
    what: 'isOpen' | 'isOver',
    wanted: boolean,
  ): Promise<void> {
    const sides = [subject, counterpart];
    const takePart = await this.organizations.takePart(
      tx,
      sides.map(({ organizationId }) => organizationId),
    );
    if (!takePart) throw new MatchClosed();
    for (const side of sides) {
      const held = await this.subjects.held(tx, side);
      if (held?.[what] !== wanted) throw new MatchClosed();
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { MergeObstacle } from '#libs/contracts';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Reads } from '#libs/platform/database';
import { ExcomSeatRepository } from '../data/excom-seat.repository.js';
import { MembershipRepository } from '../data/membership.repository.js';

/** A membership and a seat of the committee are decided by votes: no merge of two entries hands them on. */
@Injectable()
export class MergeObstacles extends MergePart {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly seats: ExcomSeatRepository,
  ) {
    super();
  }

  override async obstacles(reads: Reads, { fromId }: MergedPair): Promise<MergeObstacle[]> {
    const holders = await this.seats.holders(reads);
    const obstacles: MergeObstacle[] = [];
    if (await this.memberships.isHeld(reads, fromId)) obstacles.push('membership-held');
    if (holders.some(({ organizationId }) => organizationId === fromId))
      obstacles.push('committee-seat-held');
    return obstacles;
  }

  override move(): Promise<MergedLine[]> {
    return Promise.resolve([]);
  }
}

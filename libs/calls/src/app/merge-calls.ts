import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import { CallFollowerRepository } from '../data/call-follower.repository.js';

/** Calls go over as they are, and whoever was told of others' calls still is. */
@Injectable()
export class MergeCalls extends MergePart {
  constructor(
    private readonly calls: CallRepository,
    private readonly followers: CallFollowerRepository,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const moved = await this.calls.moveAll(tx, fromId, intoId);
    await this.followers.moveAll(tx, fromId, intoId);
    return [{ record: 'call', moved, stayed: 0 }];
  }
}

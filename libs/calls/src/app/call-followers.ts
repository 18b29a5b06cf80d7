import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { CallFollowerRepository } from '../data/call-follower.repository.js';

/** Who is told of what happens to a call, for the features above: they say who has a part in a proposal for it. */
@Injectable()
export class CallFollowers {
  constructor(private readonly followers: CallFollowerRepository) {}

  /** From now on the organization is told of every change of the call; it has a draft or a part in one. */
  async addConcerned(tx: Transaction, callId: string, organizationId: string): Promise<void> {
    await this.followers.add(tx, callId, organizationId, true);
  }
}

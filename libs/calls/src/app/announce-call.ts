import { Injectable } from '@nestjs/common';
import { ORGANIZATION_KINDS, permissionsOf } from '#libs/contracts';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import { sourceOf } from './call-moves.js';

/** Kinds of organizations whose people may write proposals. */
const ANSWERING = ORGANIZATION_KINDS.filter((kind) =>
  permissionsOf(kind, 'owner').includes('proposal.create'),
);

/** Tells everybody who may answer a new call of it, once: organizations that nobody acts for hear nothing. */
@Injectable()
export class AnnounceCall {
  constructor(
    private readonly calls: CallRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Nothing is said of a call that was called off before anybody could be told. */
  async execute(tx: Transaction, callId: string): Promise<void> {
    const call = await this.calls.lock(tx, callId, null);
    if (!call || !['published', 'open'].includes(call.state)) return;
    for (const toOrganizationId of await this.organizations.withPeople(tx, ANSWERING)) {
      if (toOrganizationId !== call.organizationId)
        tx.emit('call.announced', sourceOf(call), { toOrganizationId });
    }
  }
}

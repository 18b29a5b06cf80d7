import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import {
  type Membership,
  MEMBERSHIP_STATES,
  type MembershipState,
  type MembershipStep,
} from '../domain/membership.js';
import { MembershipAccess } from './membership-access.js';

export interface MembershipQuery {
  readonly states: readonly MembershipState[];
  /** Only what waits for the General Assembly. */
  readonly toBeRatified: boolean;
}

/** All reads of memberships. */
@Injectable()
export class MembershipsReader {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipRepository,
    private readonly access: MembershipAccess,
  ) {}

  /** Newest first, after the one with id `after`: the organization's own, or everybody's for the secretariat. */
  async list(
    actor: Actor,
    query: MembershipQuery,
    after: string | undefined,
    limit: number,
  ): Promise<Membership[]> {
    const { id, kind } = actingOrganization(actor);
    return this.memberships.slice(this.database, {
      organizationId: kind === 'secretariat' ? null : id,
      states: query.states.length > 0 ? query.states : MEMBERSHIP_STATES,
      toBeRatified: query.toBeRatified,
      after: after ?? null,
      limit,
    });
  }

  /** One membership with its history, oldest entry first. Errors: request/not-found. */
  async one(actor: Actor, id: string): Promise<{ membership: Membership; steps: MembershipStep[] }> {
    const membership = await this.access.load(actor, id);
    return { membership, steps: await this.memberships.steps(this.database, id) };
  }
}

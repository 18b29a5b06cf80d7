import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { CallFollowerRepository } from '../data/call-follower.repository.js';
import type { Call } from '../domain/call.js';
import { type Applicant, unmetRules } from '../domain/eligibility.js';

/** How the acting organization stands to a call. */
export interface CallStanding {
  readonly isFollowing: boolean;
  /** It has a part in a proposal for it. */
  readonly isConcerned: boolean;
  /** Numbers of the rules that keep it from leading a proposal. */
  readonly unmetRules: number[];
  /** Who is told of changes: for those who run it. */
  readonly told: { readonly followers: number; readonly concerned: number } | null;
}

/** What a call is to an organization, and the organization to its rules. */
@Injectable()
export class CallStandingReader {
  constructor(
    private readonly database: Database,
    private readonly followers: CallFollowerRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  async of(actor: Actor, call: Call): Promise<CallStanding> {
    const { id } = actingOrganization(actor);
    const own = await this.followers.standing(this.database, call.id, id);
    const isRunner = id === call.organizationId;
    return {
      isFollowing: own !== null,
      isConcerned: own?.isConcerned ?? false,
      unmetRules: unmetRules(call.content.eligibility, await this.applicant(id)),
      told: isRunner ? await this.followers.count(this.database, call.id) : null,
    };
  }

  async applicant(organizationId: string): Promise<Applicant> {
    const card = (await this.organizations.cards([organizationId])).get(organizationId);
    if (!card) throw new NotFound();
    return card;
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import {
  type CallListing,
  CallListRepository,
  type CallPhase,
  type CallPlace,
  type ListedCall,
} from '../data/call-list.repository.js';
import { CallFollowerRepository } from '../data/call-follower.repository.js';
import { CallStoryRepository } from '../data/call-story.repository.js';
import { CallVersionRepository } from '../data/call-version.repository.js';
import type { Call, CallStep, CallVersion } from '../domain/call.js';
import { CallAccess } from './call-access.js';

export { CALL_PHASES, type CallPhase, type CallPlace } from '../data/call-list.repository.js';

/** How the acting organization stands to a call. */
export interface CallStanding {
  readonly isFollowing: boolean;
  /** It has a part in a proposal for it. */
  readonly isConcerned: boolean;
  /** Who is told of changes: for those who run it. */
  readonly told: { readonly followers: number; readonly concerned: number } | null;
}

/** Every read of calls. Published ones are for everybody who takes part, drafts for who runs them. */
@Injectable()
export class CallsReader {
  constructor(
    private readonly database: Database,
    private readonly access: CallAccess,
    private readonly lists: CallListRepository,
    private readonly versionRows: CallVersionRepository,
    private readonly story: CallStoryRepository,
    private readonly followers: CallFollowerRepository,
  ) {}

  async one(actor: Actor, id: string): Promise<Call> {
    return this.access.load(actor, 'read', id);
  }

  async list(
    actor: Actor,
    { phase, mine }: { phase: CallPhase; mine: boolean },
    after: CallPlace | undefined,
    limit: number,
  ): Promise<ListedCall[]> {
    const listing: CallListing = { phase, runBy: mine ? actingOrganization(actor).id : null };
    return this.lists.slice(this.database, listing, after, limit);
  }

  /** How many calls each phase has. */
  async phases(): Promise<Record<CallPhase, number>> {
    return this.lists.phases(this.database);
  }

  /** The clock that decides deadlines. */
  async now(): Promise<Date> {
    return this.lists.now(this.database);
  }

  async standing(actor: Actor, call: Call): Promise<CallStanding> {
    const { id } = actingOrganization(actor);
    const own = await this.followers.standing(this.database, call.id, id);
    const isRunner = id === call.organizationId;
    return {
      isFollowing: own !== null,
      isConcerned: own?.isConcerned ?? false,
      told: isRunner ? await this.followers.count(this.database, call.id) : null,
    };
  }

  /** The versions of the terms, newest first, and the steps of the call, oldest first. */
  async history(actor: Actor, id: string): Promise<{ versions: CallVersion[]; steps: CallStep[] }> {
    const call = await this.access.load(actor, 'read', id);
    const [versions, steps] = await Promise.all([
      this.versionRows.list(this.database, call.id),
      this.story.list(this.database, call.id),
    ]);
    return { versions, steps };
  }

  /** One version of the terms. */
  async version(actor: Actor, id: string, number: number): Promise<CallVersion> {
    const { versions } = await this.history(actor, id);
    const found = versions.find((version) => version.number === number);
    if (!found) throw new NotFound();
    return found;
  }
}

/** Where a call stands in its list. */
export function placeOf({ listKey, id }: ListedCall): CallPlace {
  return [listKey, id];
}

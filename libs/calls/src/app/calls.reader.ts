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
import { CallStoryRepository } from '../data/call-story.repository.js';
import { CallVersionRepository } from '../data/call-version.repository.js';
import type { Call, CallStep, CallVersion } from '../domain/call.js';
import { CallAccess } from './call-access.js';
import { CallStandingReader } from './call-standing.reader.js';

export { CALL_PHASES, type CallPhase, type CallPlace } from '../data/call-list.repository.js';

/** Which calls a list holds. */
export interface CallFilter {
  readonly phase: CallPhase;
  /** Those the acting organization runs, in every phase. */
  readonly mine: boolean;
  /** Only those whose rules let it lead a proposal. */
  readonly forUs: boolean;
  /** One of these codes at least; empty: of whatever theme. */
  readonly themes: readonly string[];
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
    private readonly standings: CallStandingReader,
  ) {}

  async one(actor: Actor, id: string): Promise<Call> {
    return this.access.load(actor, 'read', id);
  }

  async list(
    actor: Actor,
    { phase, mine, forUs, themes }: CallFilter,
    after: CallPlace | undefined,
    limit: number,
  ): Promise<ListedCall[]> {
    const { id } = actingOrganization(actor);
    const openTo = forUs ? await this.standings.applicant(id) : null;
    const listing: CallListing = { phase, runBy: mine ? id : null, openTo, themes };
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

import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { OpportunityHistoryRepository } from '../data/opportunity-history.repository.js';
import { OpportunityListRepository } from '../data/opportunity-list.repository.js';
import { changedContent, type Opportunity, type OpportunityChanges } from '../domain/opportunity.js';
import {
  changedFields,
  type ContentField,
  type OpportunityStep,
  type OpportunityVersion,
} from '../domain/opportunity-history.js';
import { mayReadStory } from '../domain/opportunity.policy.js';
import { OPPORTUNITY_STATES, type OpportunityState } from '../domain/opportunity-states.js';
import type { Finding } from '../domain/quality-check.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityCheck } from './opportunity-check.js';

/** How many rows of a story, and of what waits, are read. */
const MAX_ROWS = 100;
const MAX_WAITING = 20;

export const WAITING_REASONS = ['held', 'sent-back', 'ending', 'outcome'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

export interface Desk {
  readonly counts: Readonly<Record<OpportunityState, number>>;
  readonly waiting: readonly { readonly opportunity: Opportunity; readonly because: WaitingReason }[];
}

export interface Story {
  /** Newest first, as both. */
  readonly steps: readonly OpportunityStep[];
  readonly versions: readonly (OpportunityVersion & { readonly changed: readonly ContentField[] })[];
}

/** What the people behind an opportunity see of it, beyond what everybody can read. */
@Injectable()
export class OpportunityDeskReader {
  constructor(
    private readonly database: Database,
    private readonly lists: OpportunityListRepository,
    private readonly history: OpportunityHistoryRepository,
    private readonly access: OpportunityAccess,
    private readonly check: OpportunityCheck,
  ) {}

  /** The acting organization's: how many in each state, and what waits for it. */
  async desk(actor: Actor): Promise<Desk> {
    const { id } = actingOrganization(actor);
    const [states, waiting] = await Promise.all([
      this.lists.states(this.database, id),
      this.lists.waiting(this.database, id, MAX_WAITING),
    ]);
    const counts = Object.fromEntries(
      OPPORTUNITY_STATES.map((state) => [state, states.find((each) => each.state === state)?.count ?? 0]),
    ) as Record<OpportunityState, number>;
    return {
      counts,
      waiting: waiting.map((opportunity) => ({ opportunity, because: reasonOf(opportunity) })),
    };
  }

  /** @throws NotFound for everybody but its own people and the secretariat */
  async story(actor: Actor, id: string): Promise<Story> {
    const opportunity = await this.inside(actor, id);
    const [steps, versions] = await Promise.all([
      this.history.steps(this.database, opportunity.id, MAX_ROWS),
      this.history.versions(this.database, opportunity.id, MAX_ROWS),
    ]);
    return {
      steps,
      versions: versions.map((version, index) => {
        const before = versions[index + 1];
        return { ...version, changed: before ? changedFields(before.content, version.content) : [] };
      }),
    };
  }

  /**
   * What the quality check finds, with `changes` that are not saved yet.
   *
   * @throws NotFound as {@link story}, InvalidInput 422 for changes that could not be saved
   */
  async findings(actor: Actor, id: string, changes: OpportunityChanges): Promise<Finding[]> {
    const opportunity = await this.inside(actor, id);
    return this.check.findings(this.database, opportunity, changedContent(opportunity, changes));
  }

  private async inside(actor: Actor, id: string): Promise<Opportunity> {
    const opportunity = await this.access.load(actor, 'read', id);
    if (!mayReadStory(actor, opportunity)) throw new NotFound();
    return opportunity;
  }
}

function reasonOf({ state, heldAt }: Opportunity): WaitingReason {
  if (state === 'draft') return 'sent-back';
  if (state === 'filled') return 'outcome';
  return heldAt === null ? 'ending' : 'held';
}

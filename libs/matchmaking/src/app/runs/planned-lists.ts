import { Injectable } from '@nestjs/common';
import type { MoveIn } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { MarketFeedRepository } from '../../data/market-feed.repository.js';
import { MatchingPlanRepository, type StoredPlan } from '../../data/matching-plan.repository.js';
import { keyOf, type SubjectRef } from '../../domain/match.js';
import type { MatchingRun } from '../../domain/matching-run.js';
import type { ListEntry } from '../live/list-maker.js';
import type { MarketNow } from '../live/live-market.js';

/** A planned list that still holds. */
export interface StandingPlan {
  readonly entries: readonly ListEntry[];
  readonly floors: readonly number[];
}

/** When more organizations have changed since a run was planned, its lists are drawn as they would be today. */
const MOST_CHANGED = 20;

/** Brings back what a run has planned, as far as nothing has changed since that it rests on. */
@Injectable()
export class PlannedLists {
  constructor(
    private readonly database: Database,
    private readonly plans: MatchingPlanRepository,
    private readonly feed: MarketFeedRepository,
  ) {}

  /** By {@link keyOf}; what is missing has to be drawn. */
  async of(
    run: MatchingRun,
    market: MarketNow,
    subjects: readonly SubjectRef[],
  ): Promise<Map<string, StandingPlan>> {
    const changedIds = await this.changedSince(run, market);
    if (changedIds === undefined || changedIds.length > MOST_CHANGED) return new Map();
    const stored = await this.plans.of(this.database, run.id, subjects);
    const changed = new Set(changedIds);
    const concerned = concernedBy(market, changedIds);
    return new Map(
      subjects.flatMap((subject) => {
        const plan = stored.get(keyOf(subject));
        const owner = market.index.get(subject.id)?.organizationId;
        if (!plan || owner === undefined || changed.has(owner) || concerned.has(subject.id)) return [];
        const entries = entriesOf(market, plan);
        const isWhole = run.reason === 'rollback' || entries.length === plan.counterparts.length;
        const holds = isWhole && entries.every(({ party }) => !changed.has(party.organizationId));
        return holds ? [[keyOf(subject), { entries, floors: plan.floors }] as const] : [];
      }),
    );
  }

  /** Organizations of which the plan knows less than the market; undefined where it holds no more at all. */
  private async changedSince(run: MatchingRun, market: MarketNow): Promise<readonly string[] | undefined> {
    // What is to be as it was is not asked whether it would be so today.
    if (run.reason === 'rollback') return [];
    const horizon = await this.plans.horizonOf(this.database, run.id);
    if (horizon === null || market.model.version !== run.specVersion) return undefined;
    return (await this.feed.since(this.database, horizon)).organizationIds;
  }
}

/** Whose lists those who have changed could enter today. */
function concernedBy(market: MarketNow, organizationIds: readonly string[]): Set<string> {
  const parties = organizationIds.flatMap((id) => market.ofOrganization(id));
  return new Set(parties.flatMap((party) => market.lists.prospects(party).map(({ id }) => id)));
}

/** Without those who are gone. */
function entriesOf({ index }: MarketNow, plan: StoredPlan): ListEntry[] {
  return plan.counterparts.flatMap((id, at) => {
    const party = index.get(id);
    return party ? [{ party, score: plan.scores[at] ?? 0, move: (plan.moves[at] ?? 'none') as MoveIn }] : [];
  });
}

import { Injectable } from '@nestjs/common';
import type { MatchParty } from '#libs/matching';
import { Database, newId, type Transaction } from '#libs/platform/database';
import { DrawnListRepository } from '../data/drawn-list.repository.js';
import { MatchRunRepository } from '../data/match-run.repository.js';
import type { SubjectRef } from '../domain/match.js';
import { DrawLists, type DrawnLists } from './live/draw-lists.js';
import { sideOf } from './live/list-maker.js';
import type { MarketNow } from './live/live-market.js';
import { WriteLists } from './live/write-lists.js';
import { type Subject, SubjectsReader } from './subjects.reader.js';

/** What a change has done to lists, ready to be written: the subject's own, and those it enters or leaves. */
export interface MatchesFound {
  readonly subject: Subject;
  readonly runId: string;
  /** RFC 3339, by the clock of the database. */
  readonly startedAt: string;
  readonly lists: DrawnLists;
}

/**
 * Brings the lists up to date that a changed subject concerns: its own, and all it enters or leaves. First all is
 * searched, then written at once, so that no lock is held while parties are compared. Running again changes nothing;
 * of two runs the one that saw the newer subject, or began later, counts.
 */
@Injectable()
export class RefreshMatches {
  constructor(
    private readonly database: Database,
    private readonly subjects: SubjectsReader,
    private readonly drawLists: DrawLists,
    private readonly drawn: DrawnListRepository,
    private readonly writeLists: WriteLists,
    private readonly runs: MatchRunRepository,
  ) {}

  /** Reads the market once, so that the first run is as quick as the others. */
  async warmUp(): Promise<void> {
    await this.drawLists.market();
  }

  /** Searches; writes nothing. Undefined when the subject does not exist. */
  async prepare(ref: SubjectRef): Promise<MatchesFound | undefined> {
    const [startedAt, subject] = await Promise.all([this.runs.clock(this.database), this.subjects.one(ref)]);
    if (!subject) return undefined;
    const market = await this.drawLists.market();
    const party = subject.isOpen ? market.index.get(subject.id) : undefined;
    const own = [...(party ? [party] : []), ...spokenFor(subject, market)];
    const others = await this.othersConcerned(market, subject, own);
    const ids = new Set(own.map(({ id }) => id));
    const kinds = new Set(own.map(({ kind }) => kind));
    const lists = await this.drawLists.draw(market, [...own, ...others], {
      // Whoever is gone may have stood anywhere.
      changedOthers: ({ id }) => (party && !ids.has(id) ? kinds : undefined),
      rewrites: (a, b) => ids.has(a.id) || ids.has(b.id),
    });
    return { subject, startedAt, runId: newId(), lists };
  }

  /** Writes what was found, unless a run that knew more was faster, and announces what is new. */
  async write(tx: Transaction, found: MatchesFound): Promise<void> {
    const { subject, lists, startedAt, runId } = found;
    await this.writeLists.execute(tx, lists, { subjects: [subject], startedAt, runId });
  }

  /** Whose lists hold one of `own` today, and whose it would enter: in the market, and compared before. */
  private async othersConcerned(
    market: MarketNow,
    subject: Subject,
    own: readonly MatchParty[],
  ): Promise<MatchParty[]> {
    const sides = [subject, ...own.map(sideOf)];
    const listing = (await this.drawn.listing(this.database, sides)).map(({ id }) => id);
    const concerned = new Map(listing.map((id) => [id, 0]));
    for (const party of own) {
      for (const { id, pool, score, isKeptFor } of market.lists.prospects(party)) {
        const floor = market.floors.get(id)?.[pool];
        if (floor === undefined || (score < floor && !isKeptFor)) continue;
        concerned.set(id, Math.max(score, concerned.get(id) ?? 0));
      }
    }
    for (const { id } of sides) concerned.delete(id);
    // Whom it fits best is asked first: not everybody may be shown one who is wanted by all.
    const inTurn = [...concerned].sort(([a, fit], [b, other]) => other - fit || (a < b ? -1 : 1));
    return inTurn.flatMap(([id]) => market.index.get(id) ?? []);
  }
}

/** A city is known by what it publishes too, and a proposal speaks for its organization: they change along. */
function spokenFor(subject: Subject, market: MarketNow): MatchParty[] {
  const along = { opportunity: 'city', organization: 'proposal' } as const;
  const kind =
    subject.type === 'opportunity' || subject.type === 'organization' ? along[subject.type] : undefined;
  return market.ofOrganization(subject.organizationId).filter((party) => party.kind === kind);
}

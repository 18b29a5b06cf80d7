import { Injectable } from '@nestjs/common';
import { DEFAULT_SPEC, type MatchParty, type PairScore, rankMatches, scorePair } from '#libs/matching';
import { Database, newId, type Transaction } from '#libs/platform/database';
import { type FoundList, MatchListRepository } from '../data/match-list.repository.js';
import { MatchRunRepository } from '../data/match-run.repository.js';
import {
  type Comparison,
  keyOf,
  type MatchSide,
  type Pair,
  standsLeft,
  type SubjectRef,
} from '../domain/match.js';
import { type Market, MarketLoader, ofKinds } from './market.loader.js';
import { POOLS } from './pools.js';
import { type Subject, SubjectsReader } from './subjects.reader.js';

/** What a run found, ready to be written; `isOpen` false when the subject is not to be had any more. */
export interface MatchesFound extends FoundList {
  readonly subject: Subject;
  readonly runId: string;
}

/**
 * Compares one subject with everybody it can be matched with and makes the best its list. First all is read and
 * ranked, then written at once, so that no lock is held while texts are compared. Running again changes nothing;
 * of two runs the one that saw the newer subject, or began later, counts.
 */
@Injectable()
export class RefreshMatches {
  constructor(
    private readonly database: Database,
    private readonly subjects: SubjectsReader,
    private readonly market: MarketLoader,
    private readonly lists: MatchListRepository,
    private readonly runs: MatchRunRepository,
  ) {}

  /** Reads all texts once, so that the first run is as quick as the others. */
  async warmUp(): Promise<void> {
    await this.market.load();
  }

  /** Reads and ranks; writes nothing. Undefined when the subject does not exist. */
  async prepare(ref: SubjectRef): Promise<MatchesFound | undefined> {
    const startedAt = await this.runs.clock(this.database);
    const subject = await this.subjects.one(ref);
    if (!subject) return undefined;
    const market = await this.market.load();
    const dismissed = await this.lists.dismissed(this.database, subject);
    return {
      subject,
      startedAt,
      runId: newId(),
      pairs: subject.isOpen ? bestPairs(subject, market, dismissed) : [],
      specVersion: DEFAULT_SPEC.version,
      vocabularyVersion: market.vocabulary.version,
    };
  }

  /** Writes what was found, unless a run that knew more was faster, and announces what is new. */
  async write(tx: Transaction, found: MatchesFound): Promise<void> {
    const { subject, runId, pairs } = found;
    const runs = await this.runs.finish(tx, {
      ...found,
      subjectVersion: subject.version,
      listed: pairs.length,
    });
    if (runs === undefined) return;
    if (!subject.isOpen) {
      await this.lists.retire(tx, subject);
      return;
    }
    const before = new Set((await this.lists.listed(tx, subject)).map(keyOf));
    await this.lists.replace(tx, found);
    if (pairs.every((pair) => before.has(keyOf(otherSide(pair, subject))))) return;
    const source = {
      aggregateType: 'match-list',
      aggregateId: subject.id,
      seq: runs,
      organizationId: subject.organizationId,
    };
    tx.emit('matches.refreshed', source, { subjectType: subject.type, runId });
  }
}

/** The best of every pool, without what the subject's organization has dismissed. */
function bestPairs(subject: Subject, market: Market, dismissed: readonly SubjectRef[]): Pair[] {
  const party = market.parties.find((candidate) => keyOf(sideOf(candidate)) === keyOf(subject));
  if (!party) return [];
  const unwanted = new Set(dismissed.map(keyOf));
  return POOLS[party.kind].flatMap((kinds) => {
    const pool = ofKinds(market, kinds).filter((candidate) => !unwanted.has(keyOf(sideOf(candidate))));
    return rankMatches(party, pool, market.vocabulary).map(({ candidate }) =>
      pairOf(party, candidate, market),
    );
  });
}

/** Scored from the left, so that both sides' runs find the same numbers to the last digit. */
function pairOf(a: MatchParty, b: MatchParty, { vocabulary }: Market): Pair {
  const [left, right] = standsLeft(sideOf(a), sideOf(b)) ? [a, b] : [b, a];
  return {
    left: sideOf(left),
    right: sideOf(right),
    comparison: comparisonOf(scorePair(left, right, vocabulary)),
  };
}

function comparisonOf({ score, fit, left, right, reasons, unmet, notStated }: PairScore): Comparison {
  return { score, fit, ourScore: left ?? null, theirScore: right ?? null, reasons, unmet, notStated };
}

/** How a party is kept in matches. */
export function sideOf({ id, organizationId, kind }: MatchParty): MatchSide {
  const isThing = kind === 'proposal' || kind === 'opportunity' || kind === 'consulting_request';
  return { type: isThing ? kind : 'organization', id, organizationId };
}

function otherSide({ left, right }: Pair, subject: SubjectRef): MatchSide {
  return keyOf(left) === keyOf(subject) ? right : left;
}

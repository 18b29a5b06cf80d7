import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform/database';
import { MatchRunRepository } from '../../data/match-run.repository.js';
import type { ShardResult } from '../../data/matching-run.repository.js';
import { keyOf } from '../../domain/match.js';
import type { MatchingRun, MatchingShard } from '../../domain/matching-run.js';
import { DrawLists, type DrawnLists } from '../live/draw-lists.js';
import { WriteLists } from '../live/write-lists.js';
import { type Subject, SubjectsReader } from '../subjects.reader.js';
import { PlannedLists } from './planned-lists.js';

/** A shard ready to be written. */
export interface DrawnShard {
  readonly result: ShardResult;
  readonly lists: DrawnLists;
  readonly subjects: readonly Subject[];
  readonly startedAt: string;
}

/** Draws and writes the lists of one shard. */
@Injectable()
export class ShardLists {
  private readonly logger = new Logger(ShardLists.name);

  constructor(
    private readonly database: Database,
    private readonly heads: MatchRunRepository,
    private readonly subjects: SubjectsReader,
    private readonly planned: PlannedLists,
    private readonly drawLists: DrawLists,
    private readonly writeLists: WriteLists,
  ) {}

  async draw(run: MatchingRun, shard: MatchingShard): Promise<DrawnShard> {
    const startedAt = await this.heads.clock(this.database);
    const market = await this.drawLists.market();
    const refs = shard.subjects.map(([type, id]) => ({ type, id }));
    const known = await this.subjects.of(refs);
    const parties = refs.flatMap(({ id }) => market.index.get(id) ?? []);
    const planned = await this.planned.of(run, market, refs);
    const broken = new Set<string>();
    const lists = await this.drawLists.draw(market, parties, {
      planned,
      // New words or numbers may tell the same score otherwise.
      rewrites: () => run.reason === 'vocabulary' || run.reason === 'weights',
      failed: ({ id }, error) => {
        broken.add(id);
        this.logger.error({
          msg: 'A subject could not be compared; its list stays',
          run: run.id,
          id,
          err: error,
        });
      },
    });
    const drawn = new Set(lists.changes.map(({ subject }) => keyOf(subject)));
    return {
      lists,
      startedAt,
      result: resultOf(shard, lists, broken.size),
      subjects: refs.flatMap((ref) => (drawn.has(keyOf(ref)) ? (known.get(keyOf(ref)) ?? []) : [])),
    };
  }

  async write(tx: Transaction, run: MatchingRun, { lists, subjects, startedAt }: DrawnShard): Promise<void> {
    await this.writeLists.execute(tx, lists, { runId: run.id, startedAt, subjects, isQuietAtFirst: true });
  }
}

function resultOf({ number }: MatchingShard, { changes }: DrawnLists, failed: number): ShardResult {
  const lists = changes.map(({ subject: { type, id }, drawn: { entries, floors } }) => ({
    type,
    id,
    counterparts: entries.map(({ party }) => party.id),
    scores: entries.map(({ score }) => score),
    moves: entries.map(({ move }) => move),
    floors,
  }));
  return {
    number,
    failed,
    lists,
    hash: hashOf(lists),
    listed: lists.reduce((sum, { counterparts }) => sum + counterparts.length, 0),
    entered: changes.reduce((sum, { entered }) => sum + entered, 0),
  };
}

/** Of who is listed, and by what score. */
function hashOf(lists: ShardResult['lists']): string {
  const told = lists.map(({ type, id, counterparts, scores }) => ({ type, id, counterparts, scores }));
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

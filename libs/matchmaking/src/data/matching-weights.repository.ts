import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { MatchingWeights, WeightsState } from '../domain/matching-weights.js';

/** SQL of the weights that administrators set. */
@Injectable()
export class MatchingWeightsRepository {
  /** Those in use; undefined while nobody has set any. */
  async live(reads: Reads): Promise<MatchingWeights | undefined> {
    return reads.row<MatchingWeights>(`${SELECT} where w.state = 'live'`);
  }

  async find(reads: Reads, id: string): Promise<MatchingWeights | undefined> {
    return reads.row<MatchingWeights>(`${SELECT} where w.id = $1`, [id]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<MatchingWeights> {
    const weights = await this.find(tx, id);
    if (!weights) throw new Error('Weights vanished inside their transaction.');
    return weights;
  }

  /** Newest first, below the number of the last one before. */
  async slice(reads: Reads, below: number | undefined, limit: number): Promise<MatchingWeights[]> {
    return reads.rows<MatchingWeights>(SLICE, [below ?? null, limit]);
  }

  /** The next number; nobody else takes one until `tx` ends, and nobody activates. */
  async nextNumber(tx: Transaction): Promise<number> {
    await this.holdAll(tx);
    const row = await tx.row<{ next: number }>('select coalesce(max(number), 0) + 1 as next from matching_weights');
    return row?.next ?? 1;
  }

  /** Weights are set and activated one after the other. */
  async holdAll(tx: Transaction): Promise<void> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('matching_weights', 0))`);
  }

  async insert(
    tx: Transaction,
    weights: Pick<MatchingWeights, 'id' | 'number' | 'note' | 'spec' | 'replay'>,
  ): Promise<void> {
    const { id, number, note, spec, replay } = weights;
    const values = [id, number, note, JSON.stringify(spec), JSON.stringify(replay), tx.actor.personId];
    await tx.execute(INSERT, values);
  }

  /** Moves the version that was read; with a replay, that one stands from now on. */
  async move(
    tx: Transaction,
    { id, version, state }: MatchingWeights,
    to: WeightsState,
    replay: MatchingWeights['replay'] | null = null,
  ): Promise<void> {
    const values = [id, version, state, to, replay && JSON.stringify(replay)];
    if ((await tx.execute(MOVE, values)) === 0) throw new StaleVersion(version);
  }
}

const SELECT = `
  select w.id, w.number, w.state, w.note, w.spec, w.replay, w.created_by as "createdBy",
    w.created_at as "createdAt", w.activated_at as "activatedAt", w.version
  from matching_weights w`;

const SLICE = `${SELECT} where $1::int is null or w.number < $1 order by w.number desc limit $2`;

const INSERT = `
  insert into matching_weights (id, number, note, spec, replay, created_by)
  values ($1, $2, $3, $4::jsonb, $5::jsonb, $6)`;

const MOVE = `
  update matching_weights
  set state = $4, replay = coalesce($5::jsonb, replay),
    activated_at = case when $4 = 'live' then now() else activated_at end,
    version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { ElectorateSeat } from '../domain/electorate.js';
import type { Choice, Result } from '../domain/tally.js';
import type { Closing, Vote, VoteSeat, VoteState } from '../domain/vote.js';

/** Part of a list: newest first, after the id of the row before. */
export interface VoteSlice {
  /** Votes in whose electorate this city sits; null for all. */
  readonly seatOf: string | null;
  readonly states: readonly VoteState[];
  readonly after: string | null;
  readonly limit: number;
}

@Injectable()
export class VoteRepository {
  async find(reads: Reads, id: string): Promise<Vote | undefined> {
    return reads.row<Vote>(`${SELECT} where v.id = $1`, [id]);
  }

  async lock(tx: Transaction, id: string): Promise<Vote | undefined> {
    return tx.row<Vote>(`${SELECT} where v.id = $1 for update`, [id]);
  }

  async slice(reads: Reads, { seatOf, states, after, limit }: VoteSlice): Promise<Vote[]> {
    return reads.rows<Vote>(SLICE, [seatOf, states, after, limit]);
  }

  /** The seats of votes with what their ballots say, by vote. */
  async seats(reads: Reads, voteIds: readonly string[]): Promise<Map<string, VoteSeat[]>> {
    const rows = await reads.rows<VoteSeat & { voteId: string }>(SEATS, [voteIds]);
    const byVote = new Map<string, VoteSeat[]>(voteIds.map((id) => [id, []]));
    for (const { voteId, ...seat } of rows) byVote.get(voteId)?.push(seat);
    return byVote;
  }

  async insert(
    tx: Transaction,
    vote: Pick<Vote, 'id' | 'organizationId' | 'subjectType' | 'subjectId' | 'secrecy'> & { days: number },
    electorate: readonly ElectorateSeat[],
  ): Promise<void> {
    const { id, organizationId, subjectType, subjectId, secrecy, days } = vote;
    await tx.execute(INSERT, [id, organizationId, subjectType, subjectId, secrecy, tx.actor.personId, days]);
    await tx.execute(FREEZE, [
      id,
      electorate.map(() => newId()),
      electorate.map(({ country }) => country),
      electorate.map(({ number }) => number),
      electorate.map(({ memberCities }) => memberCities),
      electorate.map(({ organizationId: city }) => city),
      electorate.map(({ standing }) => standing),
    ]);
  }

  /** The ballot of a seat; a later one replaces it. */
  async cast(tx: Transaction, seatId: string, choice: Choice): Promise<void> {
    await tx.execute(CAST, [seatId, choice, tx.actor.personId]);
  }

  /** Whether its window is over, by the clock of the database. */
  async isOver(tx: Transaction, id: string): Promise<boolean> {
    const row = await tx.row<{ over: boolean }>('select closes_at <= now() as over from vote where id = $1', [id]);
    return row?.over ?? false;
  }

  async close(tx: Transaction, vote: Vote, result: Result, because: Closing): Promise<Vote> {
    const values = [vote.id, vote.version, JSON.stringify(result), because];
    if ((await tx.execute(CLOSE, values)) === 0) throw new StaleVersion(vote.version);
    if (vote.secrecy === 'secret') await tx.execute(ERASE_CHOICES, [vote.id]);
    return { ...vote, state: 'closed', result, closedBecause: because, version: vote.version + 1 };
  }

  async cancel(tx: Transaction, vote: Vote): Promise<void> {
    if ((await tx.execute(CANCEL, [vote.id, vote.version])) === 0) throw new StaleVersion(vote.version);
    if (vote.secrecy === 'secret') await tx.execute(ERASE_CHOICES, [vote.id]);
  }
}

const SELECT = `
  select v.id, v.organization_id as "organizationId", v.subject_type as "subjectType",
         v.subject_id as "subjectId", v.secrecy, v.state, v.opens_at as "opensAt", v.closes_at as "closesAt",
         v.closed_at as "closedAt", v.closed_because as "closedBecause", v.result, v.version,
         v.created_at as "createdAt"
  from vote v`;

const SLICE = `
  ${SELECT}
  where v.state = any($2) and ($3::uuid is null or v.id < $3)
    and ($1::uuid is null or exists (
      select 1 from vote_seat s where s.vote_id = v.id and s.organization_id = $1))
  order by v.id desc limit $4`;

const SEATS = `
  select s.vote_id as "voteId", s.id, s.country, s.number, s.member_cities as "memberCities",
         s.organization_id as "organizationId", s.standing, b.cast_at as "castAt", b.choice
  from vote_seat s left join ballot b on b.vote_seat_id = s.id
  where s.vote_id = any($1::uuid[]) order by s.country, s.number`;

const INSERT = `
  insert into vote (id, organization_id, subject_type, subject_id, secrecy, opened_by, closes_at)
  values ($1, $2, $3, $4, $5, $6, now() + $7::int * interval '1 day')`;

const FREEZE = `
  insert into vote_seat (vote_id, id, country, number, member_cities, organization_id, standing)
  select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::uuid[], $7::text[])`;

const CAST = `
  insert into ballot (vote_seat_id, choice, cast_by) values ($1, $2, $3)
  on conflict (vote_seat_id) do update set choice = excluded.choice, cast_by = excluded.cast_by, cast_at = now()`;

const CLOSE = `
  update vote
  set state = 'closed', result = $3::jsonb, closed_because = $4, closed_at = now(), version = version + 1,
      updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = 'open'`;

const CANCEL = `
  update vote
  set state = 'cancelled', closed_at = now(), version = version + 1, updated_at = now(),
      changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = 'open'`;

const ERASE_CHOICES = `
  update ballot set choice = null
  where vote_seat_id in (select id from vote_seat where vote_id = $1)`;

import { Injectable } from '@nestjs/common';
import { type Database, newId, type Reads, type Transaction } from '#libs/platform/database';
import type { AnswerKind } from '../domain/learning.js';

/** An answer as it is kept: what was shown, where, and by which inputs its score was computed. */
export interface StoredAnswer {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: AnswerKind;
  readonly reason: string | null;
  readonly position: number;
  readonly timesShown: number;
  /** The organization that answered stands left. */
  readonly isLeft: boolean;
  readonly score: number;
  readonly leftInput: string;
  readonly rightInput: string;
  readonly specInput: string;
  readonly graphInput: string;
}

/** SQL of what was shown and what became of it. */
@Injectable()
export class MatchAnswerRepository {
  /** Notes what an organization was shown, and where; once a day each. */
  async noteShown(
    database: Pick<Database, 'execute'>,
    organizationId: string,
    shown: readonly { readonly matchId: string; readonly position: number }[],
  ): Promise<void> {
    const rows = [...new Map(shown.map((each) => [each.matchId, each])).values()];
    if (rows.length === 0) return;
    await database.execute(NOTE_SHOWN, [
      organizationId,
      rows.map(({ matchId }) => matchId),
      rows.map(({ position }) => position),
    ]);
  }

  /** Notes an answer, why it was no, and the inputs of the score that was shown; nothing where none are kept. */
  async insert(
    tx: Transaction,
    { matchId, organizationId, kind }: { matchId: string; organizationId: string; kind: AnswerKind },
  ): Promise<void> {
    await tx.execute(INSERT, [newId(), organizationId, matchId, kind]);
  }

  /** Turns what was shown often enough and long enough ago, and never answered, into answers. */
  async insertIgnored(tx: Transaction, { times, days }: { times: number; days: number }): Promise<number> {
    return tx.execute(INSERT_IGNORED, [times, days]);
  }

  /** Forgets what was last shown so many days ago; answers how much. */
  async forgetShown(tx: Transaction, days: number): Promise<number> {
    return tx.execute(FORGET_SHOWN, [days]);
  }

  /** Answers no fold has seen, in the order in which they came; only those from after an organization's reset. */
  async unfolded(reads: Reads, limit: number): Promise<StoredAnswer[]> {
    return reads.rows<StoredAnswer>(UNFOLDED, [limit]);
  }

  /** The latest answers that folds have seen, or all accepts and refusals, to foretell them anew. */
  async latest(reads: Reads, limit: number): Promise<StoredAnswer[]> {
    return reads.rows<StoredAnswer>(LATEST, [limit]);
  }

  async markFolded(tx: Transaction, ids: readonly string[], version: number): Promise<void> {
    await tx.execute(MARK_FOLDED, [ids, version]);
  }

  /** Those from before a reset teach nothing any more. */
  async dropUnfolded(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute(DROP_UNFOLDED, [organizationId]);
  }
}

const NOTE_SHOWN = `
  insert into match_impression as i (organization_id, match_id, position)
  select $1::uuid, * from unnest($2::uuid[], $3::int[])
  on conflict (organization_id, match_id) do update
  set position = excluded.position, last_shown_at = now(),
    times = i.times + case when i.last_shown_at < now() - interval '1 day' then 1 else 0 end
  where i.last_shown_at < now() - interval '1 day' or i.position <> excluded.position`;

const FORGET_SHOWN = `
  delete from match_impression where last_shown_at < now() - make_interval(days => $1)`;

const COPIED = 'left_input, right_input, spec_input, graph_input';

const INSERT = `
  insert into match_answer
    (id, organization_id, match_id, kind, reason, position, times_shown, is_left, score, ${COPIED})
  select $1, $2::uuid, m.id, $4,
    case when $4 = 'decline' then coalesce(
      (select reason from match_dismissal d where d.match_id = m.id and d.organization_id = $2::uuid),
      (select decline_reason from interest a where a.id = m.interest_id)) end,
    coalesce(i.position, 1), coalesce(i.times, 1),
    m.left_organization_id = $2::uuid, m.score, m.left_input, m.right_input, m.spec_input, m.graph_input
  from match m left join match_impression i on i.match_id = m.id and i.organization_id = $2::uuid
  where m.id = $3 and m.graph_input is not null`;

const INSERT_IGNORED = `
  insert into match_answer
    (id, organization_id, match_id, kind, position, times_shown, is_left, score, ${COPIED})
  select gen_random_uuid(), i.organization_id, m.id, 'ignore', i.position, i.times,
    m.left_organization_id = i.organization_id, m.score, m.left_input, m.right_input, m.spec_input, m.graph_input
  from match_impression i join match m on m.id = i.match_id
  where i.times >= $1 and i.first_shown_at < now() - make_interval(days => $2)
    and m.graph_input is not null and m.interest_id is null
    and not exists (
      select from match_answer a where a.match_id = i.match_id and a.organization_id = i.organization_id)`;

const SELECT = `
  select a.id, a.organization_id as "organizationId", a.kind, a.reason, a.position, a.times_shown as "timesShown",
    a.is_left as "isLeft", a.score, a.left_input as "leftInput", a.right_input as "rightInput",
    a.spec_input as "specInput", a.graph_input as "graphInput"
  from match_answer a`;

/** That a match was put away teaches nothing once that was taken back. */
const STILL_MEANT = `(a.kind <> 'decline'
  or exists (select from match_dismissal d
    where d.match_id = a.match_id and d.organization_id = a.organization_id)
  or exists (select from interest i
    where i.match_id = a.match_id and i.to_organization_id = a.organization_id and i.state = 'declined'))`;

const UNFOLDED = `${SELECT}
  left join organization_learning l on l.organization_id = a.organization_id
  where a.folded_in is null and (l.reset_at is null or a.answered_at > l.reset_at) and ${STILL_MEANT}
  order by a.answered_at, a.id limit $1`;

const LATEST = `${SELECT} order by a.answered_at desc, a.id desc limit $1`;

const MARK_FOLDED = 'update match_answer set folded_in = $2 where id = any($1::uuid[])';

/** Version 0 was never folded: they are passed over from now on. */
const DROP_UNFOLDED = `
  update match_answer set folded_in = 0 where organization_id = $1 and folded_in is null`;

import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { type Comparison, standsLeft, type SubjectRef, turned } from '../domain/match.js';

/** SQL by which the matches of one organization become those of another. */
@Injectable()
export class MatchMergeRepository {
  /** Answers the ids of those that went over. */
  async move(tx: Transaction, fromId: string, intoId: string): Promise<string[]> {
    const moved: string[] = [];
    for (const text of [MOVE_LEFT, MOVE_RIGHT, MOVE_WHOLE]) {
      moved.push(...(await tx.rows<{ id: string }>(text, [fromId, intoId])).map(({ id }) => id));
    }
    moved.push(...(await this.moveBetweenWholes(tx, fromId, intoId)));
    await tx.execute(MOVE_RUNS, [fromId, intoId]);
    await tx.execute(MOVE_DISMISSALS, [fromId, intoId, moved]);
    await tx.execute(DISMISS_TWINS, [fromId, intoId]);
    return moved;
  }

  /** Two organizations as a whole stand in the order of their ids: with another id the sides may change places. */
  private async moveBetweenWholes(tx: Transaction, fromId: string, intoId: string): Promise<string[]> {
    const pairs = await tx.rows<WholePair>(BETWEEN_WHOLES, [fromId, intoId]);
    const moved = pairs.map((pair) => withOther(pair, fromId, intoId));
    if (moved.length > 0) await tx.execute(MOVE_BETWEEN_WHOLES, [JSON.stringify(moved)]);
    return moved.map(({ id }) => id);
  }

  /** What was written about these matches. Answers how much of it. */
  async moveInterests(
    tx: Transaction,
    fromId: string,
    intoId: string,
    matchIds: readonly string[],
  ): Promise<number> {
    return tx.execute(MOVE_INTERESTS, [fromId, intoId, matchIds]);
  }

  async countOf(tx: Transaction, organizationId: string): Promise<{ matches: number; interests: number }> {
    const row = await tx.row<{ matches: number; interests: number }>(COUNT_OF, [organizationId]);
    return row ?? { matches: 0, interests: 0 };
  }
}

/** A match of two organizations as a whole. */
interface WholePair extends Comparison {
  readonly id: string;
  readonly leftId: string;
  readonly rightId: string;
}

/** The row of a pair in which one organization stands for another. */
function withOther({ id, leftId, rightId, ...comparison }: WholePair, fromId: string, intoId: string) {
  const wasLeft = leftId === fromId;
  const other: SubjectRef = { type: 'organization', id: wasLeft ? rightId : leftId };
  const isLeft = standsLeft({ type: 'organization', id: intoId }, other);
  const [left, right] = isLeft ? [intoId, other.id] : [other.id, intoId];
  const turns = isLeft !== wasLeft;
  const { ourScore, theirScore, reasons, unmet, notStated } = turns ? turned(comparison) : comparison;
  return {
    ...{ id, left_id: left, right_id: right, turns, left_score: ourScore, right_score: theirScore },
    ...{ reasons, unmet, not_stated: notStated },
  };
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

/** What a proposal, an opportunity or a request was matched with it stays matched with. */
const MOVE_LEFT = `
  update match set left_organization_id = $2, ${CHANGED}
  where left_organization_id = $1 and left_type <> 'organization' and right_organization_id <> $2 returning id`;

const MOVE_RIGHT = `
  update match set right_organization_id = $2, ${CHANGED}
  where right_organization_id = $1 and right_type <> 'organization' and left_organization_id <> $2 returning id`;

/** An organization as a whole stands right of everything but another one. */
const MOVE_WHOLE = `
  update match m set right_organization_id = $2, right_id = $2, ${CHANGED}
  where m.right_organization_id = $1 and m.right_type = 'organization' and m.right_id = $1
    and m.left_type <> 'organization' and m.left_organization_id <> $2
    and not exists (
      select 1 from match other
      where other.left_type = m.left_type and other.left_id = m.left_id
        and other.right_type = 'organization' and other.right_id = $2)
  returning m.id`;

const BETWEEN_WHOLES = `
  select m.id, m.left_id as "leftId", m.right_id as "rightId", m.score, m.fit, m.left_score as "ourScore",
    m.right_score as "theirScore", m.reasons, m.unmet, m.not_stated as "notStated"
  from match m
  where m.left_type = 'organization' and m.right_type = 'organization'
    and $1::uuid in (m.left_id, m.right_id) and $2::uuid not in (m.left_id, m.right_id)
    and not exists (
      select 1 from match other
      where other.left_type = 'organization' and other.right_type = 'organization'
        and $2::uuid in (other.left_id, other.right_id)
        and case when m.left_id = $1 then m.right_id else m.left_id end in (other.left_id, other.right_id))
  order by m.id for update of m`;

/** `side` as it was, or what stood on the other one. */
const sideOf = (side: string, other: string): string =>
  `case when n.turns then m.${other} else m.${side} end`;
const bothSides = (column: string): string => `left_${column} = ${sideOf(`left_${column}`, `right_${column}`)},
    right_${column} = ${sideOf(`right_${column}`, `left_${column}`)}`;

const MOVE_BETWEEN_WHOLES = `
  update match m
  set left_id = n.left_id, left_organization_id = n.left_id, right_id = n.right_id, right_organization_id = n.right_id,
    left_score = n.left_score, right_score = n.right_score, reasons = n.reasons, unmet = n.unmet,
    not_stated = n.not_stated, ${bothSides('move')}, ${bothSides('input')},
    listed_left = ${sideOf('listed_left', 'listed_right')}, listed_right = ${sideOf('listed_right', 'listed_left')},
    version = m.version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  from jsonb_to_recordset($1::jsonb) as n (
    id uuid, left_id uuid, right_id uuid, turns boolean, left_score double precision, right_score double precision,
    reasons jsonb, unmet jsonb, not_stated text[])
  where m.id = n.id`;

const MOVE_RUNS = `
  update match_run set organization_id = $2 where organization_id = $1 and subject_type <> 'organization'`;

/** A dismissal cannot be taken back, and so it cannot be moved: the other dismisses as well. */
const MOVE_DISMISSALS = `
  insert into match_dismissal (match_id, organization_id, person_id, reason, note, dismissed_at)
  select match_id, $2::uuid, person_id, reason, note, dismissed_at
  from match_dismissal where organization_id = $1 and match_id = any($3::uuid[])
  on conflict do nothing`;

/** What the second put away of whom the first has a match with as well, unless somebody wrote about that one. */
const DISMISS_TWINS = `
  insert into match_dismissal (match_id, organization_id, person_id, reason, note, dismissed_at)
  select twin.id, $2::uuid, d.person_id, d.reason, d.note, d.dismissed_at
  from match_dismissal d
  join match m on m.id = d.match_id
    and ('organization', $1::uuid) in ((m.left_type, m.left_id), (m.right_type, m.right_id))
  cross join lateral (
    select case when m.left_id = $1 then m.right_type else m.left_type end as type,
      case when m.left_id = $1 then m.right_id else m.left_id end as id) other
  join match twin on (twin.left_type, twin.left_id, twin.right_type, twin.right_id) in (
    (other.type, other.id, 'organization', $2::uuid), ('organization', $2::uuid, other.type, other.id))
  where d.organization_id = $1 and twin.interest_id is null
  on conflict do nothing`;

const MOVE_INTERESTS = `
  update interest
  set from_organization_id = case when from_organization_id = $1 then $2 else from_organization_id end,
    to_organization_id = case when to_organization_id = $1 then $2 else to_organization_id end, ${CHANGED}
  where match_id = any($3::uuid[]) and (from_organization_id = $1 or to_organization_id = $1)`;

const COUNT_OF = `
  select (select count(*)::int from match
      where (left_organization_id = $1 or right_organization_id = $1) and retired_at is null) as matches,
    (select count(*)::int from interest where from_organization_id = $1 or to_organization_id = $1) as interests`;

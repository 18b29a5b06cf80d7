import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';

/** SQL by which the matches of one organization become those of another. */
@Injectable()
export class MatchMergeRepository {
  /** Answers the ids of those that went over. */
  async move(tx: Transaction, fromId: string, intoId: string): Promise<string[]> {
    const moved: string[] = [];
    for (const text of [MOVE_LEFT, MOVE_RIGHT, MOVE_WHOLE]) {
      moved.push(...(await tx.rows<{ id: string }>(text, [fromId, intoId])).map(({ id }) => id));
    }
    await tx.execute(MOVE_RUNS, [fromId, intoId]);
    await tx.execute(MOVE_DISMISSALS, [fromId, intoId, moved]);
    return moved;
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

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

/** What a proposal, an opportunity or a request was matched with it stays matched with. */
const MOVE_LEFT = `
  update match set left_organization_id = $2, ${CHANGED}
  where left_organization_id = $1 and left_type <> 'organization' and right_organization_id <> $2 returning id`;

const MOVE_RIGHT = `
  update match set right_organization_id = $2, ${CHANGED}
  where right_organization_id = $1 and right_type <> 'organization' and left_organization_id <> $2 returning id`;

/** An organization as a whole stands right of everything else. */
const MOVE_WHOLE = `
  update match m set right_organization_id = $2, right_id = $2, ${CHANGED}
  where m.right_organization_id = $1 and m.right_type = 'organization' and m.right_id = $1
    and m.left_type <> 'organization' and m.left_organization_id <> $2
    and not exists (
      select 1 from match other
      where other.left_type = m.left_type and other.left_id = m.left_id
        and other.right_type = 'organization' and other.right_id = $2)
  returning m.id`;

const MOVE_RUNS = `
  update match_run set organization_id = $2 where organization_id = $1 and subject_type <> 'organization'`;

/** A dismissal cannot be taken back, and so it cannot be moved: the other dismisses as well. */
const MOVE_DISMISSALS = `
  insert into match_dismissal (match_id, organization_id, person_id, reason, note, dismissed_at)
  select match_id, $2::uuid, person_id, reason, note, dismissed_at
  from match_dismissal where organization_id = $1 and match_id = any($3::uuid[])
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

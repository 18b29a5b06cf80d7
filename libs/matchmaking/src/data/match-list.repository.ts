import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { MatchSide, SubjectRef } from '../domain/match.js';

/** SQL of lists as they stand, and of their end. */
@Injectable()
export class MatchListRepository {
  /** The other sides of what the organization behind a subject has dismissed. */
  async dismissed(reads: Reads, { type, id, organizationId }: MatchSide): Promise<SubjectRef[]> {
    return reads.rows<SubjectRef>(DISMISSED, [type, id, organizationId]);
  }

  /** Everything that stands in an open match. */
  async openSides(reads: Reads): Promise<SubjectRef[]> {
    return reads.rows<SubjectRef>(OPEN_SIDES);
  }

  /** Ends every match of what is not to be had any more; answers how many. */
  async retire(tx: Transaction, { type, id }: SubjectRef): Promise<number> {
    return tx.execute(RETIRE, [type, id]);
  }
}

const CHANGED = `version = m.version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const IS_LEFT = `(m.left_type = $1 and m.left_id = $2)`;
const IS_RIGHT = `(m.right_type = $1 and m.right_id = $2)`;
const OTHER_SIDE = `
  case when ${IS_LEFT} then m.right_type else m.left_type end as type,
  case when ${IS_LEFT} then m.right_id else m.left_id end as id`;
const DISMISSED = `
  select ${OTHER_SIDE}
  from match m join match_dismissal d on d.match_id = m.id and d.organization_id = $3
  where ${IS_LEFT} or ${IS_RIGHT}`;

const OPEN_SIDES = `
  select left_type as type, left_id as id from match where retired_at is null
  union
  select right_type, right_id from match where retired_at is null`;

const RETIRE = `
  update match m set retired_at = now(), ${CHANGED}
  where (${IS_LEFT} or ${IS_RIGHT}) and m.retired_at is null`;

import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { newId } from '#libs/platform/database';
import type { MatchSide, Pair, SubjectRef } from '../domain/match.js';

/** What a run found: the pairs it lists and by which numbers and words. */
export interface FoundList {
  readonly subject: MatchSide;
  readonly pairs: readonly Pair[];
  readonly startedAt: string;
  readonly specVersion: string;
  readonly vocabularyVersion: string;
}

/** SQL by which runs write the lists of their subjects. */
@Injectable()
export class MatchListRepository {
  /** The other sides of what a subject's own last run listed. */
  async listed(reads: Reads, { type, id }: SubjectRef): Promise<SubjectRef[]> {
    return reads.rows<SubjectRef>(LISTED, [type, id]);
  }

  /** The other sides of what the organization behind a subject has dismissed. */
  async dismissed(reads: Reads, { type, id, organizationId }: MatchSide): Promise<SubjectRef[]> {
    return reads.rows<SubjectRef>(DISMISSED, [type, id, organizationId]);
  }

  /**
   * Makes `pairs` the list of the subject. A pair keeps its id; one that reads as before is not touched, and
   * one that somebody wrote about stays on the list.
   */
  async replace(tx: Transaction, list: FoundList): Promise<void> {
    const { type, id } = list.subject;
    const rows = JSON.stringify(list.pairs.map((pair) => rowOf(list, pair)));
    await tx.execute(SCORE, [rows]);
    await tx.execute(LIST, [rows]);
    await tx.execute(UNLIST, [type, id, rows]);
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

function rowOf({ subject, startedAt, specVersion, vocabularyVersion }: FoundList, pair: Pair): object {
  const { left, right, comparison } = pair;
  const isLeft = left.type === subject.type && left.id === subject.id;
  return {
    id: newId(),
    left_type: left.type,
    left_id: left.id,
    left_organization_id: left.organizationId,
    right_type: right.type,
    right_id: right.id,
    right_organization_id: right.organizationId,
    score: comparison.score,
    fit: comparison.fit,
    left_score: comparison.ourScore,
    right_score: comparison.theirScore,
    reasons: comparison.reasons,
    unmet: comparison.unmet,
    not_stated: comparison.notStated,
    listed_left: isLeft,
    listed_right: !isLeft,
    spec_version: specVersion,
    vocabulary_version: vocabularyVersion,
    computed_at: startedAt,
  };
}

const COMPARED = [
  'score',
  'fit',
  'left_score',
  'right_score',
  'reasons',
  'unmet',
  'not_stated',
  'spec_version',
  'vocabulary_version',
];
const COLUMNS = `id, left_type, left_id, left_organization_id, right_type, right_id, right_organization_id,
  ${COMPARED.join(', ')}, listed_left, listed_right, computed_at`;
const of = (row: string): string => COMPARED.map((column) => `${row}.${column}`).join(', ');

const FOUND = (parameter: string): string => `
  jsonb_to_recordset(${parameter}::jsonb) as n (
    id uuid, left_type text, left_id uuid, left_organization_id uuid,
    right_type text, right_id uuid, right_organization_id uuid,
    score double precision, fit text, left_score double precision, right_score double precision,
    reasons jsonb, unmet jsonb, not_stated text[], spec_version text, vocabulary_version text,
    listed_left boolean, listed_right boolean, computed_at timestamptz)`;
const SAME_PAIR = `m.left_type = n.left_type and m.left_id = n.left_id
  and m.right_type = n.right_type and m.right_id = n.right_id`;
const CHANGED = `version = m.version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

/** In one order for all runs, so that two that share pairs do not wait for each other. */
const IN_ORDER = 'order by left_type, left_id, right_type, right_id';

/** Of two runs of either side, the one that began later knows better. */
const SCORE = `
  insert into match as m (${COLUMNS})
  select ${COLUMNS} from ${FOUND('$1')} ${IN_ORDER}
  on conflict (left_type, left_id, right_type, right_id) do update
  set (${COMPARED.join(', ')}) = row (${of('excluded')}), computed_at = excluded.computed_at, ${CHANGED}
  where m.computed_at <= excluded.computed_at and row (${of('m')}) is distinct from row (${of('excluded')})`;

const LIST = `
  update match m
  set listed_left = m.listed_left or n.listed_left, listed_right = m.listed_right or n.listed_right,
    retired_at = null, ${CHANGED}
  from ${FOUND('$1')}
  where ${SAME_PAIR}
    and (m.retired_at is not null or n.listed_left > m.listed_left or n.listed_right > m.listed_right)`;

const IS_LEFT = `(m.left_type = $1 and m.left_id = $2)`;
const IS_RIGHT = `(m.right_type = $1 and m.right_id = $2)`;
const OWN_LIST = `((${IS_LEFT} and m.listed_left) or (${IS_RIGHT} and m.listed_right))`;

const UNLIST = `
  update match m
  set listed_left = m.listed_left and not ${IS_LEFT}, listed_right = m.listed_right and not ${IS_RIGHT}, ${CHANGED}
  where ${OWN_LIST} and m.interest_id is null
    and not exists (select from ${FOUND('$3')} where ${SAME_PAIR})`;

const OTHER_SIDE = `
  case when ${IS_LEFT} then m.right_type else m.left_type end as type,
  case when ${IS_LEFT} then m.right_id else m.left_id end as id`;
const LISTED = `select ${OTHER_SIDE} from match m where ${OWN_LIST} and m.retired_at is null`;
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

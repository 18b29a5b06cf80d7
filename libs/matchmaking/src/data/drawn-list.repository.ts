import { Injectable } from '@nestjs/common';
import type { MatchSubject } from '#libs/contracts';
import type { MoveIn } from '#libs/matching';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { InputsOfPair } from '../domain/match-inputs.js';
import { keyOf, type MatchSide, type Pair, standsLeft, type SubjectRef } from '../domain/match.js';

/** One entry of a list as it stands. */
export interface ListedPair {
  readonly counterpartType: MatchSubject;
  readonly counterpartId: string;
  readonly score: number;
  /** Why it is there, if not by score alone. */
  readonly move: string | null;
}

/** What has changed in the list of one subject. */
export interface WrittenList {
  readonly subject: MatchSide;
  /** Pairs it lists from now on, or that read otherwise. */
  readonly pairs: readonly {
    readonly pair: Pair;
    readonly move: MoveIn;
    readonly inputs: InputsOfPair | null;
  }[];
  /** Other sides it lists no more. */
  readonly dropped: readonly SubjectRef[];
}

/** By which numbers and words lists were drawn, and since when. */
export interface Drawing {
  readonly startedAt: string;
  readonly specVersion: string;
  readonly vocabularyVersion: string;
}

/** Rows of one statement: few enough to be read as one value, many enough to be quick. */
const ROWS = 500;

/** SQL by which lists that were drawn replace those that stand. */
@Injectable()
export class DrawnListRepository {
  /** The lists of subjects as they stand, by {@link keyOf}; of what is not to be had, the score is no number. */
  async standing(reads: Reads, subjects: readonly SubjectRef[]): Promise<Map<string, ListedPair[]>> {
    const rows = await reads.rows<ListedPair & SubjectRef>(STANDING, sidesOf(subjects));
    return grouped(rows, (row) => row);
  }

  /** Ids of the other sides of what the organizations behind the subjects have dismissed, by {@link keyOf}. */
  async dismissedBy(reads: Reads, subjects: readonly MatchSide[]): Promise<Map<string, Set<string>>> {
    const organizations = subjects.map(({ organizationId }) => organizationId);
    const rows = await reads.rows<SubjectRef & { other: string }>(DISMISSED, [
      ...sidesOf(subjects),
      organizations,
    ]);
    const groups = grouped(rows, ({ other }) => other);
    return new Map([...groups].map(([key, others]) => [key, new Set(others)]));
  }

  /** Whose own lists hold one of these. */
  async listing(reads: Reads, sides: readonly SubjectRef[]): Promise<SubjectRef[]> {
    return reads.rows<SubjectRef>(LISTING, sidesOf(sides));
  }

  /** A pair keeps its id; one that reads as before is not touched, and one that somebody wrote about stays. */
  async write(tx: Transaction, lists: readonly WrittenList[], drawing: Drawing): Promise<void> {
    const rows = lists.flatMap(({ subject, pairs }) =>
      pairs.map(({ inputs, ...pair }) => rowOf(subject, pair, inputs, drawing)),
    );
    for (let at = 0; at < rows.length; at += ROWS) {
      const some = mergedBySide(rows.slice(at, at + ROWS));
      await tx.execute(SCORE, [JSON.stringify(some)]);
      await tx.execute(LIST, [JSON.stringify(some.map(listingOf))]);
    }
    const dropped = lists.flatMap(({ subject, dropped: others }) =>
      others.map((other) => unlisting(subject, other)),
    );
    if (dropped.length > 0) await tx.execute(UNLIST, [JSON.stringify(dropped)]);
  }
}

type Row = ReturnType<typeof rowOf>;

/** What of a move is kept: that a text names somebody stands among the reasons. */
export function moveToKeep(move: MoveIn): string | null {
  return move === 'none' || move === 'named' ? null : move;
}

function rowOf(
  subject: MatchSide,
  { pair: { left, right, comparison }, move }: { readonly pair: Pair; readonly move: MoveIn },
  inputs: InputsOfPair | null,
  drawing: Drawing,
) {
  const isLeft = keyOf(left) === keyOf(subject);
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
    left_move: isLeft ? moveToKeep(move) : null,
    right_move: isLeft ? null : moveToKeep(move),
    spec_version: drawing.specVersion,
    vocabulary_version: drawing.vocabularyVersion,
    left_input: inputs?.left ?? null,
    right_input: inputs?.right ?? null,
    spec_input: inputs?.spec ?? null,
    graph_input: inputs?.graph ?? null,
    computed_at: drawing.startedAt,
  };
}

/** A pair that both sides list is one row: a statement may touch a row once. In one order for all who write. */
function mergedBySide(rows: readonly Row[]): Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.left_type} ${row.left_id} ${row.right_type} ${row.right_id}`;
    const known = merged.get(key);
    if (known) {
      known.listed_left ||= row.listed_left;
      known.listed_right ||= row.listed_right;
      known.left_move ??= row.left_move;
      known.right_move ??= row.right_move;
    } else merged.set(key, { ...row });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Who lists whom, without what they read. */
function listingOf({ left_type, left_id, right_type, right_id, listed_left, listed_right }: Row): object {
  return { left_type, left_id, right_type, right_id, listed_left, listed_right };
}

function unlisting(subject: SubjectRef, other: SubjectRef): object {
  const isLeft = standsLeft(subject, other);
  const [left, right] = isLeft ? [subject, other] : [other, subject];
  return { left_type: left.type, left_id: left.id, right_type: right.type, right_id: right.id, is_left: isLeft };
}

function sidesOf(subjects: readonly SubjectRef[]): [types: string[], ids: string[]] {
  return [subjects.map(({ type }) => type), subjects.map(({ id }) => id)];
}

function grouped<Row extends SubjectRef, Item>(
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(itemOf(row));
    else groups.set(keyOf(row), [itemOf(row)]);
  }
  return groups;
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
const INPUTS = ['left_input', 'right_input', 'spec_input', 'graph_input'];
const WRITTEN = [...COMPARED, ...INPUTS];
const COLUMNS = `id, left_type, left_id, left_organization_id, right_type, right_id, right_organization_id,
  ${WRITTEN.join(', ')}, listed_left, listed_right, left_move, right_move, computed_at`;
const of = (row: string, columns: readonly string[]): string =>
  columns.map((column) => `${row}.${column}`).join(', ');

const FOUND = `
  jsonb_to_recordset($1::jsonb) as n (
    id uuid, left_type text, left_id uuid, left_organization_id uuid,
    right_type text, right_id uuid, right_organization_id uuid,
    score double precision, fit text, left_score double precision, right_score double precision,
    reasons jsonb, unmet jsonb, not_stated text[], spec_version text, vocabulary_version text,
    left_input text, right_input text, spec_input text, graph_input text,
    listed_left boolean, listed_right boolean, left_move text, right_move text, computed_at timestamptz)`;
const SAME_PAIR = `m.left_type = n.left_type and m.left_id = n.left_id
  and m.right_type = n.right_type and m.right_id = n.right_id`;
const CHANGED = `version = m.version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

/** Each list says why it shows a pair; the other one's word stands. */
const LEFT_MOVE = `case when excluded.listed_left then excluded.left_move else m.left_move end`;
const RIGHT_MOVE = `case when excluded.listed_right then excluded.right_move else m.right_move end`;

/** Of two drawings of a pair, the one that began later knows better. */
const SCORE = `
  insert into match as m (${COLUMNS})
  select ${COLUMNS} from ${FOUND} order by left_type, left_id, right_type, right_id
  on conflict (left_type, left_id, right_type, right_id) do update
  set (${WRITTEN.join(', ')}) = row (${of('excluded', WRITTEN)}), computed_at = excluded.computed_at,
    left_move = ${LEFT_MOVE}, right_move = ${RIGHT_MOVE}, ${CHANGED}
  where m.computed_at <= excluded.computed_at
    and row (${of('m', COMPARED)}, m.left_move, m.right_move)
      is distinct from row (${of('excluded', COMPARED)}, ${LEFT_MOVE}, ${RIGHT_MOVE})`;

const LIST = `
  update match m
  set listed_left = m.listed_left or n.listed_left, listed_right = m.listed_right or n.listed_right,
    retired_at = null, ${CHANGED}
  from jsonb_to_recordset($1::jsonb) as n (
    left_type text, left_id uuid, right_type text, right_id uuid, listed_left boolean, listed_right boolean)
  where ${SAME_PAIR}
    and (m.retired_at is not null or n.listed_left > m.listed_left or n.listed_right > m.listed_right)`;

/** What was taken back, or never answered, is as if nobody had written. */
const UNLIST = `
  update match m
  set listed_left = m.listed_left and not n.is_left, listed_right = m.listed_right and n.is_left, ${CHANGED}
  from jsonb_to_recordset($1::jsonb) as n (
    left_type text, left_id uuid, right_type text, right_id uuid, is_left boolean)
  where ${SAME_PAIR} and (m.interest_id is null
    or exists (select from interest i where i.id = m.interest_id and i.state in ('withdrawn', 'expired')))`;

const SIDES = `unnest($1::text[], $2::uuid[]) as s (type, id)`;
const SCORE_TO_COMPARE = `case when m.retired_at is null then m.score else 'NaN' end as score`;
const STANDING = `
  select s.type, s.id, m.right_type as "counterpartType", m.right_id as "counterpartId", ${SCORE_TO_COMPARE},
    m.left_move as move
  from ${SIDES} join match m on m.left_type = s.type and m.left_id = s.id and m.listed_left
  union all
  select s.type, s.id, m.left_type, m.left_id, ${SCORE_TO_COMPARE}, m.right_move
  from ${SIDES} join match m on m.right_type = s.type and m.right_id = s.id and m.listed_right`;

const DISMISSED = `
  select s.type, s.id, case when m.left_id = s.id then m.right_id else m.left_id end as other
  from unnest($1::text[], $2::uuid[], $3::uuid[]) as s (type, id, organization_id)
  join match_dismissal d on d.organization_id = s.organization_id
  join match m on m.id = d.match_id
    and ((m.left_type = s.type and m.left_id = s.id) or (m.right_type = s.type and m.right_id = s.id))`;

const LISTING = `
  select m.right_type as type, m.right_id as id
  from ${SIDES} join match m on m.left_type = s.type and m.left_id = s.id and m.listed_right
    and m.retired_at is null
  union
  select m.left_type, m.left_id
  from ${SIDES} join match m on m.right_type = s.type and m.right_id = s.id and m.listed_left
    and m.retired_at is null`;

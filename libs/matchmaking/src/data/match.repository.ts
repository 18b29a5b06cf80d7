import { Injectable } from '@nestjs/common';
import type { MatchState, MatchSubject } from '#libs/contracts';
import type { Reads, Transaction } from '#libs/platform/database';
import type { MatchInterest } from '../domain/interest.js';
import { type Comparison, type ListMove, type ListNote, type Match, type MatchReason, type MatchSide, type SubjectRef, turned } from '../domain/match.js';

/** Which matches a list holds, and from whose side they are seen. */
export interface MatchFilter {
  /** The organization whose matches they are. */
  readonly organizationId: string;
  /** Only those of one thing of the organization, or of the organization as such. */
  readonly subject: SubjectRef | null;
  /** Empty: all but dismissed ones. */
  readonly states: readonly MatchState[];
  /** What stands on the other side; empty: anything. */
  readonly objects?: readonly MatchSubject[];
}

/** A score and what it was computed from, by hash; empty where no input is kept. */
export interface MatchScore {
  readonly id: string;
  readonly score: number;
  readonly specVersion: string;
  readonly vocabularyVersion: string;
  readonly computedAt: Date;
  readonly leftInput: string;
  readonly rightInput: string;
  readonly specInput: string;
  readonly graphInput: string;
}

/** Place in a list: by score, then id. */
export type MatchPlace = readonly [score: number, id: string];

interface MatchRow {
  readonly id: string;
  readonly leftType: MatchSubject;
  readonly leftId: string;
  readonly leftOrganizationId: string;
  readonly rightType: MatchSubject;
  readonly rightId: string;
  readonly rightOrganizationId: string;
  readonly score: number;
  readonly fit: Comparison['fit'];
  readonly leftScore: number | null;
  readonly rightScore: number | null;
  readonly reasons: readonly MatchReason[];
  readonly unmet: readonly MatchReason[];
  readonly notStated: readonly string[];
  readonly leftMove: ListMove | null;
  readonly rightMove: ListMove | null;
  readonly isLeft: boolean;
  readonly isOpen: boolean;
  readonly state: MatchState;
  readonly computedAt: Date;
  readonly version: number;
  readonly interestId: string | null;
  readonly interestState: MatchInterest['state'];
  readonly fromOrganizationId: string;
  readonly toOrganizationId: string;
  readonly message: string;
  readonly language: string | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly conversationId: string | null;
}

/** SQL of matches. Every row is read from the side of one organization, which is always `$1`. */
@Injectable()
export class MatchRepository {
  /** A match as this organization sees it; undefined when it has no part in it. */
  async find(reads: Reads, organizationId: string, id: string): Promise<Match | undefined> {
    const row = await reads.row<MatchRow>(FIND, [organizationId, id]);
    return row && toMatch(row);
  }

  /** Those of `ids` the organization has part in, by id. */
  async findMany(
    reads: Reads,
    organizationId: string,
    ids: readonly string[],
  ): Promise<Map<string, Match>> {
    const rows = await reads.rows<MatchRow>(FIND_MANY, [organizationId, ids]);
    return new Map(rows.map((row) => [row.id, toMatch(row)]));
  }

  /** The organization behind the left side. */
  async leftOrganization(reads: Reads, id: string): Promise<string | undefined> {
    const row = await reads.row<{ organizationId: string }>(LEFT_ORGANIZATION, [id]);
    return row?.organizationId;
  }

  /**
   * The row, locked until the transaction ends; only one the organization has part in. The lock comes first and
   * the reading after it, so that what others did meanwhile is seen.
   */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<Match | undefined> {
    if ((await tx.rows(LOCK, [organizationId, id])).length === 0) return undefined;
    return this.find(tx, organizationId, id);
  }

  /** By what its score was computed, whoever has part in it. */
  async scoreOf(reads: Reads, id: string): Promise<MatchScore | undefined> {
    return reads.row<MatchScore>(SCORE_OF, [id]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, organizationId: string, id: string): Promise<Match> {
    const match = await this.find(tx, organizationId, id);
    if (!match) throw new Error('A match vanished inside its transaction.');
    return match;
  }

  async slice(
    reads: Reads,
    { organizationId, subject, states, objects = [] }: MatchFilter,
    after: MatchPlace | undefined,
    limit: number,
  ): Promise<Match[]> {
    const place = [after?.[0] ?? null, after?.[1] ?? null, limit];
    const rows = subject
      ? await reads.rows<MatchRow>(SLICE_OF_SUBJECT, [
          organizationId,
          states,
          ...place,
          objects,
          subject.type,
          subject.id,
        ])
      : await reads.rows<MatchRow>(SLICE, [organizationId, states, ...place, objects]);
    return rows.map(toMatch);
  }

  /** How many `filter` holds, counted up to `cap`. */
  async count(reads: Reads, filter: MatchFilter, cap: number): Promise<number> {
    const { organizationId, subject, states, objects = [] } = filter;
    const values = [organizationId, states, cap, objects];
    const row = subject
      ? await reads.row<{ total: number }>(COUNT_OF_SUBJECT, [...values, subject.type, subject.id])
      : await reads.row<{ total: number }>(COUNT, values);
    return row?.total ?? 0;
  }

  /** Notes that what hangs on a match has changed; `interestId` when that is a new interest. */
  async touch(tx: Transaction, id: string, interestId: string | null = null): Promise<void> {
    await tx.execute(TOUCH, [id, interestId]);
  }

  /** Puts a match on the organization's own list, where the next run looks at it again. */
  async list(tx: Transaction, organizationId: string, id: string): Promise<void> {
    await tx.execute(LIST, [organizationId, id]);
  }

  /** Whether an organization was shown this subject, or wrote or was written to about it. */
  async wasShown(reads: Reads, subject: SubjectRef, organizationId: string): Promise<boolean> {
    const row = await reads.row(WAS_SHOWN, [subject.type, subject.id, organizationId]);
    return row !== undefined;
  }
}

/** An interest that was taken back, or that nobody answered in time, is as if it had not been. */
const FROM = `
  from match m
  left join interest i on i.id = m.interest_id and i.state not in ('withdrawn', 'expired')
  left join match_dismissal d on d.match_id = m.id and d.organization_id = $1`;

/** A dismissal puts suggestions away, not people: what somebody wrote outranks it. */
const STATE = `case
    when i.state = 'accepted' then 'connected'
    when i.state = 'sent' and i.from_organization_id = $1 then 'interest-sent'
    when i.state = 'sent' then 'interest-received'
    when d.match_id is not null then 'dismissed'
    when i.state = 'declined' then 'declined'
    else 'suggested'
  end`;

const SELECT = `
  select m.id, m.left_type as "leftType", m.left_id as "leftId", m.left_organization_id as "leftOrganizationId",
    m.right_type as "rightType", m.right_id as "rightId", m.right_organization_id as "rightOrganizationId",
    m.score, m.fit, m.left_score as "leftScore", m.right_score as "rightScore", m.reasons, m.unmet,
    m.not_stated as "notStated", m.left_organization_id = $1 as "isLeft",
    case when m.listed_left then m.left_move end as "leftMove",
    case when m.listed_right then m.right_move end as "rightMove", m.retired_at is null as "isOpen",
    ${STATE} as state, m.computed_at as "computedAt", m.version, i.id as "interestId", i.state as "interestState",
    i.from_organization_id as "fromOrganizationId", i.to_organization_id as "toOrganizationId", i.message,
    i.language, i.created_at as "sentAt", i.expires_at as "expiresAt", i.conversation_id as "conversationId"
  ${FROM}`;

const IS_PARTY = `$1::uuid in (m.left_organization_id, m.right_organization_id)`;
const FIND = `${SELECT} where m.id = $2 and ${IS_PARTY}`;
const FIND_MANY = `${SELECT} where m.id = any($2::uuid[]) and ${IS_PARTY}`;
const LOCK = `select from match m where m.id = $2 and ${IS_PARTY} for update`;
const LEFT_ORGANIZATION = 'select left_organization_id as "organizationId" from match where id = $1';

/** Open talks stay; of the rest, what a run lists, as long as it is to be had. */
const IS_LISTED = `(i.state in ('sent', 'accepted')
  or ((m.listed_left or m.listed_right) and m.retired_at is null and d.match_id is null))`;
const OF_ORGANIZATION = `(m.left_organization_id = $1 or m.right_organization_id = $1) and ${IS_LISTED}
  and (cardinality($2::text[]) = 0 or ${STATE} = any($2))`;
/** By what stands on the other side. */
const withObjects = (types: string): string => `and (cardinality(${types}::text[]) = 0
  or case when m.left_organization_id = $1 then m.right_type else m.left_type end = any(${types}))`;
const ofSubject = (type: string, id: string): string => `${OF_ORGANIZATION}
  and ((m.left_type = ${type} and m.left_id = ${id}::uuid) or (m.right_type = ${type} and m.right_id = ${id}::uuid))`;

const AFTER = `and ($3::float8 is null or m.score < $3 or (m.score = $3 and m.id > $4::uuid))
  order by m.score desc, m.id limit $5`;
const SLICE = `${SELECT} where ${OF_ORGANIZATION} ${withObjects('$6')} ${AFTER}`;
const SLICE_OF_SUBJECT = `${SELECT} where ${ofSubject('$7', '$8')} ${withObjects('$6')} ${AFTER}`;
const counted = (where: string): string =>
  `select count(*)::int as total from (select ${FROM} where ${where} limit $3) counted`;
const COUNT = counted(`${OF_ORGANIZATION} ${withObjects('$4')}`);
const COUNT_OF_SUBJECT = counted(`${ofSubject('$5', '$6')} ${withObjects('$4')}`);

const SCORE_OF = `
  select id, score, spec_version as "specVersion", vocabulary_version as "vocabularyVersion",
    computed_at as "computedAt", coalesce(left_input, '') as "leftInput", coalesce(right_input, '') as "rightInput",
    coalesce(spec_input, '') as "specInput", coalesce(graph_input, '') as "graphInput"
  from match where id = $1`;

const TOUCH = `
  update match set interest_id = coalesce($2::uuid, interest_id), version = version + 1, updated_at = now(),
    changed_xid = pg_current_xact_id()
  where id = $1`;

const LIST = `
  update match set listed_left = listed_left or left_organization_id = $1,
    listed_right = listed_right or right_organization_id = $1, version = version + 1, updated_at = now(),
    changed_xid = pg_current_xact_id()
  where id = $2`;

const WAS_SHOWN = `
  select from match
  where left_type = $1 and left_id = $2 and right_organization_id = $3
    and (listed_left or listed_right or interest_id is not null)
  limit 1`;

function toMatch(row: MatchRow): Match {
  const left: MatchSide = { type: row.leftType, id: row.leftId, organizationId: row.leftOrganizationId };
  const right: MatchSide = { type: row.rightType, id: row.rightId, organizationId: row.rightOrganizationId };
  const { score, fit, leftScore, rightScore, reasons, unmet, notStated } = row;
  const comparison = { score, fit, ourScore: leftScore, theirScore: rightScore, reasons, unmet, notStated };
  return {
    id: row.id,
    subject: row.isLeft ? left : right,
    counterpart: row.isLeft ? right : left,
    ...(row.isLeft ? comparison : turned(comparison)),
    notes: notesOf(row),
    state: row.state,
    interest: toInterest(row),
    isOpen: row.isOpen,
    computedAt: row.computedAt,
    version: row.version,
  };
}

function notesOf({ isLeft, leftMove, rightMove }: MatchRow): ListNote[] {
  const [ours, theirs] = isLeft ? [leftMove, rightMove] : [rightMove, leftMove];
  return [
    ...(ours === null ? [] : [{ code: ours, list: 'ours' as const }]),
    ...(theirs === null ? [] : [{ code: theirs, list: 'theirs' as const }]),
  ];
}

function toInterest(row: MatchRow): MatchInterest | null {
  if (row.interestId === null) return null;
  const { fromOrganizationId, toOrganizationId, message, language, sentAt, expiresAt, conversationId } = row;
  return {
    id: row.interestId,
    state: row.interestState,
    fromOrganizationId,
    toOrganizationId,
    message,
    language,
    sentAt,
    expiresAt,
    conversationId,
  };
}

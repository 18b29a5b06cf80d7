import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { Engagement, EngagementTerms, Party, PartySide } from '../domain/engagement.js';
import type { EngagementState, FrozenState } from '../domain/engagement-states.js';

export interface NewEngagement {
  readonly id: string;
  readonly terms: EngagementTerms;
  readonly termsHash: string;
  readonly areas: readonly string[];
  readonly isConfidential: boolean;
  readonly requester: Engagement['requester'];
  readonly consultant: Engagement['consultant'];
  readonly conversationId: string;
  readonly signatureDueAt: Date;
}

export interface NewParty {
  readonly organizationId: string;
  readonly side: PartySide;
  readonly shareBasisPoints: number;
}

/** What a move writes along; what is left out stays. */
export interface EngagementMarks {
  readonly frozenState?: FrozenState | null;
  readonly begunAt?: Date;
  readonly acceptedAt?: Date;
  readonly ratingsDueAt?: Date;
  readonly ratingsOpenedAt?: Date;
  readonly endedAt?: Date;
  readonly endReason?: string;
  readonly endLanguage?: string;
}

export interface EngagementQuery {
  /** Whose; null: of everybody, for the secretariat. */
  readonly organizationId: string | null;
  readonly states: readonly EngagementState[];
  readonly after: string | null;
  readonly limit: number;
}

type Row = Omit<Engagement, 'requester' | 'consultant'> & {
  requesterOrganizationId: string;
  requesterPersonId: string;
  consultantOrganizationId: string;
  consultantPersonId: string;
};

/** SQL of engagements and their parties. */
@Injectable()
export class EngagementRepository {
  async find(reads: Reads, id: string): Promise<Engagement | undefined> {
    const row = await reads.row<Row>(`${SELECT} where id = $1`, [id]);
    return row && toEngagement(row);
  }

  async lock(tx: Transaction, id: string): Promise<Engagement | undefined> {
    const row = await tx.row<Row>(`${SELECT} where id = $1 for update`, [id]);
    return row && toEngagement(row);
  }

  async byIds(reads: Reads, ids: readonly string[]): Promise<Engagement[]> {
    return (await reads.rows<Row>(`${SELECT} where id = any($1::uuid[])`, [ids])).map(toEngagement);
  }

  /** Newest first, after the one with id `after`. */
  async list(reads: Reads, { organizationId, states, after, limit }: EngagementQuery): Promise<Engagement[]> {
    const rows = await reads.rows<Row>(
      `${SELECT} where ($1::uuid is null or id in (select engagement_id from engagement_party where organization_id = $1))
         and (cardinality($2::text[]) = 0 or state = any($2::text[])) and ($3::uuid is null or id < $3)
       order by id desc limit $4`,
      [organizationId, states, after, limit],
    );
    return rows.map(toEngagement);
  }

  /** False when there is one for this request. */
  async insert(tx: Transaction, engagement: NewEngagement): Promise<boolean> {
    const { terms, requester, consultant } = engagement;
    const inserted = await tx.execute(INSERT, [
      engagement.id,
      terms.requestId,
      terms.quoteId,
      terms.title,
      terms.language,
      JSON.stringify(terms),
      engagement.termsHash,
      terms.currency,
      terms.feeMinor,
      terms.taxMinor,
      engagement.areas,
      engagement.isConfidential,
      requester.organizationId,
      requester.personId,
      consultant.organizationId,
      consultant.personId,
      engagement.conversationId,
      engagement.signatureDueAt,
    ]);
    return inserted === 1;
  }

  /** Whoever else starts work on this request waits until the transaction is over. */
  async takeTurn(tx: Transaction, requestId: string): Promise<void> {
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('engagement of ' || $1, 0))`, [requestId]);
  }

  async isStarted(reads: Reads, requestId: string): Promise<boolean> {
    return (await reads.row('select 1 from engagement where request_id = $1', [requestId])) !== undefined;
  }

  /** Writes the version that was read. */
  async move(tx: Transaction, current: Engagement, to: EngagementState, marks: EngagementMarks): Promise<void> {
    const next = { ...current, ...marks };
    const changed = await tx.execute(MOVE, [
      current.id,
      current.version,
      current.state,
      to,
      next.frozenState,
      next.begunAt,
      next.acceptedAt,
      next.ratingsDueAt,
      next.ratingsOpenedAt,
      next.endedAt,
      next.endReason,
      next.endLanguage,
    ]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  async parties(reads: Reads, engagementId: string): Promise<Party[]> {
    return reads.rows<Party>(`${SELECT_PARTY} where engagement_id = $1 order by id`, [engagementId]);
  }

  async insertParties(tx: Transaction, engagementId: string, parties: readonly NewParty[]): Promise<void> {
    await tx.execute(
      `insert into engagement_party (engagement_id, id, organization_id, side, share_basis_points)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[])`,
      [
        engagementId,
        parties.map(() => newId()),
        parties.map(({ organizationId }) => organizationId),
        parties.map(({ side }) => side),
        parties.map(({ shareBasisPoints }) => shareBasisPoints),
      ],
    );
  }

  async sign(tx: Transaction, partyIds: readonly string[], termsHash: string): Promise<void> {
    await tx.execute(
      `update engagement_party set signed_by = $2, signed_at = now(), signed_hash = $3
       where id = any($1::uuid[]) and signed_at is null`,
      [partyIds, tx.actor.personId, termsHash],
    );
  }

  /** Everything of one organization becomes that of another. Answers how many engagements it is in. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    await tx.execute(
      `update engagement set
         requester_organization_id = case when requester_organization_id = $1 then $2 else requester_organization_id end,
         consultant_organization_id = case when consultant_organization_id = $1 then $2 else consultant_organization_id end,
         version = version + 1
       where $1 in (requester_organization_id, consultant_organization_id)`,
      [fromId, intoId],
    );
    return tx.execute('update engagement_party set organization_id = $2 where organization_id = $1', [
      fromId,
      intoId,
    ]);
  }

  /** The clock that decides what is due. */
  async now(reads: Reads): Promise<Date> {
    const row = await reads.row<{ now: Date }>('select now()::timestamptz(3) as now');
    if (!row) throw new Error('The database tells no time.');
    return row.now;
  }
}

const SELECT = `
  select id, request_id as "requestId", title, language, terms, terms_hash as "termsHash", areas,
    is_confidential as "isConfidential", requester_organization_id as "requesterOrganizationId",
    requester_person_id as "requesterPersonId", consultant_organization_id as "consultantOrganizationId",
    consultant_person_id as "consultantPersonId", conversation_id as "conversationId", state,
    frozen_state as "frozenState", signature_due_at as "signatureDueAt", begun_at as "begunAt",
    accepted_at as "acceptedAt", ratings_due_at as "ratingsDueAt", ratings_opened_at as "ratingsOpenedAt",
    ended_at as "endedAt", end_reason as "endReason", end_language as "endLanguage", version,
    created_at as "createdAt", updated_at as "updatedAt"
  from engagement`;

const SELECT_PARTY = `
  select id, organization_id as "organizationId", side, share_basis_points as "shareBasisPoints",
    signed_by as "signedBy", signed_at as "signedAt"
  from engagement_party`;

const INSERT = `
  insert into engagement (id, request_id, quote_id, title, language, terms, terms_hash, currency, fee_minor, tax_minor,
    areas, is_confidential, requester_organization_id, requester_person_id, consultant_organization_id,
    consultant_person_id, conversation_id, signature_due_at)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  on conflict (request_id) do nothing`;

const MOVE = `
  update engagement set state = $4, frozen_state = $5, begun_at = $6, accepted_at = $7, ratings_due_at = $8,
    ratings_opened_at = $9, ended_at = $10, end_reason = $11, end_language = $12, version = version + 1,
    updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

function toEngagement(row: Row): Engagement {
  const {
    requesterOrganizationId,
    requesterPersonId,
    consultantOrganizationId,
    consultantPersonId,
    ...engagement
  } = row;
  return {
    ...engagement,
    requester: { organizationId: requesterOrganizationId, personId: requesterPersonId },
    consultant: { organizationId: consultantOrganizationId, personId: consultantPersonId },
  };
}

import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import { moneyFrom } from '#libs/platform/fields';
import type {
  ConsultingRequest,
  ConsultingRequestContent,
  ConsultingRequestState,
} from '../domain/consulting-request.js';

/** Columns of a request as they come from the database. */
type ConsultingRequestRow = Omit<ConsultingRequest, 'budget'> & {
  /** bigint, so a string. */
  budgetMinor: string | null;
  budgetCurrency: string | null;
};

/** Part of an organization's list: newest first, after the id of the row before. */
export interface ConsultingRequestSlice {
  readonly organizationId: string;
  readonly states: readonly ConsultingRequestState[];
  readonly after: string | null;
  readonly limit: number;
}

/** SQL of consulting requests. Ids are ordered by time, so newest first is by id. */
@Injectable()
export class ConsultingRequestRepository {
  async find(reads: Reads, id: string): Promise<ConsultingRequest | undefined> {
    const row = await reads.row<ConsultingRequestRow>(`${SELECT} where r.id = $1`, [id]);
    return row && toRequest(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<ConsultingRequest> {
    const request = await this.find(tx, id);
    if (!request) throw new Error('A consulting request vanished inside its transaction.');
    return request;
  }

  async findMany(reads: Reads, ids: readonly string[]): Promise<ConsultingRequest[]> {
    const rows = await reads.rows<ConsultingRequestRow>(`${SELECT} where r.id = any($1::uuid[])`, [ids]);
    return rows.map(toRequest);
  }

  /** All of one organization become those of another. Answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId]);
  }

  async begunBy(reads: Reads, personId: string): Promise<ConsultingRequest[]> {
    const text = `${SELECT} where r.created_by = $1 order by r.id`;
    return (await reads.rows<ConsultingRequestRow>(text, [personId])).map(toRequest);
  }

  /** Of these organizations; null: of all. */
  async submitted(reads: Reads, organizationIds: readonly string[] | null): Promise<ConsultingRequest[]> {
    const rows = await reads.rows<ConsultingRequestRow>(
      `${SELECT} where r.state = 'submitted' and ($1::uuid[] is null or r.organization_id = any($1)) order by r.id`,
      [organizationIds],
    );
    return rows.map(toRequest);
  }

  /** The row, locked until the transaction ends; only the organization's own, so nobody can hold others' rows. */
  async lock(tx: Transaction, id: string, organizationId: string): Promise<ConsultingRequest | undefined> {
    const row = await tx.row<ConsultingRequestRow>(
      `${SELECT} where r.id = $1 and r.organization_id = $2 for update`,
      [id, organizationId],
    );
    return row && toRequest(row);
  }

  async slice(
    reads: Reads,
    { organizationId, states, after, limit }: ConsultingRequestSlice,
  ): Promise<ConsultingRequest[]> {
    const rows = await reads.rows<ConsultingRequestRow>(
      `${SELECT}
       where r.organization_id = $1 and r.state = any($2) and ($3::uuid is null or r.id < $3)
       order by r.id desc limit $4`,
      [organizationId, states, after, limit],
    );
    return rows.map(toRequest);
  }

  /** How many there are, counted up to `cap`. */
  async count(
    reads: Reads,
    organizationId: string,
    states: readonly ConsultingRequestState[],
    cap: number,
  ): Promise<number> {
    const row = await reads.row<{ total: number }>(
      `select count(*)::int as total
       from (select from consulting_request where organization_id = $1 and state = any($2) limit $3) counted`,
      [organizationId, states, cap],
    );
    return row?.total ?? 0;
  }

  async insert(
    tx: Transaction,
    request: { id: string; organizationId: string; createdBy: string; content: ConsultingRequestContent },
  ): Promise<void> {
    const { id, organizationId, createdBy, content } = request;
    await tx.execute(INSERT, [id, organizationId, createdBy, ...contentValues(content)]);
  }

  /** Replaces the content of the version that was read. */
  async saveContent(
    tx: Transaction,
    current: ConsultingRequest,
    content: ConsultingRequestContent,
  ): Promise<void> {
    const values = [current.id, current.version, current.state, ...contentValues(content)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  /** Submits the version that was read. */
  async submit(tx: Transaction, current: ConsultingRequest, to: ConsultingRequestState): Promise<void> {
    const changed = await tx.execute(
      `update consulting_request
       set state = $4, submitted_at = now(), version = version + 1, updated_at = now(),
           changed_xid = pg_current_xact_id()
       where id = $1 and version = $2 and state = $3`,
      [current.id, current.version, current.state, to],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }
}

const MOVE_ALL = `
  update consulting_request
  set organization_id = $2, version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where organization_id = $1`;

const SELECT = `
  select r.id, r.organization_id as "organizationId", r.created_by as "createdBy", r.state, r.version,
         r.language, r.title, r.text, r.areas, r.working_languages as "workingLanguages", r.mode,
         r.budget_minor as "budgetMinor", r.budget_currency as "budgetCurrency",
         r.deadline::text as deadline, r.confidential,
         r.created_at as "createdAt", r.updated_at as "updatedAt", r.submitted_at as "submittedAt"
  from consulting_request r`;

const CONTENT_COLUMNS = `language, title, text, areas, working_languages, mode,
  budget_minor, budget_currency, deadline, confidential`;
const CONTENT_PLACES = '$4, $5, $6, $7, $8, $9, $10, $11, $12, $13';

const INSERT = `
  insert into consulting_request (id, organization_id, created_by, ${CONTENT_COLUMNS})
  values ($1, $2, $3, ${CONTENT_PLACES})`;

const SAVE_CONTENT = `
  update consulting_request
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}),
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

function contentValues(content: ConsultingRequestContent): Parameter[] {
  return [
    content.language,
    content.title,
    content.text,
    content.areas,
    content.workingLanguages,
    content.mode,
    content.budget?.amountMinor ?? null,
    content.budget?.currency ?? null,
    content.deadline,
    content.confidential,
  ];
}

function toRequest({ budgetMinor, budgetCurrency, ...row }: ConsultingRequestRow): ConsultingRequest {
  return { ...row, budget: moneyFrom(budgetMinor, budgetCurrency) };
}

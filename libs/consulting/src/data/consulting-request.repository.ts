import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import { moneyFrom } from '#libs/platform/fields';
import type { ConsultingRequest, ConsultingRequestContent } from '../domain/consulting-request.js';
import { type ConsultingRequestState, OPEN_STATES } from '../domain/request-states.js';

/** Columns of a request as they come from the database. */
type ConsultingRequestRow = Omit<ConsultingRequest, 'budget' | 'budgetFrom'> & {
  /** bigint, so a string. */
  budgetMinor: string | null;
  budgetFromMinor: string | null;
  budgetCurrency: string | null;
};

/** What a step may change beside the state; what is left out stays. */
export type RequestMarks = Partial<
  Pick<
    ConsultingRequest,
    | 'dueAt'
    | 'dueIsKnown'
    | 'lateRounds'
    | 'triagePersonId'
    | 'quotesCloseAt'
    | 'quotesOpenedAt'
    | 'selectedQuoteId'
    | 'answeredCaseId'
    | 'answeredCityId'
  >
>;

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

  /** The same; until `tx` ends nobody changes them. */
  async hold(tx: Transaction, ids: readonly string[]): Promise<ConsultingRequest[]> {
    const held = `${SELECT} where r.id = any($1::uuid[]) order by r.id for share of r`;
    return (await tx.rows<ConsultingRequestRow>(held, [ids])).map(toRequest);
  }

  /** All of one organization become those of another. Answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId]);
  }

  /** Whoever pays, is asked by name, or knew the answer is the other one from now on. Shares of both become one. */
  async moveParties(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(
      `insert into consulting_cost_bearer (request_id, organization_id, share_basis_points)
       select request_id, $2, share_basis_points from consulting_cost_bearer where organization_id = $1
       on conflict (request_id, organization_id) do update set
         share_basis_points = consulting_cost_bearer.share_basis_points + excluded.share_basis_points`,
      [fromId, intoId],
    );
    await tx.execute('delete from consulting_cost_bearer where organization_id = $1', [fromId]);
    await tx.execute(
      `update consulting_request set
         named_consultants = case when $2 = any(named_consultants) then array_remove(named_consultants, $1)
           else array_replace(named_consultants, $1, $2) end
       where $1 = any(named_consultants)`,
      [fromId, intoId],
    );
    await tx.execute(
      'update consulting_request set answered_city_id = $2 where answered_city_id = $1',
      [fromId, intoId],
    );
  }

  async begunBy(reads: Reads, personId: string): Promise<ConsultingRequest[]> {
    const text = `${SELECT} where r.created_by = $1 order by r.id`;
    return (await reads.rows<ConsultingRequestRow>(text, [personId])).map(toRequest);
  }

  /** Those consultants may come to by themselves, of these organizations; null: of all. */
  async open(reads: Reads, organizationIds: readonly string[] | null): Promise<ConsultingRequest[]> {
    const rows = await reads.rows<ConsultingRequestRow>(
      `${SELECT}
       where r.kind = 'b2b' and r.state = any($2) and ($1::uuid[] is null or r.organization_id = any($1))
       order by r.id`,
      [organizationIds, OPEN_STATES],
    );
    return rows.map(toRequest);
  }

  /** The row, locked until the transaction ends; with an organization only its own, so nobody can hold others' rows. */
  async lock(
    tx: Transaction,
    id: string,
    organizationId: string | null,
  ): Promise<ConsultingRequest | undefined> {
    const row = await tx.row<ConsultingRequestRow>(
      `${SELECT} where r.id = $1 and ($2::uuid is null or r.organization_id = $2) for update of r`,
      [id, organizationId],
    );
    return row && toRequest(row);
  }

  /** The clock that decides. */
  async now(reads: Reads): Promise<Date> {
    return (await reads.row<{ now: Date }>('select clock_timestamp() as now'))?.now ?? new Date();
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
    await this.saveBearers(tx, id, content);
  }

  /** Replaces the content of the version that was read. */
  async saveContent(
    tx: Transaction,
    current: ConsultingRequest,
    content: ConsultingRequestContent,
  ): Promise<void> {
    const values = [current.id, current.version, current.state, ...contentValues(content)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
    await this.saveBearers(tx, current.id, content);
  }

  /** Moves the version that was read, or only its clocks where the state stays. */
  async move(
    tx: Transaction,
    current: ConsultingRequest,
    to: ConsultingRequestState,
    marks: RequestMarks,
  ): Promise<void> {
    const next = { ...current, ...marks };
    const changed = await tx.execute(MOVE, [
      ...[current.id, current.version, current.state, to],
      ...[next.dueAt, next.dueIsKnown, next.lateRounds, next.triagePersonId],
      ...[next.quotesCloseAt, next.quotesOpenedAt, next.selectedQuoteId],
      ...[next.answeredCaseId, next.answeredCityId],
    ]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** Writes who pays which part, in place of what stood there. */
  async saveBearers(tx: Transaction, id: string, content: ConsultingRequestContent): Promise<void> {
    await tx.execute('delete from consulting_cost_bearer where request_id = $1', [id]);
    if (content.costBearers.length === 0) return;
    await tx.execute(
      `insert into consulting_cost_bearer (request_id, organization_id, share_basis_points)
       select $1, * from unnest($2::uuid[], $3::int[])`,
      [
        id,
        content.costBearers.map(({ organizationId }) => organizationId),
        content.costBearers.map(({ shareBasisPoints }) => shareBasisPoints),
      ],
    );
  }
}

const MOVE = `
  update consulting_request
  set state = $4, state_since = case when state = $4 then state_since else now() end,
      submitted_at = case when state = 'draft' and $4 <> 'cancelled' then now() else submitted_at end,
      due_at = $5, due_is_known = $6, late_rounds = $7, triage_person_id = $8,
      quotes_close_at = $9, quotes_opened_at = $10, selected_quote_id = $11,
      answered_case_id = $12, answered_city_id = $13,
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

const MOVE_ALL = `
  update consulting_request
  set organization_id = $2, version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where organization_id = $1`;

const SELECT = `
  select r.id, r.organization_id as "organizationId", r.created_by as "createdBy", r.state, r.version,
         r.language, r.title, r.text, r.areas, r.working_languages as "workingLanguages", r.mode,
         r.kind, r.goal, r.named_consultants as "namedConsultants",
         r.budget_minor as "budgetMinor", r.budget_from_minor as "budgetFromMinor",
         r.budget_currency as "budgetCurrency",
         coalesce((
           select jsonb_agg(jsonb_build_object('organizationId', b.organization_id,
             'shareBasisPoints', b.share_basis_points) order by b.share_basis_points desc, b.organization_id)
           from consulting_cost_bearer b where b.request_id = r.id), '[]') as "costBearers",
         r.state_since as "stateSince", r.due_at as "dueAt", r.due_is_known as "dueIsKnown",
         r.late_rounds as "lateRounds", r.triage_person_id as "triagePersonId",
         r.quotes_close_at as "quotesCloseAt", r.quotes_opened_at as "quotesOpenedAt",
         r.selected_quote_id as "selectedQuoteId", r.answered_case_id as "answeredCaseId",
         r.answered_city_id as "answeredCityId",
         r.deadline::text as deadline, r.confidential,
         r.created_at as "createdAt", r.updated_at as "updatedAt", r.submitted_at as "submittedAt"
  from consulting_request r`;

const CONTENT_COLUMNS = `language, title, text, areas, working_languages, mode,
  budget_minor, budget_currency, deadline, confidential, kind, goal, budget_from_minor, named_consultants`;
const CONTENT_PLACES = '$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17';

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
    content.kind,
    content.goal,
    content.budgetFrom?.amountMinor ?? null,
    content.namedConsultants,
  ];
}

function toRequest({
  budgetMinor,
  budgetFromMinor,
  budgetCurrency,
  ...row
}: ConsultingRequestRow): ConsultingRequest {
  return {
    ...row,
    budget: moneyFrom(budgetMinor, budgetCurrency),
    budgetFrom: budgetFromMinor === null ? null : moneyFrom(budgetFromMinor, budgetCurrency),
  };
}

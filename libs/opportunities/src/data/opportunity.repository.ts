import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import type { Opportunity, OpportunityContent } from '../domain/opportunity.js';
import {
  type CloseReason,
  LIFE_DAYS,
  type OpportunityState,
  type Outcome,
  RENEWAL_DAYS,
} from '../domain/opportunity-states.js';
import type { Sibling } from '../domain/quality-rule.js';
import { IS_OPEN, type OpportunityRow, selectOpportunity, toOpportunity, TODAY } from './opportunity-row.js';

/** What a move writes beside the state; a mark that is left out stays as it is. */
export interface MoveMarks {
  /** It becomes public, or is again: it goes to the top of the lists. */
  readonly listed?: true;
  /** Its life begins, or begins once more. */
  readonly life?: 'begun' | 'renewed';
  readonly held?: boolean;
  readonly lookAsked?: boolean;
  readonly deadline?: string | null;
  readonly closeReason?: CloseReason | null;
  readonly filledWithId?: string | null;
  readonly filledWithName?: string | null;
  readonly outcome?: Outcome | null;
}

/** SQL of single opportunities, and of all that are open. */
@Injectable()
export class OpportunityRepository {
  async find(reads: Reads, id: string): Promise<Opportunity | undefined> {
    const row = await reads.row<OpportunityRow>(`${SELECT} where o.id = $1`, [id]);
    return row && toOpportunity(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Opportunity> {
    const opportunity = await this.find(tx, id);
    if (!opportunity) throw new Error('An opportunity vanished inside its transaction.');
    return opportunity;
  }

  async findMany(reads: Reads, ids: readonly string[]): Promise<Opportunity[]> {
    const rows = await reads.rows<OpportunityRow>(`${SELECT} where o.id = any($1::uuid[])`, [ids]);
    return rows.map(toOpportunity);
  }

  /** The same; until `tx` ends nobody changes them. */
  async hold(tx: Transaction, ids: readonly string[]): Promise<Opportunity[]> {
    const held = `${SELECT} where o.id = any($1::uuid[]) order by o.id for share of o`;
    return (await tx.rows<OpportunityRow>(held, [ids])).map(toOpportunity);
  }

  /** All of one organization become those of another; answers them. */
  async moveAll(
    tx: Transaction,
    fromId: string,
    intoId: string,
  ): Promise<Pick<Opportunity, 'id' | 'version' | 'state'>[]> {
    return tx.rows(MOVE_ALL, [fromId, intoId]);
  }

  /** Everything published that is not over. */
  async open(reads: Reads): Promise<Opportunity[]> {
    return (await reads.rows<OpportunityRow>(`${SELECT} where ${IS_OPEN} order by o.id`)).map(toOpportunity);
  }

  /** The same of these organizations. */
  async openOf(reads: Reads, organizationIds: readonly string[]): Promise<Opportunity[]> {
    const text = `${SELECT} where o.organization_id = any($1::uuid[]) and ${IS_OPEN} order by o.id`;
    return (await reads.rows<OpportunityRow>(text, [organizationIds])).map(toOpportunity);
  }

  /** The row, locked until the transaction ends; only the organization's own, so nobody can hold others' rows. */
  async lock(tx: Transaction, id: string, organizationId: string): Promise<Opportunity | undefined> {
    const row = await tx.row<OpportunityRow>(
      `${SELECT} where o.id = $1 and o.organization_id = $2 for update`,
      [id, organizationId],
    );
    return row && toOpportunity(row);
  }

  /** The row whoever owns it, locked: for time and for the secretariat. */
  async lockAny(tx: Transaction, id: string): Promise<Opportunity | undefined> {
    const row = await tx.row<OpportunityRow>(`${SELECT} where o.id = $1 for update`, [id]);
    return row && toOpportunity(row);
  }

  /** What else the organization has made public, or is about to; the newest ones. */
  async siblings(reads: Reads, organizationId: string, exceptId: string): Promise<Sibling[]> {
    return reads.rows(SIBLINGS, [organizationId, exceptId]);
  }

  /** Today, by the clock that decides deadlines: a deadline lasts until its day is over in UTC. */
  async today(reads: Reads): Promise<string> {
    const row = await reads.row<{ today: string }>(`select ${TODAY}::text as today`);
    return row?.today ?? '';
  }

  /** When `days` will have passed, by the clock of the database. */
  async dayAfter(reads: Reads, days: number): Promise<Date> {
    const row = await reads.row<{ at: Date }>('select now() + make_interval(days => $1) as at', [days]);
    if (!row) throw new Error('The database tells no time.');
    return row.at;
  }

  async insert(
    tx: Transaction,
    opportunity: { id: string; organizationId: string; createdBy: string; content: OpportunityContent },
  ): Promise<void> {
    const { id, organizationId, createdBy, content } = opportunity;
    await tx.execute(INSERT, [id, organizationId, createdBy, ...contentValues(content)]);
  }

  /** Replaces the content of the version that was read. */
  async saveContent(tx: Transaction, current: Opportunity, content: OpportunityContent): Promise<void> {
    const values = [current.id, current.version, current.state, ...contentValues(content)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  /** Moves the version that was read to another state. */
  async move(tx: Transaction, current: Opportunity, to: OpportunityState, marks: MoveMarks): Promise<void> {
    const kept = <Value>(value: Value | undefined, now: Value): Value => (value === undefined ? now : value);
    const values = [
      ...[current.id, current.version, current.state, to],
      marks.listed ?? false,
      marks.life ?? null,
      kept(marks.held, current.heldAt !== null),
      kept(marks.lookAsked, current.lookAskedAt !== null),
      kept(marks.deadline, current.deadline),
      kept(marks.closeReason, current.closeReason),
      kept(marks.filledWithId, current.filledWithId),
      kept(marks.outcome, current.outcome),
      kept(marks.filledWithName, current.filledWithName),
    ];
    if ((await tx.execute(MOVE, values)) === 0) throw new StaleVersion(current.version);
  }
}

const SELECT = selectOpportunity(RENEWAL_DAYS);
const MAX_SIBLINGS = 50;

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const MOVE_ALL = `
  update opportunity set organization_id = $2, ${CHANGED}
  where organization_id = $1 returning id, version, state`;

const SIBLINGS = `
  select o.id, o.title, o.text from opportunity o
  where o.organization_id = $1 and o.id <> $2 and o.state in ('review', 'published', 'paused')
  order by o.listed_at desc, o.id desc limit ${MAX_SIBLINGS}`;

const CONTENT_COLUMNS = `language, title, text, collaboration, themes, markets, required_languages,
  required_certifications, required_months, capacity_min, capacity_max, deadline, period_from, period_to`;
const CONTENT_PLACES = '$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17';

const INSERT = `
  insert into opportunity (id, organization_id, created_by, ${CONTENT_COLUMNS})
  values ($1, $2, $3, ${CONTENT_PLACES})`;

const SAVE_CONTENT = `
  update opportunity
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}), ${CHANGED}
  where id = $1 and version = $2 and state = $3`;

/** A life begins now; renewed it goes on from its end, or from now where that is past. */
const MOVE = `
  update opportunity
  set state = $4,
      state_since = case when state = $4 then state_since else now() end,
      listed_at = case when $5 then now() else listed_at end,
      published_at = case when $6 = 'begun' then now() else published_at end,
      life_ends_at = case $6
        when 'begun' then now() + interval '${LIFE_DAYS} days'
        when 'renewed' then greatest(life_ends_at, now()) + interval '${LIFE_DAYS} days'
        else life_ends_at end,
      renewed_at = case when $6 = 'renewed' then now() else renewed_at end,
      held_at = case when $7 then coalesce(held_at, now()) end,
      look_asked_at = case when $8 then coalesce(look_asked_at, now()) end,
      deadline = $9, close_reason = $10, filled_with_id = $11, outcome = $12, filled_with_name = $13,
      ${CHANGED}
  where id = $1 and version = $2 and state = $3`;

function contentValues(content: OpportunityContent): Parameter[] {
  const { requirements } = content;
  return [
    content.language,
    content.title,
    content.text,
    content.collaboration,
    content.themes,
    content.markets,
    requirements.languages,
    requirements.certifications,
    requirements.months,
    requirements.capacityMin,
    requirements.capacityMax,
    content.deadline,
    content.period?.from ?? null,
    content.period?.to ?? null,
  ];
}

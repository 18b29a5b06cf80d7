import { Injectable } from '@nestjs/common';
import { type Money, StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import { moneyFrom } from '#libs/platform/fields';
import { ENDED_STATES, type Membership, type MembershipState, type MembershipStep } from '../domain/membership.js';

/** Columns of a membership as they come from the database; bigints are strings. */
type MembershipRow = Omit<Membership, 'fees'> & {
  readonly admissionFeeMinor: string | null;
  readonly annualFeeMinor: string | null;
  readonly feeCurrency: string | null;
};

type StepRow = Omit<MembershipStep, 'amount'> & {
  readonly amountMinor: string | null;
  readonly amountCurrency: string | null;
};

/** What a move may change beside the state. */
export type MembershipChange = Partial<
  Pick<Membership, 'ratification' | 'reason' | 'fees' | 'voteId' | 'approvedAt' | 'termEndsAt' | 'dueAt'>
>;

/** What a history entry says beside the states. */
export interface StepNote {
  readonly reason?: string | null;
  readonly reference?: string | null;
  readonly dated?: string | null;
  readonly amount?: Money | null;
}

/** Part of a list: newest first, after the id of the row before. */
export interface MembershipSlice {
  /** Null for those of every organization. */
  readonly organizationId: string | null;
  readonly states: readonly MembershipState[];
  /** Only what waits for the General Assembly. */
  readonly toBeRatified: boolean;
  readonly after: string | null;
  readonly limit: number;
}

@Injectable()
export class MembershipRepository {
  /** Whether an organization has a membership, or one under way. */
  async isHeld(reads: Reads, organizationId: string): Promise<boolean> {
    return (await reads.row(HELD, [organizationId])) !== undefined;
  }

  async find(reads: Reads, id: string): Promise<Membership | undefined> {
    const row = await reads.row<MembershipRow>(`${SELECT} where id = $1`, [id]);
    return row && toMembership(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Membership> {
    const membership = await this.find(tx, id);
    if (!membership) throw new Error('A membership vanished inside its transaction.');
    return membership;
  }

  /** The row, locked until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Membership | undefined> {
    const row = await tx.row<MembershipRow>(`${SELECT} where id = $1 for update`, [id]);
    return row && toMembership(row);
  }

  /** The membership or request of an organization that has not ended. */
  async underWay(reads: Reads, organizationId: string): Promise<Membership | undefined> {
    const text = `${SELECT} where organization_id = $1 and state <> all($2)`;
    const row = await reads.row<MembershipRow>(text, [organizationId, ENDED_STATES]);
    return row && toMembership(row);
  }

  /** Those of `organizationIds` that have no membership under way, in the same order. */
  async unentered(reads: Reads, organizationIds: readonly string[]): Promise<string[]> {
    const rows = await reads.rows<{ id: string }>(UNENTERED, [organizationIds, ENDED_STATES]);
    return rows.map(({ id }) => id);
  }

  async slice(reads: Reads, slice: MembershipSlice): Promise<Membership[]> {
    const { organizationId, states, toBeRatified, after, limit } = slice;
    const values = [organizationId, states, after, limit, toBeRatified, ENDED_STATES];
    return (await reads.rows<MembershipRow>(SLICE, values)).map(toMembership);
  }

  /** Answers false when the organization has a membership under way. */
  async insert(
    tx: Transaction,
    membership: Pick<
      Membership,
      'id' | 'organizationId' | 'category' | 'statement' | 'language' | 'createdBy'
    >,
  ): Promise<boolean> {
    const { id, organizationId, category, statement, language, createdBy } = membership;
    return (await tx.execute(INSERT, [id, organizationId, category, statement, language, createdBy])) === 1;
  }

  /** Changes the version that was read. */
  async save(
    tx: Transaction,
    current: Membership,
    state: MembershipState,
    change: MembershipChange,
  ): Promise<Membership> {
    const next: Membership = { ...current, ...change, state };
    const row = await tx.row<MembershipRow>(SAVE, [
      current.id,
      current.version,
      current.state,
      next.state,
      next.ratification,
      next.reason,
      next.fees?.admission.amountMinor ?? null,
      next.fees?.annual.amountMinor ?? null,
      next.fees?.annual.currency ?? null,
      next.voteId,
      next.approvedAt,
      next.termEndsAt,
      next.dueAt,
    ]);
    if (!row) throw new StaleVersion(current.version);
    return toMembership(row);
  }

  /** Adds to the history of a membership that is locked or new. */
  async addStep(
    tx: Transaction,
    { id, organizationId, state }: Pick<Membership, 'id' | 'organizationId' | 'state'>,
    step: StepNote & { verb: string; fromState: MembershipState | null },
  ): Promise<void> {
    await tx.execute(ADD_STEP, [
      organizationId,
      id,
      step.verb,
      step.fromState,
      state,
      step.reason ?? null,
      step.reference ?? null,
      step.dated ?? null,
      step.amount?.amountMinor ?? null,
      step.amount?.currency ?? null,
      tx.actor.personId,
    ]);
  }

  /** Oldest first. */
  async steps(reads: Reads, id: string): Promise<MembershipStep[]> {
    const rows = await reads.rows<StepRow>(STEPS, [id]);
    return rows.map(({ amountMinor, amountCurrency, ...step }) => ({
      ...step,
      amount: moneyFrom(amountMinor, amountCurrency),
    }));
  }
}

const HELD = `
  select 1 from tpo_membership
  where organization_id = $1 and state not in ('expired', 'rejected', 'withdrawn') limit 1`;

const COLUMNS = `
  id, organization_id as "organizationId", category, state, ratification, statement, language, reason,
  admission_fee_minor as "admissionFeeMinor", annual_fee_minor as "annualFeeMinor",
  fee_currency as "feeCurrency", vote_id as "voteId", approved_at as "approvedAt",
  term_ends_at as "termEndsAt", due_at as "dueAt", created_by as "createdBy", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

const SELECT = `select ${COLUMNS} from tpo_membership`;

const SLICE = `
  ${SELECT}
  where ($1::uuid is null or organization_id = $1) and state = any($2) and ($3::uuid is null or id < $3)
    and (not $5 or (ratification = 'pending' and state <> all($6)))
  order by id desc limit $4`;

const UNENTERED = `
  select listed.id from unnest($1::uuid[]) with ordinality as listed (id, place)
  where not exists (select 1 from tpo_membership m where m.organization_id = listed.id and m.state <> all($2))
  order by place`;

const INSERT = `
  insert into tpo_membership (id, organization_id, category, statement, language, created_by)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (organization_id) where state not in ('expired', 'rejected', 'withdrawn') do nothing`;

const SAVE = `
  update tpo_membership
  set state = $4, ratification = $5, reason = $6, admission_fee_minor = $7, annual_fee_minor = $8,
      fee_currency = $9, vote_id = $10, approved_at = $11, term_ends_at = $12, due_at = $13,
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3
  returning ${COLUMNS}`;

const ADD_STEP = `
  insert into membership_step (organization_id, membership_id, number, verb, from_state, to_state, reason,
    reference, dated, amount_minor, amount_currency, person_id)
  select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
  from membership_step where membership_id = $2`;

const STEPS = `
  select number, verb, from_state as "fromState", to_state as "toState", reason, reference,
         dated::text as dated, amount_minor as "amountMinor", amount_currency as "amountCurrency", at
  from membership_step where membership_id = $1 order by number`;

function toMembership(row: MembershipRow): Membership {
  const { admissionFeeMinor, annualFeeMinor, feeCurrency, ...membership } = row;
  const admission = moneyFrom(admissionFeeMinor, feeCurrency);
  const annual = moneyFrom(annualFeeMinor, feeCurrency);
  return { ...membership, fees: admission && annual ? { admission, annual } : null };
}

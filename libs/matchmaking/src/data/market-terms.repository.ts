import { Injectable } from '@nestjs/common';
import type { Observed } from '#libs/matching';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Capacities, LettersOf, MarketTerms } from '../domain/market-terms.js';

/** What lists promise an organization by the plan of a run, and what it could bear. */
export interface AccountOfRun {
  readonly organizationId: string;
  readonly capacity: number;
  readonly looks: number;
  readonly answers: number;
  readonly price: number;
}

/** SQL of what balances lists: how people answered so far, and the accounts that runs have planned. */
@Injectable()
export class MarketTermsRepository {
  /** The run whose terms hold now: the last that was planned and not taken back. */
  async inForce(reads: Reads): Promise<string | null> {
    return (await reads.row<{ id: string }>(IN_FORCE))?.id ?? null;
  }

  async termsOf(reads: Reads, runId: string): Promise<MarketTerms | undefined> {
    return (await reads.row<{ terms: MarketTerms }>(TERMS, [runId]))?.terms;
  }

  async capacitiesOf(reads: Reads, runId: string): Promise<Capacities> {
    const rows = await reads.rows<{ id: string; capacity: number }>(CAPACITIES, [runId]);
    return new Map(rows.map(({ id, capacity }) => [id, capacity]));
  }

  /** How often matches were looked at, by score, and how often whoever looked wrote. */
  async shown(reads: Reads): Promise<Observed[]> {
    return reads.rows<Observed>(SHOWN);
  }

  /** How many letters came to an end, by score of the match, and how many found agreement. */
  async written(reads: Reads): Promise<Observed[]> {
    return reads.rows<Observed>(WRITTEN);
  }

  async letters(reads: Reads): Promise<LettersOf[]> {
    return reads.rows<LettersOf>(LETTERS);
  }

  async insertAccounts(tx: Transaction, runId: string, accounts: readonly AccountOfRun[]): Promise<void> {
    await tx.execute(INSERT_ACCOUNTS, [
      runId,
      accounts.map(({ organizationId }) => organizationId),
      accounts.map(({ capacity }) => capacity),
      accounts.map(({ looks }) => looks),
      accounts.map(({ answers }) => answers),
      accounts.map(({ price }) => price),
    ]);
  }
}

const IN_FORCE = `
  select id from matching_run where planned_at is not null and state in ('running', 'finished')
  order by planned_at desc, id desc limit 1`;
const TERMS = 'select terms from matching_run where id = $1';
const CAPACITIES = 'select organization_id as id, capacity from matching_account where run_id = $1';

/** Twenty steps from 0 to 1, each known by its middle. */
const SCORE = `least(19, floor(m.score * 20)) / 20 + 0.025`;
/** A place is looked at as \`examination\` says; a match that is passed over day after day counts five times at most. */
const LOOKS = `sum(least(i.times, 5) * ln(2) / ln(1 + i.position))`;
const SHOWN = `
  select (${SCORE})::float8 as score, (${LOOKS})::float8 as times,
    (count(*) filter (where exists (
      select from interest w where w.match_id = m.id and w.from_organization_id = i.organization_id)))::int as happened
  from match_impression i join match m on m.id = i.match_id
  group by 1 order by 1`;

const WRITTEN = `
  select (${SCORE})::float8 as score, count(*)::int as times,
    (count(*) filter (where i.state = 'accepted'))::int as happened
  from interest i join match m on m.id = i.match_id
  where i.state in ('accepted', 'declined', 'expired') and i.created_at > now() - interval '1 year'
  group by 1 order by 1`;

const counted = (condition: string): string => `(count(*) filter (where ${condition}))::int`;
const LETTERS = `
  select to_organization_id as "organizationId", count(*)::int as received,
    ${counted(`state in ('accepted', 'declined')`)} as answered,
    ${counted(`state in ('accepted', 'declined') and answered_at > now() - interval '14 days'`)} as "answeredLately",
    ${counted(`state = 'sent'`)} as waiting
  from interest
  where state <> 'withdrawn' and (state = 'sent' or created_at > now() - interval '180 days')
  group by 1 order by 1`;

const INSERT_ACCOUNTS = `
  insert into matching_account (run_id, organization_id, capacity, looks, answers, price)
  select $1::uuid, * from unnest($2::uuid[], $3::float8[], $4::float8[], $5::float8[], $6::float8[])`;

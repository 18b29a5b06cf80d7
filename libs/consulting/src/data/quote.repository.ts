import { Injectable } from '@nestjs/common';
import { NotFound, StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Quote, QuoteContent, QuoteVersion } from '../domain/quote.js';
import type { QuoteState } from '../domain/quote-states.js';
import type { StepWords } from '../domain/consulting-step.js';

/** bigint columns are strings. */
type MoneyRow<Content> = Omit<Content, 'fee' | 'tax'> & {
  feeMinor: string;
  taxMinor: string;
  currency: string;
};

/** SQL of quotes. Who may know of them is asked elsewhere: {@link QuoteAccess}. */
@Injectable()
export class QuoteRepository {
  async find(reads: Reads, id: string): Promise<Quote | undefined> {
    const row = await reads.row<MoneyRow<Quote>>(`${SELECT} where q.id = $1`, [id]);
    return row && withMoney(row);
  }

  /** One that is open, or of this organization: for everybody else a sealed one costs what none would. */
  async findVisible(reads: Reads, id: string, organizationId: string): Promise<Quote | undefined> {
    const row = await reads.row<MoneyRow<Quote>>(
      `${SELECT} join consulting_request r on r.id = q.request_id
       where q.id = $1 and (q.organization_id = $2 or r.quotes_opened_at is not null)`,
      [id, organizationId],
    );
    return row && withMoney(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Quote> {
    const quote = await this.find(tx, id);
    if (!quote) throw new Error('A quote vanished inside its transaction.');
    return quote;
  }

  async lock(tx: Transaction, id: string): Promise<Quote | undefined> {
    const row = await tx.row<MoneyRow<Quote>>(`${SELECT} where q.id = $1 for update of q`, [id]);
    return row && withMoney(row);
  }

  /** The request of an organization's own quote. @throws NotFound */
  async ownRequestOf(reads: Reads, id: string, organizationId: string): Promise<string> {
    const row = await reads.row<{ requestId: string }>(
      'select request_id as "requestId" from quote where id = $1 and organization_id = $2',
      [id, organizationId],
    );
    if (!row) throw new NotFound();
    return row.requestId;
  }

  /** All of a request, or those of one organization; oldest first. */
  async ofRequest(
    reads: Reads,
    requestId: string,
    organizationId: string | null = null,
  ): Promise<Quote[]> {
    const rows = await reads.rows<MoneyRow<Quote>>(
      `${SELECT} where q.request_id = $1 and ($2::uuid is null or q.organization_id = $2) order by q.id`,
      [requestId, organizationId],
    );
    return rows.map(withMoney);
  }

  /** All of an organization, newest first. */
  async ofOrganization(reads: Reads, organizationId: string, limit: number): Promise<Quote[]> {
    const rows = await reads.rows<MoneyRow<Quote>>(
      `${SELECT} where q.organization_id = $1 order by q.id desc limit $2`,
      [organizationId, limit],
    );
    return rows.map(withMoney);
  }

  /** Oldest first. */
  async versions(reads: Reads, quoteId: string): Promise<QuoteVersion[]> {
    const rows = await reads.rows<MoneyRow<QuoteVersion>>(
      `select ${VERSION_COLUMNS}, v.valid_until::text as "validUntil", v.quote_id as "quoteId", v.number, v.saved_by as "savedBy", v.saved_at as "savedAt"
       from quote_version v where v.quote_id = $1 order by v.number`,
      [quoteId],
    );
    return rows.map(withMoney);
  }

  async savedBy(reads: Reads, personId: string): Promise<QuoteVersion[]> {
    const rows = await reads.rows<MoneyRow<QuoteVersion>>(
      `select ${VERSION_COLUMNS}, v.valid_until::text as "validUntil", v.quote_id as "quoteId", v.number, v.saved_by as "savedBy", v.saved_at as "savedAt"
       from quote_version v where v.saved_by = $1 order by v.saved_at, v.quote_id`,
      [personId],
    );
    return rows.map(withMoney);
  }

  async insert(
    tx: Transaction,
    quote: Pick<Quote, 'id' | 'requestId' | 'organizationId' | 'createdBy'>,
    content: QuoteContent,
  ): Promise<void> {
    await tx.execute(
      `insert into quote (id, request_id, organization_id, created_by, valid_until) values ($1, $2, $3, $4, $5)`,
      [quote.id, quote.requestId, quote.organizationId, quote.createdBy, content.validUntil],
    );
    await this.addVersion(tx, quote.id, 1, content);
  }

  /** Appends the next version to the one that was read. */
  async revise(tx: Transaction, current: Quote, content: QuoteContent): Promise<void> {
    await this.addVersion(tx, current.id, current.number + 1, content);
    const changed = await tx.execute(
      `update quote set number = number + 1, valid_until = $3, version = version + 1, updated_at = now(),
         changed_xid = pg_current_xact_id()
       where id = $1 and version = $2`,
      [current.id, current.version, content.validUntil],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }

  async move(
    tx: Transaction,
    current: Quote,
    to: QuoteState,
    reason: string | null,
    said: StepWords | null,
  ): Promise<void> {
    const changed = await tx.execute(
      `update quote set state = $4, reason = $5, words = $6, language = $7, settled_at = now(),
         version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
       where id = $1 and version = $2 and state = $3`,
      [
        ...[current.id, current.version, current.state, to, reason],
        ...[said?.words ?? null, said?.language ?? null],
      ],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** All of one organization become those of another; where both have a live one for a request, the first stays. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(
      `update quote set organization_id = $2, version = version + 1, updated_at = now(),
         changed_xid = pg_current_xact_id()
       where organization_id = $1 and not (state in ('submitted', 'selected') and exists (
         select from quote o where o.request_id = quote.request_id and o.organization_id = $2
           and o.state in ('submitted', 'selected')))`,
      [fromId, intoId],
    );
  }

  private async addVersion(
    tx: Transaction,
    quoteId: string,
    number: number,
    content: QuoteContent,
  ): Promise<void> {
    await tx.execute(
      `insert into quote_version (quote_id, number, scope, language, sessions, deliverables, fee_minor, tax_minor,
         currency, cost_shares, valid_until, note, saved_by)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10::jsonb, $11, $12, $13)`,
      [
        ...[quoteId, number, content.scope, content.language, content.sessions],
        ...[JSON.stringify(content.deliverables), content.fee.amountMinor, content.tax.amountMinor],
        ...[content.fee.currency, JSON.stringify(content.costShares), content.validUntil, content.note],
        tx.actor.personId,
      ],
    );
  }
}

const VERSION_COLUMNS = `v.scope, v.language, v.sessions, v.deliverables, v.fee_minor as "feeMinor",
  v.tax_minor as "taxMinor", v.currency, v.cost_shares as "costShares", v.note`;

const SELECT = `
  select q.id, q.request_id as "requestId", q.organization_id as "organizationId", q.created_by as "createdBy",
         q.state, q.number, q.reason, q.words, q.language as "wordsLanguage", q.version,
         q.created_at as "createdAt", q.updated_at as "updatedAt", q.valid_until::text as "validUntil", ${VERSION_COLUMNS}
  from quote q join quote_version v on v.quote_id = q.id and v.number = q.number`;

function withMoney<Row extends MoneyRow<object>>({
  feeMinor,
  taxMinor,
  currency,
  ...row
}: Row): Omit<Row, 'feeMinor' | 'taxMinor' | 'currency'> & Pick<QuoteContent, 'fee' | 'tax'> {
  return {
    ...row,
    fee: { amountMinor: Number(feeMinor), currency },
    tax: { amountMinor: Number(taxMinor), currency },
  };
}

import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { AccountKind, LedgerEntry, Posting } from '../domain/ledger.js';

type NewEntry = Omit<LedgerEntry, 'id' | 'createdAt'>;
type EntryRow = Omit<LedgerEntry, 'postings'> & {
  postings: { account: AccountKind; amountMinor: string }[];
};

/** SQL of the ledger: rows are added, and never changed. Entries are added while their engagement is locked. */
@Injectable()
export class LedgerRepository {
  /** Oldest first. */
  async ofEngagement(reads: Reads, engagementId: string): Promise<LedgerEntry[]> {
    const rows = await reads.rows<EntryRow>(ENTRIES, [engagementId]);
    return rows.map((row) => ({
      ...row,
      postings: row.postings.map(({ account, amountMinor }) => ({
        account,
        amountMinor: Number(amountMinor),
      })),
    }));
  }

  async insert(tx: Transaction, engagementId: string, currency: string, entry: NewEntry): Promise<string> {
    const id = newId();
    await tx.execute(
      `insert into ledger_entry (id, engagement_id, party_id, kind, reference, day, reverses_id, reason, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        engagementId,
        entry.partyId,
        entry.kind,
        entry.reference,
        entry.day,
        entry.reversesId,
        entry.reason,
        tx.actor.personId,
      ],
    );
    await this.insertPostings(tx, { id, engagementId, currency, partyId: entry.partyId }, entry.postings);
    return id;
  }

  private async insertPostings(
    tx: Transaction,
    { id, engagementId, currency, partyId }: { id: string; engagementId: string; currency: string; partyId: string },
    postings: readonly Posting[],
  ): Promise<void> {
    const kinds = postings.map(({ account }) => account);
    await tx.execute(
      `insert into ledger_account (engagement_id, party_id, currency, id, kind)
       select $1, $2, $3, * from unnest($4::uuid[], $5::text[]) on conflict (party_id, kind) do nothing`,
      [engagementId, partyId, currency, kinds.map(() => newId()), kinds],
    );
    await tx.execute(
      `insert into ledger_posting (entry_id, account_id, amount_minor)
       select $1, account.id, line.amount from unnest($3::text[], $4::bigint[]) as line (kind, amount)
       join ledger_account account on account.party_id = $2 and account.kind = line.kind`,
      [id, partyId, kinds, postings.map(({ amountMinor }) => amountMinor)],
    );
  }
}

const ENTRIES = `
  select id, party_id as "partyId", kind, reference, day::text as day, reverses_id as "reversesId", reason,
    created_at as "createdAt",
    (select json_agg(json_build_object('account', account.kind, 'amountMinor', posting.amount_minor::text) order by account.kind)
     from ledger_posting posting join ledger_account account on account.id = posting.account_id
     where posting.entry_id = ledger_entry.id) as postings
  from ledger_entry where engagement_id = $1 order by id`;

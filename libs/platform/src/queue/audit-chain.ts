import { createHash } from 'node:crypto';
import type { Reads, Transaction } from '#libs/platform/database';

/** Serializes sealing; the number means nothing but "audit seal". */
const SEAL_LOCK = 7_001_002;
const GENESIS = Buffer.alloc(32);
/** Entries under one seal, unless a single transaction wrote more. */
const PER_SEAL = 5_000;

interface Seal {
  number: string;
  firstXid: string;
  nextXid: string;
  entries: number;
  previousHash: Buffer;
  hash: Buffer;
}

/** The result of a look at the whole chain. `brokenAt` is the number of the first seal that does not hold. */
export type AuditVerdict =
  | { readonly intact: true; readonly seals: number; readonly entries: number }
  | { readonly intact: false; readonly brokenAt: number; readonly reason: string };

/**
 * Seals the audit entries of all transactions that are over: below the oldest transaction still running,
 * nothing can appear any more. One seal covers a range of transaction ids and hashes the seal before it and
 * every entry of the range in order. Answers the seals written, with their hashes for the log.
 *
 * @throws Error when the transaction counter lies before the last seal: this database was copied by dump
 */
export async function sealAudit(tx: Transaction): Promise<{ number: string; hash: string }[]> {
  await tx.rows('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
  const written: { number: string; hash: string }[] = [];
  let last = (await tx.row<Seal>(LAST_SEAL)) ?? start();
  for (;;) {
    const range = await tx.row<{ nextXid: string | null; behind: boolean }>(NEXT_RANGE, [
      last.nextXid,
      PER_SEAL,
    ]);
    if (range?.behind)
      throw new Error('The transaction ids of this database lie before the last audit seal.');
    if (!range?.nextXid) return written;
    const seal = await sealOf(tx, last, range.nextXid);
    await tx.execute(INSERT_SEAL, [
      seal.number,
      seal.firstXid,
      seal.nextXid,
      seal.entries,
      seal.previousHash,
      seal.hash,
    ]);
    written.push({ number: seal.number, hash: seal.hash.toString('hex') });
    last = seal;
  }
}

/** Computes the chain anew from the entries: finds changed, added, removed and reordered ones below the last seal. */
export async function verifyAuditChain(reads: Reads): Promise<AuditVerdict> {
  let last = start();
  let entries = 0;
  for (let number = 1; ; number += 1) {
    const seal = await reads.row<Seal>(SEAL_FROM, [number]);
    if (!seal) return { intact: true, seals: number - 1, entries };
    const reason = await faultOf(reads, last, seal);
    if (reason) return { intact: false, brokenAt: number, reason };
    entries += seal.entries;
    last = seal;
  }
}

async function faultOf(reads: Reads, last: Seal, seal: Seal): Promise<string | undefined> {
  const expected = await sealOf(reads, last, seal.nextXid);
  if (seal.number !== expected.number) return 'a seal is missing before it';
  if (seal.firstXid !== expected.firstXid) return 'it does not begin where the seal before it ends';
  if (!seal.previousHash.equals(expected.previousHash)) return 'it does not follow the seal before it';
  if (seal.entries !== expected.entries) {
    return `it covers ${seal.entries} entries, there are ${expected.entries}`;
  }
  return seal.hash.equals(expected.hash) ? undefined : 'an entry was changed';
}

async function sealOf(reads: Reads, last: Seal, nextXid: string): Promise<Seal> {
  const rows = await reads.rows<Record<string, string | null>>(ENTRIES, [last.nextXid, nextXid]);
  const hash = createHash('sha256').update(last.hash);
  for (const row of rows) hash.update(canonical(row));
  return {
    number: String(BigInt(last.number) + 1n),
    firstXid: last.nextXid,
    nextXid,
    entries: rows.length,
    previousHash: last.hash,
    hash: hash.digest(),
  };
}

/** One line of JSON: the columns in the order of the statement, times in UTC with milliseconds. */
function canonical(row: Record<string, string | null>): string {
  return `${JSON.stringify(Object.values(row))}\n`;
}

function start(): Seal {
  return { number: '0', firstXid: '0', nextXid: '0', entries: 0, previousHash: GENESIS, hash: GENESIS };
}

const SEAL_COLUMNS = `
  number::text as number, first_xid::text as "firstXid", next_xid::text as "nextXid", entries,
  previous_hash as "previousHash", hash`;

const LAST_SEAL = `select ${SEAL_COLUMNS} from audit_seal order by audit_seal.number desc limit 1`;
const SEAL_FROM = `
  select ${SEAL_COLUMNS} from audit_seal where audit_seal.number >= $1 order by audit_seal.number limit 1`;

/**
 * Where the next seal ends: before the transaction of the first entry that is one too many, but after the
 * first transaction, and never beyond the oldest one still running. Null when there is nothing to seal.
 */
const NEXT_RANGE = `
  with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xid),
  first as (
    select a.xid from audit_entry a, horizon h where a.xid >= $1::xid8 and a.xid < h.xid
    order by a.xid, a.id limit 1),
  surplus as (
    select a.xid from audit_entry a, horizon h where a.xid >= $1::xid8 and a.xid < h.xid
    order by a.xid, a.id offset $2 limit 1)
  select h.xid < $1::xid8 as behind,
         case when f.xid is null then null
              when s.xid is null then h.xid
              when s.xid > f.xid then s.xid
              else (f.xid::text::numeric + 1)::text::xid8 end::text as "nextXid"
  from horizon h left join first f on true left join surplus s on true`;

const ENTRIES = `
  select xid::text as xid, id::text as id, action, entity_type, entity_id::text as entity_id,
         organization_id::text as organization_id, actor_id::text as actor_id, request_id, from_state, to_state,
         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from audit_entry a
  where a.xid >= $1::xid8 and a.xid < $2::xid8
  order by a.xid, a.id`;

const INSERT_SEAL = `
  insert into audit_seal (number, first_xid, next_xid, entries, previous_hash, hash)
  values ($1, $2, $3, $4, $5, $6)`;

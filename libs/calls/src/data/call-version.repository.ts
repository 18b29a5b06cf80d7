import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { CallVersion } from '../domain/call.js';
import { wholeContent } from '../domain/call-content.js';
import type { CallContent } from '../domain/call-terms.js';

/** A version with who runs the call. */
export interface StatedTerms {
  readonly callId: string;
  readonly number: number;
  readonly organizationId: string;
  readonly content: CallContent;
}

/** The versions of the terms of calls. Rows are only ever added. */
@Injectable()
export class CallVersionRepository {
  async newest(reads: Reads, callId: string): Promise<StatedTerms | undefined> {
    return (await this.newestOf(reads, [callId]))[0];
  }

  async newestOf(reads: Reads, callIds: readonly string[]): Promise<StatedTerms[]> {
    return (await reads.rows<StatedTerms>(NEWEST, [callIds])).map(whole);
  }

  async find(reads: Reads, callId: string, number: number): Promise<StatedTerms | undefined> {
    const found = await reads.row<StatedTerms>(FIND, [callId, number]);
    return found && whole(found);
  }

  /** Newest first. */
  async list(reads: Reads, callId: string): Promise<CallVersion[]> {
    return (await reads.rows<CallVersion>(LIST, [callId])).map(whole);
  }

  /** Keeps what the call says from now on. */
  async add(
    tx: Transaction,
    { callId, number, content }: StatedTerms,
    { changedFields, reason }: Pick<CallVersion, 'changedFields' | 'reason'>,
  ): Promise<void> {
    const values = [callId, number, JSON.stringify(content), changedFields, reason, tx.actor.personId];
    await tx.execute(ADD, values);
  }
}

/** Versions are never written again: what came to calls later is added on reading. */
function whole<Kept extends { readonly content: CallContent }>(kept: Kept): Kept {
  return { ...kept, content: wholeContent(kept.content) };
}

const SELECT = `
  select v.call_id as "callId", v.number, c.organization_id as "organizationId", v.content
  from call_version v join call c on c.id = v.call_id`;

const NEWEST = `${SELECT} where c.id = any($1::uuid[]) and v.number = c.number`;
const FIND = `${SELECT} where v.call_id = $1 and v.number = $2`;

const LIST = `
  select call_id as "callId", number, content, changed_fields as "changedFields", reason,
    saved_by as "savedBy", saved_at as "savedAt"
  from call_version where call_id = $1 order by number desc`;

const ADD = `
  insert into call_version (call_id, number, content, changed_fields, reason, saved_by)
  values ($1, $2, $3::jsonb, $4, $5, $6)`;

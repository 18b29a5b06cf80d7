import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** The mail of ours that something came back to. */
export interface OriginalMail {
  readonly id: string;
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly to: string;
  /** The conversation it may be answered into, and for whom; null for all other mail. */
  readonly conversationId: string | null;
  readonly organizationId: string | null;
}

@Injectable()
export class ReturnedMailRepository {
  async original(reads: Reads, id: string): Promise<OriginalMail | undefined> {
    return reads.row<OriginalMail>(ORIGINAL, [id]);
  }

  async isKnown(reads: Reads, digest: string): Promise<boolean> {
    return (await reads.row('select 1 as known from returned_mail where digest = $1', [digest])) !== undefined;
  }

  /** Answers false when it was dealt with before. */
  async note(tx: Transaction, digest: string, outcome: string): Promise<boolean> {
    const sql = 'insert into returned_mail (digest, outcome) values ($1, $2) on conflict do nothing';
    return (await tx.execute(sql, [digest, outcome])) === 1;
  }
}

const ORIGINAL = `
  select id, person_id as "personId", to_address as "to", conversation_id as "conversationId",
         organization_id as "organizationId"
  from mail where id = $1`;

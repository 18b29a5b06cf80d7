import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { LetterState, SupportLetter } from '../domain/consortium.js';

/** What a letter says. */
export interface LetterWords {
  readonly body: string;
  /** BCP 47. */
  readonly language: string;
  readonly sha256: string;
}

/** SQL of the letters of support. */
@Injectable()
export class LetterRepository {
  async of(reads: Reads, proposalId: string): Promise<SupportLetter[]> {
    return reads.rows<SupportLetter>(`${SELECT} where proposal_id = $1 order by id`, [proposalId]);
  }

  async find(reads: Reads, proposalId: string, cityId: string): Promise<SupportLetter | undefined> {
    return reads.row<SupportLetter>(`${SELECT} where proposal_id = $1 and organization_id = $2`, [proposalId, cityId]);
  }

  async ask(tx: Transaction, proposalId: string, cityId: string): Promise<void> {
    await tx.execute(ASK, [newId(), proposalId, cityId, tx.actor.personId]);
  }

  async today(tx: Transaction): Promise<string> {
    const row = await tx.row<{ today: string }>(`select (now() at time zone 'UTC')::date::text as today`);
    if (!row) throw new Error('The database has no day.');
    return row.today;
  }

  /** Answers whether the letter still was in the state it was read in, as the next two. */
  async give(tx: Transaction, { id }: SupportLetter, dated: string, words: LetterWords): Promise<boolean> {
    const { body, language, sha256 } = words;
    return (await tx.execute(GIVE, [id, body, language, sha256, tx.actor.personId, dated])) > 0;
  }

  async end(
    tx: Transaction,
    { id, state }: SupportLetter,
    to: Extract<LetterState, 'declined' | 'revoked'>,
    reason: string,
  ): Promise<boolean> {
    return (await tx.execute(END, [id, state, to, reason])) > 0;
  }

  async askAgain(tx: Transaction, { id, state }: SupportLetter): Promise<boolean> {
    return (await tx.execute(ASK_AGAIN, [id, state, tx.actor.personId])) > 0;
  }
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const SELECT = `
  select id, proposal_id as "proposalId", organization_id as "organizationId", state, body, language,
    dated::text as dated, sha256, signed_by as "signedBy", revoked_at as "revokedAt", reason,
    created_at as "createdAt"
  from proposal_letter`;

const ASK = `
  insert into proposal_letter (id, proposal_id, organization_id, asked_by) values ($1, $2, $3, $4)`;

const GIVE = `
  update proposal_letter
  set state = 'given', body = $2, language = $3, sha256 = $4, signed_by = $5, dated = $6, reason = null,
    revoked_at = null, ${CHANGED}
  where id = $1 and state = 'asked'`;

const END = `
  update proposal_letter
  set state = $3, reason = $4, revoked_at = case when $3 = 'revoked' then now() end, ${CHANGED}
  where id = $1 and state = $2`;

const ASK_AGAIN = `
  update proposal_letter
  set state = 'asked', asked_by = $3, reason = null, revoked_at = null, body = null, language = null, dated = null,
    sha256 = null, signed_by = null, ${CHANGED}
  where id = $1 and state = $2`;

import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Annex } from '../domain/consortium.js';

/** SQL of the files that go with proposals. */
@Injectable()
export class AnnexRepository {
  async of(reads: Reads, proposalId: string): Promise<Annex[]> {
    return reads.rows<Annex>(`${SELECT} where proposal_id = $1 and removed_at is null order by id`, [proposalId]);
  }

  /** The proposal of an annex, also of one that was taken out. */
  async proposalOf(reads: Reads, id: string): Promise<string | undefined> {
    const row = await reads.row<{ proposalId: string }>(
      'select proposal_id as "proposalId" from proposal_annex where id = $1',
      [id],
    );
    return row?.proposalId;
  }

  async add(tx: Transaction, annex: Omit<Annex, 'addedBy' | 'createdAt'>): Promise<void> {
    const { id, proposalId, fileId, title, questionKey, sha256 } = annex;
    await tx.execute(ADD, [id, proposalId, fileId, title, questionKey, sha256, tx.actor.personId]);
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.execute('delete from proposal_annex where id = $1', [id]);
  }

  /** Takes out what was handed in: it stays, for whoever reads that version. */
  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.execute('update proposal_annex set removed_at = now() where id = $1', [id]);
  }

  /** Takes out all but these files, and brings those back that were taken out. Answers how many changed. */
  async keepOnly(tx: Transaction, proposalId: string, fileIds: readonly string[]): Promise<number> {
    return tx.execute(KEEP_ONLY, [proposalId, fileIds]);
  }
}

const SELECT = `
  select id, proposal_id as "proposalId", file_id as "fileId", title, question_key as "questionKey", sha256,
    added_by as "addedBy", created_at as "createdAt"
  from proposal_annex`;

const KEEP_ONLY = `
  update proposal_annex set removed_at = case when removed_at is null then now() end
  where proposal_id = $1 and (file_id = any($2::uuid[])) = (removed_at is not null)`;

const ADD = `
  insert into proposal_annex (id, proposal_id, file_id, title, question_key, sha256, added_by)
  values ($1, $2, $3, $4, $5, $6, $7)`;

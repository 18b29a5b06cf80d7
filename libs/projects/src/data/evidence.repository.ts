import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Evidence } from '../domain/project.js';

/** SQL of the files that show what was reached. */
@Injectable()
export class EvidenceRepository {
  async of(reads: Reads, projectId: string): Promise<Evidence[]> {
    return reads.rows<Evidence>(`${SELECT} where project_id = $1 order by id`, [projectId]);
  }

  async find(reads: Reads, id: string): Promise<(Evidence & { projectId: string }) | undefined> {
    return reads.row(`${SELECT} where id = $1`, [id]);
  }

  async add(tx: Transaction, projectId: string, { id, milestoneId, fileId, title }: Evidence): Promise<void> {
    await tx.execute(ADD, [id, projectId, milestoneId, fileId, title, tx.actor.personId]);
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.execute('delete from project_evidence where id = $1', [id]);
  }
}

const SELECT = `
  select id, project_id as "projectId", milestone_id as "milestoneId", file_id as "fileId", title
  from project_evidence`;

const ADD = `
  insert into project_evidence (id, project_id, milestone_id, file_id, title, added_by)
  values ($1, $2, $3, $4, $5, $6)`;

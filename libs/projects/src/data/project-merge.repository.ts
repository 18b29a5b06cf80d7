import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';

/** SQL that hands all of one organization's part in projects to another. */
@Injectable()
export class ProjectMergeRepository {
  /** Answers in how many projects there was something to move. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    const touched = await tx.rows(TOUCH, [fromId]);
    for (const statement of MOVES) await tx.execute(statement, [fromId, intoId]);
    return touched.length;
  }
}

const TOUCH = `
  update project p set version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where organization_id = $1 or runner_id = $1
    or exists (select from project_partner o where o.project_id = p.id and o.organization_id = $1)
  returning id`;

/** In this order: two seats in one project become one before the rest follows. */
const MOVES = [
  `update project_partner kept
   set share_minor = coalesce(kept.share_minor, 0) + coalesce(gone.share_minor, 0),
     task = coalesce(kept.task, gone.task)
   from project_partner gone
   where kept.organization_id = $2 and gone.organization_id = $1 and gone.project_id = kept.project_id
     and (kept.share_minor is not null or gone.share_minor is not null or kept.task is null)`,
  `delete from project_partner gone using project_partner kept
   where gone.organization_id = $1 and kept.organization_id = $2 and kept.project_id = gone.project_id`,
  `update project_partner set organization_id = $2 where organization_id = $1`,
  `delete from project_rating
   where by_organization_id in ($1, $2) and about_organization_id in ($1, $2)`,
  `delete from project_rating gone using project_rating kept
   where gone.by_organization_id = $1 and kept.by_organization_id = $2 and kept.project_id = gone.project_id
     and kept.about_organization_id = gone.about_organization_id`,
  `delete from project_rating gone using project_rating kept
   where gone.about_organization_id = $1 and kept.about_organization_id = $2 and kept.project_id = gone.project_id
     and kept.by_organization_id = gone.by_organization_id`,
  `update project_rating set by_organization_id = $2 where by_organization_id = $1`,
  `update project_rating set about_organization_id = $2 where about_organization_id = $1`,
  `update project_budget_line set organization_id = $2 where organization_id = $1`,
  `update project_milestone set organization_id = $2 where organization_id = $1`,
  `update project_day_change set organization_id = $2 where organization_id = $1`,
  `update project set organization_id = $2 where organization_id = $1`,
  `update project set runner_id = $2 where runner_id = $1`,
];

import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** SQL by which the recommendations of one organization become those of another. */
@Injectable()
export class AdmissionMergeRepository {
  /** Whether an application of it waits for somebody, or a recommendation it was asked for. */
  async isUnderWay(reads: Reads, organizationId: string): Promise<boolean> {
    return (await reads.row(UNDER_WAY, [organizationId])) !== undefined;
  }

  /** Answers how many went over. Open pages are told, so that the badge moves on them too. */
  async moveRecommendations(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return (
      (await tx.execute(MOVE_RECEIVED, [fromId, intoId])) + (await tx.execute(MOVE_GIVEN, [fromId, intoId]))
    );
  }

  /** Standing recommendations by it or of it. */
  async countGiven(reads: Reads, organizationId: string): Promise<number> {
    return (await reads.row<{ count: number }>(COUNT_GIVEN, [organizationId]))?.count ?? 0;
  }
}

const UNDER_WAY = `
  select 1 from membership_application
  where organization_id = $1 and state not in ('accepted', 'rejected', 'withdrawn', 'superseded')
  union all
  select 1 from recommendation where organization_id = $1 and state = 'requested'
  limit 1`;

const CHANGED = `pushed_at = null, version = r.version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const MOVE_RECEIVED = `
  update recommendation r set applicant_id = $2, ${CHANGED}
  where r.applicant_id = $1 and r.organization_id <> $2 and r.state = 'given' and not exists (
    select 1 from recommendation other
    where other.applicant_id = $2 and other.organization_id = r.organization_id and other.state = 'given')`;

const MOVE_GIVEN = `
  update recommendation r set organization_id = $2, ${CHANGED}
  where r.organization_id = $1 and r.applicant_id <> $2 and r.state = 'given' and not exists (
    select 1 from recommendation other
    where other.organization_id = $2 and other.applicant_id = r.applicant_id and other.state = 'given')`;

const COUNT_GIVEN = `
  select count(*)::int as count from recommendation
  where (organization_id = $1 or applicant_id = $1) and state = 'given'`;

import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** Organizations that worked on a project together, and when it began and ended. */
export interface JointProject {
  readonly projectId: string;
  readonly organizationIds: readonly string[];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** Who has worked with whom, for the features above. Asks no permission. */
@Injectable()
export class ProjectsOf {
  /** Every project in which one of these takes or took part, newest first. */
  async organizations(reads: Reads, organizationIds: readonly string[]): Promise<JointProject[]> {
    return organizationIds.length === 0 ? [] : reads.rows<JointProject>(JOINT, [[...organizationIds]]);
  }
}

const JOINT = `
  select p.id as "projectId", p.started_at as "startedAt", p.ended_at as "endedAt",
    array_agg(o.organization_id order by o.position) as "organizationIds"
  from project p join project_partner o on o.project_id = p.id
  where p.id in (select project_id from project_partner where organization_id = any($1::uuid[]))
  group by p.id order by p.id desc`;

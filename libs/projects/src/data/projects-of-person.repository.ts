import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** SQL of what a person did in projects, for the copy of their data. */
@Injectable()
export class ProjectsOfPersonRepository {
  async steps(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select project_id as "projectId", milestone_id as "milestoneId", verb, words, language, at
       from project_step where actor_id = $1 order by id`,
      [personId],
    );
  }

  async ratings(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select project_id as "projectId", about_organization_id as "aboutOrganizationId", cooperation,
         would_again as "wouldAgain", words, language, created_at as at
       from project_rating where person_id = $1 order by created_at`,
      [personId],
    );
  }

  /** Evidence and pictures, by what they are called. */
  async files(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select project_id as "projectId", file_id as "fileId", title, created_at as at
       from project_evidence where added_by = $1
       union all
       select project_id, file_id, alt, created_at from project_picture where added_by = $1 order by at`,
      [personId],
    );
  }

  /** Results pages the person saved last, and where they gave their organization's word. */
  async pages(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select project_id as "projectId", 'saved' as what, updated_at as at from project_result where saved_by = $1
       union all
       select project_id, case when consents then 'consented' else 'refused' end, consent_at
       from project_partner where consent_by = $1 order by at`,
      [personId],
    );
  }
}

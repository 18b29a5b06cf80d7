import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person did with matches, for the copy of their data. */
@Injectable()
export class MatchmakingOfPersonRepository {
  async shown(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SHOWN, [personId]);
  }

  /** The interest of others they answered; what it said is not theirs. */
  async answered(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(ANSWERED, [personId]);
  }

  async dismissed(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(DISMISSED, [personId]);
  }
}

const SHOWN = `
  select id, from_organization_id as "fromOrganizationId", to_organization_id as "toOrganizationId", message,
    language, state, created_at as "sentAt"
  from interest where from_person_id = $1 order by id`;

const ANSWERED = `
  select id as "interestId", to_organization_id as "organizationId", state, decline_reason as "declineReason",
    answered_at as "answeredAt"
  from interest where answered_by = $1 order by id`;

const DISMISSED = `
  select match_id as "matchId", organization_id as "organizationId", reason, note, dismissed_at as "dismissedAt"
  from match_dismissal where person_id = $1 order by dismissed_at`;

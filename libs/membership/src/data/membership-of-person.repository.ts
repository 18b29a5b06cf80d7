import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person did about memberships, for the copy of their data. */
@Injectable()
export class MembershipOfPersonRepository {
  async begun(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(BEGUN, [personId]);
  }

  async steps(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(TAKEN, [personId]);
  }

  async ballots(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(BALLOTS, [personId]);
  }

  async confirmed(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(CONFIRMED, [personId]);
  }
}

const BEGUN = `
  select id, organization_id as "organizationId", category, state, statement, language, created_at as "createdAt"
  from tpo_membership where created_by = $1 order by id`;

const TAKEN = `
  select membership_id as "membershipId", verb, from_state as "fromState", to_state as "toState", reason, reference, at
  from membership_step where person_id = $1 order by at, membership_id, number`;

const BALLOTS = `
  select s.vote_id as "voteId", s.organization_id as "organizationId", b.choice, b.cast_at as "castAt"
  from ballot b join vote_seat s on s.id = b.vote_seat_id where b.cast_by = $1 order by b.cast_at`;

const CONFIRMED = `
  select organization_id as "organizationId", confirmed_at as "confirmedAt"
  from participation where confirmed_by = $1 order by organization_id`;

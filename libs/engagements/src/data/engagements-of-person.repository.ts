import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** Everything of a person in the tables of engagements, for the copy of one's data. */
@Injectable()
export class EngagementsOfPersonRepository {
  async engagements(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select id, title, language, state, created_at, ended_at from engagement
       where $1 in (requester_person_id, consultant_person_id) order by id`,
      [personId],
    );
  }

  async signatures(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select engagement_id, organization_id, side, signed_at, signed_hash from engagement_party
       where signed_by = $1 order by id`,
      [personId],
    );
  }

  async sessions(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select id, engagement_id, state, agenda, language, starts_at, length_minutes, place,
         case when minutes_written_by = $1 then minutes end as minutes, created_at
       from engagement_session where $1 in (created_by, minutes_written_by, minutes_confirmed_by) order by id`,
      [personId],
    );
  }

  async deliverySteps(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select deliverable_id, verb, words, language, at from deliverable_step where actor_id = $1 order by id`,
      [personId],
    );
  }

  async ratings(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select engagement_id, quality, communication, reliability, words, language, created_at
       from engagement_rating where person_id = $1 order by id`,
      [personId],
    );
  }

  async ledgerEntries(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select id, engagement_id, kind, reference, day::text, reason, created_at from ledger_entry
       where recorded_by = $1 order by id`,
      [personId],
    );
  }

  async disputes(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select engagement_id, case when raised_by = $1 then reason end as reason,
         case when decided_by = $1 then decision end as decision, outcome, created_at, decided_at
       from engagement_dispute where $1 in (raised_by, decided_by) order by id`,
      [personId],
    );
  }

  async caseNotes(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select engagement_id, title, question, answer, language, published_at from engagement_case_note
       where $1 in (drafted_by, consultant_consent_by, requester_consent_by) order by engagement_id`,
      [personId],
    );
  }

  async feed(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(`select created_at from calendar_feed where person_id = $1`, [personId]);
  }
}

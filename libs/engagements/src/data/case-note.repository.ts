import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { CaseNote, CaseNoteText } from '../domain/case-note.js';
import type { Side } from '../domain/engagement.js';

/** SQL of notes for the case library, while both sides still decide about them. */
@Injectable()
export class CaseNoteRepository {
  async find(reads: Reads, engagementId: string): Promise<CaseNote | null> {
    return (await reads.row<CaseNote>(`${SELECT} where engagement_id = $1`, [engagementId])) ?? null;
  }

  /** Other words need other consents. */
  async save(tx: Transaction, engagementId: string, note: CaseNoteText): Promise<void> {
    await tx.execute(SAVE, [
      engagementId,
      note.title,
      note.question,
      note.answer,
      note.language,
      note.areas,
      note.tellsCountry,
      tx.actor.personId,
    ]);
  }

  async consent(tx: Transaction, engagementId: string, side: Side): Promise<void> {
    await tx.execute(
      `update engagement_case_note set
         consultant_consent_by = case when $2 = 'consultant' then $3 else consultant_consent_by end,
         consultant_consent_at = case when $2 = 'consultant' then now() else consultant_consent_at end,
         requester_consent_by = case when $2 = 'requester' then $3 else requester_consent_by end,
         requester_consent_at = case when $2 = 'requester' then now() else requester_consent_at end,
         updated_at = now()
       where engagement_id = $1`,
      [engagementId, side, tx.actor.personId],
    );
  }

  async publish(tx: Transaction, engagementId: string): Promise<void> {
    await tx.execute(
      'update engagement_case_note set published_at = now(), updated_at = now() where engagement_id = $1',
      [engagementId],
    );
  }
}

const SELECT = `
  select title, question, answer, language, areas, tells_country as "tellsCountry",
    consultant_consent_at as "consultantConsentAt", requester_consent_at as "requesterConsentAt",
    published_at as "publishedAt"
  from engagement_case_note`;

const SAVE = `
  insert into engagement_case_note (engagement_id, title, question, answer, language, areas, tells_country, drafted_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (engagement_id) do update set title = excluded.title, question = excluded.question,
    answer = excluded.answer, language = excluded.language, areas = excluded.areas,
    tells_country = excluded.tells_country, drafted_by = excluded.drafted_by, consultant_consent_by = null,
    consultant_consent_at = null, requester_consent_by = null, requester_consent_at = null, updated_at = now()`;

import { randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';

/**
 * A request the owner has handed in, which the desk reads; one of somebody else to which the owner was asked and has
 * quoted, sealed; and what the secretariat keeps for all.
 */
export async function plantConsulting(
  { query }: RunningSystem['database'],
  { owner, other, text }: { owner: ActorSession; other: ActorSession; text: string },
): Promise<Record<string, string>> {
  const [asked, elsewhere, invitation, quote, libraryCase, holiday] = Array.from({ length: 6 }, () =>
    randomUUID(),
  );
  const request = (id: string | undefined, from: ActorSession, kind: string, state: string) =>
    query(
      `insert into consulting_request (id, organization_id, created_by, kind, state, language, title, text,
         submitted_at, quotes_close_at)
       values ($1, $2, $3, $4, $5, 'en', 'Read by the desk', 'By the sea', now(), now() + interval '9 days')`,
      [id, from.organizationId, from.personId, kind, state],
    );
  await request(asked, owner, 'committee', 'triage');
  await request(elsewhere, other, 'committee', 'quoting');
  await query(
    `insert into expert_invitation (id, request_id, organization_id, inviting_organization_id, invited_by, state,
       due_at, no_conflict_declared, confidentiality_declared)
     values ($1, $2, $3, $4, $5, 'accepted', now(), true, true)`,
    [invitation, elsewhere, owner.organizationId, other.organizationId, other.personId],
  );
  await query(
    `insert into quote (id, request_id, organization_id, created_by, valid_until)
     values ($1, $2, $3, $4, current_date + 30)`,
    [quote, elsewhere, owner.organizationId, owner.personId],
  );
  await query(
    `insert into quote_version (quote_id, number, scope, language, sessions, fee_minor, tax_minor, currency,
       valid_until, saved_by)
     values ($1, 1, $2, 'en', 2, 100, 10, 'KRW', current_date + 30, $3)`,
    [quote, text, owner.personId],
  );
  await query(
    `insert into library_case (id, language, title, question, answer)
     values ($1, 'en', 'Read by every member', 'How?', 'So.')`,
    [libraryCase],
  );
  await query(
    `insert into holiday (id, country, day, name, language, name_en, source)
     values ($1, 'NP', '2026-10-02', 'Ghatasthapana', 'en', 'Ghatasthapana', 'secretariat')`,
    [holiday],
  );
  return {
    'asked-request': asked ?? '',
    'asked-elsewhere': elsewhere ?? '',
    'expert-invitation': invitation ?? '',
    quote: quote ?? '',
    'library-case': libraryCase ?? '',
    calendar: 'NP',
    holiday: holiday ?? '',
  };
}

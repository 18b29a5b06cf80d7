import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';

/**
 * An engagement of the owner with another organization, work under way, with a part of each kind, and the calendar feed
 * of the consultant, under the names that access rows use. The secretariat reads it, so it holds no canary.
 */
export async function plantEngagement(
  database: RunningSystem['database'],
  owner: ActorSession,
  consultant: ActorSession,
): Promise<Record<string, string | readonly string[]>> {
  const [id, requestId] = [randomUUID(), randomUUID()];
  const [session, deliverable, party, account, income, entry] = Array.from({ length: 6 }, () => randomUUID());
  const terms = {
    ...{ requestId, quoteId: id, quoteVersion: 1, requestLanguage: 'en', title: 'Pier', goal: null },
    ...{ language: 'en', scope: 'A report', sessions: 1, deliverables: [{ title: 'Report', dueDay: null }] },
    ...{ feeMinor: 100, taxMinor: 0, currency: 'USD' },
    ...{ requesterId: owner.organizationId, consultantId: consultant.organizationId, costBearers: [] },
  };
  await database.query(
    `insert into consulting_request (id, organization_id, created_by, language, title) values ($1, $2, $3, 'en', 'Pier')`,
    [requestId, owner.organizationId, owner.personId],
  );
  await database.query(
    `insert into engagement (id, request_id, quote_id, title, language, terms, terms_hash, currency, fee_minor,
       tax_minor, requester_organization_id, requester_person_id, consultant_organization_id, consultant_person_id,
       state, signature_due_at, begun_at)
     values ($1, $2, $1, 'Pier', 'en', $3, repeat('0', 64), 'USD', 100, 0, $4, $5, $6, $7, 'in_progress',
       now() + interval '1 day', now())`,
    [
      ...[id, requestId, JSON.stringify(terms), owner.organizationId, owner.personId],
      ...[consultant.organizationId, consultant.personId],
    ],
  );
  await database.query(
    `insert into engagement_party (id, engagement_id, organization_id, side, share_basis_points)
     values ($1, $3, $4, 'requester', 10000), ($2, $3, $5, 'consultant', 0)`,
    [party, randomUUID(), id, owner.organizationId, consultant.organizationId],
  );
  await database.query(
    `insert into engagement_session (id, engagement_id, agenda, language, length_minutes, slots, proposed_by_side,
       created_by)
     values ($1, $2, 'Agenda', 'en', 60, array[now() + interval '1 day'], 'consultant', $3)`,
    [session, id, consultant.personId],
  );
  await database.query(
    `insert into engagement_deliverable (id, engagement_id, position, title) values ($1, $2, 1, 'Report')`,
    [deliverable, id],
  );
  await database.query(
    `insert into ledger_account (id, engagement_id, party_id, kind, currency)
     values ($1, $3, $4, 'owed', 'USD'), ($2, $3, $4, 'fees', 'USD')`,
    [account, income, id, party],
  );
  await database.query(
    `with entry as (insert into ledger_entry (id, engagement_id, party_id, kind, reference, day, recorded_by)
       values ($1, $2, $3, 'invoiced', '1', '2027-01-01', $4) returning id)
     insert into ledger_posting (entry_id, account_id, amount_minor)
     select entry.id, line.account, line.amount
     from entry, (values ($5::uuid, 100), ($6::uuid, -100)) as line (account, amount)`,
    [entry, id, party, consultant.personId, account, income],
  );
  const secret = randomBytes(32).toString('base64url');
  await database.query('insert into calendar_feed (person_id, secret_hash) values ($1, $2)', [
    consultant.personId,
    createHash('sha256').update(secret).digest('hex'),
  ]);
  return {
    engagement: id,
    'engagement-session': [id, session ?? ''],
    'engagement-deliverable': [id, deliverable ?? ''],
    'ledger-entry': [id, entry ?? ''],
    'calendar-file': `${secret}.ics`,
  };
}

import { randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';

/** A request, a block and a report of the owner, and a message of theirs, under the names that access rows use. */
export async function plantContacts(
  database: RunningSystem['database'],
  planted: { conversation: string; owner: ActorSession; counterpartId: string; text: string },
): Promise<Record<string, string | readonly string[]>> {
  const { conversation, owner, counterpartId, text } = planted;
  const [request, block, report] = [randomUUID(), randomUUID(), randomUUID()];
  await database.query(
    `insert into contact_request (id, from_person_id, from_organization_id, to_organization_id, message, state,
       expires_at) values ($1, $2, $3, $3, $4, 'declined', now())`,
    [request, owner.personId, owner.organizationId, text],
  );
  await database.query(
    'insert into contact_block (id, person_id, blocked_organization_id) values ($1, $2, $3)',
    [block, owner.personId, counterpartId],
  );
  await database.query(
    `insert into conversation_report (id, case_number, conversation_id, person_id, organization_id, reason,
       evidence, state) values ($1, 1, $2, $3, $4, 'spam', '[]', 'dismissed')`,
    [report, conversation, owner.personId, owner.organizationId],
  );
  return {
    'contact-request': request,
    'contact-block': block,
    'message-report': report,
    message: [conversation, '1'],
  };
}

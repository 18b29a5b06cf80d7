import { randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';

/** Who takes part in a proposal of the owner, and what is attached to it, under the names that access rows use. */
export async function plantConsortium(
  database: RunningSystem['database'],
  planted: { proposal: string; owner: ActorSession; partnerId: string; annexFile: string; text: string },
): Promise<Record<string, readonly string[]>> {
  const { proposal, owner, partnerId, annexFile, text } = planted;
  const [annex, coauthor, comment] = [randomUUID(), randomUUID(), randomUUID()];
  await database.query(
    `insert into proposal_partner (id, proposal_id, organization_id, task, invited_by)
     values (gen_random_uuid(), $1, $2, $3, $4)`,
    [proposal, partnerId, text, owner.personId],
  );
  await database.query(
    `insert into proposal_coauthor (id, proposal_id, person_id, organization_id, access, invited_by, expires_at)
     values ($1, $2, $3, $4, 'edit', $3, now() + interval '1 day')`,
    [coauthor, proposal, owner.personId, owner.organizationId],
  );
  await database.query(
    `insert into proposal_annex (id, proposal_id, file_id, title, sha256, added_by)
     values ($1, $2, $3, $4, repeat('0', 64), $5)`,
    [annex, proposal, annexFile, text, owner.personId],
  );
  await database.query(
    `insert into proposal_comment (id, proposal_id, section, body, language, author_id, organization_id)
     values ($1, $2, 'need', $3, 'en', $4, $5)`,
    [comment, proposal, text, owner.personId, owner.organizationId],
  );
  return {
    'proposal-partner': [proposal, partnerId],
    'proposal-coauthor': [proposal, coauthor],
    'proposal-comment': [proposal, comment],
    'proposal-annex': [proposal, annex],
  };
}

import { randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';

/** Who takes part in a proposal of the owner, and what is attached to it, under the names that access rows use. */
export async function plantConsortium(
  database: RunningSystem['database'],
  planted: { proposal: string; owner: ActorSession; partnerId: string; annexFile: string; text: string },
): Promise<Record<string, readonly string[]>> {
  const { proposal, owner, partnerId, annexFile, text } = planted;
  const [annex, coauthor] = [randomUUID(), randomUUID()];
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
  return {
    'proposal-partner': [proposal, partnerId],
    'proposal-coauthor': [proposal, coauthor],
    'proposal-annex': [proposal, annex],
  };
}

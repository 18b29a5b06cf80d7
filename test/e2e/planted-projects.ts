import { randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';

interface Planted {
  /** A call nobody lists projects of, and one whose desk is looked at. */
  readonly draft: string;
  readonly published: string;
  /** What the lead keeps to its consortium. */
  readonly text: string;
  readonly lead: ActorSession;
  readonly other: ActorSession;
  /** Who runs the call of the others' project. */
  readonly runnerId: string;
  readonly files: readonly string[];
}

/**
 * A running project of the lead, whose words are nobody else's, under a call of the other; one of the other under a
 * call of the secretariat; and a closed one everybody may read. Under the names that access rows use.
 */
export async function plantProjects(
  database: RunningSystem['database'],
  planted: Planted,
): Promise<Record<string, string | readonly string[]>> {
  const { draft, published, text, lead, other, runnerId } = planted;
  const own = await project(database, lead, { callId: draft, runnerId: other.organizationId, text });
  const run = await project(database, other, { callId: published, runnerId, text: 'Read by the desk' });
  const closed = await project(database, other, { callId: published, runnerId, text: 'Read by everybody' });
  await database.query(`update project set state = 'closed', ended_at = now() where id = $1`, [closed.id]);
  await database.query(
    `update project_partner set consents = true, consent_by = $2, consent_at = now() where project_id = $1`,
    [closed.id, other.personId],
  );
  await database.query('insert into project_result (project_id, texts, saved_by) values ($1, $2, $3)', [
    closed.id,
    JSON.stringify([{ language: 'en', headline: 'Read by everybody', story: 'By the sea' }]),
    other.personId,
  ]);
  const [evidence, picture] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into project_evidence (id, project_id, milestone_id, file_id, title, added_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [evidence, own.id, own.milestoneId, planted.files[0], text, lead.personId],
  );
  await database.query(
    `insert into project_picture (id, project_id, file_id, alt, language, added_by)
     values ($1, $2, $3, $4, 'en', $5)`,
    [picture, own.id, planted.files[1], text, lead.personId],
  );
  return {
    project: own.id,
    'project-milestone': [own.id, own.milestoneId],
    'project-evidence': [own.id, own.milestoneId, evidence],
    'project-picture': [own.id, picture],
    'run-project': run.id,
    'run-milestone': [run.id, run.milestoneId],
    'public-result': closed.id,
  };
}

async function project(
  { query }: RunningSystem['database'],
  lead: ActorSession,
  { callId, runnerId, text }: { callId: string; runnerId: string; text: string },
): Promise<{ id: string; milestoneId: string }> {
  const [proposal, id, milestoneId] = [randomUUID(), randomUUID(), randomUUID()];
  await query(
    `insert into proposal (id, organization_id, created_by, state, language, title, submissions)
     values ($1, $2, $3, 'submitted', 'en', $4, 1)`,
    [proposal, lead.organizationId, lead.personId, text],
  );
  await query(
    `insert into project (id, proposal_id, proposal_version, call_id, organization_id, runner_id, title, language, zone)
     values ($1, $2, 1, $3, $4, $5, $6, 'en', 'Asia/Seoul')`,
    [id, proposal, callId, lead.organizationId, runnerId, text],
  );
  await query(
    'insert into project_partner (project_id, organization_id, position, task) values ($1, $2, 0, $3)',
    [id, lead.organizationId, text],
  );
  await query(
    `insert into project_milestone (id, project_id, organization_id, kind, position, title, due_day)
     values ($1, $2, $3, 'milestone', 1, $4, current_date + 90)`,
    [milestoneId, id, lead.organizationId, text],
  );
  return { id, milestoneId };
}

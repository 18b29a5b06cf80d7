import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import { RATING_DAYS } from '../domain/closing.js';
import type { BudgetLine, Project, ProjectPartner, ProjectSide } from '../domain/project.js';
import type { ProjectState } from '../domain/project-states.js';

export type NewProject = Omit<
  Project,
  'state' | 'version' | 'conversationId' | 'startedAt' | 'closingSince' | 'endedAt'
>;

export interface ProjectListFilter {
  readonly organizationId: string;
  /** Null: both. */
  readonly side: ProjectSide | null;
  readonly states: readonly ProjectState[];
  readonly after: string | null;
  readonly limit: number;
}

/** SQL of projects, their partners and budgets. */
@Injectable()
export class ProjectRepository {
  /** Answers false where the proposal has its project already. */
  async start(tx: Transaction, project: NewProject): Promise<boolean> {
    const { id, proposalId, proposalVersion, callId, organizationId, runnerId, title, summary } = project;
    const { language, themes, sdgTargets, budgetMinor, currency, zone } = project;
    const changed = await tx.execute(START, [
      ...[id, proposalId, proposalVersion, callId, organizationId, runnerId, title, summary, language],
      ...[[...themes], [...sdgTargets], budgetMinor, currency, zone],
    ]);
    return changed > 0;
  }

  async addPartners(
    tx: Transaction,
    projectId: string,
    partners: readonly Pick<ProjectPartner, 'organizationId' | 'task' | 'shareMinor'>[],
  ): Promise<void> {
    for (const [position, { organizationId, task, shareMinor }] of partners.entries())
      await tx.execute(ADD_PARTNER, [projectId, organizationId, position, task, shareMinor]);
  }

  async addBudget(tx: Transaction, projectId: string, lines: readonly BudgetLine[]): Promise<void> {
    for (const [position, { id, organizationId, title, amountMinor }] of lines.entries())
      await tx.execute(ADD_LINE, [id, projectId, organizationId, position, title, amountMinor]);
  }

  async find(reads: Reads, id: string): Promise<Project | undefined> {
    const row = await reads.row<ProjectRow>(`${SELECT} where id = $1`, [id]);
    return row && toProject(row);
  }

  /** The project, locked until `tx` ends. */
  async lock(tx: Transaction, id: string): Promise<Project | undefined> {
    const row = await tx.row<ProjectRow>(`${SELECT} where id = $1 for no key update`, [id]);
    return row && toProject(row);
  }

  async findMany(reads: Reads, ids: readonly string[]): Promise<Project[]> {
    return (await reads.rows<ProjectRow>(`${SELECT} where id = any($1::uuid[])`, [[...ids]])).map(toProject);
  }

  /** Oldest first. */
  async ofCall(reads: Reads, callId: string, limit: number): Promise<Project[]> {
    return (await reads.rows<ProjectRow>(`${SELECT} where call_id = $1 order by id limit $2`, [callId, limit])).map(
      toProject,
    );
  }

  /** Newest first. */
  async list(reads: Reads, filter: ProjectListFilter): Promise<Project[]> {
    const { organizationId, side, states, after, limit } = filter;
    const rows = await reads.rows<ProjectRow>(LIST, [organizationId, side, [...states], after, limit]);
    return rows.map(toProject);
  }

  /** Changes the state; the version that was read must still be the row's. */
  async move(tx: Transaction, { id, version, state }: Project, to: ProjectState): Promise<Project> {
    const row = await tx.row<ProjectRow>(MOVE, [id, version, state, to, RATING_DAYS]);
    if (!row) throw new StaleVersion(version);
    return toProject(row);
  }

  /** Something in the project has changed. Answers its new version. */
  async touch(tx: Transaction, id: string): Promise<number> {
    const row = await tx.row<{ version: number }>(TOUCH, [id]);
    return row?.version ?? 0;
  }

  async setConversation(tx: Transaction, id: string, conversationId: string): Promise<void> {
    await tx.execute('update project set conversation_id = $2 where id = $1', [id, conversationId]);
  }

  /** The lead first. */
  async partners(reads: Reads, projectIds: readonly string[]): Promise<ProjectPartner[]> {
    const rows = await reads.rows<PartnerRow>(PARTNERS, [[...projectIds]]);
    return rows.map((row) => ({ ...row, shareMinor: amount(row.shareMinor) }));
  }

  async budget(reads: Reads, projectId: string): Promise<BudgetLine[]> {
    const rows = await reads.rows<LineRow>(BUDGET, [projectId]);
    return rows.map((row) => ({ ...row, amountMinor: Number(row.amountMinor) }));
  }

  async consent(tx: Transaction, projectId: string, organizationId: string, consents: boolean): Promise<void> {
    await tx.execute(CONSENT, [projectId, organizationId, consents, tx.actor.personId]);
  }

  /** Today, by the database's clock in a zone: YYYY-MM-DD. */
  async today(reads: Reads, zone: string): Promise<string> {
    const row = await reads.row<{ day: string }>(
      `select to_char(now() at time zone $1, 'YYYY-MM-DD') as day`,
      [zone],
    );
    if (!row) throw new Error('The database knows no time.');
    return row.day;
  }
}

type ProjectRow = Omit<Project, 'budgetMinor'> & { budgetMinor: string | null };
type PartnerRow = Omit<ProjectPartner, 'shareMinor'> & { shareMinor: string | null };
type LineRow = Omit<BudgetLine, 'amountMinor'> & { amountMinor: string };

const amount = (minor: string | null): number | null => (minor === null ? null : Number(minor));
const toProject = (row: ProjectRow): Project => ({ ...row, budgetMinor: amount(row.budgetMinor) });

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const COLUMNS = `
  id, proposal_id as "proposalId", proposal_version as "proposalVersion", call_id as "callId",
  organization_id as "organizationId", runner_id as "runnerId", title, summary, language, themes,
  sdg_targets as "sdgTargets", budget_minor as "budgetMinor", currency, zone, state, version,
  conversation_id as "conversationId", started_at as "startedAt", closing_since as "closingSince",
  ended_at as "endedAt"`;

const SELECT = `select ${COLUMNS} from project`;

const START = `
  insert into project (id, proposal_id, proposal_version, call_id, organization_id, runner_id, title, summary,
    language, themes, sdg_targets, budget_minor, currency, zone)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict (proposal_id) do nothing`;

const ADD_PARTNER = `
  insert into project_partner (project_id, organization_id, position, task, share_minor)
  values ($1, $2, $3, $4, $5) on conflict (project_id, organization_id) do nothing`;

const ADD_LINE = `
  insert into project_budget_line (id, project_id, organization_id, position, title, amount_minor)
  values ($1, $2, $3, $4, $5, $6)`;

const LIST = `
  ${SELECT} p
  where (($2::text is distinct from 'runs'
      and exists (select from project_partner o where o.project_id = p.id and o.organization_id = $1))
    or ($2::text is distinct from 'takes-part' and p.runner_id = $1))
    and p.state = any($3::text[]) and ($4::uuid is null or p.id < $4)
  order by p.id desc limit $5`;

/** No day of a suspension counts; what has opened stays open, because it was read. */
const MOVE = `
  update project
  set state = $4,
    closing_since = case
      when closing_since + make_interval(days => $5) <= now() then closing_since
      when $4 = 'closing' then now()
      when $4 in ('running', 'suspended') then null
      else closing_since end,
    ended_at = case when $4 in ('closed', 'terminated') then now() end,
    ${CHANGED}
  where id = $1 and version = $2 and state = $3
  returning ${COLUMNS}`;

const TOUCH = `update project set ${CHANGED} where id = $1 returning version`;

const PARTNERS = `
  select project_id as "projectId", organization_id as "organizationId", task, share_minor as "shareMinor", consents
  from project_partner where project_id = any($1::uuid[]) order by project_id, position`;

const BUDGET = `
  select id, organization_id as "organizationId", title, amount_minor as "amountMinor"
  from project_budget_line where project_id = $1 order by position`;

const CONSENT = `
  update project_partner set consents = $3, consent_by = $4, consent_at = now()
  where project_id = $1 and organization_id = $2`;

import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Parameter, type Reads, type Transaction } from '#libs/platform/database';
import { moneyFrom, periodFrom } from '#libs/platform/fields';
import type { ProposalStage } from '../domain/dossier.js';
import { type ProposalState, type PublicProposalState } from '../domain/proposal-states.js';
import type { Proposal, ProposalContent, ProposalVersion } from '../domain/proposal.js';

/** Columns of a proposal as they come from the database. */
type ProposalRow = Omit<Proposal, 'budget' | 'period' | 'receipt' | 'call'> & {
  /** bigint, so a string. */
  budgetMinor: string | null;
  budgetCurrency: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  number: number | null;
  sha256: string | null;
  submittedAt: Date | null;
  callId: string | null;
  callVersion: number | null;
  callOrganizationId: string | null;
  stage: ProposalStage | null;
};

/** What a step leaves on the row. What was asked for is forgotten with every step that does not ask anew. */
export interface MoveMarks {
  /** The number of the newest frozen version. */
  readonly submissions?: number;
  readonly reopenedFields?: readonly string[] | null;
  readonly dueAt?: Date | null;
  readonly stage?: ProposalStage;
}

/** Part of an organization's list: newest first, after the id of the row before. */
export interface ProposalSlice {
  readonly organizationId: string;
  /** As applicants see them. */
  readonly states: readonly PublicProposalState[];
  readonly after: string | null;
  readonly limit: number;
}

/** SQL of proposals. Ids are ordered by time, so newest first is by id. */
@Injectable()
export class ProposalRepository {
  async find(reads: Reads, id: string): Promise<Proposal | undefined> {
    const row = await reads.row<ProposalRow>(`${SELECT} where p.id = $1`, [id]);
    return row && toProposal(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Proposal> {
    const proposal = await this.find(tx, id);
    if (!proposal) throw new Error('A proposal vanished inside its transaction.');
    return proposal;
  }

  async findMany(reads: Reads, ids: readonly string[]): Promise<Proposal[]> {
    return (await reads.rows<ProposalRow>(`${SELECT} where p.id = any($1::uuid[])`, [ids])).map(toProposal);
  }

  /** The same; until `tx` ends nobody changes them. */
  async hold(tx: Transaction, ids: readonly string[]): Promise<Proposal[]> {
    const held = `${SELECT} where p.id = any($1::uuid[]) order by p.id for share of p`;
    return (await tx.rows<ProposalRow>(held, [ids])).map(toProposal);
  }

  /** All of one organization become those of another. Answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId]);
  }

  async begunBy(reads: Reads, personId: string): Promise<Proposal[]> {
    const rows = await reads.rows<ProposalRow>(`${SELECT} where p.created_by = $1 order by p.id`, [personId]);
    return rows.map(toProposal);
  }

  /** Of these organizations; null: of all. */
  async submitted(reads: Reads, organizationIds: readonly string[] | null): Promise<Proposal[]> {
    const rows = await reads.rows<ProposalRow>(
      `${SELECT} where p.state = 'submitted' and p.call_id is null and ($1::uuid[] is null or p.organization_id = any($1)) order by p.id`,
      [organizationIds],
    );
    return rows.map(toProposal);
  }

  /** The row, locked until the transaction ends; only the organization's own, so nobody can hold others' rows. */
  async lock(tx: Transaction, id: string, organizationId: string): Promise<Proposal | undefined> {
    const row = await tx.row<ProposalRow>(
      `${SELECT} where p.id = $1 and p.organization_id = $2 for update of p`,
      [id, organizationId],
    );
    return row && toProposal(row);
  }

  async slice(reads: Reads, { organizationId, states, after, limit }: ProposalSlice): Promise<Proposal[]> {
    const rows = await reads.rows<ProposalRow>(
      `${SELECT}
       where p.organization_id = $1 and ${PUBLIC_STATE} = any($2) and ($3::uuid is null or p.id < $3)
       order by p.id desc limit $4`,
      [organizationId, states, after, limit],
    );
    return rows.map(toProposal);
  }

  /** How many there are, counted up to `cap`. */
  async count(reads: Reads, organizationId: string, states: readonly PublicProposalState[], cap: number): Promise<number> {
    const row = await reads.row<{ total: number }>(
      `select count(*)::int as total
       from (select from proposal p where p.organization_id = $1 and ${PUBLIC_STATE} = any($2) limit $3) counted`,
      [organizationId, states, cap],
    );
    return row?.total ?? 0;
  }

  async insert(
    tx: Transaction,
    proposal: { id: string; organizationId: string; createdBy: string; content: ProposalContent },
  ): Promise<void> {
    await tx.execute(INSERT, [
      proposal.id,
      proposal.organizationId,
      proposal.createdBy,
      ...contentValues(proposal.content),
    ]);
  }

  /** Replaces the content of the version that was read. */
  async saveContent(tx: Transaction, current: Proposal, content: ProposalContent): Promise<void> {
    const values = [current.id, current.version, current.state, ...contentValues(content)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  /** The row, locked until the transaction ends, whoever acts: for steps of the assessment. */
  async lockAny(tx: Transaction, id: string): Promise<Proposal | undefined> {
    const row = await tx.row<ProposalRow>(`${SELECT} where p.id = $1 for update of p`, [id]);
    return row && toProposal(row);
  }

  /** Moves the version that was read to another state. */
  async move(tx: Transaction, current: Proposal, to: ProposalState, marks: MoveMarks = {}): Promise<void> {
    const { submissions = null, reopenedFields = null, dueAt = null, stage = null } = marks;
    const changed = await tx.execute(MOVE, [
      ...[current.id, current.version, current.state, to],
      ...[submissions, reopenedFields && [...reopenedFields], dueAt, stage],
    ]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** Makes the decision of the version that was read public. */
  async release(tx: Transaction, current: Proposal): Promise<void> {
    const changed = await tx.execute(RELEASE, [current.id, current.version, current.state]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** Keeps a content for good; answers the id of the version. */
  async freeze(
    tx: Transaction,
    { id, organizationId }: Proposal,
    frozen: { number: number; canonical: string; sha256: string },
  ): Promise<string> {
    const versionId = newId();
    await tx.execute(
      `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
      [versionId, organizationId, id, frozen.number, frozen.canonical, frozen.sha256, tx.actor.personId],
    );
    return versionId;
  }

  /** The newest frozen version of each. */
  async newestVersions(reads: Reads, proposalIds: readonly string[]): Promise<ProposalVersion[]> {
    return reads.rows<ProposalVersion>(NEWEST_VERSIONS, [proposalIds]);
  }

  /** All frozen versions of a proposal, or the one with `number`; oldest first. */
  async versions(
    reads: Reads,
    proposalId: string,
    number: number | null = null,
  ): Promise<ProposalVersion[]> {
    return reads.rows<ProposalVersion>(
      `${VERSION} where proposal_id = $1 and ($2::int is null or number = $2) order by number`,
      [proposalId, number],
    );
  }
}

const MOVE_ALL = `
  update proposal
  set organization_id = $2, version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where organization_id = $1`;

const VERSION = `
  select proposal_id as "proposalId", number, sha256, content, submitted_by as "submittedBy",
         submitted_at as "submittedAt"
  from proposal_version`;

const NEWEST_VERSIONS = `
  select distinct on ("proposalId") * from (${VERSION} where proposal_id = any($1::uuid[])) v
  order by "proposalId", number desc`;

const MOVE = `
  update proposal
  set state = $4, submissions = coalesce($5, submissions), reopened_fields = $6, due_at = $7,
      stage = coalesce($8, stage),
      released_at = case when $4 in ('accepted', 'conditional', 'waitlisted', 'rejected', 'withdrawn')
        then released_at end,
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

const RELEASE = `
  update proposal
  set released_at = now(), version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3 and released_at is null`;

/** What applicants see of the state; `publicState` in domain/ says the same. */
const PUBLIC_STATE = `case
  when p.state in ('screening', 'in_review', 'discussion', 'ready_for_decision') then 'under_review'
  when p.state in ('accepted', 'conditional', 'waitlisted', 'rejected') and p.released_at is null
    then 'under_review'
  else p.state end`;

const SELECT = `
  select p.id, p.organization_id as "organizationId", p.created_by as "createdBy", p.state, p.version,
         p.language, p.title, p.summary, p.partners_sought as "partnersSought",
         p.themes, p.collaboration, p.sdg_targets as "sdgTargets",
         p.budget_minor as "budgetMinor", p.budget_currency as "budgetCurrency",
         p.period_from::text as "periodFrom", p.period_to::text as "periodTo",
         p.created_at as "createdAt", p.updated_at as "updatedAt",
         p.call_id as "callId", p.call_version as "callVersion",
         p.call_organization_id as "callOrganizationId", p.stage, p.reopened_fields as "reopenedFields",
         p.due_at as "dueAt", p.released_at as "releasedAt",
         v.number, v.sha256, v.submitted_at as "submittedAt"
  from proposal p
  left join proposal_version v on v.proposal_id = p.id and v.number = p.submissions`;

const CONTENT_COLUMNS = `language, title, summary, partners_sought, themes, collaboration, sdg_targets,
  budget_minor, budget_currency, period_from, period_to`;

const CONTENT_PLACES = '$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14';

const INSERT = `
  insert into proposal (id, organization_id, created_by, ${CONTENT_COLUMNS})
  values ($1, $2, $3, ${CONTENT_PLACES})`;

const SAVE_CONTENT = `
  update proposal
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}),
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

function contentValues(content: ProposalContent): Parameter[] {
  return [
    content.language,
    content.title,
    content.summary,
    content.partnersSought,
    content.themes,
    content.collaboration,
    content.sdgTargets,
    content.budget?.amountMinor ?? null,
    content.budget?.currency ?? null,
    content.period?.from ?? null,
    content.period?.to ?? null,
  ];
}

function toProposal(row: ProposalRow): Proposal {
  const { budgetMinor, budgetCurrency, number, sha256, submittedAt, ...rest } = row;
  const { periodFrom: from, periodTo: to, callId, callVersion, callOrganizationId, stage, ...proposal } = rest;
  const isCalled = callId !== null && callVersion !== null && callOrganizationId !== null && stage !== null;
  const isFrozen = number !== null && sha256 !== null && submittedAt !== null;
  return {
    ...proposal,
    budget: moneyFrom(budgetMinor, budgetCurrency),
    period: periodFrom(from, to),
    call: isCalled ? { callId, callVersion, callOrganizationId, stage } : null,
    receipt: isFrozen ? { number, sha256, submittedAt } : null,
  };
}

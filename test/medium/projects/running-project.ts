import { createHash } from 'node:crypto';
import { systemActor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { StartProject } from '#libs/projects';
import { AssessedCall } from '../reviews/assessed-call.js';
import type { Answer, Asked, Marketplace, Member } from '../proposals/marketplace.js';

/** The members of answers about projects that tests pick out. */
export interface ProjectJson {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly code?: string;
  readonly missing: readonly string[];
  readonly abilities: Readonly<Record<string, boolean>>;
  readonly milestones: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly state: string;
    readonly dueDay: string;
    readonly daysLate: number;
    readonly organizationId: string;
    readonly dayChanges: readonly { readonly state: string }[];
    readonly abilities: Readonly<Record<string, boolean>>;
  }[];
  readonly budget: readonly { readonly id: string; readonly spentMinor: number | null }[];
  readonly waiting: readonly { readonly kind: string; readonly organizationId: string }[];
  readonly ratings: {
    readonly areOpen: boolean;
    readonly given: readonly object[];
    readonly toRate: readonly string[];
  };
  readonly partners: readonly { readonly shareMinor: number | null; readonly task: string | null }[];
  readonly conversationId: string | null;
  readonly items: readonly { readonly id: string; readonly daysLate: number; readonly verb: string }[];
}

/** A day so many days from today, in Seoul. */
export const day = (days: number): string =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** An accepted proposal of three organizations, and the project that comes out of it. */
export class RunningProject {
  id = '';

  private constructor(
    readonly marketplace: Marketplace,
    readonly call: AssessedCall,
    readonly proposalId: string,
    readonly lead: Member,
    readonly partner: Member,
    readonly other: Member,
  ) {}

  /** Accepted and public; `state` for one that is not. */
  static async accepted(marketplace: Marketplace, state = 'accepted'): Promise<RunningProject> {
    const call = await AssessedCall.open(marketplace, 0);
    const lead = await marketplace.member('sme', 'editor');
    const partner = await marketplace.member('sme', 'owner');
    const other = await marketplace.member('consultancy', 'editor');
    const proposalId = newId();
    const { query } = marketplace.database;
    await query(
      `insert into proposal (id, organization_id, created_by, state, language, title, summary, submissions,
         call_id, call_version, call_organization_id, stage, released_at)
       values ($1, $2, $3, $4, 'ne', 'Evenings by the sea', 'For three cities', 1, $5, 1, $6, 'full', now())`,
      [proposalId, lead.organizationId, lead.personId, state, call.callId, call.chair.organizationId],
    );
    const content = JSON.stringify(dossierOf(lead, partner, other));
    await query(
      `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
       values ($1, $2, $3, 1, $4::jsonb, $5, $6)`,
      [
        ...[newId(), lead.organizationId, proposalId, content],
        ...[createHash('sha256').update(content).digest('hex'), lead.personId],
      ],
    );
    return new RunningProject(marketplace, call, proposalId, lead, partner, other);
  }

  static async started(marketplace: Marketplace): Promise<RunningProject> {
    const running = await RunningProject.accepted(marketplace);
    running.id = (await running.start()) ?? '';
    return running;
  }

  /** What the job does with the event; answers the id of a project that is new. */
  async start(): Promise<string | undefined> {
    const start = this.marketplace.app.get(StartProject, { strict: false });
    const winner = await start.winner(this.proposalId);
    return winner && (await this.inside((tx) => start.within(tx, winner)));
  }

  async inside<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.marketplace.app.get(UnitOfWork).run(systemActor(newId()), work);
  }

  get officer(): Member {
    return this.call.chair;
  }

  async read(member: Member): Promise<ProjectJson> {
    const answer = await this.marketplace.ask(member, 'GET', `/projects/${this.id}`);
    return answer.body as unknown as ProjectJson;
  }

  async post(member: Member, path: string, asked: Asked = {}): Promise<Answer> {
    return this.marketplace.ask(member, 'POST', `/projects/${this.id}/${path}`, asked);
  }

  /** Hands a milestone in with words. */
  async submit(member: Member, milestoneId: string, spending: object[] = []): Promise<Answer> {
    const body = { words: 'Eleven guides were trained.', language: 'en', spending };
    return this.post(member, `milestones/${milestoneId}/submit`, { body });
  }

  async judge(verb: 'accept' | 'return', milestoneId: string, note: string | null = 'Thank you.') {
    return this.post(this.officer, `milestones/${milestoneId}/${verb}`, { body: { note, language: 'en' } });
  }

  /** Everything of these kinds is handed in by the lead and accepted. */
  async finish(...kinds: string[]): Promise<void> {
    for (const { id, kind } of (await this.read(this.lead)).milestones) {
      if (!kinds.includes(kind)) continue;
      expect((await this.submit(this.lead, id)).status).toBe(200);
      expect((await this.judge('accept', id)).status).toBe(200);
    }
  }

  async toldOf(type: string): Promise<string[]> {
    const rows = await this.marketplace.database.query<{ to: string }>(
      `select payload ->> 'toOrganizationId' as to from outbox_event
       where type = $1 and (aggregate_id = $2 or payload ->> 'projectId' = $2::text) order by id`,
      [type, this.id],
    );
    return rows.map(({ to }) => to);
  }
}

function dossierOf(lead: Member, partner: Member, other: Member): object {
  const line = (organizationId: string, title: string, amountMinor: number) => ({
    organizationId,
    title,
    amountMinor,
  });
  const reached = (organizationId: string, title: string, due: string) => ({
    ...{ organizationId, title, due, deliverable: 'A list' },
  });
  return {
    ...{ title: 'Evenings by the sea', summary: 'For three cities', language: 'ne', partnersSought: null },
    ...{ themes: ['theme.night'], collaboration: [], sdgTargets: ['8.9'] },
    ...{ budget: { amountMinor: 900_000, currency: 'USD' }, period: null },
    dossier: {
      ...{ callId: null, callVersion: 1, stage: 'full', answers: {}, sections: {}, leadTask: 'Leads' },
      ...{ annexes: [], signedSha256: '', signOffs: [], letters: [] },
      workPlan: [
        reached(lead.organizationId, 'Evening routes', day(200)),
        reached(partner.organizationId, 'Trained guides', day(40)),
      ],
      budgetLines: [
        line(lead.organizationId, 'Routes', 500_000),
        line(partner.organizationId, 'Guides', 400_000),
      ],
      partners: [
        { organizationId: partner.organizationId, task: 'Trains guides', shareMinor: 300_000 },
        { organizationId: other.organizationId, task: 'Advises', shareMinor: 100_000 },
      ],
    },
  };
}

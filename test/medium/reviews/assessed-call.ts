import { createHash } from 'node:crypto';
import { newId } from '#libs/platform/database';
import { terms } from '../../support/draft-call.js';
import { type Answer, type Marketplace, type Member } from '../proposals/marketplace.js';

/** The members of answers about reviews that tests pick out. */
export interface ReviewJson {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly planHash: string;
  readonly asked: number;
  readonly total: number | null;
  readonly others: readonly { readonly total: number }[];
  readonly comments: readonly { readonly body: string }[];
  readonly items: readonly { readonly id: string; readonly state: string; readonly version: number }[];
  readonly assigned: readonly { readonly proposalId: string; readonly reviewerId: string }[];
  readonly conflicts: readonly {
    readonly kind: string;
    readonly reviewerId: string;
    readonly proposalId: string;
  }[];
  readonly unfilled: readonly { readonly because: string }[];
  readonly rows: readonly {
    readonly proposalId: string;
    readonly state: string;
    readonly totals: readonly number[];
    readonly spread: number | null;
    readonly wasWidened: boolean;
  }[];
  readonly summary: object;
  readonly reviews: readonly { readonly id: string; readonly state: string; readonly round: number }[];
  readonly decision: object | null;
}

/** Secret words by which the people of a proposal would be known. */
export const SECRETS = ['Moonlit Harbour', '달빛항구', 'office@moonlit-harbour.example.com'];

/** A call that has closed, with its chair, its deciding body, reviewers and proposals. */
export class AssessedCall {
  private constructor(
    readonly marketplace: Marketplace,
    readonly callId: string,
    readonly chair: Member,
    readonly decider: Member,
    readonly reviewers: readonly Member[],
  ) {}

  static async open(
    marketplace: Marketplace,
    reviewers: number,
    changes: object = {},
  ): Promise<AssessedCall> {
    const chair = await marketplace.member('city', 'officer');
    const decider = await marketplace.member('city', 'officer');
    const people: Member[] = [];
    for (let at = 0; at < reviewers; at += 1) people.push(await marketplace.member('sme', 'editor'));
    const body = terms({
      decidingOrganizationIds: [decider.organizationId],
      quorum: 2,
      spreadLimit: 30,
      conflictRule: { organization: true, city: true, pastProjects: true, years: 3 },
      ...changes,
    });
    const made = await marketplace.ask(chair, 'POST', '/calls', { body });
    expect([made.status, made.body.errors]).toEqual([201, undefined]);
    const published = await marketplace.ask(chair, 'POST', `/calls/${made.body.id}/publish`);
    expect([published.status, published.body.errors]).toEqual([200, undefined]);
    await marketplace.database.query(`update call set state = 'closed' where id = $1`, [made.body.id]);
    const call = new AssessedCall(marketplace, made.body.id, chair, decider, people);
    for (const { personId, organizationId } of people) {
      const entry = { personId, organizationId, languages: ['en'], expertise: [], reviewLimit: 20 };
      expect((await call.desk('POST', 'reviewers', entry)).status).toBe(201);
    }
    return call;
  }

  /** A proposal that was handed in by `lead`. */
  async proposal(lead: Member, changes: { title?: string; summary?: string } = {}): Promise<string> {
    const id = newId();
    const { title = 'Evenings by the sea', summary = 'A product for the evening hours.' } = changes;
    const content = JSON.stringify({
      ...{ title, summary, language: 'en', partnersSought: null, themes: [], collaboration: [] },
      ...{ sdgTargets: [], budget: { amountMinor: 400_000, currency: 'USD' }, period: null },
    });
    await this.marketplace.database.query(
      `insert into proposal (id, organization_id, created_by, state, language, title, summary, submissions,
         budget_minor, budget_currency, call_id, call_version, call_organization_id, stage)
       values ($1, $2, $3, 'submitted', 'en', $4, $5, 1, 400000, 'USD', $6, 1, $7, 'full')`,
      [id, lead.organizationId, lead.personId, title, summary, this.callId, this.chair.organizationId],
    );
    await this.marketplace.database.query(
      `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
       values ($1, $2, $3, 1, $4::jsonb, $5, $6)`,
      [
        newId(),
        lead.organizationId,
        id,
        content,
        createHash('sha256').update(content).digest('hex'),
        lead.personId,
      ],
    );
    return id;
  }

  async desk(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object, member = this.chair) {
    return answered(await this.marketplace.ask(member, method, `/calls/${this.callId}/${path}`, { body }));
  }

  async panel(proposalId: string, verb: string, body?: object) {
    return this.desk('POST', `panels/${proposalId}/${verb}`, body);
  }

  /** Found eligible, and everybody of the plan asked. */
  async assign(...proposalIds: string[]): Promise<void> {
    for (const id of proposalIds)
      expect((await this.panel(id, 'screen', { verb: 'eligible' })).status).toBe(200);
    const plan = await this.desk('GET', 'assignment');
    const { planHash } = plan.body;
    expect((await this.desk('POST', 'assignment', { planHash })).status).toBe(200);
  }

  /** The open duty of a reviewer for a proposal. */
  async dutyOf(member: Member, proposalId: string): Promise<string | undefined> {
    const [row] = await this.marketplace.database.query<{ id: string }>(
      `select id from proposal_review where person_id = $1 and proposal_id = $2 order by round desc`,
      [member.personId, proposalId],
    );
    return row?.id;
  }

  async review(member: Member, id: string, verb: string, body?: object) {
    return answered(await this.marketplace.ask(member, 'POST', `/reviews/${id}/${verb}`, { body }));
  }

  async read(member: Member, id: string) {
    return answered(await this.marketplace.ask(member, 'GET', `/reviews/${id}`));
  }

  /** Accepts and hands in, with one score for all criteria. */
  async handIn(member: Member, id: string, score: number, words: object = {}): Promise<void> {
    expect((await this.review(member, id, 'accept')).status).toBe(200);
    const scores = ['novelty', 'market'].map((key) => ({ key, score }));
    const answer = await this.review(member, id, 'submit', { scores, language: 'en', ...words });
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  }

  async stateOf(proposalId: string): Promise<string> {
    const [row] = await this.marketplace.database.query<{ state: string }>(
      'select state from proposal where id = $1',
      [proposalId],
    );
    return row?.state ?? 'nothing';
  }

  async decide(proposalId: string, outcome: string, conditions: string[] = [], version = 0) {
    const body = { outcome, reasons: `It is ${outcome}.`, conditions, language: 'en' };
    const path = `/calls/${this.callId}/decisions/${proposalId}`;
    return answered(await this.marketplace.ask(this.decider, 'PUT', path, { body, version }));
  }
}

function answered(answer: Answer): Omit<Answer, 'body'> & { readonly body: ReviewJson & Answer['body'] } {
  return answer as Omit<Answer, 'body'> & { readonly body: ReviewJson & Answer['body'] };
}

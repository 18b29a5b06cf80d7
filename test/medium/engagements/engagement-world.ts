import { StartEngagement } from '#libs/engagements';
import { systemActor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { type Answer, Marketplace, type Member } from '../proposals/marketplace.js';

/** An engagement as answers show it; only what tests pick out. */
export interface Room {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly termsHash: string;
  readonly conversationId: string | null;
  readonly abilities: Readonly<Record<string, boolean>>;
  readonly parties: readonly { id: string; side: string; partMinor: number; signedAt: string | null }[];
  readonly sessions: readonly {
    id: string;
    state: string;
    startsAt: string | null;
    mayConfirm: boolean;
    minutesConfirmedAt: string | null;
  }[];
  readonly deliverables: readonly { id: string; state: string; revisions: number }[];
  readonly entries: readonly { id: string; kind: string; owedMinor: number; isReversed: boolean }[];
  readonly balances: readonly { invoicedMinor: number; paidMinor: number; outstandingMinor: number }[];
}

export interface Cast {
  readonly requester: Member;
  readonly consultant: Member;
  readonly bearer: Member;
}

/** A requester, a consultant and somebody who pays a part, and what they do over HTTP. */
export class EngagementWorld {
  private constructor(
    readonly market: Marketplace,
    readonly secretariat: Member,
  ) {}

  static async open(): Promise<EngagementWorld> {
    const market = await Marketplace.open();
    return new EngagementWorld(market, await market.member('secretariat', 'officer'));
  }

  async cast(): Promise<Cast> {
    return {
      requester: await this.market.member('city', 'owner'),
      consultant: await this.market.member('consultancy', 'owner'),
      bearer: await this.market.member('partner', 'owner'),
    };
  }

  inside<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.market.app.get(UnitOfWork).run(systemActor(newId()), work);
  }

  /** A quote of 1,000.01 dollars and 100.00 tax that was chosen: two thirds for the requester, a third for the bearer. */
  async chosenQuote({ requester, consultant, bearer }: Cast, changes = {}): Promise<string> {
    const [request, quote] = [newId(), newId()];
    const { database } = this.market;
    const said = { confidential: false, ...changes };
    await database.query(
      `insert into consulting_request (id, organization_id, created_by, state, language, title, goal, confidential)
       values ($1, $2, $3, 'quoting', 'ko', '부두 개방', '안전하게', $4)`,
      [request, requester.organizationId, requester.personId, said.confidential],
    );
    await database.query(
      `insert into quote (id, request_id, organization_id, created_by, state, valid_until)
       values ($1, $2, $3, $4, 'selected', now() + interval '30 days')`,
      [quote, request, consultant.organizationId, consultant.personId],
    );
    await database.query(
      `insert into quote_version (quote_id, number, scope, language, sessions, deliverables, fee_minor, tax_minor,
         currency, cost_shares, valid_until, saved_by)
       values ($1, 1, 'A survey and a plan', 'en', 2, $2, 100001, 10000, 'USD', $3, now() + interval '30 days', $4)`,
      [
        quote,
        JSON.stringify([
          { title: 'Survey', dueDay: '2099-01-01' },
          { title: 'Plan', dueDay: '2099-02-01' },
        ]),
        JSON.stringify([
          { organizationId: requester.organizationId, shareBasisPoints: 6667 },
          { organizationId: bearer.organizationId, shareBasisPoints: 3333 },
        ]),
        consultant.personId,
      ],
    );
    await database.query(
      `update consulting_request set state = 'quote_selected', selected_quote_id = $2 where id = $1`,
      [request, quote],
    );
    return request;
  }

  async start(requestId: string): Promise<void> {
    const start = this.market.app.get(StartEngagement, { strict: false });
    await this.inside((tx) => start.execute(tx, requestId));
  }

  async started(cast: Cast, changes = {}): Promise<string> {
    const request = await this.chosenQuote(cast, changes);
    await this.start(request);
    const [row] = await this.market.database.query<{ id: string }>(
      'select id from engagement where request_id = $1',
      [request],
    );
    return row?.id ?? '';
  }

  /** Signed by all: work is under way. */
  async begun(cast: Cast, changes = {}): Promise<string> {
    const id = await this.started(cast, changes);
    const { termsHash } = await this.room(id, cast.consultant);
    for (const member of [cast.consultant, cast.requester, cast.bearer])
      await this.done(member, id, 'sign', { termsHash });
    return id;
  }

  /** Everything handed over and accepted. */
  async accepted(cast: Cast, changes = {}): Promise<string> {
    const id = await this.begun(cast, changes);
    for (const { id: part } of (await this.room(id, cast.requester)).deliverables) {
      await this.done(cast.consultant, id, `deliverables/${part}/submit`, said('Here it is'));
      await this.done(cast.requester, id, `deliverables/${part}/accept`);
    }
    return id;
  }

  async room(id: string, member: Member): Promise<Room> {
    const answer = await this.market.ask(member, 'GET', `/engagements/${id}`);
    expect(answer.status).toBe(200);
    return answer.body as unknown as Room;
  }

  act(member: Member, id: string, verb: string, body?: object, version?: number): Promise<Answer> {
    return this.market.ask(member, 'POST', `/engagements/${id}/${verb}`, {
      ...(body && { body }),
      ...(version !== undefined && { version }),
    });
  }

  async done(member: Member, id: string, verb: string, body?: object): Promise<Room> {
    const answer = await this.act(member, id, verb, body);
    expect([verb, answer.status, answer.body.code]).toEqual([verb, 200, undefined]);
    return answer.body as unknown as Room;
  }

  /** Names of the events of an engagement and of its parts, oldest first. */
  async told(id: string): Promise<string[]> {
    const rows = await this.market.database.query<{ type: string }>(
      `select type from outbox_event where aggregate_id = $1 or payload ->> 'engagementId' = $1::text order by id`,
      [id],
    );
    return rows.map(({ type }) => type);
  }

  /** Lets the time of everything an engagement waits for lie `days` further back. */
  async age(id: string, days: number): Promise<void> {
    const { database } = this.market;
    const back = `make_interval(days => $2)`;
    await database.query(
      `update engagement set signature_due_at = signature_due_at - ${back}, ratings_due_at = ratings_due_at - ${back}
       where id = $1`,
      [id, days],
    );
    await database.query(
      `update engagement_deliverable set submitted_at = submitted_at - ${back} where engagement_id = $1`,
      [id, days],
    );
    await database.query(
      `update engagement_session set starts_at = starts_at - ${back}, minutes_written_at = minutes_written_at - ${back}
       where engagement_id = $1`,
      [id, days],
    );
    await database.query(
      `update engagement_dispute set created_at = created_at - ${back} where engagement_id = $1`,
      [id, days],
    );
  }

  /** Days until a deliverable that has no answer is told of, and which step that is. */
  async chases(id: string): Promise<string[]> {
    const rows = await this.market.database.query<{ line: string }>(
      `select (payload ->> 'step') || ' ' || round(extract(epoch from due_at - now()) / 86400) as line from timer
       where job = 'chase-answer' and payload ->> 'engagementId' = $1 order by due_at`,
      [id],
    );
    return rows.map(({ line }) => line);
  }

  async timers(id: string): Promise<string[]> {
    const rows = await this.market.database.query<{ line: string }>(
      `select job || ' ' || round(extract(epoch from due_at - now()) / 86400) as line from timer
       where payload ->> 'engagementId' = $1 order by 1`,
      [id],
    );
    return rows.map(({ line }) => line);
  }
}

export const said = (words: string): object => ({ words, language: 'en' });

/** A moment so many hours from now, on the minute. */
export const inHours = (hours: number): string =>
  new Date(Math.ceil((Date.now() + hours * 3_600_000) / 60_000) * 60_000).toISOString();

export const session = (...hours: number[]): object => ({
  agenda: 'First steps',
  language: 'en',
  lengthMinutes: 60,
  slots: hours.map(inHours),
});

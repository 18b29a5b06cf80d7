import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { ActorSession, type LiveSocket } from './actor-session.js';
import { CALLS, needsQuery, pathOf } from './api-calls.js';
import { ownerOf } from './city-owners.js';
import { accountOf, type DemoAccount, type RunningSystem } from './running-system.js';
import { waitFor } from './wait.js';

/** The members of answers that the story picks out. */
export interface Json {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly code: string;
  readonly title: string;
  readonly termsHash: string;
  readonly isSealed: boolean;
  readonly isOpen: boolean;
  readonly items: readonly Json[];
  readonly quote: Json;
  readonly organizationId: string;
  readonly requestId: string;
  readonly invitation: Json;
  readonly type: string;
  readonly text: string;
  readonly object: { readonly id: string };
  readonly abilities: Readonly<Record<string, boolean>>;
  readonly parties: readonly { id: string; side: string; partMinor: number }[];
  readonly sessions: readonly { id: string; state: string; slots: string[]; startsAt: string | null }[];
  readonly deliverables: readonly { id: string; state: string; title: string; revisions: number }[];
  readonly rows: readonly { timeZone: string; offsetMinutes: number; isCalendarKnown: boolean }[];
  readonly suggestions: readonly { startsAt: string }[];
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly etag: string | null;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';
interface Sent {
  readonly body?: object;
  readonly version?: number;
  readonly ifNoneMatch?: string | null;
}

export async function ask(who: ActorSession, method: Method, path: string, sent: Sent = {}): Promise<Answer> {
  const { body, version, ifNoneMatch } = sent;
  const answer = await fetch(`${who.baseUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${who.token}`,
      'x-organization-id': who.organizationId,
      ...(body && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(ifNoneMatch && { 'if-none-match': ifNoneMatch }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') && text !== '';
  return {
    ...{ status: answer.status, text, etag: answer.headers.get('etag') },
    body: (isJson ? JSON.parse(text) : {}) as Json,
  };
}

/** … which must go well. */
export async function done(who: ActorSession, method: Method, path: string, sent: Sent = {}): Promise<Json> {
  const { status, text, body } = await ask(who, method, path, sent);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return body;
}

/** Somebody who acts for an organization of the demo, by its slug; invited where nobody does yet. */
export async function seated(
  slug: string,
  system: RunningSystem,
  desk: ActorSession,
  timeZone?: string,
): Promise<{ account: DemoAccount; session: ActorSession; slug: string }> {
  const [row] = await system.database.query<{ id: string; slug: string; name: string }>(
    'select id, slug, name from organization where slug = $1',
    [slug],
  );
  if (!row) throw new Error(`The demo has no organization ${slug}.`);
  const known = system.accounts.find(({ organization }) => organization === row.name);
  const account = known ? accountOf(row.name, system.accounts) : await ownerOf(row, system, desk);
  const session = await ActorSession.signIn(desk.baseUrl, account);
  if (timeZone) await moveTo(session, timeZone);
  return { account, session, slug };
}

/** The person lives by another clock from now on. */
export async function moveTo(who: ActorSession, timeZone: string): Promise<void> {
  const { version } = await done(who, 'GET', '/me');
  await done(who, 'PATCH', '/me', { body: { timeZone }, version });
}

/** Every event is told, and every mail is out. */
export async function quiet({ database, logs }: RunningSystem): Promise<void> {
  const open = `select 1 from outbox_event where done_at is null union all
    select 1 from mail where state in ('queued', 'sending') and due_at <= now() limit 1`;
  await waitFor('everything to be told', async () => (await database.query(open)).length === 0, {
    timeoutMs: 150_000,
    dump: logs,
  });
}

/** The person was told of it, and finds it in the inbox; answers what it says there. */
export function told(
  who: ActorSession,
  type: string,
  about: string,
  { database, logs }: RunningSystem,
): Promise<string> {
  const text = `
    select 1 from notice_event n join outbox_event e on e.id = n.event_id
    where n.person_id = $1 and e.type = $2
      and $3 in (e.aggregate_id::text, e.payload ->> 'requestId', e.payload ->> 'engagementId')`;
  return waitFor(
    `${type} for ${who.personId}`,
    async () => {
      if ((await database.query(text, [who.personId, type, about])).length === 0) return undefined;
      const { items } = await done(who, 'GET', '/notices?limit=100');
      return items.find(({ object }) => object.id === about)?.text;
    },
    { timeoutMs: 30_000, dump: logs },
  );
}

/** What a reader sees on every page there is. */
export type Sight = ReadonlyMap<string, { status: number; etag: string | null; hash: string; text: string }>;

const WIDTH = 8;

/**
 * Every GET of the API whose path `of` matches, as `who` sees it. `rows` names the row for the first part of a path;
 * other ids are of nothing.
 */
export async function sightOf(
  who: ActorSession,
  rows: Readonly<Record<string, string>>,
  of: RegExp,
  more: readonly string[],
): Promise<Sight> {
  const calls = CALLS.filter((call) => call.method === 'GET' && !needsQuery(call) && of.test(call.path));
  const paths = calls.map((call) => {
    const first = call.path.split('/')[3] ?? '';
    return pathOf(
      call,
      call.ids.map((_, at) => (at === 0 ? rows[first] : undefined) ?? NOBODY),
    ).replace('/api/v1', '');
  });
  const waiting = [...new Set([...paths.filter((path) => !path.startsWith('/api')), ...more])];
  const seen = new Map<string, { status: number; etag: string | null; hash: string; text: string }>();
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { status, text, etag } = await ask(who, 'GET', path);
      const told = text.replace(/"requestId":"[^"]*"/, '');
      seen.set(path, { status, etag, text: told, hash: createHash('sha256').update(told).digest('hex') });
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return seen;
}

const NOBODY = '01890000-0000-7000-8000-00000000dead';

/** The paths that answer otherwise now. */
function changedPaths(before: Sight, after: Sight): string[] {
  return [...before].flatMap(([path, { status, etag, hash }]) => {
    const now = after.get(path);
    return now?.status === status && now.etag === etag && now.hash === hash ? [] : [path];
  });
}

/** Words that stand in nothing but what is sealed. */
export const SECRETS = ['Zebrafinch', 'Bramblefinch'] as const;

export type Sights = ReadonlyMap<string, Sight>;
type Rows = Readonly<Record<string, string>>;

/** What each of these readers sees of consulting, or of what `of` says, and finds by the secret words. */
export async function looks(
  readers: Readonly<Record<string, ActorSession>>,
  rows: Rows,
  of = /consult|quote|expert|case-library|engagement/,
): Promise<Sights> {
  const searches = ['messages', 'directory', 'case-library', 'organizations'].flatMap((at) =>
    SECRETS.map((word) => `/${at}?q=${word}`),
  );
  const lists = ['/consulting-requests?total=true', '/consulting-desk/requests?total=true', '/engagements'];
  const seen = new Map<string, Sight>();
  for (const [name, who] of Object.entries(readers))
    seen.set(name, await sightOf(who, rows, of, [...searches, ...lists]));
  return seen;
}

/** Nothing of consulting has changed for any of them since `before`, and the words are nowhere at all. */
export async function staysSecret(
  before: Sights,
  readers: Readonly<Record<string, ActorSession>>,
  rows: Rows,
  words: RegExp,
  everywhere = /./,
): Promise<void> {
  for (const [name, sight] of await looks(readers, rows, everywhere)) {
    const first = before.get(name);
    if (!first) throw new Error(`Nobody looked as ${name}.`);
    expect([name, changedPaths(first, sight)]).toEqual([name, []]);
    for (const [path, { text }] of sight) expect([name, path, words.test(text)]).toEqual([name, path, false]);
  }
}

const ASKED = {
  ...{
    language: 'en',
    text: 'Passengers leave the old harbour within half an hour.',
    goal: 'A plan to tender',
  },
  areas: ['con.cruise_port'],
};

/** A request, handed in; answers its id. */
export async function requested(by: ActorSession, body: object): Promise<string> {
  const { id } = await done(by, 'POST', '/consulting-requests', { body: { ...ASKED, ...body } });
  await done(by, 'POST', `/consulting-requests/${id}/submit`);
  return id;
}

/** How an expert was asked to take a request. */
export async function invitationOf(who: ActorSession, requestId: string): Promise<Json> {
  const { items } = await done(who, 'GET', '/expert-invitations');
  const own = items.find(({ invitation }) => invitation.requestId === requestId);
  if (!own) throw new Error('Nobody was asked.');
  return own.invitation;
}

export async function accept(who: ActorSession, requestId: string): Promise<void> {
  const { id } = await invitationOf(who, requestId);
  const body = { noConflict: true, confidentiality: true };
  await done(who, 'POST', `/expert-invitations/${id}/accept`, { body });
}

/** Hands in a quote of 9,900,000 won, tax within. */
export function quoted(who: ActorSession, requestId: string, changes: object = {}): Promise<Json> {
  const body = {
    ...{ scope: 'Two workshops and a plan', language: 'en', sessions: 2, validUntil: '2099-04-30' },
    deliverables: [{ title: 'Plan', dueDay: '2099-05-31' }],
    ...{ fee: { amountMinor: 9_000_000, currency: 'KRW' }, tax: { amountMinor: 900_000, currency: 'KRW' } },
    ...changes,
  };
  return done(who, 'POST', `/consulting-requests/${requestId}/quotes`, { body });
}

/** The engagement of a request, once the worker has begun it. */
export function engagementOf(who: ActorSession, title: string, { logs }: RunningSystem): Promise<string> {
  const find = async (): Promise<string | undefined> =>
    (await done(who, 'GET', '/engagements')).items.find((one) => one.title === title)?.id;
  return waitFor(`the engagement “${title}”`, find, { timeoutMs: 30_000, dump: logs });
}

export async function sign(who: ActorSession, id: string): Promise<Json> {
  const { termsHash } = await done(who, 'GET', `/engagements/${id}`);
  return done(who, 'POST', `/engagements/${id}/sign`, { body: { termsHash } });
}

/** A timer is due now. What it finds in its row decides what happens. */
export async function ring({ database }: RunningSystem, key: string): Promise<void> {
  await database.query('update timer set due_at = now(), started_at = null where key = $1', [key]);
  await database.query(`notify timer`);
}

/** An entry for a calendar, as an independent parser reads it. */
export interface MailedEntry {
  readonly event: ICAL.Event;
  readonly method: unknown;
}

/** The entry with this number that was mailed to a person. */
export function entryFor(
  who: ActorSession,
  sessionId: string,
  sequence: number,
  { database, logs }: RunningSystem,
): Promise<MailedEntry> {
  const find = async (): Promise<MailedEntry | undefined> => {
    const mails = await database.query<{ content: string }>(
      `select enclosure ->> 'content' as content
       from mail, jsonb_array_elements(enclosures) enclosure
       where person_id = $1 and enclosure ->> 'content' like '%' || $2 || '%' and state = 'sent'`,
      [who.personId, sessionId],
    );
    return mails
      .map(({ content }) => {
        const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
        const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
        return { event, method: calendar.getFirstPropertyValue('method') as unknown };
      })
      .find(({ event }) => event.sequence === sequence);
  };
  return waitFor(`calendar entry ${sequence} of the session`, find, { timeoutMs: 30_000, dump: logs });
}

/** The moment by the clock of the database; what sockets were pushed before is forgotten. */
export async function fromNow(
  { database }: RunningSystem,
  sockets: ReadonlyMap<string, LiveSocket>,
): Promise<string> {
  for (const { pushed } of sockets.values()) pushed.splice(0);
  const [row] = await database.query<{ at: string }>('select clock_timestamp()::text as at');
  return row?.at ?? '';
}

/** What anybody was told of a request or an engagement since a moment: by notice, by mail, or by a push. */
export async function toldSince(
  { database }: RunningSystem,
  sockets: ReadonlyMap<string, LiveSocket>,
  { at, about }: { at: string; about: string },
): Promise<unknown[]> {
  const since = `e.occurred_at > $1
    and $2 in (e.aggregate_id::text, e.payload ->> 'requestId', e.payload ->> 'engagementId')`;
  const rows = await database.query(
    `select 'notice' as by, e.type from notice_event n join outbox_event e on e.id = n.event_id where ${since}
     union all select 'mail', e.type from mail m join outbox_event e on e.id = m.event_id where ${since}`,
    [at, about],
  );
  const pushes = [...sockets].flatMap(([name, { pushed }]) =>
    pushed.map((push) => `${name}: ${JSON.stringify(push)}`),
  );
  return [...rows, ...pushes.filter((push) => push.includes(about))];
}

/** Days from now at a full hour of UTC. */
export function inDays(days: number, hour: number): string {
  const at = new Date(Date.now() + days * 864e5);
  at.setUTCHours(hour, 0, 0, 0);
  return at.toISOString();
}

/** `11:00`, on the wall there. */
export function clockAt(moment: string, timeZone: string): string {
  const shape = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat('en', shape).format(new Date(moment));
}

export function accountOfDesk({ accounts }: RunningSystem): DemoAccount {
  const found = accounts.find(({ role }) => role === 'secretariat');
  if (!found) throw new Error('The demo has no secretariat.');
  return found;
}

/** Chooses the same number for everything that is asked. */
export async function rate(page: Page, score: string): Promise<void> {
  for (const name of ['Quality', 'Communication', 'Reliability'])
    await page.getByRole('radiogroup', { name }).getByText(score, { exact: true }).click();
}

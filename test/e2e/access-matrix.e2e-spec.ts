import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ActorSession, type LiveSocket } from '../support/actor-session.js';
import { essence, type RawAnswer, sendRaw } from '../support/raw-http.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  operationId: string;
  responses: Record<string, unknown>;
  parameters?: readonly { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
interface Call extends Operation {
  method: string;
  path: string;
}

/** Written into everything that one organization keeps to itself, and looked for in every answer to others. */
const CANARY = `CANARY-${randomUUID()}`;
const UNKNOWN = '01890000-0000-7000-8000-00000000dead';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'),
) as Document;
const calls: Call[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    path,
    method: method.toUpperCase(),
  })),
);
const withId = calls.filter(({ path }) => path.includes('{id}'));
const lists = calls.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
/** Ends the session of whoever calls it. */
const SIGN_OUT = 'logout';

const isMember = (actor: string): boolean => !['anonymous', 'person without organization'].includes(actor);
const isSecretariat = (actor: string): boolean => actor === 'secretariat';
/** What members may see of each other, and the secretariat of everybody: here an id that exists is no secret. */
const SHARED: Readonly<Record<string, (actor: string) => boolean>> = {
  readOrganization: isMember,
  readProfile: isMember,
  listOrganizationMembers: isSecretariat,
  updateOrganization: isSecretariat,
  readMatch: isSecretariat,
  readCapturedMail: isSecretariat,
};

let system: RunningSystem;
let url: string;
let owner: ActorSession;
let counterpart: ActorSession;
/** Everybody who has no business with what {@link owner} and {@link counterpart} keep. */
let actors: Record<string, ActorSession | null>;
/** The row that `{id}` of a path below `/api/v1/<resource>` stands for, of another organization. */
let rows: Record<string, string>;
const listening: LiveSocket[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  system = await startSystem();
  url = system.apis[0]?.url ?? '';
  owner = await signIn('Cat Trang Golf Resort');
  counterpart = await signIn('Da Nang');
  actors = {
    anonymous: null,
    'person without organization': await loner(),
    'SME owner': await signIn('Badaon Lab'),
    'other SME': await signIn('Saigon La Me Events'),
    city: await signIn('Busan'),
    consultant: await signIn('Hanbada Urban Tourism Lab'),
    secretariat: await signIn('Tourism Promotion Organization for Global Cities'),
  };
  for (const actor of Object.values(actors)) if (actor) listening.push(await actor.openSocket());
  rows = await plant();
}, 180_000);

afterAll(async () => {
  for (const actor of Object.values(actors ?? {})) actor?.close();
  await system?.stop();
}, 60_000);

const signIn = (organization: string): Promise<ActorSession> =>
  ActorSession.signIn(url, accountOf(organization, system.accounts));

/** Somebody who registered and confirmed, and belongs to nobody yet. */
async function loner(): Promise<ActorSession> {
  const person: DemoAccount = {
    role: '',
    organization: '',
    email: 'loner@example.org',
    password: randomUUID(),
  };
  const body = { email: person.email, password: person.password, displayName: 'Loner' };
  await sendRaw(url, { method: 'POST', path: '/api/v1/auth/register', body });
  await system.database.query(`update account set state = 'active', confirmed_at = now() where email = $1`, [
    person.email,
  ]);
  return ActorSession.signIn(url, person);
}

async function ask(actor: ActorSession | null, call: Call, id = '', query = ''): Promise<RawAnswer> {
  const headers: Record<string, string> = actor ? { authorization: `Bearer ${actor.token}` } : {};
  if (call.parameters?.some(({ name }) => name === 'If-Match')) headers['if-match'] = '"1"';
  const path = call.path.replace('{id}', id).replace('{number}', '1') + query;
  const schema = call.requestBody?.content['application/json']?.schema;
  return sendRaw(url, { method: call.method, path, headers, ...(schema && { body: exampleOf(schema) }) });
}

/** A body that the schema accepts: its example, or what is required of it. */
function exampleOf(schema: Schema): unknown {
  if (typeof schema.$ref === 'string') {
    return exampleOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  }
  if ('example' in schema) return schema.example;
  const [choice] = (schema.allOf ?? schema.anyOf ?? schema.oneOf ?? schema.enum ?? []) as unknown[];
  if (choice !== undefined) return typeof choice === 'object' ? exampleOf(choice as Schema) : choice;
  if (schema.properties) {
    const required = new Set((schema.required ?? Object.keys(schema.properties)) as string[]);
    const fields = Object.entries(schema.properties as Record<string, Schema>);
    return Object.fromEntries(
      fields.filter(([name]) => required.has(name)).map(([name, field]) => [name, exampleOf(field)]),
    );
  }
  return { array: [], boolean: true, string: 'text', integer: 1, number: 1 }[String(schema.type)] ?? {};
}

/** Fills what two organizations keep between or to themselves with the canary, by the routes they use. */
async function plant(): Promise<Record<string, string>> {
  const made = async (actor: ActorSession, path: string, body: object): Promise<string> => {
    const headers = { authorization: `Bearer ${actor.token}` };
    const { status, json, text } = await sendRaw(url, { method: 'POST', path, body, headers });
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
    return String(json.id);
  };
  const match = await waitFor(
    'a match of the two',
    async () => {
      const { data } = await owner.api.GET('/api/v1/matches', { params: { query: { limit: 100 } } });
      return data?.items.find((each) => each.counterpart.id === counterpart.organizationId)?.id;
    },
    { timeoutMs: 90_000, dump: () => system.logs() },
  );
  const interest = await made(owner, `/api/v1/matches/${match}/interest`, { message: CANARY });
  const headers = { authorization: `Bearer ${counterpart.token}` };
  const accepted = await sendRaw(url, {
    method: 'POST',
    path: `/api/v1/interests/${interest}/accept`,
    headers,
  });
  const conversation = String(accepted.json.conversationId);
  await made(owner, `/api/v1/conversations/${conversation}/messages`, {
    clientMessageId: 'canary',
    body: CANARY,
  });
  const draft = { title: CANARY, language: 'en' };
  const of = async (table: string, condition = 'true'): Promise<string> =>
    waitFor(`a row of ${table}`, async () => {
      const text = `select id from ${table} where person_id = any($1) and ${condition} order by id limit 1`;
      const [row] = await system.database.query<{ id: string }>(text, [
        [owner.personId, counterpart.personId],
      ]);
      return row?.id;
    });
  return {
    proposals: await made(owner, '/api/v1/proposals', { ...draft, summary: CANARY }),
    'consulting-requests': await made(owner, '/api/v1/consulting-requests', { ...draft, text: CANARY }),
    opportunities: await made(counterpart, '/api/v1/opportunities', { ...draft, text: CANARY }),
    organizations: owner.organizationId,
    matches: match,
    interests: interest,
    conversations: conversation,
    notices: await of('notice'),
    'captured-mails': await of('mail', `state = 'sent'`),
  };
}

const foreignRow = ({ path }: Call): string => {
  const resource = path.split('/')[3] ?? '';
  const id = rows[resource];
  if (!id) throw new Error(`Plant a row for /api/v1/${resource}/{id} of another organization.`);
  return id;
};

it('knows rows that their owners can read', async () => {
  const readable = withId.filter(({ method, path }) => method === 'GET' && path.endsWith('{id}'));
  expect(readable.length).toBeGreaterThanOrEqual(8);
  for (const call of readable) {
    const answers = await Promise.all(
      [owner, counterpart].map((actor) => ask(actor, call, foreignRow(call))),
    );
    // Notices and mails are of one person of the two.
    expect([call.operationId, answers.some(({ status }) => status === 200)]).toEqual([
      call.operationId,
      true,
    ]);
  }
});

it.each(
  calls
    .filter(({ operationId }) => operationId !== SIGN_OUT)
    .map((call) => [call.operationId, call] as const),
)('%s fails for nobody, answers as documented, and tells nobody what others keep', async (_, call) => {
  const open = !('401' in call.responses) || call.path.includes('/auth/');
  for (const [name, actor] of Object.entries(actors)) {
    const answer = await ask(actor, call, call.path.includes('{id}') ? foreignRow(call) : '');
    expect([name, answer.status < 500]).toEqual([name, true]);
    expect(Object.keys(call.responses)).toContain(String(answer.status));
    expect(answer.text).not.toContain(CANARY);
    if (name === 'anonymous' && !open) expect(answer.status).toBe(401);
  }
});

it.each(withId.map((call) => [call.operationId, call] as const))(
  '%s tells no foreign id from a random one',
  async (operationId, call) => {
    for (const [name, actor] of Object.entries(actors)) {
      const foreign = await ask(actor, call, foreignRow(call));
      const unknown = await ask(actor, call, UNKNOWN);
      if (SHARED[operationId]?.(name)) expect([name, foreign.status]).not.toEqual([name, 404]);
      else expect([name, essence(foreign)]).toEqual([name, essence(unknown)]);
      expect(JSON.stringify([unknown.headers, unknown.text])).not.toContain(UNKNOWN);
    }
  },
);

it.each(lists.map((call) => [call.operationId, call] as const))(
  '%s shows nobody a word of it, to its last page',
  async (_, call) => {
    const paged = call.parameters?.some(({ name }) => name === 'cursor') ?? false;
    for (const actor of Object.values(actors)) {
      let cursor: string | null | undefined;
      for (let page = 0; page < 20; page += 1) {
        const query = paged ? `?limit=100${cursor ? `&cursor=${cursor}` : ''}` : '';
        const answer = await ask(actor, call, '', query);
        expect(answer.text).not.toContain(CANARY);
        cursor = answer.json.nextCursor;
        if (!cursor) break;
      }
      expect(cursor ?? null).toBeNull();
    }
  },
);

it('shows the filtered lists of others to nobody', async () => {
  const named = [
    ...['proposal', 'consulting_request'].map(
      (type) =>
        `/api/v1/matches?subjectType=${type}&subjectId=${rows[type === 'proposal' ? 'proposals' : 'consulting-requests']}`,
    ),
    `/api/v1/matches?subjectType=organization&subjectId=${owner.organizationId}`,
    `/api/v1/opportunities?organizationId=${counterpart.organizationId}&state=draft`,
  ];
  for (const path of named) {
    for (const [name, actor] of Object.entries(actors)) {
      if (!actor) continue;
      const headers = { authorization: `Bearer ${actor.token}` };
      const answer = await sendRaw(url, { path, headers });
      expect([name, path, answer.status < 500]).toEqual([name, path, true]);
      expect(answer.text).not.toContain(CANARY);
      if (name === 'secretariat' || path.includes('opportunities')) continue;
      const other = path.replace(/(subjectId=).*/, `$1${UNKNOWN}`);
      expect([name, essence(answer)]).toEqual([name, essence(await sendRaw(url, { path: other, headers }))]);
    }
  }
});

it('pushes nothing of it to their sockets', () => {
  expect(listening).toHaveLength(6);
  expect(JSON.stringify(listening.map(({ pushed }) => pushed))).not.toContain(CANARY);
});

it('changed nothing of it', async () => {
  const [left] = await system.database.query(
    `select (select row(state, version, title)::text from proposal where id = $1) as proposal,
            (select row(state, version, title)::text from consulting_request where id = $2) as request,
            (select row(state, version, title)::text from opportunity where id = $3) as opportunity,
            (select state from interest where id = $4) as interest,
            (select last_seq from conversation where id = $5) as messages`,
    [rows.proposals, rows['consulting-requests'], rows.opportunities, rows.interests, rows.conversations],
  );
  expect(left).toEqual({
    proposal: `(draft,1,${CANARY})`,
    request: `(draft,1,${CANARY})`,
    opportunity: `(draft,1,${CANARY})`,
    interest: 'accepted',
    messages: 1,
  });
});

it('lets everybody sign out', async () => {
  const call = calls.find(({ operationId }) => operationId === SIGN_OUT);
  if (!call) throw new Error('Nobody can sign out.');
  for (const actor of Object.values(actors)) expect((await ask(actor, call)).status).toBe(204);
});

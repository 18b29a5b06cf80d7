import { randomUUID } from 'node:crypto';
import { DEFAULT_SPEC } from '#libs/matching';
import { ActorSession, type LiveSocket } from '../support/actor-session.js';
import {
  type Call,
  CALLS,
  exampleBody,
  needsQuery,
  pathOf,
  takesHeader,
  takesQuery,
} from '../support/api-calls.js';
import { essence, type RawAnswer, sendRaw } from '../support/raw-http.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';
import { plantAccount } from './planted-account.js';
import { plantConsortium } from './planted-consortium.js';
import { plantProjects } from './planted-projects.js';
import { plantContacts } from './planted-contacts.js';
import { plantConsulting } from './planted-consulting.js';
import { plantEngagement } from './planted-engagement.js';
import { ACCESS_ROWS, type Line } from './access-rows.js';
import { terms } from '../support/draft-call.js';

/** The eight who ask. `member of both` asks twice: for the row's organization, and for the other one. */
const ACTORS = [
  'anonymous',
  'owner',
  'member',
  'just removed',
  'owner elsewhere',
  'member of both, here',
  'member of both, elsewhere',
  'consultant',
  'administrator',
] as const;
type Actor = (typeof ACTORS)[number];

/** Written into everything that one organization keeps to itself, and looked for in every answer to others. */
const CANARY = `CANARY-${randomUUID()}`;
const UNKNOWN = '01890000-0000-7000-8000-00000000dead';
/** Ends the session of whoever calls it. */
const SIGN_OUT = 'logout';

let system: RunningSystem;
let url: string;
let owner: ActorSession;
let counterpart: ActorSession;
/** Who sends each request, and for which organization. */
let asking: Record<Actor, { session: ActorSession; organizationId: string } | null>;
/** The ids of a planted row, from the outermost parent inwards. */
let rows: Record<string, string | readonly string[]>;
const listening: LiveSocket[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  system = await startSystem();
  url = system.apis[0]?.url ?? '';
  owner = await signIn('Cat Trang Golf Resort');
  // Twice, so that one of the sessions may end.
  await signIn('Cat Trang Golf Resort');
  counterpart = await signIn('Da Nang');
  const elsewhere = await signIn('Badaon Lab');
  const here = owner.organizationId;
  const member = await person('member', [here, 'viewer']);
  const removed = await person('removed', [here, 'editor']);
  const both = await person('both', [here, 'editor'], [elsewhere.organizationId, 'editor']);
  const as = (session: ActorSession, organizationId = session.organizationId) => ({
    session,
    organizationId,
  });
  asking = {
    anonymous: null,
    owner: as(owner),
    member: as(member, here),
    'just removed': as(removed, here),
    'owner elsewhere': as(elsewhere),
    'member of both, here': as(both, here),
    'member of both, elsewhere': as(both, elsewhere.organizationId),
    consultant: as(await signIn('Hanbada Urban Tourism Lab')),
    administrator: as(await signIn('Tourism Promotion Organization for Global Cities')),
  };
  for (const name of FOREIGNERS) {
    const actor = asking[name];
    if (actor) listening.push(await actor.session.openSocket(actor.organizationId));
  }
  rows = await plant(member);
  await system.database.query('delete from membership where person_id = $1', [removed.personId]);
  await changed(removed.personId);
}, 180_000);

afterAll(async () => {
  for (const actor of Object.values(asking ?? {})) actor?.session.close();
  await system?.stop();
}, 60_000);

const signIn = (organization: string): Promise<ActorSession> =>
  ActorSession.signIn(url, accountOf(organization, system.accounts));

const changed = (personId: string): Promise<unknown> =>
  system.database.query(`select pg_notify('principal_changed', $1)`, [personId]);

/** Somebody who registered, confirmed, and has these seats. */
async function person(
  name: string,
  ...seats: [organizationId: string, role: string][]
): Promise<ActorSession> {
  const account: DemoAccount = {
    role: '',
    organization: '',
    email: `${name}@example.org`,
    password: randomUUID(),
  };
  const body = { email: account.email, password: account.password, displayName: name };
  await sendRaw(url, { method: 'POST', path: '/api/v1/auth/register', body });
  await system.database.query(`update account set state = 'active', confirmed_at = now() where email = $1`, [
    account.email,
  ]);
  const session = await ActorSession.signIn(url, account);
  for (const [organizationId, role] of seats) {
    await system.database.query(
      'insert into membership (id, organization_id, person_id, role) values ($1, $2, $3, $4)',
      [randomUUID(), organizationId, session.personId, role],
    );
  }
  await changed(session.personId);
  return session;
}

function ask(name: Actor, call: Call, ids: readonly string[] = [], query = ''): Promise<RawAnswer> {
  const actor = asking[name];
  const headers: Record<string, string> = {};
  if (actor) headers.authorization = `Bearer ${actor.session.token}`;
  // Where no organization is needed, a person who was removed from the only one names none.
  if (actor?.organizationId && (takesHeader(call, 'X-Organization-Id') || name !== 'just removed'))
    headers['x-organization-id'] = actor.organizationId;
  if (takesHeader(call, 'If-Match')) headers['if-match'] = '"1"';
  const body = exampleBody(call);
  return sendRaw(url, {
    method: call.method,
    path: pathOf(call, ids) + query,
    headers,
    ...(body !== undefined && { body }),
  });
}

/** Fills what an organization keeps to itself, or with one other, with the canary, by the routes it uses. */
async function plant(member: ActorSession): Promise<Record<string, string | readonly string[]>> {
  const made = async (path: string, body: object, by = owner): Promise<string> => {
    const headers = { authorization: `Bearer ${by.token}` };
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
  const interest = await made(`/api/v1/matches/${match}/interest`, { message: CANARY });
  const accepted = await sendRaw(url, {
    method: 'POST',
    path: `/api/v1/interests/${interest}/accept`,
    headers: { authorization: `Bearer ${counterpart.token}` },
  });
  const conversation = String(accepted.json.conversationId);
  await made(`/api/v1/conversations/${conversation}/messages`, { clientMessageId: 'canary', body: CANARY });
  const draft = { title: CANARY, language: 'en' };
  const of = (table: string, condition = 'true'): Promise<string> =>
    waitFor(
      `a row of ${table}`,
      async () => {
        const text = `select id from ${table} where person_id = $1 and ${condition} order by id limit 1`;
        return (await system.database.query<{ id: string }>(text, [owner.personId]))[0]?.id;
      },
      { timeoutMs: 60_000, dump: () => system.logs() },
    );
  const shortlist = await made('/api/v1/shortlists', { name: CANARY, note: CANARY });
  const proposal = await made('/api/v1/proposals', { ...draft, summary: CANARY });
  await sendRaw(url, {
    method: 'PUT',
    path: `/api/v1/shortlists/${shortlist}/entries/${counterpart.organizationId}`,
    body: { note: CANARY },
    headers: { authorization: `Bearer ${owner.token}`, 'if-match': '"1"' },
  });
  return {
    ...(await plantEngagement(system.database, owner, counterpart)),
    ...(await plantAdmission()),
    ...(await plantMatching()),
    ...(await plantCalls()),
    ...(await plantAccount(system, owner, CANARY, await made('/api/v1/data-exports', {}))),
    proposal,
    ...(await plantConsortium(system.database, {
      ...{ proposal, owner, text: CANARY, annexFile: await plantFile() },
      partnerId: (await signIn('Ho Chi Minh City')).organizationId,
    })),
    ...(await plantConsulting(system.database, { owner, other: counterpart, text: CANARY })),
    'consulting-request': await made('/api/v1/consulting-requests', { ...draft, text: CANARY }),
    opportunity: await made('/api/v1/opportunities', { ...draft, text: CANARY }),
    'opportunity-in-review': await plantOpportunityInReview(),
    organization: owner.organizationId,
    'profile-entry': await made(`/api/v1/organizations/${owner.organizationId}/profile/entries`, {
      ...{ kind: 'offer', language: 'en', title: 'Read by every member' },
    }),
    seat: [owner.organizationId, member.personId],
    invitation: [
      owner.organizationId,
      await made(`/api/v1/organizations/${owner.organizationId}/invitations`, {
        // Not the canary: in the demonstration administrators read the mail that nobody sent.
        email: 'invited@example.org',
        role: 'viewer',
      }),
    ],
    'received-invitation': await made(
      `/api/v1/organizations/${counterpart.organizationId}/invitations`,
      { email: accountOf('Cat Trang Golf Resort', system.accounts).email, role: 'viewer' },
      counterpart,
    ),
    match,
    interest,
    conversation,
    ...(await plantContacts(system.database, {
      ...{ conversation, owner, counterpartId: counterpart.organizationId, text: CANARY },
    })),
    'saved-search': await made('/api/v1/saved-searches', { name: CANARY, query: { q: CANARY } }),
    shortlist: [shortlist, counterpart.organizationId],
    notice: await of('notice'),
    mail: await of('mail', `state = 'sent'`),
    file: await plantFile(),
    upload: await plantFile(),
    ...(await countedVote()),
  };
}

/** A file that its uploader has attached to nothing yet, so that it is nobody else's. */
async function plantFile(): Promise<string> {
  const id = randomUUID();
  await system.database.query(
    `insert into file (id, organization_id, created_by, purpose, name, state, announced_bytes, media_type, size,
                       sha256, expires_at)
     values ($1, $2, $3, 'registration-document', $4, 'not_scanned', 1, 'application/pdf', 1, repeat('0', 64),
             now() + interval '1 day')`,
    [id, owner.organizationId, owner.personId, CANARY],
  );
  return id;
}

/** What the owner has handed in for the look of the secretariat. */
async function plantOpportunityInReview(): Promise<string> {
  const id = randomUUID();
  await system.database.query(
    `insert into opportunity (id, organization_id, created_by, state, language, title, text)
     values ($1, $2, $3, 'review', 'en', 'Read by the secretariat', 'Call us')`,
    [id, owner.organizationId, owner.personId],
  );
  return id;
}

/** A draft and a published call of the secretariat, so that no word of B is in them. */
async function plantCalls(): Promise<Record<string, string | readonly string[]>> {
  const { administrator } = asking;
  const post = async (path: string, body?: object): Promise<string> => {
    const headers = { authorization: `Bearer ${administrator?.session.token}` };
    const { status, json, text } = await sendRaw(url, { method: 'POST', path, body, headers });
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
    return String(json.id);
  };
  const draft = { title: 'Read by every member', language: 'en', zone: 'Asia/Seoul' };
  const published = await post(
    '/api/v1/calls',
    terms({ ...draft, decidingOrganizationIds: [counterpart.organizationId] }),
  );
  await post(`/api/v1/calls/${published}/publish`);
  const call = await post('/api/v1/calls', draft);
  const projects = await plantProjects(system.database, {
    ...{ draft: call, published, text: CANARY, lead: owner, other: counterpart },
    ...{ files: [await plantFile(), await plantFile()], runnerId: administrator?.organizationId ?? '' },
  });
  return { call, 'published-call': published, ...(await plantReview(published)), ...projects };
}

/** What the owner writes about a proposal of the counterpart, and nobody else reads before it is handed in. */
async function plantReview(callId: string): Promise<Record<string, string | readonly string[]>> {
  const [proposal, reviewer, review] = [randomUUID(), randomUUID(), randomUUID()];
  const put = (text: string, ...values: unknown[]) => system.database.query(text, values);
  const runner = asking.administrator?.organizationId;
  await put(
    `insert into proposal (id, organization_id, created_by, state, language, title, summary, submissions, call_id,
       call_version, call_organization_id, stage)
     values ($1, $2, $3, 'in_review', 'en', 'Read by the desk', 'By the sea', 1, $4, 1, $5, 'full')`,
    ...[proposal, counterpart.organizationId, counterpart.personId, callId, runner],
  );
  await put(
    `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
     values ($1, $2, $3, 1, $4, repeat('0', 64), $5)`,
    ...[randomUUID(), counterpart.organizationId, proposal],
    JSON.stringify({
      ...{ title: 'Read by the desk', language: 'en', summary: 'By the sea', partnersSought: null },
      ...{ themes: [], collaboration: [], sdgTargets: [], budget: null, period: null },
    }),
    counterpart.personId,
  );
  await put(
    `insert into call_reviewer (id, call_id, organization_id, person_id, review_limit, added_by)
     values ($1, $2, $3, $4, 5, $4)`,
    ...[reviewer, callId, owner.organizationId, owner.personId],
  );
  await put(
    `insert into proposal_review (id, call_id, stage, proposal_id, reviewer_id, organization_id, person_id,
       version_number, state, note, due_at)
     values ($1, $2, 'full', $3, $4, $5, $6, 1, 'accepted', $7, now() + interval '9 days')`,
    ...[review, callId, proposal, reviewer, owner.organizationId, owner.personId, CANARY],
  );
  return { review, 'review-panel': [callId, proposal], 'call-reviewer': [callId, reviewer] };
}

/** A run over everybody and weights nobody uses: the secretariat's own, so that no word of B is in them. */
async function plantMatching(): Promise<Record<string, string>> {
  const rows = { 'matching-run': randomUUID(), 'matching-weights': randomUUID() };
  await system.database.query(
    `insert into matching_run
       (id, reason, state, subjects, shards, spec_version, vocabulary_version, ended_at)
     values ($1, 'asked', 'cancelled', 0, 0, '1', '1', now())`,
    [rows['matching-run']],
  );
  await system.database.query(
    `insert into matching_weights (id, number, note, spec, replay, created_by)
     values ($1, 1, $2, $3, '{"answers": 0, "pairs": 0, "before": 0.5, "after": 0.5}', $4)`,
    [rows['matching-weights'], 'As they were.', JSON.stringify(DEFAULT_SPEC), owner.personId],
  );
  return rows;
}

/** A draft of the owner, and what waits for others with an application of the counterpart that was sent. */
async function plantAdmission(): Promise<Record<string, string>> {
  const rows = {
    application: randomUUID(),
    'sent-application': randomUUID(),
    'application-decision': randomUUID(),
    'application-review': randomUUID(),
    recommendation: randomUUID(),
  };
  const put = (text: string, ...values: unknown[]) => system.database.query(text, values);
  const [mine, theirs, person] = [owner.organizationId, counterpart.organizationId, owner.personId];
  const application = `insert into membership_application (id, organization_id, created_by, state, language, motivation)
    values ($1, $2, $3, $4, 'en', $5)`;
  await put(application, rows.application, mine, person, 'draft', CANARY);
  const sent = rows['sent-application'];
  await put(
    application,
    sent,
    theirs,
    counterpart.personId,
    'awaiting_recommendation',
    'Read by the secretariat',
  );
  await put(
    `insert into application_decision
       (id, organization_id, application_id, verdict, reason, language, decided_by, state, effective_at)
     values ($1, $2, $3, 'ask', $4, 'en', $5, 'undone', now())`,
    ...[rows['application-decision'], theirs, sent, CANARY, person],
  );
  await put(
    `insert into application_review (id, organization_id, application_id, person_id, assigned_by)
     values ($1, $2, $3, $4, $4)`,
    ...[rows['application-review'], mine, sent, person],
  );
  await put(
    `insert into recommendation (id, organization_id, applicant_id, application_id, reason, due_at)
     values ($1, $2, $3, $4, $5, now() + interval '1 day')`,
    ...[rows.recommendation, mine, theirs, sent, CANARY],
  );
  return rows;
}

/** The demo's vote on the owner's membership, with its window over and its minutes written; and a seat. */
async function countedVote(): Promise<{ membership: string; vote: string; 'excom-seat': string }> {
  const { query } = system.database;
  const [seat] = await query<{ id: string }>('select id from excom_seat limit 1');
  const [vote] = await query<{ id: string; membership: string }>(
    `update vote set opens_at = now() - interval '15 days', closes_at = now()
     where organization_id = $1 returning id, subject_id as membership`,
    [owner.organizationId],
  );
  await query(`update timer set due_at = now() where key = 'vote:' || $1`, [vote?.id]);
  await waitFor(
    'the vote to be counted',
    async () => (await query(`select 1 from vote where id = $1 and state = 'closed'`, [vote?.id])).length > 0,
    { timeoutMs: 30_000, dump: () => system.logs() },
  );
  return { membership: vote?.membership ?? '', vote: vote?.id ?? '', 'excom-seat': seat?.id ?? '' };
}

const FOREIGNERS: readonly Actor[] = [
  'owner elsewhere',
  'member of both, elsewhere',
  'consultant',
  'administrator',
];
const COLLEAGUES: readonly Actor[] = ['owner', 'member', 'member of both, here'];

const lineOf = ({ operationId }: Call): Line => {
  const line = ACCESS_ROWS[operationId];
  if (!line) throw new Error(`Say in access-rows.ts who reaches ${operationId}.`);
  return line;
};

const idsOf = (call: Call): readonly string[] => {
  const { row = '' } = lineOf(call);
  const ids = [rows[row] ?? []].flat();
  if (ids.length < call.ids.length) throw new Error(`Plant a row "${row}" for ${call.path}.`);
  return ids.slice(0, call.ids.length);
};

/** Whether this operation on the planted row is any business of the actor's. */
function reaches(name: Actor, { side, others }: Line): boolean {
  if (side === 'person' && name === 'owner') return true;
  if (side === 'organization' && COLLEAGUES.includes(name)) return true;
  if (others === 'everybody') return true;
  if (others === 'members') return FOREIGNERS.includes(name);
  return others === 'staff' && name === 'administrator';
}

const withId = CALLS.filter(({ ids }) => ids.length > 0);
const named = (calls: readonly Call[]): [string, Call][] => calls.map((call) => [call.operationId, call]);

it('has a line for every operation, and none too many', () => {
  expect(Object.keys(ACCESS_ROWS).sort()).toEqual(CALLS.map(({ operationId }) => operationId).sort());
});

it.each(named(withId.filter((call) => call.method === 'GET' && !needsQuery(call))))(
  '%s shows the row to those it concerns',
  async (_, call) => {
    for (const name of ACTORS.filter((actor) => reaches(actor, lineOf(call)))) {
      const { status } = await ask(name, call, idsOf(call));
      // A draft has no first version yet; a published call has.
      const isVersionOfDraft = call.path.includes('{number}') && !call.path.startsWith('/api/v1/calls');
      expect([name, status]).toEqual([name, isVersionOfDraft ? 404 : 200]);
    }
  },
);

it.each(named(CALLS.filter(({ operationId }) => operationId !== SIGN_OUT)))(
  '%s fails for no stranger, answers as documented, and tells nobody what others keep',
  async (_, call) => {
    const line = lineOf(call);
    for (const name of [...FOREIGNERS, 'just removed', 'anonymous'] as const) {
      const answer = await ask(name, call, call.ids.length > 0 ? idsOf(call) : []);
      expect([name, answer.status < 500]).toEqual([name, true]);
      expect(Object.keys(call.responses)).toContain(String(answer.status));
      expect(answer.text).not.toContain(CANARY);
      if (name === 'anonymous' && line.others !== 'everybody') expect(answer.status).toBe(401);
      if (name === 'just removed' && !line.account && line.others !== 'everybody')
        expect(answer.status).toBe(403);
    }
  },
);

it.each(named(withId))('%s tells no foreign id from a random one, in any place', async (_, call) => {
  const line = lineOf(call);
  for (const name of ACTORS) {
    if (reaches(name, line) && COLLEAGUES.includes(name)) continue;
    const known = idsOf(call);
    const foreign = await ask(name, call, known);
    const unknown = await ask(name, call, [UNKNOWN, ...known.slice(1)]);
    if (reaches(name, line) && line.others !== 'everybody' && call.method === 'GET') {
      expect([name, foreign.status]).not.toEqual([name, 404]);
    } else if (!reaches(name, line)) expect([name, essence(foreign)]).toEqual([name, essence(unknown)]);
    expect(JSON.stringify([unknown.headers, unknown.text])).not.toContain(UNKNOWN);
  }
  // Below its own row, a colleague learns no more of a random id than that it is not there.
  for (let place = 1; place < call.ids.length; place += 1) {
    const ids = idsOf(call).map((id, index) => (index === place ? UNKNOWN : id));
    expect((await ask('owner', call, ids)).status).toBe(404);
  }
});

it.each(
  named(withId.filter((call) => call.method !== 'GET' && !ACCESS_ROWS[call.operationId]?.viewerWrites)),
)('%s is not for viewers', async (_, call) => {
  expect((await ask('member', call, idsOf(call))).status).toBe(403);
});

it.each(named(CALLS.filter(({ method, path }) => method === 'GET' && !path.includes('{'))))(
  '%s shows no stranger a word of it, to its last page',
  async (_, call) => {
    // Also to those who look for it: by the word it begins with, since what is searched for is said back.
    const searches = takesQuery(call, 'q') ? ['', `&q=${CANARY.slice(0, 6)}`] : [''];
    for (const name of [...FOREIGNERS, 'just removed', 'anonymous'] as const) {
      for (const search of searches) {
        let cursor: string | null | undefined;
        for (let page = 0; page < 20; page += 1) {
          const paged = takesQuery(call, 'cursor') ? `limit=100${cursor ? `&cursor=${cursor}` : ''}` : '';
          const answer = await ask(name, call, [], `?${paged}${search}`);
          expect(answer.text).not.toContain(CANARY);
          cursor = answer.json.nextCursor;
          if (!cursor) break;
        }
        expect(cursor ?? null).toBeNull();
      }
    }
  },
);

it('shows the filtered lists of others to nobody', async () => {
  const byName = (name: string): Call => {
    const call = CALLS.find(({ operationId }) => operationId === name);
    if (!call) throw new Error(`The list ${name} is gone.`);
    return call;
  };
  const ofSubject = [byName('listMatches'), byName('listMatchProspects')];
  const listOpportunities = byName('listOpportunities');
  const subjects = {
    proposal: 'proposal',
    consulting_request: 'consulting-request',
    organization: 'organization',
  };
  for (const name of FOREIGNERS) {
    for (const [type, row] of Object.entries(subjects)) {
      const about = (id: unknown): string => `?subjectType=${type}&subjectId=${String(id)}`;
      for (const call of ofSubject) {
        const answer = await ask(name, call, [], about(rows[row]));
        expect(answer.text).not.toContain(CANARY);
        if (name === 'administrator') continue;
        const random = await ask(name, call, [], about(UNKNOWN));
        expect([name, type, essence(answer)]).toEqual([name, type, essence(random)]);
      }
    }
    const drafts = await ask(name, listOpportunities, [], `?organizationId=${owner.organizationId}`);
    expect(drafts.status).toBe(200);
    expect(drafts.text).not.toContain(CANARY);
  }
});

it('pushes nothing of it to their sockets', () => {
  expect(listening).toHaveLength(FOREIGNERS.length);
  expect(JSON.stringify(listening.map(({ pushed }) => pushed))).not.toContain(CANARY);
});

it('changed nothing of it', async () => {
  const [left] = await system.database.query(
    `select (select row(state, version, title)::text from proposal where id = $1) as proposal,
            (select row(state, version, title)::text from consulting_request where id = $2) as request,
            (select row(state, version, title)::text from opportunity where id = $3) as opportunity,
            (select state from interest where id = $4) as interest,
            (select last_seq from conversation where id = $5) as messages`,
    ['proposal', 'consulting-request', 'opportunity', 'interest', 'conversation'].map((row) => rows[row]),
  );
  expect(left).toEqual({
    proposal: `(draft,1,${CANARY})`,
    request: `(draft,1,${CANARY})`,
    opportunity: `(draft,1,${CANARY})`,
    interest: 'accepted',
    messages: 1,
  });
});

it.each(named(CALLS.filter((call) => call.method !== 'GET' && call.operationId !== SIGN_OUT)))(
  '%s answers its owner as documented',
  async (_, call) => {
    const answer = await ask('owner', call, call.ids.length > 0 ? idsOf(call) : []);
    expect(answer.status).toBeLessThan(500);
    if (lineOf(call).others !== 'everybody') expect(answer.status).not.toBe(401);
    expect(Object.keys(call.responses)).toContain(String(answer.status));
  },
);

it('lets everybody sign out', async () => {
  const call = CALLS.find(({ operationId }) => operationId === SIGN_OUT);
  if (!call) throw new Error('Nobody can sign out.');
  for (const name of ACTORS) expect((await ask(name, call)).status).toBe(204);
});

import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { JoinConsortiumRoom } from '../../../libs/proposals/src/app/join-consortium-room.js';
import { ProposalsData } from '../../../libs/proposals/src/app/proposals-data.js';
import { SectionCommentsReader } from '../../../libs/proposals/src/app/section-comments.reader.js';
import { type Answer, Marketplace, type Member, refusal, seen } from './marketplace.js';

interface Comment {
  readonly id: string;
  readonly threadId: string | null;
  readonly author: string;
  readonly body: string;
  readonly resolvedAt: string | null;
}

let marketplace: Marketplace;
let lead: Member;
let partner: Member;
let commenter: Member;
let stranger: Member;
let secretariat: Member;
let proposal: string;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  lead = await marketplace.member('sme', 'owner');
  partner = await marketplace.member('sme', 'owner');
  commenter = await marketplace.member('sme', 'viewer', partner.organizationId);
  stranger = await marketplace.member('sme', 'owner');
  secretariat = await marketplace.member('secretariat', 'officer');
  const body = { title: 'Night walks', language: 'en', summary: 'By night.' };
  proposal = (await marketplace.ask(lead, 'POST', '/proposals', { body })).body.id;
  const { organizationId } = partner;
  expect((await post(lead, 'partners', { organizationId })).status).toBe(200);
  expect((await post(partner, 'accept-partnership')).status).toBe(200);
});
afterAll(async () => {
  await marketplace?.close();
});

const post = (member: Member, path: string, body?: object, id = proposal): Promise<Answer> =>
  marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body });
const say = (member: Member, words: object, id = proposal): Promise<Answer> =>
  post(member, 'comments', { section: 'need', body: 'Since when?', language: 'en', ...words }, id);
const said = ({ body }: Answer): readonly Comment[] => body.items as unknown as readonly Comment[];
const read = (member: Member, id = proposal): Promise<Answer> =>
  marketplace.ask(member, 'GET', `/proposals/${id}/comments`);
/** Invites a colleague of the partner to write along, as the invited person accepts. */
async function coauthor(member: Member, access: string, id = proposal): Promise<void> {
  const [row] = await marketplace.database.query<{ email: string }>(
    'select email from account where person_id = $1',
    [member.personId],
  );
  const invited = await post(lead, 'coauthors', { email: row?.email, access }, id);
  expect([invited.status, invited.body.errors]).toEqual([200, undefined]);
  const all = (invited.body as unknown as { coauthors: { id: string; personId: string }[] }).coauthors;
  const own = all.find(({ personId }) => personId === member.personId);
  expect((await post(member, `coauthors/${own?.id ?? ''}/accept`, undefined, id)).status).toBe(200);
}

describe('comments on sections', () => {
  it('are said by lead, partners and who was asked to, and answered and settled by them', async () => {
    const begun = await say(lead, { quote: 'The streets are empty.' });
    expect([begun.status, said(begun)]).toEqual([
      200,
      [expect.objectContaining({ quote: 'The streets are empty.', threadId: null, resolvedAt: null })],
    ]);
    const thread = said(begun)[0]?.id ?? '';
    expect(refusal(await say(commenter, { threadId: thread }))[0]).toBe(404);
    await coauthor(commenter, 'comment');
    expect((await read(commenter)).body).toMatchObject({ mayComment: true });
    const answered = await say(commenter, { threadId: thread, body: '2019년부터입니다.', language: 'ko' });
    expect(said(answered)[1]).toMatchObject({ threadId: thread, body: '2019년부터입니다.' });
    expect(said(answered)[1]?.author).toMatch(/^Person/);

    // An answer begins no thread, and a settled thread takes none until it is opened again.
    expect((await say(partner, { threadId: said(answered)[1]?.id })).status).toBe(404);
    const settled = await post(partner, `comments/${thread}/resolve`);
    expect(said(settled)[0]?.resolvedAt).toEqual(expect.any(String));
    expect(refusal(await post(lead, `comments/${thread}/resolve`)).slice(0, 2)).toEqual([
      409,
      'proposal/wrong-part',
    ]);
    expect(refusal(await say(lead, { threadId: thread }))[0]).toBe(409);
    expect((await post(lead, `comments/${thread}/reopen`)).status).toBe(200);
    expect((await say(lead, { threadId: thread })).status).toBe(200);

    const told = await marketplace.database.query<{ person: string }>(
      `select payload->>'toPersonId' as person from outbox_event where aggregate_id = $1
       and type = 'proposal.commented' order by occurred_at, id`,
      [proposal],
    );
    // The answer to who began, and the second one to who answered; nobody hears of their own words.
    expect(told.map(({ person }) => person)).toEqual([lead.personId, commenter.personId]);
    const trail = (await marketplace.trail(proposal)).filter((line) => line.includes('comment'));
    expect(trail).toEqual([
      'proposal.comment',
      'proposal.comment',
      'proposal.resolve-comment',
      'proposal.reopen-comment',
      'proposal.comment',
    ]);
  });

  it('are nobody else’s business: not of strangers, nor of the secretariat', async () => {
    const nowhere = await read(stranger, newId());
    for (const member of [stranger, secretariat]) {
      expect(seen(await read(member))).toEqual(seen(nowhere));
      expect((await say(member, {})).status).toBe(404);
    }
    const foreign = await marketplace.ask(stranger, 'POST', '/proposals', {
      body: { title: 'Other', language: 'en' },
    });
    const own = said(await say(stranger, {}, foreign.body.id))[0]?.id ?? '';
    // A comment of another proposal is not there.
    expect((await post(lead, `comments/${own}/resolve`)).status).toBe(404);
    expect((await say(lead, { threadId: own })).status).toBe(404);
  });

  it.each([
    [{ section: 'elsewhere' }, '/section'],
    [{ body: '' }, '/body'],
    [{ body: 'x'.repeat(4001) }, '/body'],
    [{ quote: 'x'.repeat(501) }, '/quote'],
    [{ language: 'klingonish!' }, '/language'],
    [{ threadId: 'x' }, '/threadId'],
  ])('with wrong words are refused by name (%#)', async (words, pointer) => {
    expect(refusal(await say(lead, words))).toEqual([422, 'request/invalid', [pointer]]);
  });

  it('of fifty who settle a thread at once, one wins', async () => {
    const thread = said(await say(partner, {})).at(-1)?.id ?? '';
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(lead, `comments/${thread}/resolve`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 409 && body.state === 'resolved')).toHaveLength(
      49,
    );
  });

  it('are told to open screens of the consortium, once', async () => {
    const comments = marketplace.app.get(SectionCommentsReader, { strict: false });
    const [changed, ...others] = (await comments.takeUnpushed()).filter(
      ({ proposalId }) => proposalId === proposal,
    );
    expect([...(changed?.organizationIds ?? [])].sort()).toEqual(
      [lead.organizationId, partner.organizationId].sort(),
    );
    expect([others, await comments.takeUnpushed()]).toEqual([[], []]);
  });

  it('leave what was handed in alone, and end with it', async () => {
    const before = await marketplace.ask(lead, 'GET', `/proposals/${proposal}/dossier`);
    const { sha256 } = before.body;
    expect((await say(lead, {})).status).toBe(200);
    const after = await marketplace.ask(lead, 'GET', `/proposals/${proposal}/dossier`);
    expect(after.body.sha256).toBe(sha256);
    await post(partner, 'sign-off', { sha256 });
    await marketplace.ask(lead, 'POST', `/proposals/${proposal}/submit`);
    const late = await say(lead, {});
    const { state } = (await marketplace.ask(lead, 'GET', `/proposals/${proposal}`)).body;
    if (state === 'submitted') expect(refusal(late).slice(0, 2)).toEqual([409, 'proposal/not-editable']);
    expect((await read(lead)).status).toBe(200);
  });

  it('and who was asked to write along stand in the copy of one’s data', async () => {
    const data = marketplace.app.get(ProposalsData, { strict: false });
    expect(await data.collect(commenter.personId)).toMatchObject({
      coauthorships: [{ proposalId: proposal, access: 'comment', state: 'accepted' }],
      sectionComments: [{ body: '2019년부터입니다.' }],
    });
  });
});

describe('formats', () => {
  it('that alone have changed are told apart from words', async () => {
    const id = newId();
    const rich = (marks: object[]): object => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Empty streets.', marks }] }],
    });
    const content = (marks: object[]): string =>
      JSON.stringify({
        ...{ title: 'Formats', summary: 'S', language: 'en', partnersSought: null, themes: [] },
        ...{ collaboration: [], sdgTargets: [], budget: null, period: null },
        dossier: {
          ...{ answers: {}, sections: { need: rich(marks) }, workPlan: [], budgetLines: [] },
          ...{ leadTask: null, partners: [], annexes: [], signOffs: [], letters: [], callId: null },
          ...{ callVersion: null, stage: null, signedSha256: 'a'.repeat(64) },
        },
      });
    await marketplace.database.query(
      `insert into proposal (id, organization_id, created_by, state, language, title, summary, submissions)
       values ($1, $2, $3, 'submitted', 'en', 'Formats', 'S', 2)`,
      [id, lead.organizationId, lead.personId],
    );
    for (const [number, marks] of [[1, []] as const, [2, [{ type: 'bold' }]] as const])
      await marketplace.database.query(
        `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
         values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
        [newId(), lead.organizationId, id, number, content([...marks]), 'a'.repeat(64), lead.personId],
      );
    const { body } = await marketplace.ask(lead, 'GET', `/proposals/${id}/version-comparison?from=1&to=2`);
    const { fields } = body as unknown as { fields: { isChanged: boolean; isReformatted: boolean }[] };
    expect(fields.filter(({ isChanged }) => isChanged)).toEqual([]);
    expect(fields.filter(({ isReformatted }) => isReformatted)).toHaveLength(1);
  });
});

describe('the conversation of a consortium', () => {
  interface Room {
    readonly title: { readonly text: string };
    readonly subjectFacts: readonly {
      readonly code: string;
      readonly text: string;
      readonly href?: string;
    }[];
    readonly participants: readonly { readonly personId: string }[];
  }
  let id: string;
  const roomOf = async (member: Member): Promise<string | null> => {
    const { body } = await marketplace.ask(member, 'GET', `/proposals/${id}/dossier`);
    return (body as unknown as { conversationId: string | null }).conversationId;
  };
  const at = (room: string | null, member: Member, rest = ''): Promise<Answer> =>
    marketplace.ask(member, 'GET', `/conversations/${room ?? ''}${rest}`);
  const heard = async (room: string | null, member: Member): Promise<unknown[]> => {
    const { body } = await at(room, member, '/messages');
    return (body.items as unknown as { seq: number; body: string }[]).map((said) => said.body || said.seq);
  };
  const post = (room: string | null, member: Member, body: string): Promise<Answer> =>
    marketplace.ask(member, 'POST', `/conversations/${room ?? ''}/messages`, {
      body: { body, clientMessageId: newId() },
    });
  const part = async (member: Member, path: string, body?: object): Promise<void> => {
    const answer = await marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body });
    expect([path, answer.status]).toEqual([path, 200]);
  };

  it('opens with its second person, grows with it, and tells what it is about', async () => {
    const body = { title: 'Boats at night', language: 'en', summary: 'By night.' };
    id = (await marketplace.ask(lead, 'POST', '/proposals', { body })).body.id;
    await part(lead, 'partners', { organizationId: partner.organizationId });
    expect(await roomOf(lead)).toBeNull();
    await part(partner, 'accept-partnership');
    const room = await roomOf(lead);
    expect(room).toEqual(expect.any(String));
    expect(await roomOf(partner)).toBe(room);
    const shown = (await at(room, partner)).body as unknown as Room;
    expect(shown.participants.map(({ personId }) => personId).sort()).toEqual(
      [lead.personId, partner.personId].sort(),
    );
    expect(shown.title.text).toBe('Boats at night');
    expect(shown.subjectFacts).toMatchObject([
      { code: 'proposal.title', text: 'Boats at night', href: `proposals/${id}` },
      { code: 'proposal.consortium', text: expect.stringMatching(/^Organization \d+, Organization \d+$/) },
    ]);
    for (const other of [stranger, secretariat, commenter]) expect((await at(room, other)).status).toBe(404);

    // A person who only writes along comes for themselves, somebody new by the seat; both read what was said.
    expect((await post(room, lead, 'Welcome.')).status).toBe(201);
    await coauthor(commenter, 'comment', id);
    expect(await heard(room, commenter)).toEqual(['Welcome.', 2]);
    const newcomer = await marketplace.member('sme', 'editor', partner.organizationId);
    const join = marketplace.app.get(JoinConsortiumRoom, { strict: false });
    for (const proposalId of await join.waiting(newcomer))
      await marketplace.app
        .get(UnitOfWork)
        .run(systemActor(newId()), (tx) => join.within(tx, proposalId, newcomer));
    expect(await heard(room, newcomer)).toContain('Welcome.');
    expect(await join.waiting(await marketplace.member('sme', 'viewer', partner.organizationId))).toEqual([]);
  });

  it('has no word after it for who was taken off, at once and by a number', async () => {
    const room = await roomOf(lead);
    const { body } = await marketplace.ask(lead, 'GET', `/proposals/${id}/dossier`);
    const along = (body as unknown as { coauthors: { id: string; personId: string }[] }).coauthors;
    const own = along.find(({ personId }) => personId === commenter.personId);
    await part(lead, `coauthors/${own?.id ?? ''}/remove`);
    expect((await post(room, partner, 'Without her.')).status).toBe(201);
    expect(await heard(room, commenter)).not.toContain('Without her.');
    expect((await post(room, commenter, 'Still here?')).status).not.toBe(201);

    await part(lead, `partners/${partner.organizationId}/remove`);
    expect((await post(room, lead, 'Without them.')).status).toBe(201);
    expect(await heard(room, partner)).not.toContain('Without them.');
    expect((await post(room, partner, 'Still here?')).status).not.toBe(201);
    const left = await marketplace.database.query<{ open: number; numbered: number }>(
      `select count(*) filter (where left_seq is null)::int as open, count(left_seq)::int as numbered
       from participant where conversation_id = $1`,
      [room],
    );
    expect(left).toEqual([{ open: 1, numbered: 3 }]);

    // Asked again, they are back, and hear what was said meanwhile.
    await part(lead, 'partners', { organizationId: partner.organizationId });
    await part(partner, 'accept-partnership');
    expect(await heard(room, partner)).toContain('Without them.');
  });
});

import { CaseLibrary, ConsultingMoves, SelectedQuotes } from '#libs/consulting';
import { systemActor } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import type { Transaction } from '#libs/platform/database';
import { DueRequests } from '../../../libs/consulting/src/app/due-requests.js';
import { WatchExperts } from '../../../libs/consulting/src/app/watch-experts.js';
import { WatchQuotes } from '../../../libs/consulting/src/app/watch-quotes.js';
import { type Answer, Marketplace, type Member, refusal, worked } from '../proposals/marketplace.js';

let marketplace: Marketplace;
let city: Member;
let viewer: Member;
let desk: Member;
let experts: Member[];
let stranger: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  city = await marketplace.member('city', 'officer');
  viewer = await marketplace.member('city', 'viewer', city.organizationId);
  desk = await marketplace.member('secretariat', 'officer');
  stranger = await marketplace.member('sme', 'owner');
  experts = [];
  for (let count = 0; count < 6; count += 1) experts.push(await marketplace.member('consultancy', 'owner'));
  await marketplace.database.query(`update organization set tpo_membership = 'city_member' where id = $1`, [
    city.organizationId,
  ]);
}, 60_000);
afterAll(async () => {
  await marketplace?.close();
});

const expert = (at: number): Member => {
  const found = experts[at];
  if (!found) throw new Error('There are not so many experts.');
  return found;
};
const said = { words: 'Which pier?', language: 'en' };
const ASKED = {
  ...{ title: 'Blocks behind the pier', language: 'en', text: 'How should they be laid out?' },
  ...{ goal: 'A plan to tender', areas: ['con.cruise_port'] },
};
const QUOTE = {
  ...{ scope: 'Two workshops and a plan', language: 'en', sessions: 2 },
  deliverables: [{ title: 'Plan', dueDay: '2099-05-31' }],
  ...{ fee: { amountMinor: 9_000_000, currency: 'KRW' }, tax: { amountMinor: 900_000, currency: 'KRW' } },
  validUntil: '2099-04-30',
};
const post = (member: Member, path: string, body: object = {}, version?: number): Promise<Answer> =>
  marketplace.ask(member, 'POST', path, { body, version });
const get = (member: Member, path: string): Promise<Answer> => marketplace.ask(member, 'GET', path);

async function submitted(body: object = {}, member = city): Promise<string> {
  const created = await post(member, '/consulting-requests', { ...ASKED, ...body });
  expect([created.status, created.text]).toEqual([201, expect.anything()]);
  const { status, text } = await post(member, `/consulting-requests/${created.body.id}/submit`);
  expect([status, text]).toEqual([200, expect.anything()]);
  return created.body.id;
}

async function verb(member: Member, id: string, name: string, body: object = {}): Promise<Answer> {
  return post(member, `/consulting-requests/${id}/${name}`, body);
}

async function invitationOf(member: Member, requestId: string): Promise<string> {
  const [row] = await marketplace.database.query<{ id: string }>(
    'select id from expert_invitation where request_id = $1 and organization_id = $2',
    [requestId, member.organizationId],
  );
  return row?.id ?? '';
}

async function accept(member: Member, requestId: string): Promise<Answer> {
  const id = await invitationOf(member, requestId);
  return post(member, `/expert-invitations/${id}/accept`, { noConflict: true, confidentiality: true });
}

/** A committee request for which these have accepted. */
async function quoting(...who: Member[]): Promise<string> {
  const id = await submitted({ kind: 'committee' });
  const organizationIds = who.map(({ organizationId }) => organizationId);
  expect((await verb(desk, id, 'invite', { organizationIds })).status).toBe(200);
  for (const member of who) expect((await accept(member, id)).status).toBe(200);
  return id;
}

const quote = (member: Member, id: string, changes: object = {}): Promise<Answer> =>
  post(member, `/consulting-requests/${id}/quotes`, { ...QUOTE, ...changes });
const quoteIdOf = ({ body }: Answer): string => (body as unknown as { quote: { id: string } }).quote.id;
const stateOf = async (id: string): Promise<string> => {
  const [row] = await marketplace.database.query<{ state: string }>(
    'select state from consulting_request where id = $1',
    [id],
  );
  return row?.state ?? '';
};
const told = async (id: string): Promise<string[]> => {
  const rows = await marketplace.database.query<{ type: string }>(
    `select type from outbox_event where aggregate_id = $1 or payload ->> 'requestId' = $1::text order by id`,
    [id],
  );
  return rows.map(({ type }) => type);
};
const inTransaction = (work: (tx: Transaction) => Promise<unknown>) =>
  marketplace.app.get(UnitOfWork).run(systemActor(newId()), work);
/** What the timer of a request does when it rings. */
const ring = (id: string) => inTransaction((tx) => marketplace.app.get(DueRequests).move(tx, id));
const makeDue = (id: string) =>
  marketplace.database.query(
    `update consulting_request set due_at = now() - interval '1 s', quotes_close_at = quotes_close_at - interval '1 year'
     where id = $1`,
    [id],
  );

describe('the desk', () => {
  it('answers a request of a member city by a past case', async () => {
    const written = await post(desk, '/case-library', {
      ...{ areas: ['con.cruise_port'], language: 'ko', title: '기항지 부두 뒤 상점가' },
      ...{ question: '승객이 부두에서 바로 버스를 탑니다.', answer: '지붕 있는 길을 놓았습니다.' },
    });
    expect(written.status).toBe(201);
    const suggested = await post(city, '/case-library/suggest', {
      ...{ language: 'en', title: 'Shops behind our cruise pier', text: 'Passengers leave by bus.' },
      areas: ['con.cruise_port'],
    });
    expect(suggested.body.items.map(({ id }) => id)).toEqual([written.body.id]);

    const id = await submitted({ kind: 'committee' });
    const { body } = await get(desk, '/consulting-desk/requests?waitsOn=secretariat');
    expect(body.items).toContainEqual(
      expect.objectContaining({ id, waitsOn: 'secretariat', dueIsKnown: true }),
    );
    expect((await verb(desk, id, 'take')).body.state).toBe('triage');
    expect((await verb(desk, id, 'ask-information', said)).body.state).toBe('need_info');
    expect((await verb(city, id, 'give-information', said)).body.state).toBe('triage');
    expect(refusal(await verb(desk, id, 'answer', {}))).toEqual([
      422,
      'consulting-request/answer-empty',
      ['/caseId'],
    ]);
    const answered = await verb(desk, id, 'answer', { caseId: written.body.id });
    expect(answered.body).toMatchObject({ state: 'answered', answeredCaseId: written.body.id });
    expect(await told(id)).toEqual([
      'consulting-request.submitted',
      'consulting-request.arrived',
      'consulting-request.taken',
      'consulting-request.information-asked',
      'consulting-request.information-given',
      'consulting-request.answered',
      'consulting-request.settled',
    ]);
    expect(await marketplace.trail(id)).toEqual([
      'consulting-request.create→draft',
      'consulting-request.submit draft→submitted',
      'consulting-request.take submitted→triage',
      'consulting-request.ask-information triage→need_info',
      'consulting-request.give-information need_info→triage',
      'consulting-request.answer triage→answered',
    ]);
  });

  it('finds cases by words inside Korean text, and not by words no case has', async () => {
    const found = async (q: string) =>
      (await get(stranger, `/case-library?q=${encodeURIComponent(q)}`)).body.items;
    expect(await found('상점가')).toHaveLength(1);
    expect(await found('golf caddies')).toEqual([]);
    expect((await get(stranger, '/case-library')).body.items).toHaveLength(1);
  });

  it('is for the secretariat, and the committee for member cities', async () => {
    const id = await submitted({ kind: 'committee' });
    expect((await verb(city, id, 'take')).status).toBe(403);
    expect((await get(city, '/consulting-desk')).status).toBe(403);
    expect((await get(expert(0), `/consulting-requests/${id}`)).status).toBe(404);
    const refused = await post(stranger, '/consulting-requests', { ...ASKED, kind: 'committee' });
    expect([refused.status, refused.body.code]).toEqual([403, 'consulting-request/member-cities-only']);
    expect((await verb(viewer, id, 'cancel')).status).toBe(403);
    expect((await verb(city, id, 'cancel', { said })).body.state).toBe('cancelled');
    expect((await verb(desk, id, 'take')).status).toBe(409);
  });
});

describe('clocks', () => {
  it('tell both sides that the desk is late, and close the request the third time; once, however often they ring', async () => {
    const id = await submitted({ kind: 'committee' });
    await ring(id);
    expect(await stateOf(id)).toBe('submitted');
    for (const state of ['submitted', 'submitted', 'unanswered']) {
      await makeDue(id);
      // Two schedulers at once, and once more: the row says what is due.
      await Promise.all([ring(id), ring(id)]);
      await ring(id);
      expect(await stateOf(id)).toBe(state);
    }
    const [last] = await marketplace.database.query<{ code: string }>(
      'select code from consulting_step where request_id = $1 order by at desc limit 1',
      [id],
    );
    expect(last?.code).toBe('desk-silent');
    const events = await told(id);
    expect(events.filter((type) => type === 'consulting-request.overdue')).toHaveLength(2);
    expect(events.filter((type) => type === 'consulting-request.delayed')).toHaveLength(2);
    expect(events.slice(-2)).toEqual(['consulting-request.unanswered', 'consulting-request.settled']);
  });

  it('count by the library of holidays before a calendar is filled, and say where none is known', async () => {
    // Nobody has filled any calendar here: Korea's holidays are known all the same, Nepal's are not.
    const isKnown = async (): Promise<boolean> => {
      const id = await submitted({ kind: 'committee' });
      const { body } = await get(city, `/consulting-requests/${id}`);
      return (body as unknown as { dueIsKnown: boolean }).dueIsKnown;
    };
    const moveTo = (country: string) =>
      marketplace.database.query('update organization set country = $2 where id = $1', [
        ...[city.organizationId, country],
      ]);
    expect(await isKnown()).toBe(true);
    await moveTo('NP');
    expect(await isKnown()).toBe(false);
    await moveTo('KR');
  });

  it('end what members ask by name for a reason of its own, where nobody who was asked ever answers', async () => {
    const id = await submitted({ namedConsultants: [expert(0).organizationId] }, stranger);
    const invitation = await invitationOf(expert(0), id);
    await marketplace.database.query(
      `update expert_invitation set due_at = now() - interval '1 s' where id = $1`,
      [invitation],
    );
    await inTransaction((tx) => marketplace.app.get(WatchExperts).expire(tx, invitation));
    for (const state of ['triage', 'triage', 'unanswered']) {
      await makeDue(id);
      await ring(id);
      expect(await stateOf(id)).toBe(state);
    }
    const { steps } = (await get(stranger, `/consulting-requests/${id}/history`)).body as unknown as {
      steps: { verb: string; code: string | null }[];
    };
    expect(steps.at(-1)).toMatchObject({ verb: 'leave-unanswered', code: 'experts-silent' });
  });

  it('end a question nobody answers, and remind before', async () => {
    const id = await submitted({ kind: 'committee' });
    await verb(desk, id, 'ask-information', said);
    await inTransaction((tx) => marketplace.app.get(DueRequests).remind(tx, id));
    await makeDue(id);
    await ring(id);
    expect(await stateOf(id)).toBe('cancelled');
    expect(await told(id)).toContain('consulting-request.information-reminded');
    expect(await told(id)).toContain('consulting-request.lapsed');
  });

  it('give a request back when an expert never answers, and let others be asked', async () => {
    const id = await submitted({ namedConsultants: [expert(0).organizationId] }, stranger);
    expect(await stateOf(id)).toBe('matching');
    const invitation = await invitationOf(expert(0), id);
    const due = (tx: Transaction) => marketplace.app.get(WatchExperts).expire(tx, invitation);
    await inTransaction(due);
    expect(await stateOf(id)).toBe('matching');
    await inTransaction((tx) => marketplace.app.get(WatchExperts).remind(tx, invitation));
    await inTransaction((tx) => marketplace.app.get(WatchExperts).remind(tx, invitation));
    await marketplace.database.query(
      `update expert_invitation set due_at = now() - interval '1 s' where id = $1`,
      [invitation],
    );
    expect((await accept(expert(0), id)).body.code).toBe('expert-invitation/over');
    await Promise.all([inTransaction(due), inTransaction(due)]);
    expect(await stateOf(id)).toBe('triage');
    const events = await told(id);
    for (const once of [
      'expert-invitation.reminded',
      'expert-invitation.expired',
      'consulting-request.returned',
    ])
      expect([once, events.filter((type) => type === once)]).toEqual([once, [once]]);

    expect((await verb(desk, id, 'invite', { organizationIds: [expert(1).organizationId] })).status).toBe(
      200,
    );
    const second = await invitationOf(expert(1), id);
    const declined = await post(expert(1), `/expert-invitations/${second}/decline`, { reason: 'no-time' });
    expect(declined.body.state).toBe('declined');
    expect(await stateOf(id)).toBe('triage');
    expect((await verb(desk, id, 'leave-unanswered', said)).body.state).toBe('unanswered');
  });
});

describe('experts', () => {
  it('are asked up to a number, once each, and only consultancies', async () => {
    const id = await submitted({ kind: 'committee' });
    const invite = (...who: Member[]) =>
      verb(desk, id, 'invite', { organizationIds: who.map(({ organizationId }) => organizationId) });
    expect(refusal(await invite(expert(0), stranger))).toEqual([
      422,
      'expert-invitation/not-invitable',
      ['/organizationIds/1'],
    ]);
    expect((await invite(expert(0), expert(1), expert(2))).status).toBe(200);
    expect((await invite(expert(0))).body.errors?.[0]?.code).toBe('expert-invitation/asked-already');
    expect((await invite(expert(3), expert(4), expert(5))).body.code).toBe('expert-invitation/too-many');
    const named = { namedConsultants: experts.slice(0, 4).map(({ organizationId }) => organizationId) };
    expect((await post(stranger, '/consulting-requests', { ...ASKED, ...named })).status).toBe(422);
  });

  it('who bear a part of the cost are neither asked nor named, and hand in no quote', async () => {
    const payer = expert(0).organizationId;
    const costBearers = [
      { organizationId: city.organizationId, shareBasisPoints: 7_000 },
      { organizationId: payer, shareBasisPoints: 3_000 },
    ];
    const asked = await submitted({ kind: 'committee', costBearers });
    const invited = await verb(desk, asked, 'invite', {
      organizationIds: [expert(1).organizationId, payer],
    });
    expect(refusal(invited)).toEqual([422, 'expert-invitation/not-invitable', ['/organizationIds/1']]);
    expect(invited.body.errors?.[0]?.code).toBe('expert-invitation/bears-the-cost');

    // Asked while it did not pay; it does since it took in one that does.
    const id = await quoting(expert(0));
    for (const { organizationId, shareBasisPoints } of costBearers)
      await marketplace.database.query(
        `insert into consulting_cost_bearer (request_id, organization_id, share_basis_points) values ($1, $2, $3)`,
        [id, organizationId, shareBasisPoints],
      );
    expect(refusal(await quote(expert(0), id))).toEqual([
      422,
      'quote/contradictory',
      ['/costShares/1/organizationId'],
    ]);
    const costShares = [{ organizationId: city.organizationId, shareBasisPoints: 10_000 }];
    expect((await quote(expert(0), id, { costShares })).status).toBe(201);
  });

  it('declare both, or do not take it; of each other they learn nothing', async () => {
    const id = await submitted({ kind: 'committee', confidential: true });
    await verb(desk, id, 'invite', {
      organizationIds: [expert(0), expert(1)].map((one) => one.organizationId),
    });
    const invitation = await invitationOf(expert(0), id);
    const half = { noConflict: true, confidentiality: false };
    expect(refusal(await post(expert(0), `/expert-invitations/${invitation}/accept`, half))).toEqual([
      422,
      'expert-invitation/not-declared',
      ['/confidentiality'],
    ]);
    expect((await post(expert(1), `/expert-invitations/${invitation}/accept`, half)).status).toBe(404);
    expect((await accept(expert(0), id)).body.state).toBe('accepted');
    expect((await get(expert(0), `/consulting-requests/${id}`)).body.state).toBe('quoting');
    expect((await get(expert(0), `/consulting-requests/${id}/invitations`)).status).toBe(404);
    expect((await get(expert(0), `/consulting-requests/${id}/history`)).body).toEqual({ steps: [] });
    expect((await get(expert(2), `/consulting-requests/${id}`)).status).toBe(404);
    expect((await quote(expert(1), id)).body.code).toBe('quote/closed');
    expect((await quote(expert(2), id)).status).toBe(404);
  });
});

describe('quotes', () => {
  it('are sealed: neither a page, a count, a version nor a notice tells of one before three are in', async () => {
    const id = await quoting(expert(0), expert(1), expert(2));
    const look = async () => {
      const pages = [`/consulting-requests/${id}`, `/consulting-requests/${id}/quotes`];
      pages.push(`/consulting-requests/${id}/invitations`, `/consulting-requests/${id}/history`);
      const seen: unknown[] = [];
      for (const member of [city, desk])
        for (const page of pages) {
          const { status, text, headers } = await get(member, page);
          seen.push([status, text, headers.etag]);
        }
      for (const page of ['/consulting-desk', '/consulting-desk/requests', `/consulting-requests?total=true`])
        seen.push((await get(page.startsWith('/consulting-desk') ? desk : city, page)).text);
      seen.push((await get(expert(2), `/consulting-requests/${id}/quotes`)).text);
      return JSON.stringify(seen);
    };
    const before = await look();
    expect(before).toContain('isSealed');
    const first = await quote(expert(0), id);
    expect(first.status).toBe(201);
    const firstId = quoteIdOf(first);
    const revised = { ...QUOTE, fee: { amountMinor: 8_000_000, currency: 'KRW' } };
    expect((await post(expert(0), `/quotes/${firstId}/revise`, revised, 1)).status).toBe(200);
    expect((await post(expert(0), `/quotes/${firstId}/revise`, revised, 1)).status).toBe(412);
    await quote(expert(1), id, {
      fee: { amountMinor: 600_000, currency: 'JPY' },
      tax: { amountMinor: 0, currency: 'JPY' },
    });
    const own = await get(expert(1), `/consulting-requests/${id}/quotes`);
    expect(own.body.items).toHaveLength(1);
    // To the last byte and version what it was before.
    expect((await look()) === before).toBe(true);
    for (const member of [city, desk, expert(1), stranger])
      expect((await get(member, `/quotes/${firstId}`)).status).toBe(404);
    expect((await post(city, `/quotes/${firstId}/select`, { reason: 'price' })).status).toBe(404);
    expect((await told(id)).filter((type) => type.includes('quotes-opened'))).toEqual([]);

    await quote(expert(2), id);
    expect((await told(id)).slice(-1)).toEqual(['consulting-request.quotes-opened']);
    const opened = await get(city, `/consulting-requests/${id}/quotes`);
    expect(opened.body).toMatchObject({ isSealed: false, differing: ['fee', 'tax', 'total'] });
    expect(opened.body.items).toHaveLength(3);
    expect((await post(expert(0), `/quotes/${firstId}/revise`, revised)).body.code).toBe('quote/opened');
    expect((await get(expert(1), `/consulting-requests/${id}/quotes`)).body.items).toHaveLength(1);
    expect((await get(desk, `/quotes/${firstId}`)).status).toBe(200);
  });

  it('are not even read for others while they are sealed, so that no answer can take longer for one', async () => {
    const id = await quoting(expert(0), expert(1));
    await quote(expert(0), id);
    await marketplace.database.query('revoke select on quote, quote_version from ttn_app');
    try {
      expect((await get(expert(0), `/consulting-requests/${id}/quotes`)).status).toBe(500);
      for (const member of [city, desk])
        for (const page of ['', '/quotes', '/quotes?currency=USD', '/invitations', '/history'])
          expect([page, (await get(member, `/consulting-requests/${id}${page}`)).status]).toEqual([
            page,
            200,
          ]);
      for (const page of ['/consulting-requests?total=true', '/case-library'])
        expect([page, (await get(city, page)).status]).toEqual([page, 200]);
    } finally {
      await marketplace.database.query('grant select on quote, quote_version to ttn_app');
    }
  });

  it('cost whoever asks for a sealed one by its id as much as one that is not there, to the last byte', async () => {
    const id = await quoting(expert(0), expert(1));
    const sealed = quoteIdOf(await quote(expert(0), id));
    for (const member of [city, desk, expert(1), stranger])
      for (const ask of [
        (one: string) => get(member, `/quotes/${one}`),
        (one: string) => post(member, `/quotes/${one}/select`, { reason: 'price' }),
        (one: string) => post(member, `/quotes/${one}/revise`, QUOTE),
        (one: string) => post(member, `/quotes/${one}/withdraw`),
      ])
        expect(await worked(() => ask(sealed))).toEqual(await worked(() => ask(newId())));
    // An expert's own list is as long, and took as much, with the quote of another as without.
    const list = () => worked(() => get(expert(1), `/consulting-requests/${id}/quotes`));
    const withOther = await list();
    await post(expert(0), `/quotes/${sealed}/withdraw`);
    expect(await list()).toEqual(withOther);
  });

  it('are shown in another currency by a stated rate, with its day, and never without one', async () => {
    const id = await quoting(expert(0));
    await quote(expert(0), id);
    expect((await verb(city, id, 'close-quotes')).body).toMatchObject({ state: 'quoting' });
    const converted = async () =>
      (await get(city, `/consulting-requests/${id}/quotes?currency=USD`)).body.items[0];
    expect(await converted()).toMatchObject({ converted: null });
    const rate = { currency: 'KRW', unitsPerDollar: 1_500, statedOn: '2026-11-20', source: 'Bank of Korea' };
    expect((await post(desk, '/currency-rates', rate)).status).toBe(200);
    expect((await post(city, '/currency-rates', rate)).status).toBe(403);
    expect((await post(desk, '/currency-rates', { ...rate, unitsPerDollar: 0 })).status).toBe(422);
    expect(await converted()).toMatchObject({
      converted: { amount: { amountMinor: 660_000, currency: 'USD' }, statedOn: '2026-11-20' },
      parts: [{ organizationId: city.organizationId, shareBasisPoints: 10_000, amountMinor: 9_900_000 }],
    });
  });

  it.each<[string, object, string[]]>([
    ['negative money', { fee: { amountMinor: -1, currency: 'KRW' } }, ['/fee/amountMinor']],
    ['huge money', { fee: { amountMinor: 9e15, currency: 'KRW' } }, ['/fee/amountMinor']],
    ['part of a unit', { fee: { amountMinor: 0.5, currency: 'KRW' } }, ['/fee/amountMinor']],
    ['a currency nobody knows', { fee: { amountMinor: 1, currency: 'XQX' } }, ['/fee/currency']],
    ['tax in another currency', { tax: { amountMinor: 1, currency: 'JPY' } }, ['/tax/currency']],
    ['a day that has passed', { validUntil: '2020-01-01' }, ['/validUntil']],
    [
      'work due before today',
      { deliverables: [{ title: 'Plan', dueDay: '2020-01-01' }] },
      ['/deliverables/0/dueDay'],
    ],
    [
      'shares that are not all',
      { costShares: [{ organizationId: newId(), shareBasisPoints: 9 }] },
      ['/costShares'],
    ],
    [
      'a stranger who pays',
      { costShares: [{ organizationId: newId(), shareBasisPoints: 10_000 }] },
      ['/costShares/0/organizationId'],
    ],
  ])('with %s are refused, and nothing is half done', async (_, changes, pointers) => {
    const [open] = await marketplace.database.query<{ id: string }>(
      `select r.id from consulting_request r join expert_invitation i on i.request_id = r.id
       where r.state = 'quoting' and r.quotes_opened_at is null and i.state = 'accepted' and i.organization_id = $1`,
      [expert(5).organizationId],
    );
    const id = open?.id ?? (await quoting(expert(5)));
    const refused = refusal(await quote(expert(5), id, changes));
    expect([refused[0], [...new Set(refused[2])]]).toEqual([422, pointers]);
    const [{ count } = { count: -1 }] = await marketplace.database.query<{ count: number }>(
      'select count(*)::int as count from quote where request_id = $1',
      [id],
    );
    expect(count).toBe(0);
  });

  it('are chosen once by fifty at a time; the others are told why, and engagements get what they need', async () => {
    const id = await quoting(expert(0), expert(1), expert(2), expert(3));
    const ids: string[] = [];
    for (const at of [0, 1, 2]) ids.push(quoteIdOf(await quote(expert(at), id)));
    const choices = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        post(city, `/quotes/${ids[at % 3]}/select`, { reason: 'scope', said }).then(({ status }) => status),
      ),
    );
    expect(choices.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(choices)).toEqual(new Set([200, 409]));
    const states = await marketplace.database.query<{ state: string; reason: string | null }>(
      'select state, reason from quote where request_id = $1 order by state',
      [id],
    );
    expect(states).toEqual([
      { state: 'not_selected', reason: 'scope' },
      { state: 'not_selected', reason: 'scope' },
      { state: 'selected', reason: null },
    ]);
    const events = await told(id);
    expect(events.filter((type) => type === 'quote.selected')).toHaveLength(1);
    expect(events.filter((type) => type === 'quote.not-selected')).toHaveLength(2);
    // Only the one who has not quoted needs to be told that the request is settled.
    expect(events.filter((type) => type === 'expert-invitation.released')).toHaveLength(1);

    const chosen = await marketplace.app.get(SelectedQuotes).of(marketplace.app.get(Database), id);
    expect(chosen).toMatchObject({
      requestId: id,
      ...{ feeMinor: 9_000_000, taxMinor: 900_000, currency: 'KRW', sessions: 2, goal: 'A plan to tender' },
      requester: { organizationId: city.organizationId, personId: city.personId },
      costBearers: [{ organizationId: city.organizationId, shareBasisPoints: 10_000 }],
    });
    const moves = marketplace.app.get(ConsultingMoves);
    await inTransaction((tx) => moves.engage(tx, id));
    await expect(inTransaction((tx) => moves.engage(tx, id))).rejects.toThrow('engage');
    await inTransaction((tx) => moves.close(tx, id));
    expect(await stateOf(id)).toBe('closed');
    const learnt = {
      ...{ areas: [], language: 'en', title: 'Covered walks', question: 'Rain?', answer: 'Roofs.' },
      ...{ countryOfRequester: 'KR', sourceEngagementId: newId() },
    };
    const library = marketplace.app.get(CaseLibrary);
    const once = await inTransaction((tx) => library.add(tx, learnt));
    expect(await inTransaction((tx) => library.add(tx, learnt))).toBe(once);
  }, 60_000);

  it('are taken no more once they are open; where all are taken back the secretariat has the request again', async () => {
    const id = await quoting(expert(0), expert(1), expert(2), expert(3));
    expect((await verb(desk, id, 'invite', { organizationIds: [expert(4).organizationId] })).status).toBe(
      200,
    );
    const ids: string[] = [];
    for (const at of [0, 1, 2]) ids.push(quoteIdOf(await quote(expert(at), id)));

    // The price the others know by now cannot be undercut, neither by an author nor by who has waited.
    const cheaper = { fee: { amountMinor: 1, currency: 'KRW' } };
    expect((await post(expert(0), `/quotes/${ids[0]}/withdraw`)).status).toBe(200);
    for (const late of [expert(0), expert(3)])
      expect(refusal(await quote(late, id, cheaper))).toEqual([409, 'quote/closed', []]);
    expect(refusal(await accept(expert(4), id))).toEqual([409, 'expert-invitation/over', []]);
    await inTransaction(async (tx) =>
      marketplace.app.get(WatchExperts).remind(tx, await invitationOf(expert(4), id)),
    );
    expect(await told(id)).not.toContain('expert-invitation.reminded');

    expect((await post(expert(1), `/quotes/${ids[1]}/withdraw`)).status).toBe(200);
    expect(await stateOf(id)).toBe('quoting');
    expect((await post(expert(2), `/quotes/${ids[2]}/withdraw`)).status).toBe(200);
    expect((await get(desk, `/consulting-requests/${id}`)).body).toMatchObject({
      ...{ state: 'triage', waitsOn: 'secretariat', dueAt: expect.any(String), quotesOpenedAt: null },
    });
    expect((await told(id)).slice(-1)).toEqual(['consulting-request.nobody-left']);
  });

  it('run out, are taken back, and give the request back when none is left', async () => {
    const id = await quoting(expert(0), expert(1));
    const [first, second] = [await quote(expert(0), id), await quote(expert(1), id)].map(quoteIdOf);
    await makeDue(id);
    // Their close counts by the clock, before anybody has rung.
    expect((await post(expert(0), `/quotes/${first}/revise`, QUOTE)).body.code).toBe('quote/closed');
    await Promise.all([ring(id), ring(id)]);
    expect((await get(city, `/consulting-requests/${id}/quotes`)).body.items).toHaveLength(2);
    expect((await post(expert(0), `/quotes/${first}/withdraw`)).status).toBe(200);
    expect(await stateOf(id)).toBe('quoting');
    const expire = (tx: Transaction) => marketplace.app.get(WatchQuotes).expire(tx, second ?? '');
    await inTransaction(expire);
    expect(await stateOf(id)).toBe('quoting');
    await marketplace.database.query(`update quote set valid_until = current_date - 1 where id = $1`, [
      second,
    ]);
    await Promise.all([inTransaction(expire), inTransaction(expire)]);
    expect(await stateOf(id)).toBe('triage');
    const events = await told(id);
    expect(events.filter((type) => type === 'quote.expired')).toHaveLength(1);
    expect(events).toContain('quote.taken-back');
    expect(events.slice(-1)).toEqual(['consulting-request.nobody-left']);
  });
});

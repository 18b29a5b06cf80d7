import ICAL from 'ical.js';
import { EngagementClock } from '../../../libs/engagements/src/app/engagement-clock.js';
import { SessionCalendar } from '../../../libs/engagements/src/app/session-calendar.js';
import { WorkClock } from '../../../libs/engagements/src/app/work-clock.js';
import type { EventEnvelope } from '#libs/contracts';
import { newId } from '#libs/platform/database';
import { type Answer, refusal, seen, worked } from '../proposals/marketplace.js';
import { type Cast, EngagementWorld, inHours, said, session } from './engagement-world.js';

let world: EngagementWorld;
let cast: Cast;

beforeAll(async () => {
  world = await EngagementWorld.open();
  cast = await world.cast();
});
afterAll(async () => {
  await world?.market.close();
});

const clock = (): EngagementClock => world.market.app.get(EngagementClock, { strict: false });
const workClock = (): WorkClock => world.market.app.get(WorkClock, { strict: false });
const stateOf = async (id: string): Promise<string> => (await world.room(id, cast.requester)).state;
const code = (answer: Answer): unknown => [answer.status, answer.body.code];

describe('an agreement', () => {
  it('comes of a chosen quote once, however often it is started, with its conversation', async () => {
    const request = await world.chosenQuote(cast);
    await Promise.all([world.start(request), world.start(request), world.start(request)]);
    await world.start(request);
    const rows = await world.market.database.query('select 1 from engagement where request_id = $1', [
      request,
    ]);
    expect(rows).toHaveLength(1);
    const [{ state } = { state: '' }] = await world.market.database.query<{ state: string }>(
      'select state from consulting_request where id = $1',
      [request],
    );
    expect(state).toBe('engaged');
  });

  it('is not begun where the parts of those who pay are not the whole, so that nobody owes the part of another', async () => {
    const request = await world.chosenQuote({ ...cast, bearer: cast.consultant });
    await expect(world.start(request)).rejects.toThrow('6667 of 10000');
    const begun = 'select from engagement where request_id = $1';
    expect(await world.market.database.query(begun, [request])).toEqual([]);
  });

  it('is signed by consultant, requester and whoever pays, in this order, by those who may', async () => {
    const id = await world.started(cast);
    const { termsHash, conversationId, parties } = await world.room(id, cast.requester);
    expect(conversationId).not.toBeNull();
    expect(parties.map(({ side, partMinor }) => [side, partMinor])).toEqual([
      ['consultant', 0],
      ['requester', 73338],
      ['bearer', 36663],
    ]);
    const officer = await world.market.member('city', 'officer', cast.requester.organizationId);
    const sign = (member = cast.requester, hash = termsHash): Promise<Answer> =>
      world.act(member, id, 'sign', { termsHash: hash });
    expect(code(await sign())).toEqual([409, 'engagement/not-your-turn']);
    expect(code(await sign(cast.consultant, '0'.repeat(64)))).toEqual([409, 'engagement/other-terms']);
    expect((await sign(cast.consultant)).status).toBe(200);
    expect(code(await sign(officer))).toEqual([403, 'engagement/not-yours-to-sign']);
    expect(code(await sign(world.secretariat))).toEqual([403, 'engagement/not-yours-to-sign']);
    expect((await sign()).status).toBe(200);
    expect(code(await world.act(cast.requester, id, 'sessions', session(24)))).toEqual([
      409,
      'engagement/wrong-state',
    ]);
    expect((await sign(cast.bearer)).body.state).toBe('in_progress');
    expect(code(await sign(cast.bearer))).toEqual([409, 'engagement/wrong-state']);
    expect((await world.told(id)).filter((type) => type === 'engagement.begun')).toHaveLength(3);
  });

  it('cannot be changed once it stands, not even by the application', async () => {
    const id = await world.started(cast);
    await expect(
      world.market.asApplication(`update engagement set terms = '{}' where id = $1`, [id]),
    ).rejects.toThrow('permission denied');
  });

  it('is nobody else’s, and is printed for its parties', async () => {
    const id = await world.started(cast);
    const stranger = await world.market.member('sme', 'owner');
    const nobody = await world.market.ask(stranger, 'GET', `/engagements/${newId()}`);
    expect(seen(await world.market.ask(stranger, 'GET', `/engagements/${id}`))).toEqual(seen(nobody));
    const pdf = await world.market.ask(cast.bearer, 'GET', `/engagements/${id}/agreement.pdf`);
    expect([pdf.status, pdf.headers['content-type'], pdf.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
  });

  it('lapses after thirty days, once, and not before', async () => {
    const id = await world.started(cast);
    expect(await world.timers(id)).toEqual(['move-due-engagement 30']);
    await world.inside((tx) => clock().move(tx, id));
    expect(await stateOf(id)).toBe('agreement');
    await world.age(id, 31);
    // Two schedulers ring at once, and one of them again.
    await Promise.all([1, 2].map(() => world.inside((tx) => clock().move(tx, id))));
    await world.inside((tx) => clock().move(tx, id));
    expect(await stateOf(id)).toBe('cancelled');
    expect((await world.told(id)).filter((type) => type === 'engagement.lapsed')).toHaveLength(3);
    expect(await world.timers(id)).toEqual([]);
  });

  it('may be cancelled before work begins, with a reason', async () => {
    const id = await world.started(cast);
    const why = { reason: 'No budget', language: 'en' };
    expect(code(await world.act(cast.bearer, id, 'cancel', why))).toEqual([403, 'engagement/wrong-side']);
    expect((await world.act(cast.requester, id, 'cancel', why)).body.state).toBe('cancelled');
    expect(code(await world.act(cast.requester, id, 'cancel', why))).toEqual([409, 'engagement/wrong-state']);
  });
});

describe('sessions', () => {
  it('are proposed, confirmed by the other side, moved and cancelled; calendars follow', async () => {
    const id = await world.begun(cast);
    const proposed = await world.done(cast.consultant, id, 'sessions', session(48, 72));
    const [one] = proposed.sessions;
    const path = `sessions/${one?.id}`;
    const slots = (await world.room(id, cast.requester)) as unknown as {
      sessions: { slots: string[]; mayConfirm: boolean }[];
    };
    expect(slots.sessions[0]?.mayConfirm).toBe(true);
    const [first = '', second = ''] = slots.sessions[0]?.slots ?? [];
    const choose = (member = cast.requester, startsAt = first): Promise<Answer> =>
      world.act(member, id, `${path}/confirm`, { startsAt });
    expect(code(await choose(cast.consultant))).toEqual([403, 'engagement/wrong-side']);
    expect(refusal(await choose(cast.requester, inHours(50)))).toEqual([
      422,
      'engagement-session/bad-times',
      ['/startsAt'],
    ]);
    expect((await choose()).status).toBe(200);
    expect(code(await choose())).toEqual([409, 'engagement-session/wrong-state']);
    expect(await ics(id, one?.id)).toEqual(['REQUEST', 1, new Date(first).toISOString()]);

    await world.done(cast.requester, id, `${path}/move`, { slots: [second] });
    expect(code(await choose(cast.requester, second))).toEqual([403, 'engagement/wrong-side']);
    expect((await choose(cast.consultant, second)).status).toBe(200);
    expect(await ics(id, one?.id)).toEqual(['REQUEST', 3, new Date(second).toISOString()]);
    expect(await world.timers(id)).toEqual(['remind-of-session 2', 'remind-of-session 3']);

    await world.done(cast.requester, id, `${path}/cancel`, { reason: 'Typhoon' });
    expect(await ics(id, one?.id)).toEqual(['CANCEL', 4, new Date(second).toISOString()]);
    expect(await world.timers(id)).toEqual([]);
  });

  /** Method, sequence and beginning of the calendar entry of a session, read by an independent parser. */
  async function ics(engagementId: string, sessionId = ''): Promise<unknown[]> {
    const calendar = world.market.app.get(SessionCalendar, { strict: false });
    const event = { payload: { engagementId }, aggregateId: sessionId } as unknown as EventEnvelope;
    const reader = { personId: cast.requester.personId, email: 'a@example.org', name: 'A', language: 'ko' };
    const [file] = await calendar.enclose(event, reader);
    const parsed = new ICAL.Component(ICAL.parse(file?.content ?? '') as unknown[]);
    const entry = new ICAL.Event(parsed.getFirstSubcomponent('vevent') ?? undefined);
    expect(entry.uid).toBe(`session-${sessionId}@ttn`);
    return [parsed.getFirstPropertyValue('method'), entry.sequence, entry.startDate.toJSDate().toISOString()];
  }

  it('do not overlap, in whatever engagement, also when two are confirmed at once', async () => {
    const [one, two] = [await world.begun(cast), await world.begun(cast)];
    const propose = async (id: string): Promise<string> =>
      (await world.done(cast.consultant, id, 'sessions', session(100))).sessions[0]?.id ?? '';
    const [here, there] = [await propose(one), await propose(two)];
    const slot = async (id: string): Promise<string> => {
      const room = (await world.room(id, cast.requester)) as unknown as { sessions: { slots: string[] }[] };
      return room.sessions[0]?.slots[0] ?? '';
    };
    const answers = await Promise.all([
      world.act(cast.requester, one, `sessions/${here}/confirm`, { startsAt: await slot(one) }),
      world.act(cast.requester, two, `sessions/${there}/confirm`, { startsAt: await slot(two) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('engagement-session/overlaps');
  });

  it('are refused in the past, twice the same, and too many', async () => {
    const id = await world.begun(cast);
    const at = inHours(10);
    const propose = (slots: string[]): Promise<Answer> =>
      world.act(cast.requester, id, 'sessions', { ...session(), slots });
    expect(refusal(await propose([inHours(-1), at, at]))).toEqual([
      422,
      'engagement-session/bad-times',
      ['/slots/0', '/slots/2'],
    ]);
    expect((await propose([1, 2, 3, 4].map(inHours))).status).toBe(422);
    expect((await propose([])).status).toBe(422);
    expect((await propose(['tomorrow'])).status).toBe(422);
  });

  it('are held with minutes that the requester confirms, or silence does', async () => {
    const id = await world.begun(cast);
    const confirmed = async (hours: number): Promise<string> => {
      const room = (await world.done(cast.consultant, id, 'sessions', session(hours))) as unknown as {
        sessions: { id: string; state: string; slots: string[] }[];
      };
      const mine = room.sessions.find(({ state }) => state === 'proposed');
      await world.done(cast.requester, id, `sessions/${mine?.id}/confirm`, { startsAt: mine?.slots[0] });
      return mine?.id ?? '';
    };
    const [one, two, three] = [await confirmed(200), await confirmed(202), await confirmed(204)];
    const minutes = { minutes: 'We agreed.', language: 'en', heldMinutes: 70 };
    const write = (sessionId: string, member = cast.consultant): Promise<Answer> =>
      world.act(member, id, `sessions/${sessionId}/minutes`, minutes);
    expect(code(await write(one))).toEqual([409, 'engagement-session/to-come']);
    await world.age(id, 9);
    expect(code(await write(one, cast.requester))).toEqual([403, 'engagement/wrong-side']);
    expect((await write(one)).status).toBe(200);
    expect((await write(two)).status).toBe(200);
    await world.done(cast.requester, id, `sessions/${one}/confirm-minutes`);
    expect(code(await world.act(cast.requester, id, `sessions/${one}/confirm-minutes`))).toEqual([
      409,
      'engagement-session/minutes-not-waiting',
    ]);
    await Promise.all(
      [1, 2].map(() =>
        world.inside((tx) => workClock().confirmMinutes(tx, { engagementId: id, sessionId: two })),
      ),
    );
    await world.done(cast.requester, id, `sessions/${three}/miss`, { absent: 'consultant' });
    expect(code(await write(three))).toEqual([409, 'engagement-session/wrong-state']);
    const { sessions } = await world.room(id, cast.requester);
    expect(sessions.map(({ state, minutesConfirmedAt }) => [state, minutesConfirmedAt !== null])).toEqual([
      ['held', true],
      ['held', true],
      ['missed', false],
    ]);
  });

  it('are found on the clocks of both, with holidays and hours', async () => {
    const id = await world.begun(cast);
    await world.market.database.query(`update person set time_zone = 'Asia/Kathmandu' where id = $1`, [
      cast.consultant.personId,
    ]);
    const query = 'day=2027-12-01&zone=Asia/Seoul&lengthMinutes=60';
    const { body, status } = await world.market.ask(
      cast.requester,
      'GET',
      `/engagements/${id}/times?${query}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rows: [
        { timeZone: 'Asia/Kathmandu', offsetMinutes: 345 },
        { timeZone: 'Asia/Seoul', offsetMinutes: 540 },
      ],
      suggestions: [{ strainMinutes: 0 }, { strainMinutes: 0 }, { strainMinutes: 0 }],
    });
    const bad = await world.market.ask(
      cast.requester,
      'GET',
      `/engagements/${id}/times?day=x&zone=Moon/Base`,
    );
    expect(refusal(bad)[0]).toBe(422);
  });
});

describe('deliverables', () => {
  it('are handed over, revised twice at most, and accepted; the engagement follows', async () => {
    const id = await world.begun(cast);
    const [one, two] = (await world.room(id, cast.requester)).deliverables.map((part) => part.id);
    const step = (verb: string, part = one, member = cast.requester): Promise<Answer> =>
      world.act(member, id, `deliverables/${part}/${verb}`, verb === 'accept' ? undefined : said('Words'));
    expect(code(await step('submit'))).toEqual([403, 'engagement/wrong-side']);
    expect(code(await step('accept'))).toEqual([409, 'deliverable/wrong-state']);
    for (const round of [1, 2]) {
      expect((await step('submit', one, cast.consultant)).body.state).toBe('in_progress');
      expect([round, (await step('ask-revision')).status]).toEqual([round, 200]);
    }
    expect((await step('submit', one, cast.consultant)).status).toBe(200);
    expect(code(await step('ask-revision'))).toEqual([409, 'deliverable/revisions-used']);
    expect((await step('submit', two, cast.consultant)).body.state).toBe('delivered');
    expect((await step('ask-revision', two)).body.state).toBe('revision');
    expect((await step('submit', two, cast.consultant)).body.state).toBe('delivered');
    expect((await step('accept')).body.state).toBe('delivered');
    expect((await step('accept', two)).body.state).toBe('accepted');
    expect(await world.timers(id)).toEqual(['move-due-engagement 14']);
  });
});

describe('ratings', () => {
  const scores = { quality: 5, communication: 4, reliability: 5, words: 'Knew our coast', language: 'en' };
  const ratings = (id: string, member = cast.requester): Promise<Answer> =>
    world.market.ask(member, 'GET', `/engagements/${id}/ratings`);

  it('are sealed: nothing anybody else can read changes when one is given', async () => {
    const id = await world.accepted(cast);
    const view = async (): Promise<unknown> => {
      const answers = [];
      for (const member of [cast.consultant, world.secretariat, cast.bearer]) {
        // With what each took of the database: no answer takes longer for it either.
        answers.push(await worked(() => world.market.ask(member, 'GET', `/engagements/${id}`)));
        answers.push(await worked(() => ratings(id, member)));
        answers.push(await worked(() => world.market.ask(member, 'GET', '/engagements?limit=100')));
      }
      const path = `/organizations/${cast.consultant.organizationId}/consultant-ratings`;
      answers.push(await worked(() => world.market.ask(cast.consultant, 'GET', path)));
      return [answers, await world.told(id)];
    };
    const before = await view();
    expect((await world.act(cast.requester, id, 'ratings', scores)).status).toBe(200);
    expect(await view()).toEqual(before);
    expect((await ratings(id)).body).toMatchObject({ items: [{ side: 'requester' }], isOpen: false });
    expect(code(await world.act(cast.requester, id, 'ratings', scores))).toEqual([409, 'rating/given']);

    const own = { ...scores, quality: 3, words: null, language: null };
    expect((await world.act(cast.consultant, id, 'ratings', own)).body).toMatchObject({
      isOpen: true,
      items: [
        { side: 'consultant', quality: 3 },
        { side: 'requester', words: 'Knew our coast' },
      ],
    });
    expect(await stateOf(id)).toBe('closed');
  });

  it('open after fourteen days with what is there, once', async () => {
    const id = await world.accepted(cast);
    await world.act(cast.requester, id, 'ratings', scores);
    await world.age(id, 15);
    await Promise.all([1, 2].map(() => world.inside((tx) => clock().move(tx, id))));
    expect((await ratings(id, cast.consultant)).body).toMatchObject({
      isOpen: true,
      items: [{ quality: 5 }],
    });
    expect((await world.told(id)).filter((type) => type === 'engagement.closed')).toHaveLength(2);
    expect(code(await world.act(cast.consultant, id, 'ratings', scores))).toEqual([409, 'rating/not-open']);
  });

  it.each([0, 6, 2.5, -1])('are refused as %p', async (quality) => {
    const id = await world.accepted(cast);
    expect((await world.act(cast.requester, id, 'ratings', { ...scores, quality })).status).toBe(422);
  });
});

describe('the ledger', () => {
  const invoice = { reference: '2027-1', day: '2027-01-02', feeMinor: 60_000, taxMinor: 6_000 };

  it('posts once under fifty confirmations at once, and every entry cancels out', async () => {
    const id = await world.begun(cast);
    const payer = (await world.room(id, cast.consultant)).parties.find(({ side }) => side === 'requester');
    const partyId = payer?.id ?? '';
    await world.done(cast.consultant, id, 'invoices', { ...invoice, partyId });
    const paid = { partyId, reference: 'P-1', day: '2027-01-05', amountMinor: 66_000 };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.act(cast.consultant, id, 'payments', paid)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { balances, entries } = await world.room(id, cast.consultant);
    expect(entries.map(({ kind, owedMinor }) => [kind, owedMinor])).toEqual([
      ['invoiced', 66_000],
      ['paid', -66_000],
    ]);
    expect(balances).toMatchObject([{ invoicedMinor: 66_000, paidMinor: 66_000, outstandingMinor: 0 }]);
    const sums = await world.market.database.query(
      'select 1 from ledger_posting group by entry_id having sum(amount_minor) <> 0',
    );
    expect(sums).toEqual([]);
  });

  it('edits nothing and takes back what was wrong, once', async () => {
    const id = await world.begun(cast);
    const partyId = (await world.room(id, cast.consultant)).parties[1]?.id;
    const room = await world.done(cast.consultant, id, 'invoices', { ...invoice, partyId });
    const entry = room.entries[0]?.id ?? '';
    await expect(
      world.market.asApplication('update ledger_posting set amount_minor = 1 where entry_id = $1', [entry]),
    ).rejects.toThrow('permission denied');
    const reverse = (): Promise<Answer> =>
      world.act(cast.consultant, id, `entries/${entry}/reverse`, { reason: 'A digit too many' });
    expect((await reverse()).body).toMatchObject({ balances: [{ outstandingMinor: 0 }] });
    expect(code(await reverse())).toEqual([409, 'ledger/not-reversible']);
    expect(code(await world.act(cast.consultant, id, 'invoices', { ...invoice, partyId }))).toEqual([
      409,
      'ledger/reference-taken',
    ]);
  });

  it('refuses what does not balance, whoever writes it', async () => {
    const id = await world.begun(cast);
    const partyId = (await world.room(id, cast.consultant)).parties[1]?.id;
    await world.done(cast.consultant, id, 'invoices', { ...invoice, partyId });
    await expect(
      world.market.database.query(
        `with entry as (insert into ledger_entry (id, engagement_id, party_id, kind, reference, day, recorded_by)
           values (gen_random_uuid(), $1, $2, 'paid', 'X', '2027-01-01', $1) returning id)
         insert into ledger_posting (entry_id, account_id, amount_minor)
         select entry.id, account.id, 5 from entry, ledger_account account
         where account.party_id = $2 and account.kind = 'owed'`,
        [id, partyId],
      ),
    ).rejects.toThrow('not balanced');
  });

  it('refuses impossible amounts, other sides, and more than was agreed on or is owed', async () => {
    const id = await world.begun(cast);
    const { parties } = await world.room(id, cast.consultant);
    const [own, payer] = parties.map((party) => party.id);
    const record = (changes: object, member = cast.consultant): Promise<Answer> =>
      world.act(member, id, 'invoices', { ...invoice, partyId: payer, ...changes });
    for (const feeMinor of [-1, 0.5, 1e16, '1', null]) expect((await record({ feeMinor })).status).toBe(422);
    expect(code(await record({}, cast.requester))).toEqual([403, 'engagement/wrong-side']);
    expect(code(await record({ partyId: own }))).toEqual([422, 'ledger/not-a-payer']);
    expect(code(await record({ feeMinor: 100_001 }))).toEqual([422, 'ledger/more-than-agreed']);
    expect(code(await record({ feeMinor: 0, taxMinor: 0 }))).toEqual([422, 'ledger/nothing']);
    const paid = { partyId: payer, reference: 'P', day: '2027-01-05', amountMinor: 1 };
    expect(code(await world.act(cast.consultant, id, 'payments', paid))).toEqual([
      422,
      'ledger/more-than-owed',
    ]);
    expect((await world.room(id, cast.consultant)).entries).toEqual([]);
  });

  it('shows who only pays its own part', async () => {
    const id = await world.begun(cast);
    const { parties } = await world.room(id, cast.consultant);
    const partyId = parties.find(({ side }) => side === 'requester')?.id;
    await world.done(cast.consultant, id, 'invoices', { ...invoice, partyId });
    const room = await world.room(id, cast.bearer);
    expect([room.entries, room.sessions, room.conversationId]).toEqual([[], [], null]);
  });
});

describe('a dispute', () => {
  const why = { reason: 'Not what was agreed on', language: 'en' };
  const decide = (id: string, outcome: string, member = world.secretariat): Promise<Answer> =>
    world.act(member, id, 'decide-dispute', { outcome, words: 'So be it', language: 'en' });

  it('freezes everything until the chair decides, and work goes on where it stopped', async () => {
    const id = await world.begun(cast);
    const [part] = (await world.room(id, cast.requester)).deliverables;
    await world.done(cast.consultant, id, `deliverables/${part?.id}/submit`, said('Here'));
    expect(code(await world.act(cast.bearer, id, 'dispute', why))).toEqual([403, 'engagement/wrong-side']);
    expect((await world.act(cast.requester, id, 'dispute', why)).body.state).toBe('disputed');
    const frozen = [
      world.act(cast.consultant, id, 'sessions', session(24)),
      world.act(cast.requester, id, `deliverables/${part?.id}/accept`),
      world.act(cast.consultant, id, 'dispute', why),
    ];
    for (const answer of await Promise.all(frozen))
      expect(code(answer)).toEqual([409, 'engagement/wrong-state']);
    expect(await world.timers(id)).toEqual([expect.stringMatching(/^move-due-engagement 1\d/)]);

    expect((await decide(id, 'resume', cast.requester)).status).toBe(403);
    expect((await decide(id, 'resume')).body.state).toBe('in_progress');
    expect(await world.timers(id)).toEqual(['chase-answer 10']);
    expect((await decide(id, 'resume')).status).toBe(409);
    const told = (await world.told(id)).filter((type) => type.startsWith('dispute.'));
    expect(told).toEqual(['dispute.raised', 'dispute.decided', 'dispute.decided']);
  });

  it('may end the work, and takes open sessions out of the calendars', async () => {
    const id = await world.begun(cast);
    const room = (await world.done(cast.consultant, id, 'sessions', session(300))) as unknown as {
      sessions: { id: string; slots: string[] }[];
    };
    const [one] = room.sessions;
    await world.done(cast.requester, id, `sessions/${one?.id}/confirm`, { startsAt: one?.slots[0] });
    await world.done(cast.consultant, id, 'dispute', why);
    expect((await decide(id, 'call-off')).body).toMatchObject({
      state: 'cancelled',
      sessions: [{ state: 'cancelled' }],
    });
    expect(await world.told(id)).toContain('engagement-session.cancelled');
  });
});

describe('a case note', () => {
  const note = { title: 'A pier', question: 'How?', answer: 'In stages.', language: 'en', areas: [] };
  const draft = async (id: string, member = cast.consultant, body: object = note): Promise<Answer> =>
    world.market.ask(member, 'PUT', `/engagements/${id}/case-note`, {
      body,
      version: (await world.room(id, cast.requester)).version,
    });

  it('enters the library with the consent of both to the same words', async () => {
    const id = await world.accepted(cast);
    expect(code(await draft(id, cast.requester))).toEqual([403, 'engagement/wrong-side']);
    expect((await draft(id)).status).toBe(200);
    const consent = (member = cast.requester): Promise<Answer> => world.act(member, id, 'case-note/consent');
    expect(code(await consent(cast.consultant))).toEqual([409, 'case-note/not-open']);
    expect((await consent()).body).toMatchObject({ caseNote: { publishedAt: expect.any(String) } });
    expect(code(await draft(id))).toEqual([409, 'case-note/not-open']);
    const [kept] = await world.market.database.query<{ title: string; country: string | null }>(
      'select title, country from library_case where source_engagement_id = $1',
      [id],
    );
    expect(kept).toEqual({ title: 'A pier', country: null });
  });

  it('names neither side, nor anybody who acts for them', async () => {
    const id = await world.accepted(cast);
    const [asking] = await world.market.database.query<{ name: string; person: string }>(
      `select o.name, p.display_name as person from engagement e
       join organization o on o.id = e.requester_organization_id
       join membership m on m.organization_id = o.id join person p on p.id = m.person_id
       where e.id = $1`,
      [id],
    );
    const named = { ...note, title: `A pier for ${asking?.name}`, answer: `${asking?.person} knows.` };
    const refused = await draft(id, cast.consultant, named);
    expect(code(refused)).toEqual([422, 'case-note/names-somebody']);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/title' }, { pointer: '/answer' }] });
    expect(JSON.stringify(refused.body)).not.toContain(asking?.name);
    const called = { ...note, question: 'How? Call +82 51-502-2984.' };
    expect((await draft(id, cast.consultant, called)).body).toMatchObject({
      errors: [{ pointer: '/question' }],
    });
    expect((await draft(id)).status).toBe(200);
  });

  it('is not written about what was confidential', async () => {
    const id = await world.accepted(cast, { confidential: true });
    expect(code(await draft(id))).toEqual([409, 'case-note/confidential']);
  });
});

describe('the calendar of a person', () => {
  it('is read by whoever knows its address, until that is replaced or revoked', async () => {
    const ask = (method: 'GET' | 'POST' | 'DELETE'): Promise<Answer> =>
      world.market.ask(cast.requester, method, '/calendar-feed');
    const renew = async (): Promise<string> => {
      const { url } = (await ask('POST')).body as unknown as { url: string };
      return new URL(url).pathname.replace('/api/v1', '');
    };
    const first = await renew();
    const file = await world.market.ask(undefined, 'GET', first);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(file.text) as unknown[]).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(0);
    const second = await renew();
    expect((await world.market.ask(undefined, 'GET', first)).status).toBe(404);
    expect((await world.market.ask(undefined, 'GET', second)).status).toBe(200);
    expect((await ask('GET')).body).toMatchObject({ isOn: true });
    expect((await ask('DELETE')).status).toBe(204);
    expect((await world.market.ask(undefined, 'GET', second)).status).toBe(404);
    expect((await ask('GET')).body).toEqual({ isOn: false, since: null });
  });
});

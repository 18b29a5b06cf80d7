import type { Browser } from 'playwright-core';
import type { ActorSession, LiveSocket } from '../support/actor-session.js';
import {
  launchBrowser,
  type Look,
  openContext,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import {
  accept,
  accountOfDesk,
  ask,
  clockAt,
  done,
  engagementOf,
  entryFor,
  fromNow,
  inDays,
  invitationOf,
  type Json,
  looks,
  moveTo,
  quiet,
  quoted,
  rate,
  requested,
  ring,
  seated,
  SECRETS,
  sign,
  staysSecret,
  told,
  toldSince,
} from '../support/consulting-story.js';
import { ActorSession as Session } from '../support/actor-session.js';
import { type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';

jest.setTimeout(300_000);

type Seated = Awaited<ReturnType<typeof seated>>;

const DESK = 'tpo-secretariat';
let browser: Browser;
let system: RunningSystem;
let url: string;
let desk: ActorSession;
/** Everybody who takes part, by what they are. */
let cast: Record<'nepal' | 'vladivostok' | 'busan' | 'first' | 'second' | 'third' | 'firm', Seated>;

const enter = async (account: DemoAccount, look: Look = {}): Promise<WatchedPage> =>
  signIn(await openContext(browser, look), url, account);
const isFine = async (page: WatchedPage, name: string): Promise<void> => {
  await screenshot(page, `consulting-${name}`);
  expect([name, await violations(page)]).toEqual([name, []]);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect([name, overflow <= 0, page.problems]).toEqual([name, true, []]);
};
const requestPage = (slug: string, id: string): string => `${url}/o/${slug}/consulting/${id}`;
const room = (slug: string, id: string): string => `${url}/o/${slug}/engagements/${id}`;

beforeAll(async () => {
  browser = await launchBrowser();
  system = await startSystem({ web: true });
  url = system.apis[0]?.url ?? '';
  desk = await Session.signIn(url, accountOfDesk(system));
  // Mail to whoever is invited waits behind what the demo has to tell.
  await quiet(system);
  const seat = (slug: string, timeZone?: string) => seated(slug, system, desk, timeZone);
  cast = {
    nepal: await seat('tansen', 'Asia/Kathmandu'),
    vladivostok: await seat('vladivostok', 'Asia/Vladivostok'),
    busan: await seat('busan'),
    first: await seat('hanbada-urban-tourism-lab'),
    second: await seat('lua-vang-destination-advisors'),
    third: await seat('tsumugi-tourism-policy-office', 'Asia/Tokyo'),
    firm: await seat('badaon-lab'),
  };
}, 240_000);

afterAll(async () => {
  desk?.close();
  for (const { session } of Object.values(cast ?? {})) session.close();
  await browser?.close();
  await system?.stop();
}, 60_000);

describe('a request of a member city', () => {
  it('is answered by a past case, from the desk to the page of the city', async () => {
    const { busan } = cast;
    await done(desk, 'POST', '/case-library', {
      body: {
        ...{ areas: ['con.cruise_port'], language: 'ko', title: '부두 뒤 상점가가 비어 있었습니다' },
        ...{
          question: '승객이 부두에서 바로 버스를 탑니다.',
          answer: '지붕 있는 길과 장터가 도움이 되었습니다.',
        },
      },
    });
    const id = await requested(busan.session, { kind: 'committee', title: 'Shops behind our cruise pier' });
    await told(desk, 'consulting-request.arrived', id, system);
    const page = await enter(accountOfDesk(system));
    await page.goto(requestPage(DESK, id));
    await page.getByRole('button', { name: 'Take it up' }).click();
    const past = page.getByRole('listitem').filter({ hasText: '부두 뒤 상점가가 비어 있었습니다' });
    await past.waitFor();
    await isFine(page, 'desk-case');
    await past.getByRole('button', { name: 'Answer with this case' }).click();
    await page.getByRole('heading', { name: 'The answer' }).waitFor();
    await page.context().close();

    await told(busan.session, 'consulting-request.taken', id, system);
    await told(busan.session, 'consulting-request.answered', id, system);
    const city = await enter(busan.account, { locale: 'ko', width: 360, scheme: 'dark' });
    await city.goto(requestPage(busan.slug, id));
    await city.getByText('지붕 있는 길과 장터가 도움이 되었습니다.').waitFor();
    await isFine(city, 'answered-ko');
    await city.context().close();
  });

  it('or by a city that has solved the same question, with words of the desk', async () => {
    const { nepal } = cast;
    const id = await requested(nepal.session, { kind: 'committee', title: 'Boats that wait for the tide' });
    await told(desk, 'consulting-request.arrived', id, system);
    const page = await enter(accountOfDesk(system), { scheme: 'dark', width: 360 });
    await page.goto(requestPage(DESK, id));
    const answer = page.getByRole('button', { name: 'Answer with this city' });
    await page.getByLabel('What it has solved, and how').fill('They moved the timetable to the tide.');
    await answer.click();
    await page.getByText('Choose a city.').waitFor();
    await page.getByRole('combobox', { name: 'City', exact: true }).fill('Vladivos');
    await page.getByRole('option', { name: 'Vladivostok' }).click();
    await isFine(page, 'desk-city');
    await answer.click();
    await page.getByText('This city has solved the same question:').waitFor();
    await page.goto(`${url}/o/${DESK}/consulting`);
    await page.getByText('Load per expert').waitFor();
    await isFine(page, 'desk');
    await page.goto(`${url}/o/${DESK}/case-library`);
    await page.getByRole('button', { name: 'Edit' }).first().click();
    await page.getByLabel('What helped').fill('A covered walk, and a market on ship days.');
    await isFine(page, 'case-edit');
    await page.getByRole('button', { name: 'Save the case' }).click();
    await page.getByText('A covered walk, and a market on ship days.').waitFor();
    await page.context().close();
    await told(nepal.session, 'consulting-request.answered', id, system);
    const city = await enter(nepal.account);
    await city.goto(requestPage(nepal.slug, id));
    await city.getByText('They moved the timetable to the tide.').waitFor();
    await city.context().close();
  });
});

describe('three sealed quotes', () => {
  const TITLE = 'An old harbour for visitors';
  const CANARY = `${SECRETS[0]} workshops by the quay`;
  const FEE = 7_654_321;
  const RATED = `${SECRETS[1]} answers within the hour`;
  let requestId: string;
  let engagementId: string;
  let sockets: Map<string, LiveSocket>;

  const readers = (): Record<string, ActorSession> => ({
    ...{ requester: cast.nepal.session, 'other expert': cast.second.session, secretariat: desk },
    ...{ bearer: cast.vladivostok.session, stranger: cast.firm.session },
  });
  it('are asked for after the three have declared themselves', async () => {
    const { nepal, vladivostok, first, second, third } = cast;
    const costBearers = [
      { organizationId: nepal.session.organizationId, shareBasisPoints: 7_000 },
      { organizationId: vladivostok.session.organizationId, shareBasisPoints: 3_000 },
    ];
    requestId = await requested(nepal.session, { kind: 'committee', title: TITLE, costBearers });
    // The library of holidays knows nothing of Nepal, and of Korea it does.
    expect(await done(nepal.session, 'GET', `/consulting-requests/${requestId}`)).toMatchObject({
      dueIsKnown: false,
    });
    const ranked = (await done(desk, 'GET', `/consulting-requests/${requestId}/experts?limit=10`)).items;
    expect(ranked[0]?.organizationId).toBe(first.session.organizationId);
    await done(desk, 'POST', `/consulting-requests/${requestId}/invite`, {
      body: { organizationIds: [first, second, third].map(({ session }) => session.organizationId) },
    });
    for (const { session } of [first, second, third])
      await told(session, 'expert-invitation.sent', requestId, system);
    await accept(second.session, requestId);
    await accept(third.session, requestId);
    const page = await enter(first.account);
    await page.goto(requestPage(first.slug, requestId));
    await page.getByLabel('Nobody of us has an interest of our own in this matter.').click();
    await page.getByLabel('We keep what the request says to those who work on it.').click();
    await page.getByRole('button', { name: 'Accept the request' }).click();
    await page.getByRole('heading', { name: 'Your quote' }).waitFor();
    await isFine(page, 'quote-form');
    await page.context().close();
  });

  it('tell nobody that they are there, by page, count, version, search, mail or socket', async () => {
    const { first, second, third, nepal } = cast;
    sockets = new Map();
    for (const [name, who] of Object.entries(readers())) sockets.set(name, await who.openSocket());
    await quiet(system);
    const rows = { 'consulting-requests': requestId, organizations: first.session.organizationId };
    const before = await looks(readers(), rows);
    const at = await fromNow(system, sockets);

    const page = await enter(first.account);
    await page.goto(requestPage(first.slug, requestId));
    await page.getByLabel('What you will do').fill(CANARY);
    await page.getByLabel('What you hand over').fill('Survey of the quay');
    await page.getByLabel('By', { exact: true }).fill('2099-03-01');
    await page.getByRole('button', { name: 'Add another result' }).click();
    await page.getByLabel('What you hand over').nth(1).fill('Plan to tender');
    await page.getByLabel('By', { exact: true }).nth(1).fill('2099-05-01');
    await page.getByRole('textbox', { name: 'Amount' }).fill('7654321');
    await page.getByLabel('Currency').selectOption('KRW');
    await page.getByLabel('Tax in KRW').fill('0');
    await page.getByLabel('Meetings that are included').fill('2');
    await page.getByLabel('Valid until').fill('2099-04-30');
    await page.getByRole('button', { name: 'Hand in the quote' }).click();
    await page.getByText('Nobody but you can see it yet.').waitFor();
    await isFine(page, 'own-quote');
    await page.context().close();

    const own = await done(first.session, 'GET', `/consulting-requests/${requestId}/quotes`);
    expect(own.items).toMatchObject([{ fee: { amountMinor: FEE }, deliverables: [{}, {}] }]);
    const quoteId = own.items[0]?.id ?? '';
    await quiet(system);
    await staysSecret(before, readers(), rows, /zebrafinch|7,?654,?321/iu);
    expect(await toldSince(system, sockets, { at, about: requestId })).toEqual([]);
    for (const [name, who] of Object.entries(readers())) {
      const path = `/consulting-requests/${requestId}/quotes`;
      const { etag, status } = before.get(name)?.get(path) ?? { etag: null, status: 0 };
      const { status: now, etag: tagged } = await ask(who, 'GET', path, { ifNoneMatch: etag });
      expect([name, now === 304 ? status : now, tagged]).toEqual([name, status, etag]);
      const hidden = await ask(who, 'GET', `/quotes/${quoteId}`);
      const absent = await ask(who, 'GET', `/quotes/${requestId}`);
      expect([hidden.status, hidden.body.code]).toEqual([404, absent.body.code]);
    }
    expect(
      (await ask(nepal.session, 'POST', `/quotes/${quoteId}/select`, { body: { reason: 'price' } })).status,
    ).toBe(404);
    const half = { fee: { amountMinor: 600_000, currency: 'JPY' }, tax: { amountMinor: 0, currency: 'JPY' } };
    await quoted(second.session, requestId, half);
    expect(
      (await done(second.session, 'GET', `/consulting-requests/${requestId}/quotes`)).items,
    ).toHaveLength(1);
    await quoted(third.session, requestId);
    await told(nepal.session, 'consulting-request.quotes-opened', requestId, system);
  });

  it('are compared, one is chosen, and the others are told why', async () => {
    const { nepal, first, second, third } = cast;
    const narrow = await enter(nepal.account, { locale: 'ko', scheme: 'dark', width: 360 });
    await narrow.goto(requestPage(nepal.slug, requestId));
    await narrow.getByRole('table').waitFor();
    await isFine(narrow, 'comparison-ko');
    await narrow.context().close();

    const page = await enter(nepal.account);
    await page.goto(requestPage(nepal.slug, requestId));
    const table = page.getByRole('table');
    await table.getByText(CANARY).waitFor();
    await page.getByLabel('Show amounts in').selectOption('USD');
    await table.getByText('≈').first().waitFor();
    expect(await table.getByText('≈').count()).toBe(3);
    await page.getByLabel('Differences only').check();
    // All three are valid until the same day.
    await table.getByRole('rowheader', { name: 'Valid until' }).waitFor({ state: 'detached' });
    await page.getByLabel('What the others are told').selectOption('scope');
    await page.getByLabel('In your words').fill('We needed workshops by the quay.');
    await isFine(page, 'comparison');
    await page.getByRole('button', { name: `Choose: ${first.account.organization}` }).click();
    await page.getByText('Under agreement or in work').waitFor();
    await page.context().close();
    await told(first.session, 'quote.selected', requestId, system);
    for (const { session } of [second, third]) {
      await told(session, 'quote.not-selected', requestId, system);
      const { items } = await done(session, 'GET', `/consulting-requests/${requestId}/quotes`);
      expect(items).toMatchObject([
        { state: 'not_selected', reason: 'scope', words: 'We needed workshops by the quay.' },
      ]);
    }
    engagementId = await engagementOf(nepal.session, TITLE, system);
  });

  it('become an agreement that three parties sign, whoever bears a part of the cost last', async () => {
    const { nepal, vladivostok, first } = cast;
    const signing = [first, nepal, vladivostok] as const;
    for (const [index, { account, slug, session }] of signing.entries()) {
      await told(session, 'engagement.signature-due', engagementId, system);
      const late = signing[index + 1];
      if (late) {
        const { termsHash } = await done(session, 'GET', `/engagements/${engagementId}`);
        const early = await ask(late.session, 'POST', `/engagements/${engagementId}/sign`, {
          body: { termsHash },
        });
        expect([early.status, early.body.code]).toEqual([409, 'engagement/not-your-turn']);
      }
      const page = await enter(account, index === 1 ? { locale: 'en', scheme: 'dark', width: 360 } : {});
      await page.goto(room(slug, engagementId));
      const sign = page.getByRole('button', { name: 'Sign the agreement' });
      await sign.waitFor();
      await isFine(page, `agreement-${index + 1}`);
      await sign.click();
      await sign.waitFor({ state: 'detached' });
      expect(page.problems).toEqual([]);
      await page.context().close();
    }
    for (const { session } of [first, nepal]) await told(session, 'engagement.begun', engagementId, system);
  });

  it('lead to two sessions, in the calendars of Busan, Nepal and Vladivostok at the same instant', async () => {
    const { nepal, first } = cast;
    const at = (path: string): string => `/engagements/${engagementId}/${path}`;
    await moveTo(first.session, 'Asia/Seoul');
    const [slot, later] = [inDays(20, 2), inDays(21, 2)];
    const propose = async (startsAt: string, agenda: string): Promise<string> => {
      const body = { agenda, language: 'en', lengthMinutes: 60, slots: [startsAt] };
      const { sessions } = await done(first.session, 'POST', at('sessions'), { body });
      return sessions.find(({ slots }) => slots.includes(startsAt))?.id ?? '';
    };
    /** The entry that came by mail to both, the same for both. */
    const mailed = async (id: string, sequence: number, instant: string, method = 'REQUEST') => {
      for (const { session } of [nepal, first]) {
        const entry = await entryFor(session, id, sequence, system);
        expect([entry.method, entry.event.uid]).toEqual([method, `session-${id}@ttn`]);
        expect(entry.event.startDate.toJSDate().toISOString()).toBe(instant);
      }
    };
    const one = await propose(slot, 'What the harbour needs first');
    await told(nepal.session, 'engagement-session.proposed', engagementId, system);
    const page = await enter(nepal.account);
    await page.goto(room(nepal.slug, engagementId));
    const row = page.getByRole('listitem').filter({ hasText: 'What the harbour needs first' });
    // Kathmandu is ahead by five hours and three quarters.
    await row.getByText(/\b07:45\b.*Kathmandu/).waitFor();
    await row.getByText(/\b11:00\b.*Seoul/).waitFor();
    await row.getByRole('button', { name: 'Take this time' }).click();
    await row.getByText('Confirmed').waitFor();
    await mailed(one, 1, slot);

    await done(first.session, 'POST', at(`sessions/${one}/move`), { body: { slots: [later] } });
    await told(nepal.session, 'engagement-session.moved', engagementId, system);
    await page.reload();
    await row.getByRole('button', { name: 'Take this time' }).click();
    await row.getByText('Confirmed').waitFor();
    await mailed(one, 3, later);

    // For the second the consultant is in Vladivostok, and looks for a time that both work.
    await moveTo(first.session, 'Asia/Vladivostok');
    const expert = await enter(first.account);
    await expert.goto(room(first.slug, engagementId));
    await expert.getByRole('button', { name: 'Propose a session' }).click();
    await expert.getByLabel('Agenda').fill('The plan before it goes out');
    await expert.getByText(/UTC\+5:45/).waitFor();
    await expert.getByText(/UTC\+10/).waitFor();
    await isFine(expert, 'time-finder');
    await expert.getByRole('button', { name: 'Choose', exact: true }).first().click();
    await expert.getByRole('button', { name: 'Propose 1 time' }).click();
    await expert.getByRole('listitem').filter({ hasText: 'The plan before it goes out' }).waitFor();
    await expert.context().close();
    const { sessions } = await done(first.session, 'GET', `/engagements/${engagementId}`);
    const two = sessions.find(({ state }) => state === 'proposed');
    const [start = ''] = two?.slots ?? [];
    await page.reload();
    const second = page.getByRole('listitem').filter({ hasText: 'The plan before it goes out' });
    await second.getByText(`${clockAt(start, 'Asia/Vladivostok')}`).waitFor();
    await second.getByText(`${clockAt(start, 'Asia/Kathmandu')}`).waitFor();
    await isFine(page, 'sessions');
    await second.getByRole('button', { name: 'Take this time' }).click();
    await second.getByText('Confirmed').waitFor();
    await page.context().close();
    await mailed(two?.id ?? '', 1, new Date(start).toISOString());
    await done(nepal.session, 'POST', at(`sessions/${one}/cancel`), { body: { reason: 'A typhoon' } });
    await mailed(one, 4, later, 'CANCEL');
  });

  it('lead to results, one of them after a revision', async () => {
    const { nepal, first } = cast;
    const expert = await enter(first.account);
    await expert.goto(room(first.slug, engagementId));
    const reader = await enter(nepal.account, { scheme: 'dark', width: 360 });
    await reader.goto(room(nepal.slug, engagementId));
    const part = (page: WatchedPage, title: string) => page.getByRole('listitem').filter({ hasText: title });
    const handOver = async (title: string, words: string): Promise<void> => {
      await part(expert, title).getByRole('button', { name: 'Hand over' }).click();
      await part(expert, title).getByLabel('What you hand over').fill(words);
      await part(expert, title).getByRole('button', { name: 'Hand over' }).click();
      await part(expert, title).getByText(words).waitFor();
      await told(nepal.session, 'deliverable.submitted', engagementId, system);
      await reader.reload();
      await part(reader, title).getByText(words).waitFor();
    };
    await handOver('Survey of the quay', 'Every stone of it');
    await part(reader, 'Survey of the quay').getByRole('button', { name: 'Ask for a revision' }).click();
    await part(reader, 'Survey of the quay').getByLabel('What is missing').fill('The steps are missing');
    await isFine(reader, 'revision');
    await part(reader, 'Survey of the quay').getByRole('button', { name: 'Ask for a revision' }).click();
    await part(reader, 'Survey of the quay').getByText('1 of 2 revisions used').waitFor();
    await told(first.session, 'deliverable.revision-asked', engagementId, system);
    await expert.reload();
    await handOver('Survey of the quay', 'With the steps');
    await handOver('Plan to tender', 'Ready to go out');
    for (const title of ['Survey of the quay', 'Plan to tender']) {
      await part(reader, title).getByRole('button', { name: 'Accept' }).click();
      await part(reader, title).getByText('Accepted').first().waitFor();
    }
    await reader.getByText('Everything is accepted. Please rate the other side.').waitFor();
    for (const page of [reader, expert]) await page.context().close();
    await told(first.session, 'engagement.accepted', engagementId, system);
  });

  it('end with ratings that nobody learns of before both are in', async () => {
    const { nepal, first } = cast;
    await quiet(system);
    const rows = {
      ...{ 'consulting-requests': requestId, engagements: engagementId },
      organizations: first.session.organizationId,
    };
    const before = await looks(readers(), rows);
    const at = await fromNow(system, sockets);
    const page = await enter(first.account);
    await page.goto(room(first.slug, engagementId));
    await page.getByLabel('A few words').fill(RATED);
    await page.getByRole('button', { name: 'Hand the rating in' }).click();
    await page.getByText('Please choose a number from 1 to 5.').nth(2).waitFor();
    await isFine(page, 'rating-form');
    await rate(page, '4');
    await page.getByRole('button', { name: 'Hand the rating in' }).click();
    await page.getByText('The consultant says').waitFor();
    await page.context().close();
    await quiet(system);
    const where = /consult|quote|expert|case-library|engagement|mail|notice|message|organization/;
    await staysSecret(before, readers(), rows, /bramblefinch/iu, where);
    expect(await toldSince(system, sockets, { at, about: engagementId })).toEqual([]);

    const other = await enter(nepal.account);
    await other.goto(room(nepal.slug, engagementId));
    await other.getByLabel('A few words').fill('They knew our harbour.');
    await rate(other, '5');
    await other.getByRole('button', { name: 'Hand the rating in' }).click();
    await other.getByText(RATED).waitFor();
    await isFine(other, 'ratings');
    await other.goto(`${url}/o/${nepal.slug}/organizations/${first.session.organizationId}`);
    await other.getByRole('heading', { name: first.account.organization }).first().waitFor();
    await isFine(other, 'rated-consultant');
    await other.context().close();
    await told(first.session, 'engagement.closed', engagementId, system);
  });

  it('leave a note that both agree to, and that the next who asks is shown before an expert', async () => {
    const { nepal, first, busan } = cast;
    const page = await enter(first.account);
    await page.goto(room(first.slug, engagementId));
    await page.getByLabel('Title').fill('Opening a disused harbour to visitors');
    await page.getByLabel('Question').fill('How can an old harbour hold visitors longer than half an hour?');
    await page.getByLabel('Answer', { exact: true }).fill('Workshops by the quay, with whoever works there.');
    await page.getByRole('button', { name: 'Save and ask for consent' }).click();
    await told(nepal.session, 'case-note.drafted', engagementId, system);
    await isFine(page, 'note-draft');
    await page.context().close();
    const search = (): Promise<Json> => done(busan.session, 'GET', '/case-library?q=harbour%20workshops');
    expect((await search()).items.map(({ title }) => title)).not.toContain(
      'Opening a disused harbour to visitors',
    );
    const reader = await enter(nepal.account, { locale: 'ko', scheme: 'dark', width: 360 });
    await reader.goto(room(nepal.slug, engagementId));
    await reader.getByRole('button', { name: '이 요약에 동의' }).click();
    await reader.getByRole('button', { name: '이 요약에 동의' }).waitFor({ state: 'detached' });
    await isFine(reader, 'note-ko');
    await reader.context().close();
    await told(first.session, 'case-note.published', engagementId, system);

    const next = await enter(busan.account, { scheme: 'dark', width: 360 });
    await next.goto(`${url}/o/${busan.slug}/consulting/new`);
    await next.getByLabel('What it is about').fill('Our old harbour is empty after half an hour');
    await next.getByLabel('Your question').fill('Visitors leave the harbour at once. How do we hold them?');
    await next.getByRole('heading', { name: 'Others have asked this before' }).waitFor();
    await next.getByText('Opening a disused harbour to visitors').waitFor();
    await isFine(next, 'suggested');
    // Whoever is to be asked by name is found by any name of theirs.
    await next.getByRole('combobox', { name: 'Consultants you want to ask by name' }).fill('한바다');
    await next.getByRole('option', { name: first.account.organization }).click();
    // Nothing of it helps: the committee is asked, and another city bears a part.
    await next.getByLabel('Asked of').selectOption('committee');
    await next.getByRole('button', { name: 'Send to the committee' }).waitFor();
    await next.getByRole('combobox', { name: 'Others who pay a part' }).fill('Vladivos');
    await next.getByRole('option', { name: 'Vladivostok' }).click();
    await next.getByLabel(/Vladivostok.*share in per cent/).fill('101');
    await next.getByText('Please write a number from 0.01 to 100.').waitFor();
    await next.getByLabel(/Vladivostok.*share in per cent/).fill('33,33');
    await next.getByText('Your organization pays 66.67%.').waitFor();
    await isFine(next, 'cost-bearers');
    await next.context().close();
  });
});

describe('between members', () => {
  it('a dispute freezes everything and goes to the chair, who lets the work go on', async () => {
    const { firm, first } = cast;
    const title = 'Signs for the night market';
    const id = await requested(firm.session, { title, namedConsultants: [first.session.organizationId] });
    await accept(first.session, id);
    await quoted(first.session, id);
    await done(firm.session, 'POST', `/consulting-requests/${id}/close-quotes`);
    const { items } = await done(firm.session, 'GET', `/consulting-requests/${id}/quotes`);
    await done(firm.session, 'POST', `/quotes/${items[0]?.id ?? ''}/select`, { body: { reason: 'scope' } });
    const engagement = await engagementOf(firm.session, title, system);
    await sign(first.session, engagement);
    await sign(firm.session, engagement);
    const at = (path: string): string => `/engagements/${engagement}/${path}`;

    const page = await enter(firm.account);
    await page.goto(room(firm.slug, engagement));
    await page.getByRole('button', { name: 'Raise a dispute' }).click();
    await page.getByLabel('What the chair should decide').fill('Nothing came for a month.');
    await page.getByRole('button', { name: 'Raise a dispute' }).click();
    await page.getByText('A dispute pauses all work until the chair decides.').waitFor();
    await isFine(page, 'dispute');
    await told(first.session, 'engagement.disputed', engagement, system);
    await told(desk, 'dispute.raised', engagement, system);
    const { deliverables, parties } = await done(first.session, 'GET', `/engagements/${engagement}`);
    const payer = parties.find(({ partMinor }) => partMinor > 0)?.id;
    const slots = [inDays(3, 3)];
    const frozen: [string, object][] = [
      ['sessions', { agenda: 'A', language: 'en', lengthMinutes: 60, slots }],
      [`deliverables/${deliverables[0]?.id}/submit`, { words: 'Now', language: 'en' }],
      ['invoices', { partyId: payer, reference: '1', day: '2026-11-22', feeMinor: 1, taxMinor: 0 }],
      ['dispute', { reason: 'Again', language: 'en' }],
    ];
    for (const [path, body] of frozen) {
      const refused = await ask(first.session, 'POST', at(path), { body });
      expect([path, refused.status, refused.body.code]).toEqual([path, 409, 'engagement/wrong-state']);
    }
    const chair = await enter(accountOfDesk(system), { scheme: 'dark', width: 360 });
    await chair.goto(room(DESK, engagement));
    await chair.getByRole('button', { name: 'Decide' }).click();
    await chair.getByLabel('Decision', { exact: true }).fill('The report is due in two weeks.');
    await isFine(chair, 'chair');
    await chair.getByRole('button', { name: 'Decide' }).click();
    await chair.getByText('In progress').first().waitFor();
    await chair.context().close();
    for (const { session } of [firm, first]) await told(session, 'dispute.decided', engagement, system);
    await page.reload();
    await page.getByText('The report is due in two weeks.').waitFor();
    await page.context().close();
    await done(first.session, 'POST', at(`deliverables/${deliverables[0]?.id}/submit`), {
      body: { words: 'Here it is.', language: 'en' },
    });
  });

  it('a consultant who never answers is waited for no longer, and nobody is left without an answer', async () => {
    const { firm, third, second } = cast;
    const title = 'A policy for buses';
    const id = await requested(firm.session, { title, namedConsultants: [third.session.organizationId] });
    const waiting = await invitationOf(third.session, id);
    await ring(system, `expert-reminder:${waiting.id}`);
    await told(third.session, 'expert-invitation.reminded', id, system);
    await system.database.query(
      `update expert_invitation set due_at = now() - interval '1 second' where id = $1`,
      [waiting.id],
    );
    await ring(system, `expert-expiry:${waiting.id}`);
    await told(firm.session, 'expert-invitation.expired', id, system);
    await told(firm.session, 'consulting-request.nobody-left', id, system);
    await told(desk, 'consulting-request.returned', id, system);
    const body = { noConflict: true, confidentiality: true };
    const late = await ask(third.session, 'POST', `/expert-invitations/${waiting.id}/accept`, { body });
    expect([late.status, (await done(firm.session, 'GET', `/consulting-requests/${id}`)).state]).toEqual([
      ...[409, 'triage'],
    ]);

    // Another is asked, who cannot: the desk says honestly that nobody can take it.
    const page = await enter(accountOfDesk(system));
    await page.goto(requestPage(DESK, id));
    await page.getByRole('searchbox', { name: 'Somebody else, by name' }).fill('Lua Vang');
    await page.getByRole('checkbox', { name: second.account.organization }).first().check();
    await page.getByRole('button', { name: 'Ask 1 expert' }).click();
    await told(second.session, 'expert-invitation.sent', id, system);
    const { id: asked } = await invitationOf(second.session, id);
    const reason = { body: { reason: 'not-my-area' } };
    await done(second.session, 'POST', `/expert-invitations/${asked}/decline`, reason);
    await page.goto(requestPage(DESK, id));
    await page.getByLabel('What was tried').fill('Two were asked; none works on buses.');
    await page.getByRole('button', { name: 'Tell the requester' }).click();
    await page.getByText('Nobody could be found').first().waitFor();
    await isFine(page, 'nobody');
    await page.context().close();
    await told(firm.session, 'consulting-request.unanswered', id, system);
    const reader = await enter(firm.account);
    await reader.goto(requestPage(firm.slug, id));
    await reader.getByText('Two were asked; none works on buses.').waitFor();
    await isFine(reader, 'unanswered');
    await reader.context().close();
  });
});

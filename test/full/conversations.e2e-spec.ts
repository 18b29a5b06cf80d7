import type { Browser, BrowserContext } from 'playwright-core';
import { ActorSession } from '../support/actor-session.js';
import {
  hasFocus,
  launchBrowser,
  openContext,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { photograph } from '../support/file-samples.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(300_000);

/**
 * Conversations as two people live them: a company in Korean with two devices, a city in English; live, offline, over
 * a reload and a killed server. One system for the whole story.
 */
describe('a conversation in two browsers', () => {
  let browser: Browser;
  let system: RunningSystem;
  const contexts: BrowserContext[] = [];
  let city: ActorSession;
  let asking: ActorSession;
  let company: WatchedPage;
  let phone: WatchedPage;
  let official: WatchedPage;
  let room: string;
  let url: string;

  const say = async (body: string, clientMessageId: string): Promise<void> => {
    const { error } = await city.api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id: room } },
      body: { body, clientMessageId },
    });
    if (error) throw new Error(JSON.stringify(error));
  };
  const context = async (look: Parameters<typeof openContext>[1]): Promise<BrowserContext> => {
    const made = await openContext(browser, look);
    contexts.push(made);
    return made;
  };
  /** To the conversation, by its address in the organization of whoever is signed in. */
  const open = async (page: WatchedPage): Promise<void> => {
    const slug = /\/o\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await page.goto(`${url}/o/${slug}/messages/${room}`);
    await page.locator('[role=list] [data-seq]').first().waitFor();
  };
  const field = (page: WatchedPage) => page.locator('form textarea');
  const bubble = (page: WatchedPage, words: string) =>
    page.locator('[role=listitem]').filter({ hasText: words });
  const stored = async (like: string): Promise<string[]> => {
    const rows = await system.database.query<{ body: string }>(
      'select body from message where conversation_id = $1 and body like $2 order by seq',
      [room, like],
    );
    return rows.map(({ body }) => body);
  };

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    const [small, large] = ['Badaon Lab', 'Da Nang'].map((name) => accountOf(name, system.accounts));
    if (!small || !large) throw new Error('The demo lacks its people.');
    city = await ActorSession.signIn(url, large);
    asking = await ActorSession.signIn(url, small);
    const { data: request } = await asking.api.POST('/api/v1/contact-requests', {
      body: { toOrganizationId: city.organizationId, message: '야간 관광을 함께 준비하고 싶습니다.' },
    });
    const { data: accepted } = await city.api.POST('/api/v1/contact-requests/{id}/accept', {
      params: { path: { id: request?.id ?? '' } },
    });
    room = accepted?.conversationId ?? '';
    for (let number = 1; number <= 90; number += 1) await say(`Line ${number}.`, `line-${number}`);
    company = await signIn(await context({ locale: 'ko' }), url, small);
    phone = await signIn(await context({ locale: 'ko', width: 360 }), url, small);
    const carryingTranslator = await context({ locale: 'en', scheme: 'dark' });
    await carryingTranslator.addInitScript(TRANSLATOR);
    official = await signIn(carryingTranslator, url, large);
  }, 300_000);

  afterAll(async () => {
    await Promise.all(contexts.map((each) => each.close()));
    await browser.close();
    await system.stop();
  }, 60_000);

  afterEach(() => {
    expect([...company.problems, ...phone.problems, ...official.problems]).toEqual([]);
  });

  it('opens at the first unread, and what one device has read is read on the other', async () => {
    const asking = await ActorSession.signIn(url, accountOf('Badaon Lab', system.accounts));
    await asking.api.POST('/api/v1/conversations/{id}/read', {
      params: { path: { id: room } },
      body: { seq: 50 },
    });
    await open(company);
    await company
      .getByText('새 메시지', { exact: true })
      .or(company.getByText('새로운 메시지'))
      .or(bubble(company, 'Line 51.'))
      .first()
      .waitFor();
    const first = bubble(company, 'Line 51.');
    await waitFor('the first unread to stand in the window', () =>
      first.evaluate((row: Place) => row.getBoundingClientRect().top > 0),
    );
    // The end is not in sight, so it is not read; with it, everything is.
    const unread = async (who: ActorSession): Promise<number | undefined> => {
      const path = { id: room };
      return (await who.api.GET('/api/v1/conversations/{id}', { params: { path } })).data?.unread;
    };
    expect(await unread(asking)).toBeGreaterThan(0);
    await company.getByRole('button', { name: /최신|새 메시지/ }).click();
    await waitFor('everything read', async () => (await unread(asking)) === 0, { timeoutMs: 30_000 });
    await open(phone);
    await phone.locator('[role=list] [data-seq="90"]').waitFor();
    expect(await unread(asking)).toBe(0);
  });

  it('carries words both ways at once, says who is here and who writes', async () => {
    await open(official);
    await official.getByText('here now').first().waitFor({ timeout: 30_000 });
    await field(company).pressSequentially('안녕하세요');
    await official.locator('[data-typing="1"]').waitFor({ timeout: 30_000 });
    await field(company).press('Enter');
    await bubble(official, '안녕하세요').waitFor({ timeout: 30_000 });
    await field(official).fill('Hello from Da Nang');
    await field(official).press('Enter');
    for (const page of [company, phone])
      await bubble(page, 'Hello from Da Nang').waitFor({ timeout: 30_000 });
    expect(await violations(official)).toEqual([]);
    await screenshot(official, 'conversation-live');
  });

  it('puts words into the reader’s language when asked, on the device, and leaves the original', async () => {
    const said = bubble(official, '안녕하세요').first();
    expect(await official.locator('[data-translation]').count()).toBe(0);
    await said.getByRole('button', { name: 'More for this message' }).click();
    await official.getByRole('menuitem', { name: 'Translate' }).click();
    await said.locator('[data-translation]').getByText('ko to en: 안녕하세요').waitFor();
    await said.locator('[lang=ko]').getByText('안녕하세요', { exact: true }).waitFor();
    await screenshot(official, 'conversation-translated');
    await said.getByRole('button', { name: 'Show only the original' }).click();
    await said.locator('[data-translation]').waitFor({ state: 'detached' });
    // A browser without one offers nothing.
    await bubble(company, 'Hello from Da Nang').getByRole('button').last().click();
    await company.getByRole('menuitem', { name: '스레드 보기' }).waitFor();
    expect(await company.getByRole('menuitem', { name: '번역' }).count()).toBe(0);
    await company.keyboard.press('Escape');
  });

  it('never sends while an input method composes', async () => {
    const client = await company.context().newCDPSession(company);
    const before = await stored('%');
    await field(company).click();
    const compose = (text: string) =>
      client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    for (const text of ['ㄴ', '나', '난']) await compose(text);
    await client.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter' });
    await client.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter' });
    expect(await company.locator('[data-state=waiting]').count()).toBe(0);
    expect(await stored('%')).toEqual(before);
    await client.send('Input.insertText', { text: '난' });
    expect(await field(company).inputValue()).toContain('난');
    await company.keyboard.press('Enter');
    await bubble(official, '난').waitFor({ timeout: 30_000 });
    expect((await stored('%')).length).toBe(before.length + 1);
  });

  it('keeps what was written offline over a reload and says it once, in order', async () => {
    await company.context().setOffline(true);
    const words = ['offline 1', 'offline 2', 'offline 3'];
    for (const body of words) {
      await field(company).fill(body);
      await field(company).press('Enter');
      await bubble(company, body).waitFor();
    }
    expect(await company.locator('[data-state=waiting]').count()).toBe(3);
    await company.context().setOffline(false);
    // Away before the line is back: the next page finds them where the last one left them.
    await company.reload();
    for (const body of words) await bubble(official, body).waitFor({ timeout: 60_000 });
    await company.locator('[data-state=waiting]').first().waitFor({ state: 'detached', timeout: 30_000 });
    expect(await stored('offline %')).toEqual(words);
    for (const body of words) expect(await bubble(official, body).count()).toBe(1);
  });

  it('goes on by itself after the server was killed, and loses and doubles nothing', async () => {
    const api = system.apis[0];
    await api?.end('SIGKILL');
    for (const body of ['killed 1', 'killed 2']) {
      await field(company).fill(body);
      await field(company).press('Enter');
    }
    await field(official).fill('killed 3');
    await field(official).press('Enter');
    await api?.start();
    const back = Date.now();
    for (const page of [company, official])
      for (const body of ['killed 1', 'killed 2', 'killed 3'])
        await page
          .locator('[role=listitem][data-state=sent]')
          .filter({ hasText: body })
          .waitFor({ timeout: 30_000 });
    expect(Date.now() - back).toBeLessThan(10_000);
    await waitFor('all of them', async () => (await stored('killed %')).length === 3, { timeoutMs: 30_000 });
    expect((await stored('killed %')).filter((body) => body !== 'killed 3')).toEqual([
      'killed 1',
      'killed 2',
    ]);
  });

  it('sends files with their way to the other side, and opens them there', async () => {
    await company.locator('[data-attach]').setInputFiles([
      { name: '야시장.jpg', mimeType: 'image/jpeg', buffer: await photograph(640, 480) },
      { name: '야시장 계획.txt', mimeType: 'text/plain', buffer: Buffer.from('밤 여덟 시에 모입니다.') },
    ]);
    for (const name of ['야시장.jpg', '야시장 계획.txt']) await company.getByText(name).first().waitFor();
    await field(company).press('Enter');
    for (const page of [official, company])
      for (const name of ['야시장.jpg', '야시장 계획.txt'])
        await page.locator('[data-file=clean]').filter({ hasText: name }).waitFor({ timeout: 60_000 });
    await official.locator('[data-file] img').waitFor({ timeout: 30_000 });
    const download = official.waitForEvent('download', { timeout: 30_000 });
    await official.getByRole('button', { name: 'Save 야시장 계획.txt' }).click();
    expect((await download).suggestedFilename()).toBe('야시장 계획.txt');
    await screenshot(company, 'conversation-file');
  });

  it('finds words inside Korean, mentions by name, shows threads and markup as text', async () => {
    await field(official).pressSequentially('@');
    await official.getByRole('option').first().waitFor();
    await official.keyboard.press('Enter');
    await field(official).pressSequentially('<img src=x onerror=alert(1)> see this');
    await field(official).press('Enter');
    // Whoever types on while the name is put in finds the caret behind it.
    const kept = await waitFor(
      'the words',
      async () => {
        const [body] = await stored('%onerror%');
        return body;
      },
      { dump: () => field(official).inputValue() },
    );
    expect(kept).toMatch(/^@\S.* <img src=x onerror=alert\(1\)> see this$/);
    await bubble(company, '<img src=x onerror=alert(1)>').waitFor({ timeout: 30_000 });
    expect(await company.locator('img[src=x]').count()).toBe(0);
    await waitFor('the mention', async () => {
      const rows = await system.database.query(
        `select from outbox_event where type = 'message.mentioned' and aggregate_id = $1`,
        [room],
      );
      return rows.length === 1;
    });
    await bubble(company, '<img src=x').getByRole('button').last().click();
    await company.getByRole('menuitem', { name: '스레드 보기' }).click();
    await company.locator('[data-excerpt=thread]').getByText('see this').waitFor();
    await company.keyboard.press('Escape');

    await company.getByRole('searchbox', { name: '메시지 검색' }).fill('녕하');
    const found = company.locator('[data-search-results] a');
    await found.first().waitFor({ timeout: 30_000 });
    expect(await violations(company)).toEqual([]);
    await found.first().click();
    await company.locator('[data-excerpt=around]').getByText('안녕하세요').waitFor();
    await screenshot(company, 'conversation-found');
    await company.keyboard.press('Escape');
    await company.getByRole('searchbox', { name: '메시지 검색' }).fill('');
  });

  it('shows what a linked page says of itself, where its host is allowed', async () => {
    // What the server fetches is looked at over HTTP; here, what the reader sees of its answer.
    const card = { title: 'Harbour <b>by night</b>', description: 'Boats and music.', host: 'visit.example' };
    await official.route('**/api/v1/link-cards?*', (route) => route.fulfill({ json: { isOn: true, card } }));
    await open(official);
    await say('See https://visit.example/night for the programme.', 'with-a-link');
    const link = bubble(official, 'for the programme.').locator('[data-link-card]');
    await link.getByText(card.title, { exact: true }).waitFor({ timeout: 30_000 });
    expect(await link.getAttribute('href')).toBe('https://visit.example/night');
    expect(await link.locator('b').count()).toBe(0);
    expect(await violations(official)).toEqual([]);
    await official.unroute('**/api/v1/link-cards?*');
  });

  it('leaves what was said before an edit to be read', async () => {
    await field(official).fill('We meet on Tusday.');
    await field(official).press('Enter');
    const said = bubble(official, 'We meet on Tusday.');
    await said.and(official.locator('[data-state=sent]')).waitFor({ timeout: 30_000 });
    await said.getByRole('button', { name: 'More for this message' }).click();
    await official.getByRole('menuitem', { name: 'Edit' }).click();
    await field(official).fill('We meet on Tuesday.');
    await field(official).press('Enter');
    const reworded = bubble(company, 'We meet on Tuesday.');
    await reworded.getByText('수정됨').waitFor({ timeout: 30_000 });
    await reworded.getByRole('button').last().click();
    await company.getByRole('menuitem', { name: '수정 전 내용 보기' }).click();
    await company.locator('[data-excerpt=wordings]').getByText('We meet on Tusday.').waitFor();
    expect(await violations(company)).toEqual([]);
    await company.keyboard.press('Escape');
  });

  it('is reported, judged at the desk, and the reporter is told', async () => {
    await field(company).fill('지금 돈을 보내세요!');
    await field(company).press('Enter');
    const spam = bubble(official, '지금 돈을 보내세요!');
    await spam.waitFor({ timeout: 30_000 });
    await spam.getByRole('button', { name: 'More for this message' }).click();
    await official.getByRole('menuitem', { name: 'Report' }).click();
    const dialog = official.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Report' }).click();
    // Nothing is taken for granted.
    await dialog.getByText('Please choose a reason.').waitFor();
    await dialog.getByRole('combobox', { name: /^Reason/ }).click();
    await official.getByRole('option', { name: 'Attempted fraud' }).click();
    expect(await violations(official)).toEqual([]);
    await dialog.getByRole('button', { name: 'Report' }).click();
    const words = await dialog.getByRole('status').innerText();
    const number = /M-\d+/.exec(words)?.[0] ?? '';
    expect(number).not.toBe('');
    await official.keyboard.press('Escape');

    const office = accountOf('Tourism Promotion Organization for Global Cities', system.accounts);
    const desk = await signIn(await context({ locale: 'en', width: 360 }), url, office);
    await desk.getByRole('button', { name: 'More', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'Moderation' }).click();
    const reported = desk.locator(`[data-case="${number}"]`);
    await reported.getByText('지금 돈을 보내세요!').waitFor();
    await reported.getByRole('button', { name: 'Uphold' }).click();
    await reported.getByText('Please say what the reporter is told.').waitFor();
    await reported.getByLabel('What the reporter is told').fill('They were warned, and the message is gone.');
    await reported.getByRole('checkbox', { name: 'Remove the message' }).check();
    expect(await violations(desk)).toEqual([]);
    await screenshot(desk, 'moderation');
    await reported.getByRole('button', { name: 'Uphold' }).click();
    const done = desk.getByText(`${number} is decided, and the reporter is told.`);
    await hasFocus(done);
    await desk.getByText('Decided', { exact: true }).click();
    await reported.getByText('The message was removed.').waitFor();
    expect(desk.problems).toEqual([]);

    await bubble(company, '지금 돈을 보내세요!').waitFor({ state: 'detached', timeout: 30_000 });
    await waitFor('the reporter to be told', async () => {
      const { data } = await city.api.GET('/api/v1/notices', { params: { query: {} } });
      return data?.items.some(({ type }) => type === 'conversation-report.decided');
    });
    await official.goto(`${url}/o/da-nang/message-reports`);
    await official.getByText(number).waitFor();
    await official.getByText('They were warned, and the message is gone.').waitFor();
    expect(await violations(official)).toEqual([]);
  });

  it('becomes a group that its host names, fills and clears', async () => {
    await official.goto(`${url}/o/da-nang/messages`);
    await official.getByRole('button', { name: 'New conversation' }).click();
    const dialog = official.getByRole('dialog');
    for (const name of [/바다온랩/, /TPO Secretariat/]) await dialog.getByRole('checkbox', { name }).check();
    await dialog.getByLabel('Name of the group (optional)').fill('Night tourism');
    expect(await violations(official)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start' }).click();
    await official.getByRole('heading', { level: 1, name: /Night tourism/ }).waitFor();
    await official.getByRole('button', { name: 'Rename' }).click();
    await dialog.getByLabel('Name of the conversation').fill('Evenings by the sea');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await official.getByRole('heading', { level: 1, name: /Evenings by the sea/ }).waitFor();
    await field(official).fill('Welcome, everybody.');
    await field(official).press('Enter');
    await company.locator('[data-conversation]').filter({ hasText: 'Evenings by the sea' }).click();
    await bubble(company, 'Welcome, everybody.').waitFor({ timeout: 30_000 });
    // Out again, and back with what was missed.
    await official.getByRole('button', { name: /^Remove .*바다온랩/ }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.waitFor({ state: 'detached' });
    await field(official).fill('Only the two of us.');
    await field(official).press('Enter');
    await bubble(official, 'Only the two of us.')
      .and(official.locator('[data-state=sent]'))
      .waitFor({ timeout: 30_000 });
    await company.getByText('이 대화는 읽으실 수만 있습니다.').waitFor({ timeout: 30_000 });
    expect(await bubble(company, 'Only the two of us.').count()).toBe(0);
    await official.getByRole('button', { name: 'Bring somebody in' }).click();
    await dialog.getByRole('checkbox', { name: /바다온랩/ }).check();
    await dialog.getByRole('checkbox', { name: 'They see what was said before' }).check();
    await dialog.getByRole('button', { name: 'Bring in' }).click();
    await bubble(company, 'Only the two of us.').waitFor({ timeout: 30_000 });
    await official.getByRole('button', { name: 'Hand over' }).click();
    await dialog.getByText('No other colleague can take your place').waitFor();
    expect(await violations(official)).toEqual([]);
    await official.keyboard.press('Escape');
  });

  it('says how it began, where another one has the same people', async () => {
    const { data: matches } = await asking.api.GET('/api/v1/matches', { params: { query: { limit: 100 } } });
    const match = matches?.items.find(
      ({ counterpart, state }) => counterpart.id === city.organizationId && state === 'suggested',
    );
    if (!match) throw new Error(`The two do not fit: ${JSON.stringify(matches)}`);
    const { data: interest } = await asking.api.POST('/api/v1/matches/{id}/interest', {
      params: { path: { id: match.id } },
      body: { message: '함께 알리고 싶습니다.' },
    });
    const { data: accepted } = await city.api.POST('/api/v1/interests/{id}/accept', {
      params: { path: { id: interest?.id ?? '' } },
    });
    const second = accepted?.conversationId ?? '';
    const said = [
      { page: official, path: 'da-nang', first: 'Between the two of you', later: 'From a match' },
      { page: phone, path: 'badaon-lab', first: '1:1 대화', later: '매칭에서 시작한 대화' },
    ];
    for (const { page, path, first, later } of said) {
      await page.goto(`${url}/o/${path}/messages`);
      const row = (id: string) => page.locator(`[data-conversation="${id}"]`);
      await row(room).getByText(first).waitFor();
      await row(second).getByText(later).waitFor();
      expect(await page.locator('[data-origin]').count()).toBe(2);
      // Somebody was brought in last, which nobody said.
      const brought = page.locator('[data-conversation]').filter({ hasText: 'Evenings by the sea' });
      expect(await brought.getByText(/^(You|나):/).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await screenshot(page, `look-alikes-${path}`);
    }
  });
});

/** The translator some browsers carry; this one only says what it was asked. */
const TRANSLATOR = `globalThis.Translator = {
  availability: async () => 'available',
  create: async ({ sourceLanguage, targetLanguage }) => ({
    translate: async (words) => sourceLanguage + ' to ' + targetLanguage + ': ' + words,
  }),
}`;

/** Of the page; nothing else of it is known here. */
interface Place {
  getBoundingClientRect(): { readonly top: number };
}

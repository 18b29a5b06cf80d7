import type { Browser, BrowserContext } from 'playwright-core';
import {
  launchBrowser,
  openContext,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';

/** The slice as people live it: an SME writes Korean, a city reads English in the dark; no mouse is used. */
describe('two signed-in browsers', () => {
  let browser: Browser;
  let system: RunningSystem;
  let smeContext: BrowserContext;
  let cityContext: BrowserContext;
  let sme: WatchedPage;
  let city: WatchedPage;

  const account = (organization: string): DemoAccount => {
    const found = system.accounts.find((each) => each.organization === organization);
    if (!found) throw new Error(`No demo account of ${organization}.`);
    return found;
  };

  beforeAll(async () => {
    system = await startSystem({ web: true });
    browser = await launchBrowser();
    smeContext = await openContext(browser, { locale: 'ko' });
    cityContext = await openContext(browser, { locale: 'en', scheme: 'dark' });
    const url = system.apis[0]?.url ?? '';
    sme = await signIn(smeContext, url, account('Badaon Lab'));
    city = await signIn(cityContext, url, account('Da Nang'));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await system.stop();
  }, 60_000);

  afterEach(async () => {
    const { currentTestName = '' } = expect.getState();
    const name = currentTestName.replace(/\W+/g, '-').slice(-60);
    await screenshot(sme, `sme-${name}`);
    await screenshot(city, `city-${name}`);
    expect([...sme.problems, ...city.problems]).toEqual([]);
  });

  it('an SME writes a proposal that saves itself, and hands it in', async () => {
    await tabTo(sme, sme.getByRole('link', { name: '제안서', exact: true }).first());
    await sme.keyboard.press('Enter');
    const create = sme
      .getByRole('link', { name: '새 제안서' })
      .or(sme.getByRole('button', { name: '새 제안서' }));
    await create.first().waitFor();
    await tabTo(sme, create.first());
    await sme.keyboard.press('Enter');
    const title = sme.getByLabel('제목', { exact: true });
    await title.waitFor();
    await tabTo(sme, title);
    await sme.keyboard.type('다낭 해변 야간 음성안내');
    await tabTo(sme, sme.getByLabel('요약', { exact: true }));
    await sme.keyboard.type('다낭의 밤 해변과 야시장을 여러 언어로 안내하는 앱을 시와 함께 실증합니다.');
    await sme.locator('[data-saved=saved]').waitFor();
    expect(await violations(sme)).toEqual([]);
    await sme.reload();
    expect(await sme.getByLabel('제목', { exact: true }).inputValue()).toBe('다낭 해변 야간 음성안내');

    const submit = sme.getByRole('button', { name: '제출' });
    await tabTo(sme, submit);
    await sme.keyboard.press('Enter');
    await sme.getByText('접수증').or(sme.getByText('제출됨')).first().waitFor();
  }, 60_000);

  it('it sees the city its text names, with reasons, and shows interest', async () => {
    const card = sme.locator('[data-match]').filter({ hasText: 'Da Nang' }).first();
    await card.waitFor({ timeout: 15_000 });
    expect(await card.locator('[data-reason]').count()).toBeGreaterThanOrEqual(2);
    expect(await violations(sme)).toEqual([]);
    const start = card.getByRole('button', { name: '대화 시작하기' });
    await tabTo(sme, start);
    await sme.keyboard.press('Enter');
    const message = card.getByRole('textbox').first();
    await message.waitFor();
    await tabTo(sme, message);
    await sme.keyboard.type('다낭 해변에서 함께 실증하고 싶습니다.');
    const send = card.getByRole('button', { name: '보내기' });
    await tabTo(sme, send);
    await sme.keyboard.press('Enter');
    await send.waitFor({ state: 'hidden' });
  }, 60_000);

  it('the city finds it waiting, accepts, and a conversation opens', async () => {
    const waiting = city
      .getByRole('link', { name: /Read and answer/ })
      .or(city.getByRole('button', { name: /Read and answer/ }));
    await waiting.first().waitFor({ timeout: 15_000 });
    await tabTo(city, waiting.first());
    await city.keyboard.press('Enter');
    const accept = city.getByRole('button', { name: 'Accept and talk' }).first();
    await accept.waitFor();
    expect(await violations(city)).toEqual([]);
    await tabTo(city, accept);
    await city.keyboard.press('Enter');
    await city.waitForURL(/\/messages\//);
    await city.getByText('다낭 해변에서 함께 실증하고 싶습니다.').first().waitFor();
  }, 60_000);

  it('both write, and read each other at once', async () => {
    const cityBox = city.getByRole('textbox').last();
    await tabTo(city, cityBox);
    await city.keyboard.type('Chào mừng! When could you come?');
    await city.keyboard.press('Enter');

    const open = sme.getByRole('link', { name: '메시지' }).first();
    await tabTo(sme, open);
    await sme.keyboard.press('Enter');
    const row = sme.getByRole('link', { name: /Da Nang/ }).first();
    await row.waitFor();
    await tabTo(sme, row);
    await sme.keyboard.press('Enter');
    await sme.getByText('Chào mừng! When could you come?').last().waitFor();
    expect(await violations(sme)).toEqual([]);

    await tabTo(sme, sme.getByRole('textbox').last());
    await sme.keyboard.type('3월에 갈 수 있습니다.');
    const sentAt = Date.now();
    await sme.keyboard.press('Enter');
    await city.getByText('3월에 갈 수 있습니다.').last().waitFor();
    expect(Date.now() - sentAt).toBeLessThan(5_000);
    expect(await violations(city)).toEqual([]);
  }, 60_000);

  it('what is written while the server is away is kept, sent once, and in order', async () => {
    const api = system.apis[0];
    await api?.end('SIGKILL');
    const box = sme.getByRole('textbox').last();
    for (const words of ['하나', '둘', '셋']) {
      await tabTo(sme, box);
      await sme.keyboard.type(words);
      await sme.keyboard.press('Enter');
    }
    await api?.start();
    await city.getByText('셋', { exact: true }).last().waitFor({ timeout: 30_000 });
    const rows = await system.database.query<{ body: string }>(
      `select body from message where body = any($1) order by seq`,
      [['하나', '둘', '셋']],
    );
    expect(rows.map(({ body }) => body)).toEqual(['하나', '둘', '셋']);
  }, 90_000);
});

import type { Browser, BrowserContext } from 'playwright-core';
import {
  launchBrowser,
  openContext,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { invitationLink } from '../support/invitation-link.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(300_000);

/** An owner invites, the invited person joins by the link, and takes the ownership over; no mouse is used. */
describe('members', () => {
  const ADDRESS = 'minseo@example.org';
  const PASSWORD = 'a password of some length';
  let browser: Browser;
  let system: RunningSystem;
  let english: BrowserContext;
  let korean: BrowserContext;
  let url: string;
  let owner: WatchedPage;
  let officer: WatchedPage;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    english = await openContext(browser, { locale: 'en' });
    korean = await openContext(browser, { locale: 'ko', scheme: 'dark' });
    url = system.apis[0]?.url ?? '';
    owner = await signIn(english, url, accountOf('Da Nang', system.accounts));
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 300_000);

  it('an owner invites somebody', async () => {
    await owner.goto(`${owner.url().replace(/\/$/, '')}/members`);
    const address = owner.getByLabel('E-mail address');
    await address.waitFor();
    await tabTo(owner, address);
    await owner.keyboard.type(ADDRESS);
    await owner.keyboard.press('Enter');
    await owner.getByText('The invitation is on its way.').waitFor();
    await owner.getByRole('button', { name: `Send the invitation to ${ADDRESS} again` }).waitFor();
    expect(await violations(owner)).toEqual([]);
    expect(owner.problems).toEqual([]);
  });

  it('the invited person makes an account by the link, and the owner hands over', async () => {
    const invited = await korean.newPage();
    await invited.goto(`${url}/invitation${await invitationLink(browser, system, ADDRESS)}`);
    const name = invited.getByLabel('이름');
    await name.waitFor();
    await name.focus();
    await invited.keyboard.type('김민서');
    await invited.getByLabel('비밀번호', { exact: true }).focus();
    await invited.keyboard.type(PASSWORD);
    const asked: string[] = [];
    invited.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await invited.keyboard.press('Enter');
    await invited.waitForURL(/\/o\/da-nang/);
    // The link has been used: to ask what it is worth would show that it is worth nothing, for a moment.
    expect(asked).toContain('/api/v1/invitations/register');
    expect(asked).not.toContain('/api/v1/invitations/lookup');
    await invited.goto(`${url}/o/da-nang/members`);
    await invited.getByText('김민서').first().waitFor();
    expect(await violations(invited)).toEqual([]);

    owner.on('dialog', (dialog) => void dialog.accept());
    await owner.reload();
    const offer = owner.getByRole('button', { name: 'Hand the ownership over to 김민서' });
    await offer.waitFor();
    await tabTo(owner, offer);
    await owner.keyboard.press('Enter');
    await owner.getByRole('button', { name: 'Take the offer back' }).waitFor();
    await invited.reload();
    const accept = invited.getByRole('button', { name: '소유권 수락' });
    await accept.waitFor();
    await accept.focus();
    await invited.keyboard.press('Enter');
    await invited.getByLabel('이메일 주소').waitFor();
    expect(await violations(invited)).toEqual([]);
    await invited.goto(`${url}/invitation#token=used`);
    await invited.getByText('사용할 수 없는 링크입니다').waitFor();
    expect(await violations(invited)).toEqual([]);
  });

  it('somebody with an account finds the invitation there and takes the seat', async () => {
    const account = accountOf('Busan', system.accounts);
    const invited = await openContext(browser, { locale: 'en' });
    const page = await signIn(invited, url, account);
    // Whoever owns Da Nang by now invites.
    const host = await korean.newPage();
    await host.goto(`${url}/o/da-nang/members`);
    await host.getByLabel('이메일 주소').fill(account.email);
    await host.getByLabel('역할', { exact: true }).selectOption('officer');
    await host.getByRole('button', { name: '초대 보내기' }).click();
    await host.getByText('초대 메일을 보냈습니다.').waitFor();
    await page.goto(`${url}/account`);
    const accept = page.getByRole('button', { name: 'Accept the invitation of Da Nang' });
    await tabTo(page, accept);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/o\/da-nang/);
    expect(page.problems).toEqual([]);
    officer = page;
  });

  it('an officer who has gone on to another page is not taken from it when the answer comes', async () => {
    await officer.goto(`${url}/o/da-nang/members`);
    let answer: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (answer = resolve));
    await officer.route('**/leave', async (route) => {
      await gone;
      await route.fulfill({ status: 204 });
    });
    officer.once('dialog', (dialog) => void dialog.accept());
    await officer.getByRole('button', { name: 'Leave this organization' }).click();
    await officer
      .getByRole('link', { name: /^Messages/ })
      .first()
      .click();
    await officer.waitForURL(/\/messages$/);
    // Who one is now is asked after every answer; then the way would lead home.
    const asked = officer.waitForResponse(/\/api\/v1\/me$/);
    answer();
    await asked;
    // Nothing was put onto the way that was gone.
    await officer.goBack();
    await officer.waitForURL(/\/members$/);
    await officer.unroute('**/leave');
  });

  it('an officer who leaves is out with the next step', async () => {
    await officer.goto(`${url}/o/da-nang/members`);
    officer.on('dialog', (dialog) => void dialog.accept());
    const leave = officer.getByRole('button', { name: 'Leave this organization' });
    await tabTo(officer, leave);
    await officer.keyboard.press('Enter');
    await officer.waitForURL((address) => !address.pathname.startsWith('/o/da-nang'));
    await officer.goto(`${url}/o/da-nang/members`);
    await officer.waitForURL(/\/account$/);
    expect(officer.problems).toEqual([]);
  });

  it('whoever is removed loses the socket within 5 s, and with it the open page', async () => {
    const opened = owner.waitForEvent('websocket');
    await owner.goto(`${url}/o/da-nang/messages`);
    const socket = await opened;
    await owner.locator('h1').waitFor();
    const host = await korean.newPage();
    host.on('dialog', (dialog) => void dialog.accept());
    await host.goto(`${url}/o/da-nang/members`);
    const remove = host.getByRole('button', { name: 'Cán bộ Đà Nẵng 님 내보내기' });
    await remove.click();
    await remove.waitFor({ state: 'detached' });
    const goneAt = Date.now();
    await waitFor('the socket to close', () => Promise.resolve(socket.isClosed()), { timeoutMs: 5_000 });
    expect(Date.now() - goneAt).toBeLessThan(5_000);
    // With the socket the page asks anew who one is, and leaves by itself.
    await owner.waitForURL((address) => !address.pathname.startsWith('/o/da-nang'));
    await owner.goto(`${url}/o/da-nang/messages`);
    await owner.waitForURL(/\/account$/);
    expect(owner.problems).toEqual([]);
  });
});

import { generateSync } from 'otplib';
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import {
  launchBrowser,
  openContext,
  openPage,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';

jest.setTimeout(300_000);

/** A person guards their account and signs in with what guards it. */
describe('the account', () => {
  let browser: Browser;
  let system: RunningSystem;
  let url: string;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true, named: true }), launchBrowser()]);
    url = `http://localhost:${system.apis[0]?.port}`;
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 300_000);

  const type = async (page: WatchedPage, account: DemoAccount, password = account.password) => {
    await page.goto(`${url}/sign-in`);
    await page.locator('input[type=email]').fill(account.email);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
  };
  const anew = async (look: Parameters<typeof openContext>[1] = {}) =>
    openPage(await openContext(browser, look));
  const atHome = (page: WatchedPage) => page.waitForURL(/\/o\//);

  describe('with an authenticator app', () => {
    let account: DemoAccount;
    let context: BrowserContext;
    let page: WatchedPage;
    let secret: string;
    let recoveryCodes: string[];
    let used: string;
    const code = (steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });

    beforeAll(async () => {
      account = accountOf('Badaon Lab', system.accounts);
      context = await openContext(browser);
      page = await signIn(context, url, account);
      await page.goto(`${url}/account/security`);
    }, 300_000);

    it('is set up by a QR code or by hand, with recovery codes to keep', async () => {
      await page.getByText('Only your password guards this account').waitFor();
      await page.getByRole('button', { name: 'Set up an app' }).click();
      await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
      secret = ((await page.locator('code').first().textContent()) ?? '').replace(/\s/g, '');
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      expect(await violations(page)).toEqual([]);
      const digits = page.getByLabel('Six digits');
      await digits.fill('000000');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('These digits are not right').waitFor();
      used = code();
      await digits.fill(used);
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Keep these recovery codes').waitFor();
      recoveryCodes = await page.locator('ol code').allTextContents();
      expect(recoveryCodes).toHaveLength(10);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await page.getByText('10 codes are left.').waitFor();
      await page.getByText('Only your password guards this account').waitFor({ state: 'detached' });
      expect(page.problems).toEqual([]);
    });

    it('asks for its digits after the password, and refuses wrong ones and used ones', async () => {
      const other = await anew({ locale: 'ko', scheme: 'dark', width: 360 });
      await type(other, account);
      const digits = other.getByLabel('인증 앱의 여섯 자리 숫자');
      await digits.waitFor();
      expect(await violations(other)).toEqual([]);
      await digits.fill(used);
      await other.keyboard.press('Enter');
      await other.getByRole('alert').waitFor();
      // The next one: it is taken a step ahead, and never the used one.
      await digits.fill(code(1));
      await other.keyboard.press('Enter');
      await atHome(other);
      expect(other.problems).toEqual([]);
      await other.context().close();
    });

    it('takes a recovery code instead, and shows where one is signed in', async () => {
      const other = await anew();
      await type(other, account);
      await other.getByRole('button', { name: 'Use a recovery code' }).click();
      await other.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
      await other.keyboard.press('Enter');
      await atHome(other);
      await page.reload();
      await page.getByText('9 codes are left.').waitFor();
      await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
      await other.waitForURL(/\/sign-in/);
      await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
      await other.context().close();
    });

    it('is taken away after a proof that it is you', async () => {
      await system.database.query(`update session set proven_at = now() - interval '11 minutes'`);
      await page.getByRole('button', { name: 'Remove the app' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Current password').fill(account.password);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByText('Only your password guards this account').waitFor();
      const other = await anew();
      await type(other, account);
      await atHome(other);
      await other.context().close();
    });
  });

  describe('with a passkey', () => {
    let account: DemoAccount;
    let context: BrowserContext;
    let page: WatchedPage;
    let devices: CDPSession;

    beforeAll(async () => {
      account = accountOf('Da Nang', system.accounts);
      context = await openContext(browser);
      page = await signIn(context, url, account);
      devices = await context.newCDPSession(page);
      await devices.send('WebAuthn.enable');
      await devices.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      await page.goto(`${url}/account/security`);
    }, 300_000);
    afterAll(() => context?.close());

    it('is made by the device, once', async () => {
      const name = page.getByLabel('Name of the device');
      const add = page.getByRole('button', { name: 'Add a passkey' });
      await name.fill('Office laptop');
      await add.click();
      await page.getByText('Keep these recovery codes').waitFor();
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await page.getByRole('button', { name: 'Remove Office laptop' }).waitFor();
      await name.fill('The same again');
      await add.click();
      await page.getByText('This device has a passkey for your account already.').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(page.problems).toEqual([]);
    });

    it('signs in without a password', async () => {
      await page.goto(`${url}/account`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in/);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await atHome(page);
      expect(page.problems).toEqual([]);
    });

    it('is the second step after a password, and the proof of a sensitive change', async () => {
      await page.goto(`${url}/account`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in/);
      await type(page, account);
      await page.getByRole('button', { name: 'Use a passkey' }).click();
      await atHome(page);
      await system.database.query(`update session set proven_at = now() - interval '11 minutes'`);
      await page.goto(`${url}/account/security`);
      await page.getByRole('button', { name: 'Remove Office laptop' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' }).click();
      await page.getByText('Only your password guards this account').waitFor();
      expect(page.problems).toEqual([]);
    });
  });

  describe('of a Korean in a browser that asks for English', () => {
    let page: WatchedPage;

    beforeAll(async () => {
      // Nothing was chosen in this browser.
      const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
      page = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
    }, 300_000);
    afterAll(() => page?.context().close());

    it('names the organization as its people write it, and speaks Korean also where nothing is', async () => {
      await page.locator('header').getByText('바다온랩', { exact: true }).waitFor();
      await page.goto(`${url}/nowhere`);
      await page.getByRole('heading', { level: 1, name: '찾을 수 없음' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('ko');
      expect(await violations(page)).toEqual([]);
      await screenshot(page, 'nowhere-ko');
    });

    it('says it in the language that is chosen in the header', async () => {
      await page.getByRole('link', { name: '홈 화면으로' }).click();
      await page.getByRole('button', { name: '언어' }).click();
      await page.getByRole('menuitemradio', { name: 'English' }).click();
      await page.locator('header').getByText('Badaon Lab', { exact: true }).waitFor();
      await page.goto(`${url}/nowhere`);
      await page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(page.problems).toEqual([]);
    });
  });

  describe('of whoever is signed in', () => {
    let account: DemoAccount;
    let page: WatchedPage;

    beforeAll(async () => {
      account = accountOf('Da Nang', system.accounts);
      page = await signIn(await openContext(browser), url, account);
    }, 300_000);
    afterAll(() => page?.context().close());

    it('says who one is, in which languages, and when one works', async () => {
      await page.goto(`${url}/account`);
      await page.getByLabel('Name', { exact: true }).fill('Trần Thị Lan');
      await page.getByLabel('Name in Latin letters').fill('Tran Thi Lan');
      await page.getByRole('checkbox', { name: 'Monday' }).check();
      await page.getByLabel('Monday, from').fill('08:30');
      await page.getByLabel('Monday, until').fill('08:00');
      await page.getByRole('checkbox', { name: 'Let the directory show me' }).check();
      const save = page.getByRole('button', { name: 'Save', exact: true });
      await save.click();
      await page.getByText('A day must end after it begins.').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Monday, until').fill('17:30');
      await page.getByRole('button', { name: 'Set Monday to Friday to 08:30–17:30' }).click();
      await save.click();
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.reload();
      expect(await page.getByLabel('Name in Latin letters').inputValue()).toBe('Tran Thi Lan');
      expect(await page.getByLabel('Friday, until').inputValue()).toBe('17:30');
      expect(await page.getByRole('checkbox', { name: 'Saturday' }).isChecked()).toBe(false);
      expect(await page.getByRole('checkbox', { name: 'Let the directory show me' }).isChecked()).toBe(true);
      expect(page.problems).toEqual([]);
    });

    it('gives a copy of the data, to be saved as a file', async () => {
      await page.goto(`${url}/account/security`);
      await page.getByRole('button', { name: 'Ask for a copy' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 30_000 }),
        page.getByRole('button', { name: 'Download' }).click({ timeout: 30_000 }),
      ]);
      expect(download.suggestedFilename()).toBe('ttn-data.json');
    });

    it('cannot go while somebody is needed, and can think better of it', async () => {
      const ask = async () => {
        await page.goto(`${url}/account/security`);
        await page.getByRole('button', { name: 'Delete my account' }).click();
        await page.getByRole('button', { name: 'Yes, delete it in ten days' }).click();
      };
      await ask();
      await page.getByText('You are the only owner of an organization').waitFor();
      await system.database.query(
        `update membership set role = 'officer' where person_id in (
           select person_id from account where email_folded = $1)`,
        [account.email],
      );
      await ask();
      await page.getByRole('button', { name: 'Keep my account' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keep my account' }).click();
      await page.getByRole('button', { name: 'Delete my account' }).waitFor();
      expect(page.problems).toEqual([]);
    });
  });
});

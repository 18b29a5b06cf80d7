import type { Browser, BrowserContext } from 'playwright-core';
import sharp from 'sharp';
import {
  launchBrowser,
  openContext,
  openPage,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { invitationLink } from '../support/invitation-link.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';

jest.setTimeout(300_000);

/** What owners and the secretariat do with organizations: pictures and proofs, settings, two entries made one. */
describe('organizations', () => {
  let browser: Browser;
  let system: RunningSystem;
  let english: BrowserContext;
  let url: string;
  let owner: WatchedPage;
  let own: string;
  let picture: Buffer;

  const idOf = async (slug: string): Promise<string> => {
    const rows = await system.database.query<{ id: string }>('select id from organization where slug = $1', [
      slug,
    ]);
    return rows[0]?.id ?? '';
  };

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    const square = { width: 64, height: 64, channels: 3, background: '#0f5c7a' } as const;
    picture = await sharp({ create: square }).png().toBuffer();
    english = await openContext(browser, { locale: 'en' });
    url = system.apis[0]?.url ?? '';
    owner = await signIn(english, url, accountOf('Cat Trang Golf Resort', system.accounts));
    own = `${url}/o/cat-trang-golf-resort/organizations/${await idOf('cat-trang-golf-resort')}`;
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 300_000);

  it('a picture is added with what it shows, put into order, and taken out', async () => {
    await owner.goto(`${own}/profile`);
    for (const [title, file] of [
      ['The first hole at dawn', 'dawn.png'],
      ['The club house', 'house.png'],
    ] as const) {
      await owner.getByRole('button', { name: 'Add a picture' }).click();
      await owner
        .locator('input[type=file]')
        .last()
        .setInputFiles({ name: file, mimeType: 'image/png', buffer: picture });
      await owner.getByText(`${file} is uploaded.`).waitFor();
      const shows = owner.getByLabel('What it shows').first();
      await tabTo(owner, shows);
      await owner.keyboard.type(title);
      await owner
        .getByText(/^Saved/)
        .first()
        .waitFor();
      await owner.getByRole('button', { name: 'Done' }).last().click();
      await owner.getByText(`Shows: ${title}`).waitFor();
    }
    expect(await violations(owner)).toEqual([]);
    await owner.getByRole('button', { name: 'Move up: The club house' }).click();
    await owner.getByText('The club house is now number 1.').waitFor();
    await owner.goto(own);
    const pictures = owner.locator('figure img');
    await pictures.nth(1).waitFor();
    expect(await pictures.evaluateAll((all) => all.map((each) => each.getAttribute('alt')))).toEqual([
      'The club house',
      'The first hole at dawn',
    ]);
    // No scanner runs here, and nobody is told otherwise.
    await owner.getByText('not scanned for malware').first().waitFor();
    expect(await violations(owner)).toEqual([]);
    await owner.goto(`${own}/profile`);
    await owner.getByRole('button', { name: 'Remove: The club house' }).click();
    await owner.getByText('Removed: The club house').waitFor();
    expect(owner.problems).toEqual([]);
  });

  it('a certificate has its proof and its last day, and a text its languages', async () => {
    await owner.goto(`${own}/profile`);
    await owner.getByRole('button', { name: 'Add a certificate' }).click();
    const editor = owner.locator('section', { hasText: 'Proof of the certificate' });
    await editor.getByLabel('Title').first().fill('Green Fairway');
    await editor.getByLabel('Valid until').fill('2020-06-30');
    await editor
      .locator('input[type=file]')
      .setInputFiles({ name: 'proof.png', mimeType: 'image/png', buffer: picture });
    await owner.getByText('proof.png is uploaded.').waitFor();
    await owner.getByRole('button', { name: 'Save proof.png' }).waitFor();
    await editor
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await editor.getByRole('button', { name: 'Save this language' }).waitFor();
    await editor.getByLabel('Title').last().fill('그린 페어웨이');
    await editor.getByRole('button', { name: 'Save this language' }).click();
    await editor.getByText('Saved.', { exact: true }).waitFor();
    await editor.getByLabel('Title').first().fill('Green Fairway, gold');
    await editor
      .getByText(/: Outdated/)
      .first()
      .waitFor();
    await editor.getByRole('button', { name: 'Done' }).click();
    await owner.goto(own);
    await owner.getByText('expired on').waitFor();
    await owner.getByRole('button', { name: 'Save proof.png' }).waitFor();
    expect(owner.problems).toEqual([]);
  });

  it('settings are saved when their writer says so', async () => {
    await owner.goto(`${url}/o/cat-trang-golf-resort/settings`);
    const name = owner.getByLabel('Name in Latin script');
    await name.fill('');
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByText('1 field needs your attention').waitFor();
    await name.fill('Cat Trang Golf Links');
    await owner.getByLabel('Website').fill('https://cat-trang.example');
    await tabTo(owner, owner.getByRole('button', { name: 'Save' }));
    await owner.keyboard.press('Enter');
    await owner.getByText(/^Saved/).waitFor();
    await owner.getByRole('banner').getByText('Cat Trang Golf Links').waitFor();
    await owner.getByRole('button', { name: 'Close for good…' }).click();
    const close = owner.getByRole('button', { name: 'Close this organization' });
    expect(await close.isDisabled()).toBe(true);
    expect(await violations(owner)).toEqual([]);
    await owner.goto(own);
    await owner.getByRole('link', { name: 'https://cat-trang.example' }).waitFor();
    expect(owner.problems).toEqual([]);
  });

  it('the secretariat rehearses a merger and does it; the old address leads on', async () => {
    const administrator = await signIn(
      await openContext(browser, { locale: 'ko', scheme: 'dark', width: 360 }),
      url,
      accountOf('Tourism Promotion Organization for Global Cities', system.accounts),
    );
    const home = new URL(administrator.url()).pathname.replace(/\/$/, '');
    const [from, into] = [await idOf('saigon-la-me-events'), await idOf('cat-trang-golf-resort')];
    await administrator.goto(`${url}${home}/organizations/${from}`);
    await administrator.getByRole('link', { name: '다른 항목으로 통합' }).click();
    await administrator.getByLabel('이름으로 검색').fill('Cat Trang');
    await administrator.getByRole('radio', { name: /Cat Trang Golf Links/ }).check();
    await administrator.getByLabel('두 항목이 같은 기관인 이유').fill('같은 회사입니다.');
    await administrator.getByRole('button', { name: '예행 실행' }).click();
    await administrator.getByRole('rowheader', { name: '구성원 자리' }).waitFor();
    expect(await violations(administrator)).toEqual([]);
    await screenshot(administrator, 'merger-ko-dark-360');
    const perform = administrator.getByRole('button', { name: '통합 확정' });
    expect(await perform.isDisabled()).toBe(true);
    await administrator.getByLabel(/saigon-la-me-events/).fill('saigon-la-me-events');
    await perform.click();
    await administrator.waitForURL(new RegExp(into));
    await administrator.goto(`${url}${home}/organizations/${from}`);
    await administrator.waitForURL(new RegExp(into));
    expect(administrator.problems).toEqual([]);

    // Its people are at home in the other one, by their old address too.
    const colleague = await signIn(
      await openContext(browser, { locale: 'en' }),
      url,
      accountOf('Saigon La Me Events', system.accounts),
    );
    await colleague.goto(`${url}/o/saigon-la-me-events/members`);
    await colleague.waitForURL(/\/o\/cat-trang-golf-resort\/members/);
    await colleague.getByText('Editor').first().waitFor();
    expect(colleague.problems).toEqual([]);
  });

  it('a city for which nobody acts gets its first owner from the secretariat, who then finds the city', async () => {
    const office = accountOf('Tourism Promotion Organization for Global Cities', system.accounts);
    const context = await openContext(browser, { locale: 'en' });
    const administrator = await signIn(context, url, office);
    const geoje = await idOf('geoje');
    await administrator.goto(`${url}/o/tpo-secretariat/organizations/${geoje}`);
    await administrator.getByRole('link', { name: 'Invite the first owner' }).click();
    await administrator.getByRole('heading', { name: 'First owner of Geoje' }).waitFor();
    await tabTo(administrator, administrator.getByLabel('E-mail address'));
    await administrator.keyboard.type('tourism@geoje.example');
    await administrator.keyboard.press('Enter');
    await administrator
      .getByRole('button', { name: 'Send the invitation to tourism@geoje.example again' })
      .waitFor();
    expect(await violations(administrator)).toEqual([]);
    await screenshot(administrator, 'first-owner-en');
    expect(administrator.problems).toEqual([]);

    const guests = await openContext(browser, { locale: 'ko' });
    const first = await openPage(guests);
    await first.goto(`${url}/invitation${await invitationLink(browser, system, 'tourism@geoje.example')}`);
    await first
      .getByText(/Geoje|거제시/)
      .first()
      .waitFor();
    await context.close();
    await guests.close();
  });
});

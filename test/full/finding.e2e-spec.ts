import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import {
  hasFocus,
  launchBrowser,
  openContext,
  openPage,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { ActorSession } from '../support/actor-session.js';
import { invitationLink } from '../support/invitation-link.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

const HOME = '/o/badaon-lab';

/** What was ticked is to be compared a few keys before the list. */
async function tabBackTo(page: WatchedPage, what: Locator): Promise<void> {
  await what.waitFor();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await what.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`Shift and Tab never reached ${what.toString()}`);
}

/** The number of results as it is said, once it is known. */
function counted(page: WatchedPage): Promise<string> {
  return waitFor('the number of results', () => page.getByTestId('result-count').textContent());
}

/** Finding partners as people do it: by keyboard, in two languages, in the light and in the dark. */
describe('finding', () => {
  let browser: Browser;
  let system: RunningSystem;
  let context: BrowserContext;
  let page: WatchedPage;
  let url = '';

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    await waitFor(
      'the directory to know who plays golf',
      async () => {
        const [row] = await system.database.query<{ n: number }>(
          `select count(*)::int as n from directory_entry where concepts && '{thm.golf}'`,
        );
        return (row?.n ?? 0) >= 5;
      },
      { timeoutMs: 60_000, dump: () => system.logs() },
    );
    context = await openContext(browser, { locale: 'ko' });
    page = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
  }, 300_000);

  afterAll(async () => {
    await context?.close();
    await browser.close();
    await system.stop();
  }, 300_000);

  afterEach(() => {
    expect(page.problems.splice(0)).toEqual([]);
  });

  it('searches as one types, in the address', async () => {
    await page.goto(`${url}${HOME}/directory`);
    const field = page.getByRole('searchbox');
    await tabTo(page, field);
    await page.keyboard.insertText('골프');
    await page.waitForURL(/q=/);
    await page.getByRole('link', { name: /Cat Trang Golf Resort/ }).waitFor();
    expect(await page.locator('[data-matched=concept]').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  }, 300_000);

  it('leaves the Enter of an input method to it, and searches for what is composed when typing rests', async () => {
    const elsewhere = await openContext(browser, { locale: 'ko' });
    const typed = await signIn(elsewhere, url, accountOf('Badaon Lab', system.accounts));
    // Time stands still between the keys, so that nothing but the Enter could search.
    await typed.clock.install();
    await typed.goto(`${url}${HOME}/directory?q=${encodeURIComponent('골프')}`);
    const field = typed.getByRole('searchbox');
    await typed.getByRole('link', { name: /Cat Trang Golf Resort/ }).waitFor();
    await field.focus();
    await typed.keyboard.press('End');
    await typed.clock.pauseAt(Date.now() + 60_000);
    const devtools = await elsewhere.newCDPSession(typed);
    await devtools.send('Input.imeSetComposition', { text: '투', selectionStart: 1, selectionEnd: 1 });
    const before = typed.url();
    await typed.keyboard.press('Enter');
    await typed.clock.runFor(100);
    expect(typed.url()).toBe(before);
    expect(await field.inputValue()).toBe('골프투');
    await typed.clock.resume();
    await typed.waitForURL((address) => address.searchParams.get('q') === '골프투');
    expect(typed.problems).toEqual([]);
    await elsewhere.close();
  }, 300_000);

  it('says when the filters leave nothing, and gives everything back', async () => {
    await page.goto(`${url}${HOME}/directory?q=qqqqzzzzxx`);
    await page.getByTestId('empty-filtered').waitFor();
    const clear = page.getByTestId('empty-filtered').getByRole('button');
    await tabTo(page, clear);
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  }, 300_000);

  it('compares three by keyboard; the address shows the same', async () => {
    await page.goto(`${url}${HOME}/directory?kind=${encodeURIComponent('["city"]')}`);
    for (const index of [0, 1, 2]) {
      await tabTo(page, page.getByRole('checkbox').nth(index));
      await page.keyboard.press('Space');
      await page.getByRole('checkbox', { checked: true }).nth(index).waitFor();
    }
    await tabBackTo(page, page.getByRole('link', { name: '비교하기 (3)' }));
    await page.keyboard.press('Enter');
    await page.getByRole('table').waitFor();
    expect(await page.locator('thead th').count()).toBe(3);
    const all = await page.locator('tbody tr').count();
    await page.goto(`${page.url()}&differences=true`);
    await page.getByRole('table').waitFor();
    const differing = await page.locator('tbody tr').count();
    expect([differing < all, differing > 0]).toEqual([true, true]);
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'comparison');
  }, 300_000);

  it('takes filters away one by one, and the neighbour has the focus', async () => {
    const filters = `kind=${encodeURIComponent('["sme"]')}&country=${encodeURIComponent('["VN","MY"]')}`;
    await page.goto(`${url}${HOME}/directory?q=golf&${filters}`);
    const vietnam = page.getByRole('button', { name: '필터 해제: 국가: 베트남' });
    await vietnam.waitFor();
    const before = await counted(page);
    await tabTo(page, vietnam);
    await page.keyboard.press('Enter');
    await vietnam.waitFor({ state: 'detached' });
    await hasFocus(page.getByRole('button', { name: '필터 해제: 국가: 말레이시아' }));
    await waitFor(
      'fewer results',
      async () => (await page.getByTestId('result-count').textContent()) !== before,
    );
    expect(new URL(page.url()).searchParams.get('country')).toBe('["MY"]');
    expect(await violations(page)).toEqual([]);
  }, 300_000);

  it('keeps a search with an alert, renames it, and gives it back after it was removed', async () => {
    await page.goto(`${url}${HOME}/directory?q=${encodeURIComponent('골프')}`);
    await tabTo(page, page.getByRole('button', { name: '이 검색 저장' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await dialog.getByLabel('이름').inputValue()).toBe('골프');
    await tabTo(page, dialog.getByRole('button', { name: '저장', exact: true }));
    await page.keyboard.press('Enter');
    await dialog.getByRole('link', { name: '저장한 검색 모두 보기' }).click();
    const row = page.locator('[data-saved-search]');
    await row.waitFor();
    await row.getByRole('combobox').selectOption('at-once');
    await waitFor(
      'the alert to be changed',
      async () =>
        (await system.database.query<{ alert: string }>('select alert from saved_search'))[0]?.alert ===
        'at-once',
    );
    await row.getByRole('button', { name: '이름 바꾸기' }).click();
    await row.getByRole('textbox').fill('골프 파트너');
    await page.keyboard.press('Enter');
    await row.getByRole('link', { name: '골프 파트너' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await row.getByRole('button', { name: '삭제: 골프 파트너' }).click();
    await row.waitFor({ state: 'detached' });
    await hasFocus(page.getByRole('button', { name: '되돌리기' }));
    await page.keyboard.press('Enter');
    await row.getByRole('link', { name: '골프 파트너' }).waitFor();
    const [kept] = await system.database.query<{ id: string; alert: string }>(
      'select id, alert from saved_search',
    );
    expect(kept?.alert).toBe('at-once');
    await page.goto(`${url}${HOME}/saved-searches/${kept?.id}`);
    await page.getByRole('link', { name: /Cat Trang Golf Resort/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('newest');
  }, 300_000);

  it('puts an organization on a shortlist with a note, and gives it back after it was taken off', async () => {
    await page.goto(`${url}${HOME}/directory?q=golf`);
    await tabTo(page, page.getByRole('button', { name: '관심 목록에 추가: Cat Trang Golf Resort' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('첫 관심 목록의 이름').fill('2027년 골프');
    await page.keyboard.press('Enter');
    const tick = dialog.getByRole('checkbox', { name: '2027년 골프' });
    await tick.waitFor();
    expect(await tick.isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await hasFocus(page.getByRole('button', { name: '관심 목록에 추가: Cat Trang Golf Resort' }));
    await page.goto(`${url}${HOME}/shortlists`);
    await page.getByRole('link', { name: '2027년 골프' }).click();
    await page.getByRole('button', { name: '메모: Cat Trang Golf Resort' }).click();
    await page.getByRole('textbox').fill('바다를 보는 27홀');
    await page.getByRole('button', { name: '저장', exact: true }).click();
    await page.getByText('바다를 보는 27홀', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '목록에서 빼기: Cat Trang Golf Resort' }).click();
    await page.getByTestId('empty-nothing').waitFor();
    await page.getByRole('button', { name: '되돌리기' }).click();
    await page.getByText('바다를 보는 27홀', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 300_000);

  it('exports those that agreed, and only them', async () => {
    await page.goto(`${url}${HOME}/directory?kind=${encodeURIComponent('["sme"]')}`);
    await page.getByRole('button', { name: '내보내기' }).click();
    const own = page.getByRole('dialog').getByRole('checkbox');
    await own.waitFor();
    const download = page.getByRole('button', { name: 'CSV 내려받기' });
    await download.click();
    await page.getByText('내보내기에 동의한 기관이 없습니다', { exact: false }).waitFor();
    await own.click();
    await waitFor('the consent', () => own.isChecked());
    expect(await violations(page)).toEqual([]);
    const coming = page.waitForEvent('download');
    await download.click();
    const file = await readFile(await (await coming).path(), 'utf8');
    expect(
      file
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(',')[0]),
    ).toEqual(['name', 'Badaon Lab']);
    await page.keyboard.press('Escape');
  }, 300_000);

  it('moves the map without changing the results, until this area is searched', async () => {
    await page.goto(`${url}${HOME}/directory`);
    await page.locator('svg[data-zoom]').waitFor();
    const count = page.getByTestId('result-count');
    const before = await counted(page);
    const closer = page.getByRole('button', { name: '확대' });
    await tabTo(page, closer);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('svg[data-zoom="4"]').waitFor();
    expect([await count.textContent(), new URL(page.url()).search]).toEqual([before, '']);
    await tabTo(page, page.getByTestId('search-area'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/area=/);
    await waitFor('fewer results', async () => (await count.textContent()) !== before);
    const place = page.getByRole('button', { name: /건$/ }).first();
    await tabTo(page, place);
    await page.keyboard.press('Enter');
    expect(await place.getAttribute('aria-pressed')).toBe('true');
    expect(await violations(page)).toEqual([]);
  }, 300_000);

  it('opens Busan by its initial consonants', async () => {
    await page.goto(`${url}${HOME}`);
    await page.locator('h1').waitFor();
    await page.keyboard.press('Control+k');
    await hasFocus(page.getByRole('combobox'));
    await page.keyboard.insertText('ㅂㅅ');
    await page
      .getByRole('option', { name: /Busan 부산광역시/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Busan/ }).waitFor();
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: '최근 항목' }).getByRole('option');
    await recent.first().waitFor();
    expect(await recent.first().textContent()).toContain('Busan');
    await page.keyboard.press('Escape');
  }, 300_000);

  it('goes on with the first steps on another device, and ends on partners', async () => {
    await page.goto(`${url}${HOME}/welcome`);
    for (const step of ['소속 기관', '목표']) {
      await page.getByRole('button', { name: '다음' }).click();
      await page.getByRole('heading', { level: 1, name: step }).waitFor();
    }
    await page.getByLabel('찾는 내용').or(page.locator('#seekText')).first().fill('야간 투어를 함께할 도시');
    // That something was saved is said since the step before: what counts are these words.
    const kept = `select from first_run where answers ->> 'seekText' = $1`;
    await waitFor(
      'the words to be kept',
      async () => (await system.database.query(kept, ['야간 투어를 함께할 도시'])).length === 1,
    );
    await page.locator('[data-saved=saved]').waitFor();
    const elsewhere = await openContext(browser, { locale: 'en', scheme: 'dark', width: 360 });
    const other = await signIn(elsewhere, url, accountOf('Badaon Lab', system.accounts));
    await other.getByRole('heading', { level: 1, name: 'Your goals' }).waitFor();
    expect(await other.locator('#seekText').inputValue()).toBe('야간 투어를 함께할 도시');
    expect(await violations(other)).toEqual([]);
    await other.getByRole('button', { name: 'Next' }).click();
    await other.getByRole('heading', { level: 1, name: 'Languages and hours' }).waitFor();
    await other.getByRole('button', { name: 'Show partners' }).click();
    await other.getByRole('heading', { level: 1, name: 'Your first partners' }).waitFor();
    await other.locator('[data-match]').nth(2).waitFor({ timeout: 60_000 });
    expect(await other.locator('[data-match]').count()).toBe(3);
    expect(await violations(other)).toEqual([]);
    expect(other.problems).toEqual([]);
    await elsewhere.close();
  }, 300_000);

  it('finds people who agreed, and only as long as they do', async () => {
    const officer = await ActorSession.signIn(url, accountOf('Da Nang', system.accounts));
    const { data: me } = await officer.api.GET('/api/v1/me');
    const name = me?.displayName ?? '';
    const agree = async (discoverable: boolean): Promise<void> => {
      const { response } = await officer.api.GET('/api/v1/me');
      const header = { 'If-Match': response.headers.get('etag') ?? '' };
      await officer.api.PATCH('/api/v1/me', { params: { header }, body: { discoverable } });
    };
    await agree(true);
    await waitFor(
      'the person in the directory',
      async () => {
        const rows = await system.database.query(`select 1 from directory_entry where type = 'person'`);
        return rows.length > 0;
      },
      { timeoutMs: 30_000, dump: () => system.logs() },
    );
    await page.goto(
      `${url}${HOME}/directory?q=${encodeURIComponent(name)}&scope=${encodeURIComponent('["person"]')}`,
    );
    const person = page.getByRole('listitem').filter({ hasText: name }).first();
    await person.getByText('사람', { exact: true }).waitFor();
    expect(await person.textContent()).toContain('Da Nang · ');
    expect(await person.getByRole('checkbox').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'person');
    await agree(false);
    await page.reload();
    await page.getByTestId('empty-filtered').waitFor();
  }, 300_000);

  it('leads from an invitation to three partners in at most twelve acts', async () => {
    const address = 'newcomer@example.org';
    const owner = await ActorSession.signIn(url, accountOf('Da Nang', system.accounts));
    const path = { id: owner.organizationId };
    const body = { email: address, role: 'officer', signatory: false, language: 'en', days: 14 };
    await owner.api.POST('/api/v1/organizations/{id}/invitations', { params: { path }, body });
    const link = await invitationLink(browser, system, address);
    const invited = await openPage(await openContext(browser, { locale: 'en', width: 360 }));
    let acts = 0;
    /** Everything a person does on the way: a field filled, a button pressed. */
    const act = async (doing: Promise<void>) => {
      acts += 1;
      await doing;
    };
    await invited.goto(`${url}/invitation${link}`);
    await act(invited.getByLabel('Your name').fill('Trần Minh Anh'));
    await act(invited.getByLabel('Password', { exact: true }).fill('a password of some length'));
    await act(
      invited
        .getByRole('main')
        .getByRole('button', { name: /account/i })
        .click(),
    );
    for (const step of ['You', 'Your organization', 'Your goals']) {
      await invited.getByRole('heading', { level: 1, name: step, exact: true }).waitFor();
      await act(invited.getByRole('button', { name: 'Next' }).click());
    }
    await invited.getByRole('heading', { level: 1, name: 'Languages and hours' }).waitFor();
    await act(invited.getByLabel('From').fill('08:30'));
    await act(invited.getByLabel('Until').fill('17:00'));
    expect(await violations(invited)).toEqual([]);
    await screenshot(invited, 'first-run-hours');
    await act(invited.getByRole('button', { name: 'Show partners' }).click());
    await invited.getByRole('heading', { level: 1, name: 'Your first partners' }).waitFor();
    await invited.locator('[data-match]').nth(2).waitFor({ timeout: 60_000 });
    expect([await invited.locator('[data-match]').count(), acts <= 12]).toEqual([3, true]);
    const [hours] = await system.database.query<{ working_hours: { weekday: number; from: string }[] }>(
      `select p.working_hours from person p join account a on a.person_id = p.id where a.email = $1`,
      [address],
    );
    expect(hours?.working_hours.map(({ weekday, from }) => `${weekday} ${from}`)).toEqual(
      [1, 2, 3, 4, 5].map((weekday) => `${weekday} 08:30`),
    );
    expect(invited.problems).toEqual([]);
    await invited.context().close();
  }, 300_000);

  it('shows the product at / while somebody is signed in, and the landing page afterwards', async () => {
    await page.goto(`${url}/`);
    await page.waitForURL(/\/o\/badaon-lab/);
    const visitor = await openPage(await openContext(browser, { locale: 'en' }));
    await visitor.goto(`${url}/`);
    await visitor.getByRole('heading', { level: 1, name: /find each other/ }).waitFor();
    expect(await visitor.locator('script:not([type="application/ld+json"])').count()).toBe(0);
    await visitor.getByRole('main').getByRole('link', { name: 'Apply to take part' }).click();
    await visitor.waitForURL(/\/register$/);
    await visitor.context().close();
  });

  it.each([
    ['en', 'light', '/'],
    ['ko', 'dark', '/'],
    ['en', 'light', '/cities/busan'],
    ['ko', 'dark', '/cities/busan'],
    ['ko', 'light', '/cities'],
    ['en', 'dark', '/cities/atlantis'],
  ] as const)('shows visitors in %s and %s what is at %s', async (locale, scheme, path) => {
    const visitor = await openContext(browser, { locale, scheme, width: 360 });
    const visited = await openPage(visitor);
    const requests: string[] = [];
    visited.on('request', (request) => requests.push(request.url()));
    await visited.goto(`${url}${path}`);
    expect(await violations(visited)).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(
      await visited.evaluate<number>(
        'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
      ),
    ).toBe(0);
    await visitor.close();
  });
});

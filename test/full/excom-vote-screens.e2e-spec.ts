import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { ActorSession } from '../support/actor-session.js';
import {
  launchBrowser,
  type Look,
  openContext,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { type NamedCity, ownerOf } from '../support/city-owners.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';

jest.setTimeout(300_000);

const STATEMENT = '부산의 스마트 관광 기업으로서 공동 홍보에 참여하고자 합니다.';
const today = new Date().toISOString().slice(0, 10);

/** From the request for full membership to its ratification, by the screens of everybody who has a part in it. */
describe('a vote of the Executive Committee', () => {
  let browser: Browser;
  let system: RunningSystem;
  let url: string;
  let office: ActorSession;
  let applicant: WatchedPage;
  let secretariat: WatchedPage;
  let korean: WatchedPage;
  let vietnamese: WatchedPage;
  /** Where the vote is, below the address of an organization. */
  let votePath: string;

  const enter = async (account: DemoAccount, look: Look = {}): Promise<WatchedPage> =>
    signIn(await openContext(browser, look), url, account);
  const account = (organization: string): DemoAccount => accountOf(organization, system.accounts);
  const isFine = async (page: WatchedPage): Promise<void> => {
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(page.problems).toEqual([]);
  };
  /** Cities with a seat, in the order of the committee. */
  const sitting = async (): Promise<NamedCity[]> => {
    const { data } = await office.api.GET('/api/v1/excom-seats');
    return (data?.items ?? []).flatMap(({ seats }) => seats.flatMap(({ holder }) => holder?.city ?? []));
  };

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    const secretary = account('Tourism Promotion Organization for Global Cities');
    office = await ActorSession.signIn(url, secretary);
    applicant = await enter(account('Badaon Lab'));
    secretariat = await enter(secretary);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 300_000);

  it('is asked for by a participant', async () => {
    await applicant.goto(`${url}/o/badaon-lab/membership`);
    await applicant.getByRole('button', { name: 'Apply', exact: true }).click();
    await applicant.getByText('Say why you want to be a member.').waitFor();
    await applicant.getByLabel('Why full membership').fill(STATEMENT);
    await applicant.getByRole('button', { name: 'Apply', exact: true }).click();
    await applicant.getByText('Requested', { exact: true }).waitFor();
    expect(await applicant.getByText('Admission fee').count()).toBe(0);
    await isFine(applicant);
  });

  it('is opened by the secretariat, once a vacant seat has its city', async () => {
    await secretariat.goto(`${url}/o/tpo-secretariat/membership-desk`);
    const assign = secretariat.getByRole('button', { name: 'Name a city: Taiwan 1' });
    await assign.click();
    await secretariat.locator('#city-TW-1').selectOption({ index: 1 });
    await secretariat.locator('#from-TW-1').fill('2026-01-01');
    await isFine(secretariat);
    await secretariat.getByRole('button', { name: 'Name a city', exact: true }).click();
    await secretariat
      .getByText('17 seats by the member list, 6 vacant. A vote would need 9 ballots.')
      .waitFor();

    await secretariat.getByRole('link', { name: 'Badaon Lab' }).click();
    const put = secretariat.getByRole('button', { name: 'Put to the vote' });
    await put.click();
    await secretariat.getByText('Write both fees.').waitFor();
    expect(await secretariat.evaluate<string>('document.activeElement.id')).toBe('admission-fee');
    await secretariat.locator('#admission-fee').fill('500');
    await secretariat.locator('#annual-fee').fill('1000');
    await secretariat.getByLabel('Open ballot').check();
    await put.click();
    await secretariat.getByText('Being voted on').waitFor();
    await secretariat.getByRole('link', { name: 'See the vote' }).click();
    await secretariat.getByText('0 of 10 seats have voted; the quorum is 9.').waitFor();
    await isFine(secretariat);
    votePath = new URL(secretariat.url()).pathname.replace('/o/tpo-secretariat', '');
  });

  it('shows the applicant’s own city that it has no ballot', async () => {
    const busan = await enter(account('Busan'));
    await busan.goto(`${url}/o/busan${votePath}`);
    await busan.getByRole('row', { name: /Busan/ }).getByText("the applicant's own city: no vote").waitFor();
    expect(await busan.getByRole('button', { name: 'Vote', exact: true }).count()).toBe(0);
    await busan.context().close();
  });

  it('takes the ballot of a city, and another one instead of it', async () => {
    vietnamese = await enter(account('Ho Chi Minh City'));
    await vietnamese.goto(`${url}/o/ho-chi-minh-city/votes`);
    await vietnamese.getByRole('link', { name: 'Full membership of Badaon Lab' }).click();
    await vietnamese.getByRole('button', { name: 'Vote', exact: true }).click();
    await vietnamese.getByText('Choose yes, no or abstention.').waitFor();
    await vietnamese.getByLabel('No', { exact: true }).check();
    await vietnamese.getByRole('button', { name: 'Vote', exact: true }).click();
    await vietnamese.getByText('1 of 10 seats have voted; the quorum is 9.').waitFor();
    await vietnamese.getByLabel('Yes', { exact: true }).check();
    await vietnamese.getByRole('button', { name: 'Change the vote' }).click();
    await vietnamese.getByRole('status').getByText('Yes').waitFor();
    await vietnamese.getByText('1 of 10 seats have voted; the quorum is 9.').waitFor();
    await isFine(vietnamese);
  });

  it('is counted with the last ballot, on a small dark screen in Korean', async () => {
    const voting = (await sitting()).filter(({ slug }) => slug !== 'busan' && slug !== 'ho-chi-minh-city');
    const last = voting.find(({ slug }) => slug === 'gimhae');
    if (!last) throw new Error('Gimhae does not sit.');
    const id = votePath.split('/').at(-1) ?? '';
    for (const [index, city] of voting.filter((each) => each !== last).entries()) {
      const voter = await ActorSession.signIn(url, await ownerOf(city, system, office));
      const { response } = await voter.api.POST('/api/v1/votes/{id}/cast', {
        params: { path: { id } },
        body: { choice: index === 0 ? 'no' : index === 1 ? 'abstain' : 'yes' },
      });
      expect([city.slug, response.status]).toEqual([city.slug, 200]);
    }
    korean = await enter(await ownerOf(last, system, office), {
      locale: 'ko',
      scheme: 'dark',
      width: 360,
    });
    await korean.goto(`${url}/o/gimhae${votePath}`);
    await korean.getByText('투표 가능한 10석 중 9석 투표 완료', { exact: false }).waitFor();
    await isFine(korean);
    await korean.getByLabel('찬성').check();
    await korean.getByRole('button', { name: '투표하기' }).click();
    await korean.getByRole('definition').getByText('가결').waitFor();
    await isFine(korean);
  });

  it('has minutes to read and to take along', async () => {
    await korean.getByRole('link', { name: '의사록 열기' }).click();
    await korean.getByRole('heading', { level: 1, name: '의사록' }).waitFor();
    await isFine(korean);
    await vietnamese.goto(`${url}/o/ho-chi-minh-city${votePath}/minutes`);
    await vietnamese
      .getByRole('row', { name: /Vietnam 1/ })
      .getByText('Yes')
      .waitFor();
    const [download] = await Promise.all([
      vietnamese.waitForEvent('download'),
      vietnamese.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.startsWith('\uFEFFsubject,')).toBe(true);
    expect(csv.split('\r\n')).toEqual(
      expect.arrayContaining(['quorum,9', 'cast,10', 'yes,8', 'no,1', 'abstain,1', 'outcome,accepted']),
    );
    await isFine(vietnamese);
  });

  it('makes a member of the applicant with the fee, and of the General Assembly’s word a lasting one', async () => {
    await applicant.reload();
    await applicant.getByText('Approved, fees due').waitFor();
    await secretariat.goto(`${url}/o/tpo-secretariat/membership-desk`);
    await secretariat.getByRole('link', { name: 'Badaon Lab' }).first().click();
    await secretariat.getByLabel('Received on').fill(today);
    await secretariat.getByLabel('Reference of the payment').fill('부산은행 42');
    await isFine(secretariat);
    await secretariat.getByRole('button', { name: 'Record the fee as received' }).click();
    await secretariat.getByText('Active', { exact: true }).waitFor();
    await secretariat.getByText('To be ratified').waitFor();
    await secretariat.getByLabel('Resolved on').fill(today);
    await secretariat.getByLabel('Reference', { exact: true }).fill('13th General Assembly, item 4');
    await isFine(secretariat);
    await secretariat.getByRole('button', { name: 'Record the resolution' }).click();
    await secretariat.getByText('To be ratified').waitFor({ state: 'detached' });

    await applicant.reload();
    await applicant.getByText('Active', { exact: true }).waitFor();
    await applicant.getByText('History').click();
    await applicant.getByText('ratified by the General Assembly').waitFor();
    await isFine(applicant);
  });
});

import { systemActor } from '#libs/kernel';
import { DEFAULT_SPEC } from '#libs/matching';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { MatchAnswerRepository } from '../../../libs/matchmaking/src/data/match-answer.repository.js';
import { MarketInView } from '../../../libs/matchmaking/src/app/next-step/market-in-view.js';
import {
  type Answer,
  DA_NANG,
  type Fact,
  type Item,
  Market,
  type Member,
  NIGHT_GUIDES,
  NIGHT_TOURS_WANTED,
  NIGHT_WALKS,
  seen,
} from './market.js';

interface Why {
  readonly comparable: boolean;
  readonly fit: string;
  readonly lifts: readonly {
    readonly side: 'ours' | 'theirs';
    readonly facts: readonly Fact[];
    readonly isRead: boolean;
    readonly lift: string;
    readonly fit: string;
  }[];
}

interface Prospects {
  readonly compared: number;
  readonly prospects: readonly {
    readonly facts: readonly Fact[];
    readonly entering: readonly { readonly organization: { readonly id: string }; readonly fit: string }[];
    readonly enteringCount: number;
  }[];
}

let market: Market;
let city: Member;
let firm: Member;
let opportunityId: string;

beforeAll(async () => {
  market = await Market.open();
  city = await market.member('city', 'owner', DA_NANG);
  await market.saveProfile(city, { themes: ['thm.night', 'thm.smart'], seeks: ['col.product_codev'] });
  opportunityId = await market.publish(city, {
    ...NIGHT_TOURS_WANTED,
    themes: ['thm.night', 'thm.smart', 'thm.cruise'],
    requirements: { languages: ['ja'] },
  });
  firm = await market.member('sme', 'owner', { country: 'KR' });
  await market.saveProfile(firm, NIGHT_GUIDES);
  await market.refresh('opportunity', opportunityId);
  await market.refresh('organization', firm.organizationId);
});
afterAll(() => market.close());

const KOREAN = { 'accept-language': 'ko' };

async function why(member: Member, matchId: string): Promise<Why> {
  return (await market.done(
    member,
    'GET',
    `/matches/${matchId}/why-not-higher`,
    undefined,
    KOREAN,
  )) as unknown as Why;
}
async function prospectsOf(member: Member, of = ''): Promise<Prospects> {
  return (await market.done(
    member,
    'GET',
    `/match-prospects${of}`,
    undefined,
    KOREAN,
  )) as unknown as Prospects;
}
/** The match of the firm as such with the opportunity of the city. */
async function ofTheTwo(member: Member): Promise<Item> {
  const found = (await market.matches(member)).find(
    ({ subject, object }) => subject.id === opportunityId || object?.id === opportunityId,
  );
  if (!found) throw new Error('The two did not match.');
  return found;
}
const told = ({ lifts }: Why, side: string): string[] =>
  lifts
    .filter((lift) => lift.side === side)
    .flatMap(({ facts }) => facts.map(({ type, value }) => `${type} ${value}`));

describe('why a match is not higher', () => {
  it('names what either side could add, in words of the reader, the same for both with the sides swapped', async () => {
    const match = await ofTheTwo(firm);
    const ours = await why(firm, match.id);
    expect(ours).toMatchObject({ comparable: true, fit: match.fit });
    expect(told(ours, 'ours')).toContain('language ja');
    expect(told(ours, 'ours')).toContain('theme thm.cruise');
    const japanese = ours.lifts.flatMap(({ facts }) => facts).find(({ value }) => value === 'ja');
    expect(japanese?.label).toBe('일본어');
    // Themes of the city’s profile that the firm’s text does not speak of are not read anywhere.
    expect(ours.lifts.find(({ facts }) => facts[0]?.value === 'thm.cruise')?.isRead).toBe(false);

    const theirs = await why(city, match.id);
    expect(told(theirs, 'theirs')).toEqual(told(ours, 'ours'));
    expect(told(theirs, 'ours')).toEqual(told(ours, 'theirs'));
  });

  it('promises what adding it then does', async () => {
    const match = await ofTheTwo(firm);
    const promised = (await why(firm, match.id)).lifts.find(({ facts }) => facts[0]?.value === 'ja');
    const path = `/organizations/${firm.organizationId}/profile`;
    const languages = [...NIGHT_GUIDES.languages, 'ja'];
    const { headers } = await market.ask(firm, 'GET', path);
    await market.done(firm, 'PATCH', path, { languages }, { 'if-match': String(headers.etag) });
    await market.refresh('organization', firm.organizationId);
    const lifted = await ofTheTwo(firm);
    expect(lifted.id).toBe(match.id);
    expect(lifted.score).toBeGreaterThan(match.score);
    expect(lifted.fit).toBe(promised?.fit);
    // The view is renewed because the match is newer, and what was added is no longer missed.
    expect(told(await why(firm, match.id), 'ours')).not.toContain('language ja');
  });

  it('goes by the weights in use and what the two have taught, not by those we began with', async () => {
    const match = await ofTheTwo(firm);
    expect(told(await why(firm, match.id), 'ours')).toContain('theme thm.cruise');
    const alone = { language_shared: 1 };
    const trade = { ...DEFAULT_SPEC.relations.trade, demand: alone, supply: alone };
    const spec = { ...DEFAULT_SPEC, version: 'w1', relations: { ...DEFAULT_SPEC.relations, trade } };
    await market.database.query(
      `insert into matching_weights (id, number, state, note, spec, replay, created_by)
       values (uuidv7(), 1, 'live', 'Languages alone', $1, '{}', uuidv7())`,
      [JSON.stringify(spec)],
    );
    market.app.get(MarketInView).forget();
    expect(told(await why(firm, match.id), 'ours')).not.toContain('theme thm.cruise');
    await market.database.query(`update matching_weights set state = 'retired'`);
    market.app.get(MarketInView).forget();
  });

  it('has nothing to say once one of the two takes no part', async () => {
    const other = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(other, NIGHT_GUIDES);
    await market.refresh('organization', other.organizationId);
    const { id } = await ofTheTwo(other);
    await market.database.query('update match set retired_at = now() where id = $1', [id]);
    expect(await why(other, id)).toMatchObject({ comparable: false, lifts: [] });
  });

  it('is for the two alone: another organization sees what a random id shows', async () => {
    const stranger = await market.member('sme', 'owner', { country: 'KR' });
    const { id } = await ofTheTwo(firm);
    const ask = (member: Member, of: string): Promise<Answer> =>
      market.ask(member, 'GET', `/matches/${of}/why-not-higher`);
    const random = seen(await ask(stranger, newId()));
    expect(random).toMatchObject({ status: 404 });
    expect(seen(await ask(stranger, id))).toEqual(random);
    const secretariat = await market.member('secretariat', 'officer');
    expect((await ask(secretariat, id)).status).toBe(200);
  });
});

describe('what a list would gain', () => {
  it('is whom one fact more would bring, and they come when it is stated', async () => {
    const golf = await market.member('city', 'owner', {
      slug: 'nha-trang',
      name: 'Nha Trang',
      country: 'VN',
    });
    await market.saveProfile(golf, { themes: ['thm.golf'], languages: ['ja'] });
    const newcomer = await market.member('sme', 'owner', { country: 'KR' });
    const stated = { language: 'ko', languages: ['ja'] };
    await market.saveProfile(newcomer, stated);
    await market.refresh('organization', newcomer.organizationId);
    market.app.get(MarketInView).forget();
    const before = (await market.matches(newcomer)).map(({ counterpart }) => counterpart.id);
    const { prospects, compared } = await prospectsOf(newcomer);
    expect(compared).toBeGreaterThanOrEqual(2);
    const theme = prospects.find(({ facts }) => facts[0]?.value === 'thm.golf');
    expect(theme?.entering.map(({ organization }) => organization.id)).toContain(golf.organizationId);
    expect(theme?.enteringCount).toBe(theme?.entering.length);
    for (const { organization } of theme?.entering ?? []) expect(before).not.toContain(organization.id);
    for (const { label, value } of theme?.facts ?? []) expect(label).not.toBe(value);
    // The same records, the same answer.
    expect(await prospectsOf(newcomer)).toEqual({ prospects, compared });

    const themes = theme?.facts.map(({ value }) => value);
    await market.saveProfile(newcomer, { ...stated, themes });
    await market.refresh('organization', newcomer.organizationId);
    const now = await market.matches(newcomer);
    for (const { organization, fit } of theme?.entering ?? []) {
      const fits = now
        .filter(({ counterpart }) => counterpart.id === organization.id)
        .map((match) => match.fit);
      expect(fits).toContain(fit);
    }
  });

  it('is asked for a proposal or an opportunity as well, of one’s own alone', async () => {
    const proposal = await market.submitProposal(firm, NIGHT_WALKS);
    const of = (type: string, id: string): string => `?subjectType=${type}&subjectId=${id}`;
    expect((await prospectsOf(firm, of('proposal', proposal))).compared).toBeGreaterThan(0);
    expect((await prospectsOf(city, of('opportunity', opportunityId))).compared).toBeGreaterThan(0);
    const random = seen(await market.ask(city, 'GET', `/match-prospects${of('proposal', newId())}`));
    expect(random).toMatchObject({ status: 404 });
    expect(seen(await market.ask(city, 'GET', `/match-prospects${of('proposal', proposal)}`))).toEqual(
      random,
    );
    expect(await market.ask(firm, 'GET', '/match-prospects?subjectType=proposal')).toMatchObject({
      status: 422,
    });
  });
});

describe('taking back that a match was put away', () => {
  it('puts it back as it was, also after a run left it out, and says so in the trail', async () => {
    const other = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(other, NIGHT_GUIDES);
    await market.refresh('organization', other.organizationId);
    const match = await ofTheTwo(other);
    await market.done(other, 'POST', `/matches/${match.id}/dismiss`, { reason: 'wrong-time' });
    await market.refresh('organization', other.organizationId);
    expect((await market.matches(other)).map(({ id }) => id)).not.toContain(match.id);

    const restored = await market.done(other, 'POST', `/matches/${match.id}/restore`);
    expect(restored).toMatchObject({ id: match.id, state: 'suggested', score: match.score });
    expect((await market.matches(other)).map(({ id }) => id)).toContain(match.id);
    await market.refresh('organization', other.organizationId);
    expect((await market.matches(other)).map(({ id }) => id)).toContain(match.id);
    // Again: nothing more happens.
    expect((await market.done(other, 'POST', `/matches/${match.id}/restore`)).version).toBe(
      (await ofTheTwo(other)).version,
    );
    expect(await market.trail(match.id)).toEqual([
      'match.dismiss suggested→dismissed',
      'match.restore dismissed→suggested',
    ]);
    expect(await market.events(match.id)).toEqual(['match.dismissed', 'match.restored']);
  });

  it('teaches nothing any more', async () => {
    const other = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(other, NIGHT_GUIDES);
    await market.refresh('organization', other.organizationId);
    const { id: matchId } = await ofTheTwo(other);
    const answers = market.app.get(MatchAnswerRepository);
    const learnt = async (): Promise<number> =>
      (await answers.unfolded(market.app.get(Database), 100)).filter(
        ({ organizationId }) => organizationId === other.organizationId,
      ).length;
    await market.done(other, 'POST', `/matches/${matchId}/dismiss`, { reason: 'wrong-region' });
    await market.app
      .get(UnitOfWork)
      .run(systemActor(newId()), (tx) =>
        answers.insert(tx, { matchId, organizationId: other.organizationId, kind: 'decline' }),
      );
    expect(await learnt()).toBe(1);
    await market.done(other, 'POST', `/matches/${matchId}/restore`);
    expect(await learnt()).toBe(0);
  });

  it('is for who put it away, and not for viewers', async () => {
    const { id } = await ofTheTwo(firm);
    const viewer = await market.member('sme', 'viewer', firm.organizationId);
    expect((await market.ask(viewer, 'POST', `/matches/${id}/restore`)).status).toBe(403);
    const stranger = await market.member('sme', 'owner', { country: 'KR' });
    const random = seen(await market.ask(stranger, 'POST', `/matches/${newId()}/restore`));
    expect(random).toMatchObject({ status: 404 });
    expect(seen(await market.ask(stranger, 'POST', `/matches/${id}/restore`))).toEqual(random);
    const stale = await market.ask(firm, 'POST', `/matches/${id}/restore`, undefined, { 'if-match': '"0"' });
    expect(stale.status).toBe(412);
  });
});

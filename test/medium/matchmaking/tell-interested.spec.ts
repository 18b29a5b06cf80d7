import { systemActor } from '#libs/kernel';
import { ShownMatches, ForgetShown, TellInterested } from '#libs/matchmaking';
import { newId, UnitOfWork } from '#libs/platform/database';
import { DA_NANG, Market, type Member, NIGHT_GUIDES, NIGHT_TOURS_WANTED } from './market.js';

type News = Parameters<TellInterested['execute']>[2];
interface Told {
  readonly to: string;
  readonly opportunity: string;
}

let market: Market;
let city: Member;
let waiting: Member;
let talking: Member;
let stranger: Member;
let opportunityId: string;

/** A city that offers something, a firm that waits for its answer, one that talks with it, and one that does neither. */
beforeAll(async () => {
  market = await Market.open();
  city = await market.member('city', 'owner', DA_NANG);
  await market.saveProfile(city, { themes: ['thm.night', 'thm.smart'], seeks: ['col.product_codev'] });
  opportunityId = await market.publish(city, NIGHT_TOURS_WANTED);
  const firms: Member[] = [];
  for (let at = 0; at < 3; at += 1) {
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(firm, NIGHT_GUIDES);
    await market.refresh('organization', firm.organizationId);
    firms.push(firm);
  }
  [waiting, talking, stranger] = firms as [Member, Member, Member];
  await market.refresh('opportunity', opportunityId);
  for (const firm of [waiting, talking]) {
    const match = (await market.matches(firm)).find(({ object }) => object?.id === opportunityId);
    const { id } = await market.done(firm, 'POST', `/matches/${match?.id}/interest`, {
      message: 'We would come.',
    });
    if (firm === talking) await market.done(city, 'POST', `/interests/${id}/accept`);
  }
});

afterAll(() => market.close());

/** What the job does with an event of the opportunity; answers whom it has told. */
async function tell(news: News): Promise<string[]> {
  await market.app
    .get(UnitOfWork)
    .run(systemActor(newId()), (tx) => market.app.get(TellInterested).execute(tx, opportunityId, news));
  const told = await market.database.query<Told>(
    `update outbox_event set done_at = now() where type = $1 and done_at is null
     returning payload ->> 'toOrganizationId' as "to", payload ->> 'opportunityId' as opportunity`,
    [news],
  );
  for (const { opportunity } of told) expect(opportunity).toBe(opportunityId);
  return told.map(({ to }) => to).sort();
}
const inTouch = (): string[] => [waiting.organizationId, talking.organizationId].sort();
const move = (verb: string, body?: object) =>
  market.done(city, 'POST', `/opportunities/${opportunityId}/${verb}`, body);

describe('whoever is in touch about an opportunity', () => {
  it('is told when it is paused and when it is to be had again, and nobody else is', async () => {
    await move('pause');
    expect(await tell('interest.opportunity-paused')).toEqual(inTouch());
    await move('resume');
    expect(await tell('interest.opportunity-resumed')).toEqual(inTouch());
    expect(inTouch()).not.toContain(stranger.organizationId);
  });

  it('hears nothing of a pause that was over before anybody could tell', async () => {
    expect(await tell('interest.opportunity-paused')).toEqual([]);
    await move('pause');
    expect(await tell('interest.opportunity-resumed')).toEqual([]);
    await move('resume');
  });

  it('still has its answer waiting, and is counted for who offers it', async () => {
    const counts = async (member: Member): Promise<unknown> =>
      (await market.done(member, 'GET', `/opportunity-answers?opportunityId=${opportunityId}`)).items;
    expect(await counts(city)).toEqual([
      expect.objectContaining({ opportunityId, interestsReceived: 1, conversations: 1 }),
    ]);
    // Of others' opportunities nothing is told.
    expect(await counts(stranger)).not.toContainEqual(expect.objectContaining({ interestsReceived: 1 }));
  });

  it('is told when it has ended', async () => {
    await move('close');
    expect(await tell('interest.opportunity-ended')).toEqual(inTouch());
    expect(await tell('interest.opportunity-resumed')).toEqual([]);
  });
});

describe('what was shown', () => {
  it('is forgotten half a year after it was last shown, with inputs that nothing rests on', async () => {
    await market.matches(waiting);
    await market.app.get(ShownMatches).write();
    await market.database.query(
      `insert into matching_input (hash, content, used_at)
       values ('old', '{}', now() - interval '15 days'), ('young', '{}', now() - interval '13 days')`,
    );
    await market.database.query(
      `update matching_input set used_at = now() - interval '99 days' where hash <> 'young'`,
    );
    const used = await market.database.query('select hash from matching_input');
    const [first, ...others] = await market.database.query<{ id: string }>(
      'select match_id as id from match_impression where organization_id = $1',
      [waiting.organizationId],
    );
    await market.database.query(
      `update match_impression set last_shown_at = now() - interval '181 days' where match_id = $1`,
      [first?.id],
    );
    const forget = () =>
      market.app.get(UnitOfWork).run(systemActor(newId()), (tx) => market.app.get(ForgetShown).execute(tx));
    expect(await forget()).toEqual({ shown: 1, inputs: 1 });
    const kept = await market.database.query<{ id: string }>(
      'select match_id as id from match_impression where organization_id = $1',
      [waiting.organizationId],
    );
    expect(kept.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
    // Those that matches were computed from stay, however old.
    expect(await market.database.query('select hash from matching_input')).toHaveLength(used.length - 1);
    expect(await forget()).toEqual({ shown: 0, inputs: 0 });
  });
});

import { systemActor } from '#libs/kernel';
import { type MergedLine, type MergePart } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { MergeMatches } from '../../../libs/matchmaking/src/app/merge-matches.js';
import { type Item, type Json, Market, type Member, NIGHT_GUIDES, refusal } from './market.js';

let market: Market;
/** Two entries of one firm: the second is merged into the first. */
let first: Member;
let second: Member;
/** Da Nang stands between the two by id, Hue after both: in a pair with Da Nang the sides change places. */
let daNang: Member;
let hue: Member;
/** Whom the second entry has put away; with Hoi An the first has a match of its own. */
let hoiAn: Member;
let daLat: Member;

const city = (name: string): Promise<Member> =>
  market.member('city', 'officer', {
    ...{ slug: name.toLowerCase().replace(' ', '-'), name, country: 'VN', languages: ['vi'] },
  });
const read = (who: Member, id: string): Promise<Json> => market.done(who, 'GET', `/matches/${id}`);
/** What a reader is told of a match, but who the other is and when it changed. */
const said = ({ subject, fit, score, reasons, unmet, notStated, notes, state, interest }: Item) => ({
  ...{ subject, fit, score, reasons, unmet, notStated, notes, state, interest },
});
const merge = (): Promise<readonly MergedLine[]> => {
  const part: MergePart = market.app.get(MergeMatches, { strict: false });
  const pair = { fromId: second.organizationId, intoId: first.organizationId };
  return market.app.get(UnitOfWork).run(systemActor(newId()), (tx) => part.move(tx, pair));
};

beforeAll(async () => {
  market = await Market.open();
  first = await market.member('sme', 'owner', { name: 'Badaon Lab' });
  hoiAn = await city('Hoi An');
  await market.saveProfile(first, NIGHT_GUIDES);
  await market.refresh('organization', first.organizationId);
  daNang = await city('Da Nang');
  second = await market.member('sme', 'owner', { name: 'Badaon Labs' });
  hue = await city('Hue');
  daLat = await city('Da Lat');
  await market.saveProfile(second, NIGHT_GUIDES);
  await market.refresh('organization', second.organizationId);
});

afterAll(() => market.close());

it('takes matches of whole organizations along, with letters and what was put away', async () => {
  const order = [first, daNang, second, hue].map(({ organizationId }) => organizationId);
  expect([...order].sort()).toEqual(order);
  const matchOf = async (other: Member): Promise<string> =>
    (await market.matchWith(second, other.organizationId)).id;
  const [turned, straight, away, twice] = [
    ...[await matchOf(daNang), await matchOf(hue)],
    ...[await matchOf(daLat), await matchOf(hoiAn)],
  ] as const;
  const letter = await market.done(daNang, 'POST', `/matches/${turned}/interest`, { message: 'Xin chào' });
  for (const id of [away, twice])
    await market.done(second, 'POST', `/matches/${id}/dismiss`, { reason: 'wrong-region', note: 'Too far.' });
  const own = (await market.matchWith(first, hoiAn.organizationId)).id;
  const before = [said(await read(daNang, turned)), said(await read(hue, straight))];
  const { notStated } = await read(second, turned);
  expect(before[0]?.notStated).not.toEqual(notStated);

  expect(await merge()).toEqual([
    { record: 'match', moved: 3, stayed: 1 },
    { record: 'interest', moved: 1, stayed: 0 },
  ]);

  // The other side reads what it read before, of the one that goes on.
  const after = [await read(daNang, turned), await read(hue, straight)];
  expect(after.map(said)).toEqual(before);
  for (const { counterpart } of after) expect(counterpart.id).toBe(first.organizationId);
  for (const [id, isTurned] of [
    [turned, true],
    [straight, false],
  ] as const) {
    const other = isTurned ? daNang : hue;
    const [row] = await market.database.query(
      `select left_id, left_organization_id, right_id, right_organization_id, listed_left, listed_right
       from match where id = $1`,
      [id],
    );
    expect(row).toEqual({
      ...{ left_id: first.organizationId, left_organization_id: first.organizationId },
      ...{ right_id: other.organizationId, right_organization_id: other.organizationId },
      ...{ listed_left: true, listed_right: false },
    });
  }

  expect(await market.matchWith(first, daNang.organizationId)).toMatchObject({ state: 'interest-received' });
  const accepted = await market.ask(first, 'POST', `/interests/${letter.id}/accept`);
  expect([accepted.status, accepted.body]).toMatchObject([200, { state: 'accepted' }]);

  expect(await read(first, away)).toMatchObject({ state: 'dismissed' });
  expect(await read(first, own)).toMatchObject({ state: 'dismissed' });
  expect(await read(hoiAn, own)).toMatchObject({ state: 'suggested' });
  expect(refusal(await market.ask(first, 'GET', `/matches/${twice}`))[0]).toBe(404);

  // Runs find the pairs where they are now, and what was put away stays away.
  await market.refresh('organization', first.organizationId);
  await market.refresh('organization', daNang.organizationId);
  const listed = (await market.matches(first)).map(({ id }) => id);
  expect([...listed].sort()).toEqual([turned, straight].sort());
});

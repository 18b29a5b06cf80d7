import { newId } from '#libs/platform/database';
import { ProfilesReader } from '#libs/profiles';
import { Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';

const PROFILE = {
  language: 'vi',
  summary: 'Chúng tôi đón khách Hàn Quốc tại Hà Nội và vùng phụ cận.',
  offerText: 'Giờ chơi gôn tại sáu sân quanh Hà Nội',
  seekText: 'Tìm hãng lữ hành gửi khách từ Busan',
  sectors: ['sec.dmc', 'sec.tour_operator'],
  themes: ['thm.golf'],
  offers: ['col.supply'],
  seeks: ['col.distribution'],
  markets: ['mkt.kr'],
  certifications: ['crt.license'],
  consultingAreas: [],
  languages: ['vi', 'ko'],
  operatingMonths: [12, 1, 2],
  modes: ['remote'],
  capacity: { maxGroup: 600 },
};

let marketplace: Marketplace;

beforeAll(async () => {
  marketplace = await Marketplace.open();
});
afterAll(async () => {
  await marketplace?.close();
});

/** The organization has the same id as its profile, and events of its own. */
const eventsOf = async ({ organizationId }: Member): Promise<string[]> =>
  (await marketplace.events(organizationId)).filter((event) => event.startsWith('profile.'));
const path = (id: string) => `/organizations/${id}/profile`;
const read = (member: Member, id = member.organizationId) => marketplace.ask(member, 'GET', path(id));
const save = (member: Member, body: object, version?: number, id = member.organizationId) =>
  marketplace.ask(member, 'PUT', path(id), { body, version });
const edit = (member: Member, body: object, version?: number, id = member.organizationId) =>
  marketplace.ask(member, 'PATCH', path(id), { body, version });

describe('a profile', () => {
  it('is absent until it is written, then read by every member of the network', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const other = await marketplace.member('city', 'viewer');
    expect((await read(owner)).status).toBe(404);

    const answer = await save(owner, PROFILE);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({
      ...PROFILE,
      operatingMonths: [1, 2, 12],
      organizationId: owner.organizationId,
      version: 1,
      abilities: { update: true },
    });
    expect((await read(owner)).body).toEqual(answer.body);
    expect((await read(other, owner.organizationId)).body).toEqual({
      ...answer.body,
      fact: { ...(answer.body as { fact?: object }).fact, owner: null },
      abilities: { update: false },
    });
    expect(await eventsOf(owner)).toEqual(['profile.changed 1']);
    expect(await marketplace.trail(owner.organizationId)).toContain('profile.update');
  });

  it('needs no more than a language; what is not sent is not stated', async () => {
    const owner = await marketplace.member('city', 'owner');
    const { body } = await save(owner, { language: 'en' });
    expect(body).toMatchObject({ summary: null, themes: [], languages: [], capacity: null, modes: [] });
    expect((await save(owner, { language: 'en', themes: ['thm.golf'] }, 1)).status).toBe(200);
    expect((await save(owner, { language: 'ko' }, 2)).body).toMatchObject({ themes: [], version: 3 });
  });

  it('is replaced only by who names the version that is there', async () => {
    const owner = await marketplace.member('sme', 'owner');
    expect((await save(owner, PROFILE, 1)).status).toBe(412);
    expect((await save(owner, PROFILE)).status).toBe(200);
    expect(refusal(await save(owner, { language: 'en' }))[1]).toBe('request/if-match-required');
    expect((await save(owner, { language: 'en' })).status).toBe(428);
    expect((await save(owner, { language: 'en' }, 2)).status).toBe(412);
    expect((await read(owner)).body).toMatchObject({ language: 'vi', version: 1 });
    expect((await save(owner, { language: 'en' }, 1)).body).toMatchObject({ summary: null, version: 2 });
    expect(await eventsOf(owner)).toEqual(['profile.changed 1', 'profile.changed 2']);
  });

  it('is begun once, also when two people begin it at once', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const release = await marketplace.hold(
      `insert into profile (organization_id, language) values ($1, 'ko')`,
      [owner.organizationId],
    );
    const late = save(owner, PROFILE);
    await marketplace.somebodyWaits();
    await release();

    expect((await late).status).toBe(428);
    expect((await read(owner)).body).toMatchObject({ language: 'ko', version: 1 });
    expect(await eventsOf(owner)).toEqual([]);
  });

  it('is edited field by field', async () => {
    const owner = await marketplace.member('sme', 'owner');
    expect((await edit(owner, { themes: [] }, 1)).status).toBe(404);
    await save(owner, PROFILE);
    const { status, body } = await edit(owner, { themes: null, capacity: { groupsPerMonth: 4 } }, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ themes: [], capacity: { groupsPerMonth: 4 }, markets: PROFILE.markets });
    expect(body).not.toHaveProperty('capacity.maxGroup');
    expect((await edit(owner, { themes: [] }, 1)).status).toBe(412);
    expect((await edit(owner, { themes: [] })).status).toBe(428);
    expect(refusal(await edit(owner, { language: null }, 2))).toEqual([
      422,
      'request/invalid',
      ['/language'],
    ]);
  });

  it.each<[string, object, string]>([
    ['a theme among sectors', { sectors: ['thm.golf'] }, '/sectors/0'],
    ['a sector among seeks', { seeks: ['col.supply', 'sec.dmc'] }, '/seeks/1'],
    ['the same market twice', { markets: ['mkt.kr', 'mkt.kr'] }, '/markets'],
    ['month nought', { operatingMonths: [0] }, '/operatingMonths'],
    ['a mode nobody has', { modes: ['either'] }, '/modes'],
    ['groups of none', { capacity: { maxGroup: 0 } }, '/capacity/maxGroup'],
    ['a capacity nobody knows', { capacity: { beds: 4 } }, '/capacity/beds'],
    ['no language', { language: undefined }, '/language'],
  ])('is refused for %s, pointing there, and nothing is kept', async (_, change, pointer) => {
    const owner = await marketplace.member('sme', 'owner');
    const [status, , pointers] = refusal(await save(owner, { ...PROFILE, ...change }));
    expect([status, [...new Set(pointers)]]).toEqual([422, [pointer]]);
    expect((await read(owner)).status).toBe(404);
    expect(await eventsOf(owner)).toEqual([]);
  });

  it('is written by its own editors alone', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const viewer = await marketplace.member('sme', 'viewer', owner.organizationId);
    const other = await marketplace.member('sme', 'owner');
    await save(owner, PROFILE);
    expect((await save(viewer, { language: 'en' }, 1)).status).toBe(403);
    for (const write of [save, edit]) {
      const random = seen(await write(other, { language: 'en' }, 1, newId()));
      expect(random).toMatchObject({ status: 404 });
      expect(seen(await write(other, { language: 'en' }, 1, owner.organizationId))).toEqual(random);
    }
    expect((await save(owner, { language: 'en' }, 1)).status).toBe(200);
  });
});

describe('for other features', () => {
  it('profiles come by organization, with its kind and country', async () => {
    const owner = await marketplace.member('consultancy', 'owner');
    await save(owner, { ...PROFILE, consultingAreas: ['con.policy'] });
    const reader = marketplace.app.get(ProfilesReader);
    const found = await reader.byOrganizations([owner.organizationId, newId()]);
    expect([...found.keys()]).toEqual([owner.organizationId]);
    expect(found.get(owner.organizationId)).toMatchObject({
      kind: 'consultancy',
      country: 'KR',
      consultingAreas: ['con.policy'],
      operatingMonths: [1, 2, 12],
    });
    expect((await reader.all()).map(({ organizationId }) => organizationId)).toContain(owner.organizationId);
  });
});

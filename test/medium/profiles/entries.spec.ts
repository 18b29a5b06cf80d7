import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { AskAboutStaleFacts, ProfilesReader } from '#libs/profiles';
import { type Answer, Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';

interface Version {
  readonly language: string;
  readonly text: string;
  readonly state: string;
}
interface Text extends Version {
  readonly versions: readonly Version[];
}
interface EntryBody {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly version: number;
  readonly fact: { readonly stale: boolean; readonly owner: { readonly personId: string } | null };
}

const OFFER = {
  kind: 'offer',
  language: 'ko',
  title: '골프 단체 수배',
  text: '한국어 안내원과 함께 여섯 코스를 예약합니다.',
  codes: ['col.supply', 'thm.golf'],
  markets: ['mkt.jp'],
  months: [11, 3],
  capacity: 120,
};

let marketplace: Marketplace;

beforeAll(async () => {
  marketplace = await Marketplace.open();
});
afterAll(async () => {
  await marketplace?.close();
});

const listPath = (id: string) => `/organizations/${id}/profile/entries`;
const entryOf = ({ body }: Answer): EntryBody => body as unknown as EntryBody;
const add = (member: Member, body: object = OFFER, id = member.organizationId) =>
  marketplace.ask(member, 'POST', listPath(id), { body });
const list = async (member: Member, id = member.organizationId, query = ''): Promise<EntryBody[]> => {
  const { body } = await marketplace.ask(member, 'GET', `${listPath(id)}${query}`);
  return body.items as unknown as EntryBody[];
};
const edit = (member: Member, id: string, body: object, version?: number) =>
  marketplace.ask(member, 'PATCH', `/profile-entries/${id}`, { body, version });
const translate = (member: Member, id: string, body: object, version?: number) =>
  marketplace.ask(member, 'PUT', `/profile-entries/${id}/translation`, { body, version });
const remove = (member: Member, id: string, version?: number) =>
  marketplace.ask(member, 'DELETE', `/profile-entries/${id}`, { version });

describe('entries of a profile', () => {
  it('are taken along as a table, with each text in all its languages', async () => {
    const owner = await marketplace.member('city', 'owner');
    const other = await marketplace.member('sme', 'viewer');
    const path = `/organizations/${owner.organizationId}/profile.csv`;
    expect((await marketplace.ask(other, 'GET', `/organizations/${newId()}/profile.csv`)).status).toBe(404);
    const { id } = entryOf(await add(owner));
    await translate(
      owner,
      id,
      { language: 'en', origin: 'human', texts: { title: '=Golf "groups", sent' } },
      1,
    );
    const { status, text } = await marketplace.ask(other, 'GET', path);
    expect(status).toBe(200);
    const today = new Date().toISOString().slice(0, 10);
    expect(text.split('\r\n')).toEqual([
      '\uFEFFpart,number,field,language,state,value,checked',
      `offer,1,title,ko,original,골프 단체 수배,${today}`,
      `offer,1,title,en,human,"'=Golf ""groups"", sent",${today}`,
      `offer,1,text,ko,original,한국어 안내원과 함께 여섯 코스를 예약합니다.,${today}`,
      ...['codes,,,col.supply', 'codes,,,thm.golf', 'markets,,,mkt.jp', 'months,,,3', 'months,,,11'].map(
        (cells) => `offer,1,${cells},${today}`,
      ),
      `offer,1,capacity,,,120,${today}`,
      '',
    ]);
  });

  it('begin the profile, are read by every member, and count for other features', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const other = await marketplace.member('city', 'viewer');
    const added = await add(owner);
    expect(added.status).toBe(201);
    expect(added.headers.etag).toBe('"1"');
    expect(added.body).toMatchObject({
      ...OFFER,
      title: { text: OFFER.title, language: 'ko', state: 'original' },
      text: { text: OFFER.text },
      months: [3, 11],
      position: 0,
      fact: { stale: false, owner: { personId: owner.personId, displayName: expect.any(String) } },
      abilities: { update: true },
    });
    const [read] = await list(other, owner.organizationId);
    expect(read).toMatchObject({
      id: entryOf(added).id,
      fact: { owner: null },
      abilities: { update: false },
    });
    const records = await marketplace.app.get(ProfilesReader).byOrganizations([owner.organizationId]);
    expect(records.get(owner.organizationId)).toMatchObject({
      offers: ['col.supply'],
      themes: ['thm.golf'],
      markets: ['mkt.jp'],
      capacity: { maxGroup: 120 },
      offerWritings: [{ text: `${OFFER.title}\n${OFFER.text}`, language: 'ko' }],
    });
    expect(await marketplace.trail(entryOf(added).id)).toEqual(['profile-entry.add']);
    expect(await marketplace.events(owner.organizationId)).toContain('profile.changed 2');
  });

  it('are edited and removed only by who names the version that is there', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const { id } = entryOf(await add(owner));
    expect((await edit(owner, id, { capacity: 90 })).status).toBe(428);
    expect((await edit(owner, id, { capacity: 90 }, 2)).status).toBe(412);
    expect((await edit(owner, id, { capacity: 90, text: null }, 1)).body).toMatchObject({
      capacity: 90,
      text: null,
      codes: OFFER.codes,
      version: 2,
    });
    expect((await remove(owner, id)).status).toBe(428);
    expect((await remove(owner, id, 1)).status).toBe(412);
    expect((await remove(owner, id, 2)).status).toBe(204);
    expect((await remove(owner, id, 2)).status).toBe(404);
    expect(await list(owner)).toEqual([]);
    const { body } = await marketplace.ask(owner, 'GET', `/organizations/${owner.organizationId}/profile`);
    expect(body.version).toBe(1);
  });

  it('keep the order they are put into, each kind for itself', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const ids: string[] = [];
    for (const title of ['A', 'B', 'C']) ids.push(entryOf(await add(owner, { ...OFFER, title })).id);
    await add(owner, { ...OFFER, kind: 'seek', title: 'S', codes: ['col.distribution'] });
    const move = (id: string | undefined, position: number) =>
      marketplace.ask(owner, 'POST', `/profile-entries/${id}/move`, { body: { position } });
    const moved = await move(ids[2], 0);
    expect((moved.body.items as unknown as EntryBody[]).map(({ title }) => title.text).join('')).toBe('CAB');
    await move(ids[2], 99);
    expect((await list(owner)).map(({ title }) => title.text).join('')).toBe('ABCS');
  });

  it.each<[string, object, string]>([
    [
      'a theme for a certificate',
      { kind: 'certification', codes: ['thm.golf'], markets: [], months: [], capacity: null },
      '/codes/0',
    ],
    ['a certificate among offers', { codes: ['col.supply', 'crt.iata'] }, '/codes/1'],
    ['a market that is none', { markets: ['thm.golf'] }, '/markets/0'],
    ['guests in a reference', { kind: 'reference', codes: [], markets: [], months: [] }, '/capacity'],
    ['a season, which firms are not asked', { kind: 'season' }, '/kind'],
    ['no title', { title: '  ' }, '/title'],
    ['a link that would run', { kind: 'reference', link: 'javascript:alert(1)' }, '/link'],
    [
      'a picture without a file',
      { kind: 'picture', codes: [], markets: [], months: [], capacity: null },
      '/fileId',
    ],
  ])('are refused for %s, pointing there, and nothing is kept', async (_, change, pointer) => {
    const owner = await marketplace.member('sme', 'owner');
    const [status, , pointers] = refusal(await add(owner, { ...OFFER, ...change }));
    expect([status, pointers]).toEqual([422, expect.arrayContaining([pointer])]);
    expect((await marketplace.ask(owner, 'GET', listPath(owner.organizationId))).status).toBe(404);
  });

  it('take no file that is not there for them', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const picture = { kind: 'picture', language: 'en', title: 'The quay', fileId: newId() };
    expect(refusal(await add(owner, picture))).toEqual([422, 'file/unusable', ['/fileId']]);
  });

  it('end at forty of a kind', async () => {
    const owner = await marketplace.member('sme', 'owner');
    await add(owner);
    await marketplace.database.query(
      `insert into profile_entry (id, organization_id, kind, position, language, title)
       select gen_random_uuid(), $1, 'offer', n, 'en', 'Offer ' || n from generate_series(1, 39) n`,
      [owner.organizationId],
    );
    expect(refusal(await add(owner)).slice(0, 2)).toEqual([409, 'profile/too-many-entries']);
    expect((await add(owner, { ...OFFER, kind: 'seek' })).status).toBe(201);
  });

  it('are changed by their own editors alone; a foreign id is no other than a random one', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const viewer = await marketplace.member('sme', 'viewer', owner.organizationId);
    const other = await marketplace.member('sme', 'owner');
    const { id } = entryOf(await add(owner));
    expect((await add(viewer)).status).toBe(403);
    const translation = { language: 'en', origin: 'human', texts: { title: 'Golf' } };
    const tries: ((entryId: string, organizationId: string) => Promise<Answer>)[] = [
      (entryId) => edit(other, entryId, { capacity: 1 }, 1),
      (entryId) => translate(other, entryId, translation, 1),
      (entryId) => remove(other, entryId, 1),
      (entryId) => marketplace.ask(other, 'POST', `/profile-entries/${entryId}/confirm`),
      (entryId) =>
        marketplace.ask(other, 'POST', `/profile-entries/${entryId}/move`, { body: { position: 0 } }),
      (_, organizationId) => add(other, OFFER, organizationId),
      (_, organizationId) =>
        marketplace.ask(other, 'POST', `/organizations/${organizationId}/profile/confirm`),
    ];
    for (const attempt of tries) {
      const random = seen(await attempt(newId(), newId()));
      expect(random).toMatchObject({ status: 404 });
      expect(seen(await attempt(id, owner.organizationId))).toEqual(random);
    }
    expect((await list(owner)).map(({ version }) => version)).toEqual([1]);
  });

  it('of an organization that does not take part are for its own people', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const other = await marketplace.member('city', 'owner');
    await add(owner);
    await marketplace.database.query(`update organization set state = 'suspended' where id = $1`, [
      owner.organizationId,
    ]);
    const random = seen(await marketplace.ask(other, 'GET', listPath(newId())));
    expect(seen(await marketplace.ask(other, 'GET', listPath(owner.organizationId)))).toEqual(random);
  });
});

describe('texts in several languages', () => {
  const HUMAN = { language: 'en', origin: 'human', texts: { title: 'Golf groups', text: 'Six courses.' } };
  const MACHINE = { language: 'vi', origin: 'machine', texts: { title: 'Đoàn chơi gôn' } };

  it('reach a reader in their language, else in English, else as written, and say which', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const { id } = entryOf(await add(owner));
    await translate(owner, id, HUMAN, 1);
    expect((await translate(owner, id, MACHINE, 2)).status).toBe(200);
    const read = async (language?: string): Promise<string> => {
      const [entry] = await list(owner, owner.organizationId, language ? `?language=${language}` : '');
      return `${entry?.title.language} ${entry?.title.state} ${entry?.title.text}`;
    };
    expect(await read('vi')).toBe('vi machine Đoàn chơi gôn');
    expect(await read('ja')).toBe('en human Golf groups');
    expect(await read('ko')).toBe(`ko original ${OFFER.title}`);
    expect(await read()).toBe(`ko original ${OFFER.title}`);
    await translate(owner, id, { ...HUMAN, texts: { title: null, text: null } }, 3);
    expect(await read('ja')).toBe(`ko original ${OFFER.title}`);
  });

  it('are outdated in the very transaction that edits their original, and right again once renewed', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const { id } = entryOf(await add(owner));
    await translate(owner, id, HUMAN, 1);
    await translate(owner, id, MACHINE, 2);
    const states = (answer: Answer): string =>
      entryOf(answer)
        .title.versions.map(({ language, state }) => `${language} ${state}`)
        .join();
    expect(states(await edit(owner, id, { text: '일곱 코스' }, 3))).toBe('ko original,en human,vi machine');
    expect(states(await edit(owner, id, { title: '골프 모임' }, 4))).toBe(
      'ko original,en outdated,vi outdated',
    );
    expect(states(await translate(owner, id, HUMAN, 5))).toBe('ko original,en human,vi outdated');
  });

  it('are kept of the profile itself as well', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const path = `/organizations/${owner.organizationId}/profile`;
    await marketplace.ask(owner, 'PUT', path, {
      body: { language: 'ko', summary: '골프', offerText: '예약' },
    });
    const translation = {
      language: 'en',
      origin: 'human',
      texts: { summary: 'Golf', offerText: 'Bookings' },
    };
    const translated = await marketplace.ask(owner, 'PUT', `${path}/translation`, {
      body: translation,
      version: 1,
    });
    expect(translated.status).toBe(200);
    const { body } = await marketplace.ask(owner, 'PATCH', path, {
      body: { summary: '골프 여행' },
      version: 2,
    });
    expect(body).toMatchObject({
      summary: '골프 여행',
      texts: {
        summary: { versions: [{ state: 'original' }, { text: 'Golf', state: 'outdated' }] },
        offerText: { versions: [{ state: 'original' }, { text: 'Bookings', state: 'human' }] },
        seekText: null,
      },
    });
    const vietnamese = await marketplace.ask(owner, 'GET', `${path}?language=vi`);
    expect(vietnamese.body).toMatchObject({ texts: { summary: { language: 'en', state: 'outdated' } } });
    expect((await marketplace.ask(owner, 'GET', `${path}?language=viet_nam`)).status).toBe(422);
  });

  it.each([
    ['of what is not written', { language: 'en', origin: 'human', texts: { text: 'Six courses.' } }],
    ['into its own language', { language: 'ko', origin: 'human', texts: { title: '골프' } }],
  ])('are refused %s', async (_, translation) => {
    const owner = await marketplace.member('sme', 'owner');
    const { id } = entryOf(await add(owner, { ...OFFER, text: null }));
    expect(refusal(await translate(owner, id, translation, 1)).slice(0, 2)).toEqual([
      409,
      'profile/nothing-to-translate',
    ]);
  });
});

describe('facts', () => {
  const timerOf = async (organizationId: string): Promise<string | undefined> => {
    const [timer] = await marketplace.database.query<{ due: string }>(
      `select due_at::date::text as due from timer where key = $1`,
      [`stale-facts:${organizationId}`],
    );
    return timer?.due;
  };
  const ask = (organizationId: string): Promise<void> =>
    marketplace.app
      .get(UnitOfWork)
      .run(systemActor('the clock'), (tx) =>
        marketplace.app.get(AskAboutStaleFacts).execute(tx, organizationId),
      );
  const asked = async (organizationId: string): Promise<string[]> => {
    const rows = await marketplace.database.query<{ line: string }>(
      `select payload ->> 'toPersonId' || ' ' || (payload ->> 'facts') as line from outbox_event
       where aggregate_id = $1 and type = 'profile.facts-stale' order by id`,
      [organizationId],
    );
    return rows.map(({ line }) => line);
  };
  const age = (organizationId: string, table: string): Promise<unknown> =>
    marketplace.database.query(
      `update ${table} set checked_at = now() - interval '12 months 1 day' where organization_id = $1`,
      [organizationId],
    );
  const inYears = (years: number): string => {
    const day = new Date();
    day.setUTCFullYear(day.getUTCFullYear() + years);
    return day.toISOString().slice(0, 10);
  };

  it('are asked about when they are a year old: who wrote them is asked once, and may say that they are right', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const editor = await marketplace.member('sme', 'editor', owner.organizationId);
    const { organizationId } = owner;
    const { id } = entryOf(await add(editor));
    expect(await timerOf(organizationId)).toBe(inYears(1));
    await ask(organizationId);
    expect(await asked(organizationId)).toEqual([]);

    await age(organizationId, 'profile_entry');
    await ask(organizationId);
    await ask(organizationId);
    expect(await asked(organizationId)).toEqual([`${editor.personId} 1`]);
    expect((await list(owner))[0]?.fact.stale).toBe(true);

    const confirmed = await marketplace.ask(owner, 'POST', `/profile-entries/${id}/confirm`);
    expect(confirmed.body).toMatchObject({ fact: { stale: false, owner: { personId: owner.personId } } });
    expect(await marketplace.trail(id)).toEqual(['profile-entry.add', 'profile-entry.confirm']);
    expect(await marketplace.events(id)).toEqual(['profile.facts-confirmed 2']);
    await age(organizationId, 'profile_entry');
    await ask(organizationId);
    expect(await asked(organizationId)).toEqual([`${editor.personId} 1`, `${owner.personId} 1`]);
  });

  it('of somebody who left are asked of the owners', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const editor = await marketplace.member('sme', 'editor', owner.organizationId);
    const { organizationId } = owner;
    await add(editor);
    await add(editor);
    await age(organizationId, 'profile_entry');
    await age(organizationId, 'profile');
    await marketplace.database.query('delete from membership where person_id = $1', [editor.personId]);
    await ask(organizationId);
    expect(await asked(organizationId)).toEqual([`${owner.personId} 3`]);
    expect(await timerOf(organizationId)).toBeUndefined();
  });

  it('that run out are asked about then, and a certificate that ran out is held no more', async () => {
    const owner = await marketplace.member('sme', 'owner');
    const { organizationId } = owner;
    const held = async (): Promise<readonly string[] | undefined> =>
      (await marketplace.app.get(ProfilesReader).byOrganizations([organizationId])).get(organizationId)
        ?.certifications;
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const certificate = { kind: 'certification', language: 'en', title: 'ISO 9001', codes: ['crt.iso9001'] };
    await add(owner, { ...certificate, party: 'KSA', expiresOn: tomorrow });
    const due = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(await timerOf(organizationId)).toBe(due);
    expect(await held()).toEqual(['crt.iso9001']);

    await marketplace.database.query(
      `update profile_entry set expires_on = current_date - 1, checked_at = now() - interval '3 days'
       where organization_id = $1`,
      [organizationId],
    );
    const before = (await marketplace.events(organizationId)).length;
    await ask(organizationId);
    expect(await asked(organizationId)).toEqual([`${owner.personId} 1`]);
    expect((await marketplace.events(organizationId)).slice(before).sort()).toEqual([
      'profile.changed 3',
      'profile.facts-stale 2',
    ]);
    expect(await held()).toEqual([]);
  });
});

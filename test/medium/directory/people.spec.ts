import { randomUUID } from 'node:crypto';
import type { DomainEventType } from '#libs/contracts';
import { RebuildDirectory } from '#libs/directory';
import { DirectoryWorld, type Json, type Member } from './directory-world.js';

let world: DirectoryWorld;
let reader: Member;
let home: string;

beforeAll(async () => {
  world = await DirectoryWorld.open();
  reader = await world.member(await world.organization({ name: 'Reading Room', country: 'JP' }), 'owner');
  home = await world.organization({ name: 'Harbour Tours', nameLocal: '항구여행', country: 'KR' });
}, 60_000);
afterAll(async () => {
  await world?.close();
});

const idsOf = ({ items }: Json): string[] => items.map(({ id }) => id);
const found = async (q: string): Promise<string[]> =>
  idsOf(await world.search(reader, `scope=person&q=${encodeURIComponent(q)}`));
const suggested = async (q: string): Promise<string[]> =>
  idsOf((await world.ask(reader, 'GET', `/directory/suggestions?q=${encodeURIComponent(q)}`)).body);
const peopleCounted = async (): Promise<number> =>
  (await world.search(reader, 'facets=true')).facets
    ?.find(({ field }) => field === 'scope')
    ?.values.find(({ value }) => value === 'person')?.count ?? 0;

/** Somebody of the organization with a name that nothing else has, who agreed to be found or did not. */
async function somebody(discoverable: boolean): Promise<Member & { readonly name: string }> {
  const member = await world.member(home, 'editor');
  const name = `Canary${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await world.database.query(
    `update person set display_name = $2, latin_name = $3, languages = '{ko,vi}', discoverable = $4 where id = $1`,
    [member.personId, `서라벌 ${name}`, name, discoverable],
  );
  await world.happened('person.changed', member.personId);
  return { ...member, name };
}

/** Wherever somebody could be found, they are not. */
async function expectNowhere(name: string): Promise<void> {
  const paths = [
    '?limit=100',
    '?scope=person',
    `?q=${name}&facets=true`,
    `/suggestions?q=${name}`,
    `/map?q=${name}`,
  ];
  for (const path of [...paths, `/export?q=${name}`]) {
    const { text } = await world.ask(reader, 'GET', `/directory${path}`);
    expect(text.replaceAll(`"corrected":"${name.toLowerCase()}"`, '')).not.toContain(name);
  }
}

/** Nothing of the name is left in the index. */
async function expectForgotten({ personId, name }: { personId: string; name: string }): Promise<void> {
  const kept = JSON.stringify([
    await world.projection(),
    await world.database.query('select word from directory_word'),
    await world.database.query('select lexemes from directory_lexeme'),
  ]).toLowerCase();
  expect(kept).not.toContain(name.toLowerCase());
  expect(
    await world.database.query('select 1 from directory_entry where id = $1 and visible', [personId]),
  ).toEqual([]);
}

describe('a person who agreed to be found', () => {
  it('is found by either name and inside it, with whom they work for', async () => {
    const { personId, name } = await somebody(true);
    for (const q of [name, `서라벌 ${name}`, name.slice(0, 9)]) expect(await found(q)).toEqual([personId]);
    const { items } = await world.search(reader, `q=${name}`);
    expect(items[0]).toMatchObject({
      id: personId,
      type: 'person',
      organizationId: home,
      organizationName: 'Harbour Tours',
      title: name,
      titleLocal: `서라벌 ${name}`,
      languages: ['ko', 'vi'],
      matched: [{ kind: 'name', value: name }],
      snippet: null,
    });
    expect(await suggested(name)).toEqual([personId]);
    expect(idsOf(await world.search(reader, `scope=person&language=vi&country=KR`))).toContain(personId);
    expect(await found('항구여행')).toEqual([]);
  });

  it('stands in the index under no name that a correction could lead to', async () => {
    const { name } = await somebody(true);
    const near = `${name.slice(0, -1)}zz`;
    expect((await world.search(reader, `q=${near}`)).corrected).toBeUndefined();
  });

  it('has no place on the map', async () => {
    const { name } = await somebody(true);
    expect((await world.ask(reader, 'GET', `/directory/map?q=${name}`)).body.points).toEqual([]);
  });
});

describe('a person who may not be seen', () => {
  it('is nowhere without having agreed', async () => {
    const person = await somebody(false);
    await expectNowhere(person.name);
    await expectForgotten(person);
    await world.app.get(RebuildDirectory).execute();
    await expectForgotten(person);
  });

  it.each<[string, DomainEventType, (member: Member) => Promise<unknown>]>([
    [
      'changed their mind',
      'person.changed',
      ({ personId }) =>
        world.database.query('update person set discoverable = false where id = $1', [personId]),
    ],
    [
      'left',
      'member.left',
      ({ personId }) => world.database.query('delete from membership where person_id = $1', [personId]),
    ],
    [
      'was removed',
      'member.removed',
      ({ personId }) => world.database.query('delete from membership where person_id = $1', [personId]),
    ],
    [
      'was erased',
      'person.erased',
      ({ personId }) =>
        world.database.query(
          `update person set display_name = '', latin_name = null, discoverable = false, erased_at = now() where id = $1`,
          [personId],
        ),
    ],
  ])('%s: is gone at once, and with the job from the index and the counts', async (_, event, change) => {
    const person = await somebody(true);
    const counted = await peopleCounted();
    expect(await found(person.name)).toEqual([person.personId]);
    await change(person);
    await expectNowhere(person.name);
    await world.happened(event, person.personId);
    await expectForgotten(person);
    expect(await peopleCounted()).toBe(counted - 1);
  });

  it('goes and comes with the organization', async () => {
    const person = await somebody(true);
    await world.setState(home, 'suspended');
    await expectNowhere(person.name);
    await world.happened('organization.suspended', home);
    await expectForgotten(person);
    await world.setState(home, 'active');
    await world.happened('organization.activated', home);
    expect(await found(person.name)).toEqual([person.personId]);
  });

  it('is known with an organization that takes part for the first time', async () => {
    const applicant = await world.organization({ name: 'Newcomers' });
    await world.setState(applicant, 'applicant');
    const { personId } = await world.member(applicant, 'owner');
    await world.database.query(
      `update person set display_name = 'Firstcomer', discoverable = true where id = $1`,
      [personId],
    );
    await world.happened('person.changed', personId);
    expect(await found('Firstcomer')).toEqual([]);
    await world.setState(applicant, 'active');
    await world.happened('organization.activated', applicant);
    expect(await found('Firstcomer')).toEqual([personId]);
  });

  it('is shown with the next organization after leaving one', async () => {
    const person = await somebody(true);
    const next = await world.organization({ name: 'Next Harbour' });
    await world.database.query('update membership set organization_id = $2 where person_id = $1', [
      person.personId,
      next,
    ]);
    await expectNowhere(person.name);
    await world.happened('member.joined', person.personId);
    expect((await world.search(reader, `q=${person.name}`)).items[0]).toMatchObject({ organizationId: next });
  });
});

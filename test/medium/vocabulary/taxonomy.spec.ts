import { Marketplace, type Member } from '../proposals/marketplace.js';

let marketplace: Marketplace;
let member: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  member = await marketplace.member('sme', 'viewer');
});
afterAll(async () => {
  await marketplace?.close();
});

const read = (query: string, headers: Record<string, string> = {}) =>
  marketplace.ask(member, 'GET', `/taxonomy${query}`, { headers });

describe('the taxonomy', () => {
  it('comes whole, labelled in the language asked for', async () => {
    const { status, body } = await read('?language=ko');
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(200);
    const golf = { id: 'thm.golf', kind: 'theme', parent: 'thm.sports', label: '골프 관광' };
    expect(body.items.find(({ id }) => id === 'thm.golf')).toEqual(golf);
    expect((await read('')).body).toMatchObject({ language: 'en' });
  });

  it('is filtered by kind', async () => {
    const kinds = async (query: string) =>
      new Set((await read(query)).body.items.map(({ id }) => id.slice(0, 4)));
    expect(await kinds('?kind=market')).toEqual(new Set(['mkt.']));
    expect(await kinds('?kind=market&kind=sdg_target')).toEqual(new Set(['mkt.', 'sdg.']));
  });

  it('need not be read again by who has this edition', async () => {
    const { headers } = await read('?kind=theme&language=ko');
    const tag = String(headers.etag);
    expect((await read('?kind=theme&language=ko', { 'if-none-match': tag })).status).toBe(304);
    expect((await read('?kind=theme&language=ko', { 'if-none-match': `W/${tag}` })).status).toBe(304);
    expect((await read('?kind=theme&language=en', { 'if-none-match': tag })).status).toBe(200);
    expect((await read('?kind=market&language=ko', { 'if-none-match': tag })).status).toBe(200);
  });

  it('refuses kinds and languages that are none', async () => {
    expect((await read('?kind=colour')).status).toBe(422);
    expect((await read('?language=Korean!')).status).toBe(422);
    expect((await read('?sort=label')).status).toBe(422);
  });
});

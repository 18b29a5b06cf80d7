import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CityPagesHttpModule } from '#libs/city-pages/http';
import { PERMISSIONS } from '#libs/contracts';
import { CreatePerson, IdentityModule } from '#libs/identity';
import { type Actor, systemActor } from '#libs/kernel';
import { CreateOpportunity, OpportunitiesModule, PublishOpportunity } from '#libs/opportunities';
import { ImportOrganizations } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { DatabaseModule } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const data = (name: string) => readFileSync(join(import.meta.dirname, '../../../data', name), 'utf8');
const system = systemActor('arranged-by-test');
const HOSTILE = `</script><script>alert('x')</script>"&`;
/** Elements that HTML closes by itself. */
const VOID = new Set(['meta', 'link']);
const MAX_BYTES = 30 * 1024;

@Module({
  imports: [DatabaseModule, AuthModule, IdentityModule, OpportunitiesModule, CityPagesHttpModule],
})
class CityPagesTestModule {}

let database: TestDatabase;
let app: NestFastifyApplication;
let busan: string;

beforeAll(async () => {
  database = await testDatabase();
  const config = database.config({ PUBLIC_URL: 'https://ttn.example' });
  app = await createHttpApplication(CityPagesTestModule, config, { document: { paths: {} } });
  await app.get(ImportOrganizations).execute(system, {
    cities: data('member-cities.csv'),
    aliases: data('city-aliases.csv'),
  });
  const [row] = await database.query<{ id: string }>(`select id from organization where slug = 'busan'`);
  busan = row?.id ?? '';
}, 60_000);
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function visit(path: string, headers: Record<string, string> = {}) {
  const answer = await app.inject({ url: path, headers });
  return { status: answer.statusCode, headers: answer.headers, html: answer.body };
}

/** What is wrong with the nesting of the elements; every tag of these pages is closed. */
function faultsOf(html: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const body = html.replace(/^<!doctype html>/, '').replace(/<(script|style)\b[^>]*>[^<]*/g, '<$1>');
  for (const [, end, name = '', rest = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (VOID.has(name) || rest.endsWith('/')) continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}> closes another element`);
  }
  return [...faults, ...open.map((name) => `<${name}> stays open`)];
}

function structuredData(html: string): Record<string, unknown> {
  const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}

/** Publishes an opportunity of Busan; `isDraft` leaves it unpublished. */
async function announce(title: string, isDraft = false): Promise<string> {
  const { personId } = await app.get(CreatePerson).execute(system, {
    email: `officer-${Math.random()}@example.org`,
    password: 'a password of some length',
    displayName: 'Secret Officer',
    language: 'ko',
    timeZone: 'Asia/Seoul',
  });
  const actor: Actor = {
    ...system,
    personId,
    organization: { id: busan, kind: 'city', role: 'owner', signatory: true },
    permissions: new Set(PERMISSIONS),
  };
  const input = { title, language: 'ko', text: 'Only members read this text.' };
  const { id } = await app.get(CreateOpportunity).execute(actor, input);
  if (!isDraft) await app.get(PublishOpportunity).execute(actor, id);
  return id;
}

describe('the page of a city', () => {
  it('tells its public facts, in the language that is asked for', async () => {
    const korean = await visit('/cities/busan', { 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.5' });
    expect([korean.status, korean.headers['content-type'], korean.headers['content-language']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'ko',
    ]);
    expect(korean.html).toContain('<html lang="ko">');
    for (const fact of ['부산광역시', '대한민국', 'TPO 회원 구분', '도시 회원', '약 3,300,000명'])
      expect(korean.html).toContain(fact);
    const english = await visit('/cities/busan?lang=en', { 'accept-language': 'ko' });
    for (const fact of [
      '<h1>Busan<span lang="ko" dir="auto">부산광역시</span></h1>',
      'City member',
      'Korean',
    ])
      expect(english.html).toContain(fact);
  });

  it('is one well-formed page that loads nothing but an icon, and small', async () => {
    for (const slug of ['busan', 'maumere', 'aktau', 'ho-chi-minh-city']) {
      const { html, status } = await visit(`/cities/${slug}`);
      expect([slug, status, faultsOf(html)]).toEqual([slug, 200, []]);
      const loaded = [...html.matchAll(/<(?:script|img|iframe|link rel="(?!canonical|alternate))[^>]*>/g)];
      expect(loaded.map(([tag]) => tag)).toEqual([
        '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
        '<script type="application/ld+json">',
      ]);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_BYTES);
      expect(gzipSync(html).length).toBeLessThan(MAX_BYTES / 2);
      expect(html).toMatch(/<path class="land" d="M[\d.,MLZ-]+"\/>/);
    }
  });

  it('is structured data for machines: a destination with its place', async () => {
    const { html } = await visit('/cities/busan');
    expect(structuredData(html)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'TouristDestination',
      '@id': 'https://ttn.example/cities/busan',
      url: 'https://ttn.example/cities/busan',
      name: 'Busan',
      alternateName: '부산광역시',
      address: { '@type': 'PostalAddress', addressCountry: 'KR', addressRegion: 'Busan' },
      geo: { '@type': 'GeoCoordinates', latitude: 35.1017, longitude: 129.03 },
      memberOf: { '@type': 'Organization', name: 'Tourism Promotion Organization for Global Cities' },
    });
    expect(html).toContain('<link rel="canonical" href="https://ttn.example/cities/busan">');
  });

  it('names what is published, and nothing that only members may read', async () => {
    await announce('공개된 크루즈 협력');
    await announce('아직 초안', true);
    const { html } = await visit('/cities/busan');
    expect(html).toContain('<li lang="ko" dir="auto">공개된 크루즈 협력</li>');
    for (const secret of ['아직 초안', 'Only members read this text', 'Secret Officer', busan, 'example.org'])
      expect(html).not.toContain(secret);
  });

  it('is also a file, for programs and for spreadsheets, with the language of each text', async () => {
    await announce('파일에도 있는 협력');
    await announce('파일에 없는 초안', true);
    const page = await visit('/cities/busan');
    expect(page.html).toContain('<a href="/cities/busan/city.json" download="busan.json">');
    expect(page.html).toContain('<a href="/cities/busan/city.csv" download="busan.csv">');
    const json = await visit('/cities/busan/city.json');
    expect([json.status, json.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const file = JSON.parse(json.html) as { opportunities: unknown[] };
    expect(file).toMatchObject({
      url: 'https://ttn.example/cities/busan',
      name: 'Busan',
      nameLocal: { language: 'ko', text: '부산광역시' },
      country: { code: 'KR', names: { en: 'South Korea', ko: '대한민국' } },
      latitude: 35.1017,
      tpoMembership: 'city_member',
    });
    expect(file.opportunities).toContainEqual({ language: 'ko', title: '파일에도 있는 협력' });
    const csv = await visit('/cities/busan/city.csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = csv.html.split('\r\n');
    expect(lines[0]).toBe('\uFEFFfield,language,value');
    for (const line of [
      'name_local,ko,부산광역시',
      'country_name,ko,대한민국',
      'opportunity,ko,파일에도 있는 협력',
    ])
      expect(lines).toContain(line);
    for (const { html } of [json, csv])
      for (const secret of [
        '파일에 없는 초안',
        'Only members read this text',
        'Secret Officer',
        busan,
        'example.org',
      ])
        expect(html).not.toContain(secret);
    const again = await visit('/cities/busan/city.csv', { 'if-none-match': String(csv.headers.etag) });
    expect([again.status, (await visit('/cities/atlantis/city.json')).status]).toEqual([304, 404]);
    expect((await visit('/cities/ambon/city.csv')).html).toContain('latitude,,-3.6958\r\n');
  });

  it('shows hostile names as text', async () => {
    await announce(HOSTILE);
    await database.query(`update organization set name = $2, name_local = $2 where id = $1`, [
      busan,
      HOSTILE,
    ]);
    const { html } = await visit('/cities/busan');
    await database.query(`update organization set name = 'Busan', name_local = '부산광역시' where id = $1`, [
      busan,
    ]);
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(faultsOf(html)).toEqual([]);
    expect(structuredData(html)).toMatchObject({ name: HOSTILE, alternateName: HOSTILE });
  });

  it('is kept by browsers and answered with 304 until it changes', async () => {
    const first = await visit('/cities/daegu');
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Language',
      etag: expect.stringMatching(/^"[\w-]{22}"$/) as unknown,
    });
    const known = { 'if-none-match': String(first.headers.etag) };
    const again = await visit('/cities/daegu', known);
    expect([again.status, again.html]).toEqual([304, '']);
    const otherLanguage = await visit('/cities/daegu?lang=ko', known);
    expect(otherLanguage.status).toBe(200);
  });

  it.each([
    ['/cities/simonoseki', '/cities/shimonoseki'],
    [`/cities/${encodeURIComponent('부산')}?lang=ko`, '/cities/busan?lang=ko'],
    ['/cities/HCMC', '/cities/ho-chi-minh-city'],
    [`/cities/${encodeURIComponent('Đà Nẵng')}?lang=javascript`, '/cities/da-nang'],
  ])('%s leads to %s', async (from, to) => {
    const { status, headers } = await visit(from);
    expect([status, headers.location]).toEqual([308, to]);
  });

  it.each([
    ['an unknown city', 'atlantis'],
    ['a company', 'ind-bexco'],
    ['markup', '%3Cscript%3E'],
    ['a path', '..%2F..%2Fetc'],
    ['a very long word', 'a'.repeat(2_000)],
  ])('is not there for %s', async (_, slug) => {
    const { status, html, headers } = await visit(`/cities/${slug}?lang=ko`);
    expect([status, headers['cache-control'], faultsOf(html)]).toEqual([404, 'no-store', []]);
    expect(html).toContain('찾으시는 도시가 없습니다');
    expect(html).not.toContain(slug.slice(0, 20));
  });

  it('is not there while its organization is suspended', async () => {
    await database.query(`update organization set state = 'suspended' where slug = 'gwangju'`);
    const hidden = await Promise.all(
      ['/cities/gwangju', '/cities/광주'].map((path) => visit(encodeURI(path))),
    );
    expect(hidden.map(({ status }) => status)).toEqual([404, 404]);
    const list = await visit('/cities');
    expect(list.html).not.toContain('/cities/gwangju?');
  });
});

describe('the list of cities', () => {
  it('holds every city that has a page, by country, in less than 30 KB', async () => {
    const { html, status } = await visit('/cities?lang=ko');
    expect([status, faultsOf(html)]).toEqual([200, []]);
    const [{ n } = { n: 0 }] = await database.query<{ n: number }>(
      `select count(*)::int as n from organization where kind = 'city' and state <> 'suspended'`,
    );
    expect(html.match(/<li><a href="\/cities\/[a-z0-9-]+\?lang=ko">/g)).toHaveLength(n);
    expect(html).toContain('<h2>베트남</h2>');
    expect(Buffer.byteLength(html)).toBeLessThan(MAX_BYTES);
  });
});

describe('the landing page', () => {
  it('says what TTN is with the figures of the database, in less than 30 KB and without a script', async () => {
    const { html, status, headers } = await visit('/', { 'accept-language': 'ko' });
    expect([status, headers['cache-control'], headers.vary, faultsOf(html)]).toEqual([
      200,
      'no-cache',
      'Accept-Language, Cookie',
      [],
    ]);
    const [row] = await database.query<{ members: number; countries: number; candidates: number }>(
      `select count(*) filter (where tpo_membership = 'city_member')::int as members,
         count(distinct country) filter (where tpo_membership = 'city_member')::int as countries,
         count(*) filter (where tpo_membership <> 'city_member')::int as candidates
       from organization where kind = 'city' and state in ('active', 'candidate')`,
    );
    const figures = [...html.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, figure]) => Number(figure));
    expect(figures).toEqual([row?.members, row?.countries, row?.candidates]);
    expect(html.match(/M\d+ \d+h0/g)?.length).toBe(row?.members);
    const counts = [...html.matchAll(/<\/a> <span>(\d+)<\/span>/g)].map(([, count]) => Number(count));
    expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([
      row?.countries,
      row?.members,
    ]);
    expect(Buffer.byteLength(html)).toBeLessThan(MAX_BYTES);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(structuredData(html)).toMatchObject({ '@type': 'WebSite', url: 'https://ttn.example/' });
    expect(html).toContain('<link rel="alternate" hreflang="ko" href="https://ttn.example/?lang=ko">');
    expect(html).toContain('<a class="button first" href="/register">참여 신청</a>');
    const list = await visit('/cities?lang=ko');
    for (const [, code] of html.matchAll(/\/cities\?lang=ko#([A-Z]{2})/g))
      expect(list.html).toContain(`id="${code}"`);
  });

  it('is asked for again each time, and answered with 304 while it is the same', async () => {
    const { headers } = await visit('/');
    expect((await visit('/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  it('leaves the place to the product where somebody is signed in', async () => {
    const { html } = await visit('/', { cookie: 'a=b; ttn_here=1', accept: 'text/html' });
    expect(html).not.toContain('class="hero"');
    const other = await visit('/', { cookie: 'xttn_here=1; ttn_here=10' });
    expect(other.html).toContain('class="hero"');
  });
});

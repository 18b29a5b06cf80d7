import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { startThings, type Things } from './things-application.js';

const PAGE = '<!doctype html><title>TTN</title>';
const SCRIPT = 'console.log("hello")';
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let database: TestDatabase;
let folder: string;
let things: Things;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ttn-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets/app-abc123.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/app-abc123.js.gz'), gzipSync(SCRIPT));
  things = await startThings(database.config({ WEB_ROOT: folder, PUBLIC_URL: 'https://ttn.example' }));
});
afterAll(async () => {
  await things?.app.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the web client', () => {
  it.each(['/', '/proposals/new', '/matches?filter=a', '/index.html'])('is the page at %s', async (url) => {
    const answer = await things.send({ url, headers: html, as: null });
    expect([answer.status, answer.text]).toEqual([200, PAGE]);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it.each(['/api/v1/nowhere', '/api/nowhere', '/assets/gone.js', '/socket.io/x'])(
    'is not the page at %s',
    async (url) => {
      const answer = await things.send({ url, headers: html, as: null });
      expect([answer.status, answer.json().code]).toEqual([404, 'request/not-found']);
    },
  );

  it('is not the page for programs and other methods', async () => {
    const program = await things.send({
      url: '/proposals',
      headers: { accept: 'application/json' },
      as: null,
    });
    const post = await things.send({ method: 'POST', url: '/proposals', headers: html, as: null });
    expect([program.status, post.status]).toEqual([404, 404]);
  });

  it('keeps hashed files for ever and sends the compressed variant', async () => {
    const plain = await things.send({ url: '/assets/app-abc123.js', as: null });
    expect([plain.status, plain.text]).toEqual([200, SCRIPT]);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const small = await things.app.inject({
      url: '/assets/app-abc123.js',
      headers: { 'accept-encoding': 'br;q=1, gzip' },
    });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(small.rawPayload).toString()).toBe(SCRIPT);
    const icon = await things.send({ url: '/favicon.svg', as: null });
    expect(icon.headers['cache-control']).toBe('no-cache');
  });

  it('may run nothing but its own scripts', async () => {
    const { headers } = await things.send({ url: '/', headers: html, as: null });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://ttn.example;");
    expect(policy).toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toContain('max-age=');
    expect(headers['x-frame-options']).toBe('DENY');
  });
});

describe('the documents of the API', () => {
  it('are the committed description and a page to try it', async () => {
    const document = await things.send({ url: '/api/openapi.json', as: null });
    expect(Object.keys(document.json().paths as object)).toContain('/api/v1/things');
    const page = await things.send({ url: '/api/docs', as: null });
    expect(page.status).toBe(200);
    // The policy forbids inline scripts: the page must not need any.
    expect(page.text).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
    const sources = [...page.text.matchAll(/<script[^>]* src=["']([^"']+)/g)].map(([, source]) => source);
    expect(sources.length).toBeGreaterThan(1);
    for (const source of sources) {
      const script = await things.send({
        url: new URL(source ?? '', 'http://x/api/docs').pathname,
        as: null,
      });
      expect([source, script.status]).toEqual([source, 200]);
    }
  });
});

it('is absent where there is none', async () => {
  const other = await startThings(database.config({ WEB_ROOT: join(folder, 'missing') }));
  const answer = await other.send({ url: '/', headers: html, as: null });
  expect([answer.status, answer.json().code]).toEqual([404, 'request/not-found']);
  await other.app.close();
});

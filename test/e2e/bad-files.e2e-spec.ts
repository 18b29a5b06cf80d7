import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ActorSession } from '../support/actor-session.js';
import { announcedPng, heavyPng, pngOfTexts, zip } from '../support/file-samples.js';
import { essence, type RawAnswer, sendRaw } from '../support/raw-http.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

/**
 * Bad files, as anybody who is signed in may send them, to an api process of its own: each is refused with a problem
 * document, leaves no row and no byte, and takes a bounded amount of the process's memory.
 */
const MEBIBYTE = 1024 * 1024;
const UPLOADS = '/api/v1/files/uploads';
const MAX_BYTES = 10 * MEBIBYTE;
/** What an organization may keep here. */
const QUOTA = { files: 4, mebibytes: 21 };
/** What the process may grow by, at its peak, over what it took before: refusing. */
const REFUSING = 160 * MEBIBYTE;
/**
 * … and decoding the largest pictures that are taken, one at a time: 300 MiB for the heaviest, and what four uploads
 * and the allocator need beside it. Two at a time take 530 MiB, all four 680.
 */
const DECODING = 512 * MEBIBYTE;
/** … and when all is over and the process is idle. The allocator keeps up to 250 MiB of a picture for the next. */
const KEPT = 350 * MEBIBYTE;

let system: RunningSystem;
let url: string;
let owner: ActorSession;
let stranger: ActorSession;
let atFirst: number;

jest.setTimeout(120_000);

beforeAll(async () => {
  system = await startSystem({
    settings: { FILES_QUOTA_COUNT: String(QUOTA.files), FILES_QUOTA_MIB: String(QUOTA.mebibytes) },
  });
  url = system.apis[0]?.url ?? '';
  owner = await signIn('Badaon Lab');
  stranger = await signIn('Saigon La Me Events');
  // One of every kind, so that what is loaded once is loaded.
  await discard(await stored({ bytes: smallPng() }));
  await upload({ bytes: zip([{ name: 'a', content: Buffer.alloc(9) }]) });
  atFirst = memory('VmRSS');
}, 150_000);

afterAll(async () => {
  await system?.stop();
}, 60_000);

const signIn = (organization: string) => ActorSession.signIn(url, accountOf(organization, system.accounts));

interface Sent {
  readonly bytes: Buffer;
  readonly name?: string | Buffer;
  readonly purpose?: string;
  /** Announced instead of the true number of bytes. */
  readonly length?: string;
}

function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  raw?: Buffer,
  by: ActorSession | null = owner,
): Promise<RawAnswer> {
  const signed: Record<string, string> = by ? { authorization: `Bearer ${by.token}` } : {};
  const sent = { 'tus-resumable': '1.0.0', ...signed, ...headers };
  return sendRaw(url, { method, path, headers: sent, ...(raw && { raw }) });
}

const base64 = (text: string | Buffer): string => Buffer.from(text as string).toString('base64');

function begin({ bytes, name = 'a.png', purpose = 'registration-document', length }: Sent, by = owner) {
  const metadata = `purpose ${base64(purpose)},filename ${base64(name)}`;
  const headers = { 'upload-length': length ?? String(bytes.length), 'upload-metadata': metadata };
  return send('POST', UPLOADS, headers, undefined, by);
}

const more = (id: string, offset: number | string, bytes: Buffer, by = owner) =>
  send('PATCH', `${UPLOADS}/${id}`, chunk(offset), bytes, by);
const chunk = (offset: number | string) => ({
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});

/** A whole upload; the answer that ended it. */
async function upload(sent: Sent): Promise<RawAnswer & { id: string }> {
  const begun = await begin(sent);
  const id = String(begun.json.id);
  return begun.status === 201 ? { ...(await more(id, 0, sent.bytes)), id } : { ...begun, id };
}

async function stored(sent: Sent): Promise<string> {
  const { status, text, id } = await upload(sent);
  if (status !== 204) throw new Error(`The upload was answered ${status} ${text}.`);
  return id;
}

async function discard(id: string): Promise<void> {
  expect((await send('DELETE', `${UPLOADS}/${id}`)).status).toBe(204);
}

const smallPng = (): Buffer => heavyPng({ width: 40 + (randomBytes(1)[0] ?? 0), height: 30 });

/** Every row that an upload may leave, and every file of the installation: contents, uploads, and the temporary. */
async function kept(): Promise<{ rows: unknown[]; files: string[] }> {
  const rows = await system.database.query(
    `select 'file' as table, id::text, state from file
     union all select 'lease', file_id::text, '' from upload_lease
     union all select 'event', aggregate_id::text, type from outbox_event where aggregate_type = 'file'
       and not exists (select from file where id = aggregate_id)
       and not exists (select from audit_entry where entity_id = aggregate_id and action = 'file.discard')`,
  );
  const files = ['files', 'temporary'].flatMap((folder) =>
    readdirSync(join(system.directory, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
  );
  return { rows, files };
}
const NOTHING = { rows: [], files: [] };
/** Smaller versions that are being made when a picture goes are taken away when they are done. */
const nothingLeft = (): Promise<unknown> =>
  waitFor('nothing to be left', async () => isDeepStrictEqual(await kept(), NOTHING), {
    timeoutMs: 60_000,
    dump: kept,
  });

/** Bytes of the api process, from the kernel: now (`VmRSS`), or at most since {@link resetPeak} (`VmHWM`). */
function memory(field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${system.apis[0]?.pid ?? 0}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
}
const resetPeak = (): void => {
  writeFileSync(`/proc/${system.apis[0]?.pid ?? 0}/clear_refs`, '5');
};

/** What `work` made the api process grow by, at its peak. */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  const before = memory('VmRSS');
  resetPeak();
  await work();
  return memory('VmHWM') - before;
}

function expectProblem(answer: RawAnswer, status: number, code: string): void {
  expect([answer.status, answer.json.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json.requestId).toEqual(expect.any(String));
}

const text = (content: string): Buffer => Buffer.from(content);
const pdf = (bytes: number): Buffer => Buffer.concat([text('%PDF-1.7\n'), randomBytes(bytes - 9)]);
const zeros = (bytes: number) => ({ name: 'word/document.xml', content: Buffer.alloc(bytes) });
const NOT_ALLOWED = [415, 'file/type-not-allowed'] as const;
const TOO_LARGE = [422, 'file/picture-too-large'] as const;
const DAMAGED = [422, 'file/picture-damaged'] as const;

describe('content', () => {
  const REFUSED: readonly (readonly [string, () => Buffer, readonly [number, string]])[] = [
    ['a program called a picture', () => text(`MZ${'\0'.repeat(200)}PE`), NOT_ALLOWED],
    ['a program of Linux', () => text(`\x7fELF${'\0'.repeat(200)}`), NOT_ALLOWED],
    ['a shell script', () => text('#!/bin/sh\nrm -rf ~\n'), NOT_ALLOWED],
    ['a page', () => text('<!doctype html><script>alert(1)</script>'), NOT_ALLOWED],
    [
      'an SVG with a script',
      () => text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      NOT_ALLOWED,
    ],
    [
      'an SVG behind a declaration',
      () => text('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg onload="alert(1)"/>'),
      NOT_ALLOWED,
    ],
    ['a GIF that is a script too', () => text('GIF89a/*\x01*/=1;alert(1)'), NOT_ALLOWED],
    ['a mail', () => text('From: a@example.org\n\n%PDF-1.7'), NOT_ALLOWED],
    ['a PDF for a picture of a profile', () => pdf(64), NOT_ALLOWED],
    ['noise', () => randomBytes(5000), NOT_ALLOWED],
    ['a gzip bomb', () => gzipSync(Buffer.alloc(300 * MEBIBYTE)), NOT_ALLOWED],
    ['a ZIP bomb', () => zip([zeros(150 * MEBIBYTE)]), NOT_ALLOWED],
    ['many ZIP bombs', () => zip(Array.from({ length: 40 }, () => zeros(5 * MEBIBYTE))), NOT_ALLOWED],
    ['a ZIP that lies', () => zip([{ ...zeros(4 * MEBIBYTE), size: 1000 }]), NOT_ALLOWED],
    ['a cut ZIP', () => zip([zeros(10)]).subarray(0, 40), NOT_ALLOWED],
    ['a picture 50,000 pixels wide', () => announcedPng(50_000, 50_000, 64), TOO_LARGE],
    ['a picture 50,000 pixels wide that is whole', () => heavyPng({ width: 50_000, height: 40 }), TOO_LARGE],
    ['a picture of 100 megapixels', () => announcedPng(10_000, 10_000, 64), TOO_LARGE],
    ['a picture of no pixels', () => announcedPng(0, 0, 64), DAMAGED],
    ['a picture with two GiB of sides', () => announcedPng(0x7fffffff, 1, 64), DAMAGED],
    [
      '49 megapixels of 16 bits, interlaced',
      () => heavyPng({ width: 7000, height: 7000, deep: true, interlaced: true }),
      TOO_LARGE,
    ],
    ['a cut picture', () => heavyPng({ width: 3000, height: 3000 }).subarray(0, 9000), DAMAGED],
    ['a picture whose body is too short', () => announcedPng(3_000, 3_000, 64), DAMAGED],
    ['a picture with three GiB of comments', () => pngOfTexts(60, 50 * MEBIBYTE), DAMAGED],
    [
      'a JPEG of one marker',
      () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(900)]),
      DAMAGED,
    ],
    [
      'a WebP that says much',
      () => Buffer.concat([text('RIFF'), Buffer.from('ffffff7f', 'hex'), text('WEBPVP8L'), randomBytes(900)]),
      DAMAGED,
    ],
  ];

  it.each(REFUSED)('%s is refused with a problem document; nothing stays', async (what, sample, problem) => {
    const bytes = sample();
    const purpose = what.includes('of a profile') ? 'profile-picture' : 'registration-document';
    let answer: (RawAnswer & { id: string }) | undefined;
    const grown = await growthDuring(async () => (answer = await upload({ bytes, purpose })));
    if (!answer) throw new Error('No answer.');
    expectProblem(answer, ...problem);
    await nothingLeft();
    expect((await send('HEAD', `${UPLOADS}/${answer.id}`)).status).toBe(404);
    expect((await send('GET', `/api/v1/files/${answer.id}`)).status).toBe(404);
    expect(grown).toBeLessThan(REFUSING);
  });

  it('takes the heaviest pictures there may be, all at once, within its memory', async () => {
    const heavy = [
      heavyPng({ width: 7000, height: 7000, interlaced: true }),
      heavyPng({ width: 12_000, height: 2_000, deep: true, interlaced: true }),
      heavyPng({ width: 5000, height: 5000, deep: true }),
      heavyPng({ width: 16_384, height: 3000 }),
    ];
    let ids: string[] = [];
    const grown = await growthDuring(
      async () => (ids = await Promise.all(heavy.map((bytes) => stored({ bytes })))),
    );
    for (const id of ids) await discard(id);
    await nothingLeft();
    expect(grown).toBeLessThan(DECODING);
  });
});

describe('sizes', () => {
  it('announced above the limit, or not at all, are refused before a byte is taken', async () => {
    const bytes = Buffer.alloc(0);
    for (const length of [String(MAX_BYTES + 1), '999999999999999'])
      expectProblem(await begin({ bytes, length }), 413, 'file/too-large');
    for (const length of ['', '-1', '1e3', '0x10', '1.5', ' ', '9'.repeat(40)])
      expectProblem(await begin({ bytes, length }), 400, 'file/length-required');
    expectProblem(await begin({ bytes, length: '0' }), 422, 'file/empty');
    await nothingLeft();
  });

  it('above what was announced end the upload’s request, and the rest goes nowhere', async () => {
    const begun = await begin({ bytes: pdf(1000) });
    const id = String(begun.json.id);
    let answer: RawAnswer | undefined;
    const grown = await growthDuring(async () => (answer = await more(id, 0, pdf(60 * MEBIBYTE))));
    if (!answer) throw new Error('No answer.');
    expectProblem(answer, 413, 'file/too-large');
    await discard(id);
    await nothingLeft();
    expect(grown).toBeLessThan(REFUSING);
  });

  it('never said, of bytes that never end, are cut off', async () => {
    const begun = await begin({ bytes: pdf(1000) });
    const id = String(begun.json.id);
    let status: number | string = 0;
    const grown = await growthDuring(async () => (status = await pourInto(id, 200 * MEBIBYTE)));
    expect(status).toBe(413);
    await discard(id);
    await nothingLeft();
    expect(grown).toBeLessThan(REFUSING);
  });
});

/** Sends so many bytes in chunks of unknown length; the status, or the code of the broken line. */
function pourInto(id: string, bytes: number): Promise<number | string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const sent = request(
      {
        ...{ agent: false, hostname, port, method: 'PATCH', path: `${UPLOADS}/${id}` },
        headers: {
          authorization: `Bearer ${owner.token}`,
          'tus-resumable': '1.0.0',
          'transfer-encoding': 'chunked',
          ...chunk(0),
        },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
        sent.destroy();
      },
    );
    sent.on('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code ?? '');
    });
    const piece = Buffer.alloc(MEBIBYTE);
    const pour = (left: number): void => {
      if (left <= 0) sent.end();
      else if (sent.write(piece)) setImmediate(pour, left - piece.length);
      else sent.once('drain', () => pour(left - piece.length));
    };
    pour(bytes);
  });
}

describe('names', () => {
  const NAMES: readonly (string | Buffer)[] = [
    ...['a\0b.png', 'a\u0007.png', 'a\r\nSet-Cookie: x=1.png', 'a\tb.png', 'a\u0085b.png', 'a\u2028b.png'],
    ...[
      '\u202egnp.exe',
      'a\u202bb.png',
      'a\u2067b\u2069.png',
      'a\u200fb.png',
      'a\u061cb.png',
      'a\ufeffb.png',
    ],
    ...['a/b.png', '..\\b.png', '../../etc/passwd', '\u200b', ' ', '...', 'x'.repeat(201), '한'.repeat(201)],
    Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x70, 0x6e, 0x67]),
    Buffer.from('eda080', 'hex'),
  ];
  it('with control characters, turned directions, folders or nothing to see are refused', async () => {
    for (const name of NAMES) {
      const answer = await begin({ bytes: smallPng(), name });
      expect([name, answer.status, answer.json.code]).toEqual([name, 422, 'file/name-invalid']);
    }
    await nothingLeft();
  });

  it('are refused so everywhere else people are asked for one', async () => {
    const count = async () =>
      (
        await system.database.query<{ n: number }>(
          `select (select count(*) from audit_entry)::int + (select count(*) from person)::int as n`,
        )
      )[0]?.n;
    const before = await count();
    for (const name of [
      'a\nb',
      'a\u202eb',
      'a\u202bb',
      'a\u2066b',
      'a\u200fb',
      'a\u0000b',
      '\u200b',
      'a\u2060b',
    ]) {
      const [path, organization] = ['/api/v1/organizations', owner.organizationId];
      const answers = await Promise.all([
        send(
          'POST',
          '/api/v1/auth/register',
          json,
          body({ email: 'a@example.org', password: 'long enough 123', displayName: name }),
          null,
        ),
        send('PATCH', '/api/v1/me', { ...json, 'if-match': '"1"' }, body({ displayName: name })),
        send('PATCH', `${path}/${organization}`, { ...json, 'if-match': '"1"' }, body({ name })),
        send(
          'POST',
          `${path}/${organization}/profile/entries`,
          json,
          body({ kind: 'offer', language: 'en', title: name }),
        ),
        send('POST', '/api/v1/proposals', json, body({ title: name, language: 'en' })),
        send('POST', '/api/v1/shortlists', json, body({ name })),
        send('POST', '/api/v1/saved-searches', json, body({ name, query: { q: 'golf' } })),
      ]);
      for (const answer of answers)
        expect([name, answer.status, answer.json.code]).toEqual([name, 422, 'request/invalid']);
    }
    expect(await count()).toBe(before);
  });
});
const json = { 'content-type': 'application/json' };
const body = (content: object): Buffer => text(JSON.stringify(content));

describe('uploads', () => {
  it('that are malformed are refused and leave nothing', async () => {
    const length = { 'upload-length': '10' };
    const named = {
      'upload-metadata': `purpose ${base64('registration-document')},filename ${base64('a.png')}`,
    };
    const wrong: [Record<string, string>, number, string][] = [
      [{ ...named }, 400, 'file/length-required'],
      [{ ...named, ...length, 'tus-resumable': '0.2.0' }, 412, 'file/tus-version'],
      [{ ...named, ...length, 'upload-defer-length': '1' }, 400, 'file/upload-malformed'],
      [{ ...length }, 400, 'file/metadata-malformed'],
      [{ ...length, 'upload-metadata': 'purpose ***,,,' }, 400, 'file/metadata-malformed'],
      [
        { ...length, 'upload-metadata': `purpose ${base64('passwd')},filename YQ==` },
        422,
        'file/purpose-unknown',
      ],
      [
        { ...length, 'upload-metadata': `purpose ${base64('__proto__')},filename YQ==` },
        422,
        'file/purpose-unknown',
      ],
    ];
    for (const [headers, status, code] of wrong) {
      const answer = await send('POST', UPLOADS, headers);
      expect([headers, answer.status, answer.json.code]).toEqual([headers, status, code]);
    }
    await nothingLeft();
  });

  it('go on only where they stand, with bytes that say what they are', async () => {
    const bytes = pdf(3000);
    const id = String((await begin({ bytes })).json.id);
    expect((await more(id, 0, bytes.subarray(0, 1000))).status).toBe(204);
    for (const offset of [0, 999, 1001, 3000, 2 ** 53])
      expectProblem(await more(id, offset, bytes.subarray(1000)), 409, 'file/offset-mismatch');
    for (const offset of ['', '-1', 'x', '1e3', '1000.5'])
      expect([offset, (await more(id, offset, bytes.subarray(1000))).status]).toEqual([offset, 400]);
    expectProblem(
      await send('PATCH', `${UPLOADS}/${id}`, { ...chunk(1000), ...json }, text('{}')),
      415,
      'request/unsupported-media-type',
    );
    const { headers } = await send('HEAD', `${UPLOADS}/${id}`);
    expect(headers['upload-offset']).toBe('1000');
    expect((await more(id, 1000, bytes.subarray(1000))).status).toBe(204);
    // Sent again, whole or in part, they change nothing of the file that came of it.
    const before = await kept();
    for (const offset of [0, 1000, 3000])
      expectProblem(await more(id, offset, bytes), 409, 'file/offset-mismatch');
    expect(await kept()).toEqual(before);
    await discard(id);
    for (const offset of [0, 3000]) expectProblem(await more(id, offset, bytes), 404, 'request/not-found');
    await nothingLeft();
  });

  it('sent from ten lines at once are one file', async () => {
    const bytes = pdf(200_000);
    const id = String((await begin({ bytes })).json.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => more(id, 0, bytes)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([204, ...Array<number>(9).fill(409)]);
    const file = await send('GET', `/api/v1/files/${id}`);
    expect(file.json).toMatchObject({ size: bytes.length, mediaType: 'application/pdf' });
    expect((await kept()).files).toEqual([file.json.sha256]);
    await discard(id);
    await nothingLeft();
  });

  it('of others are no different from those that never were, whatever is asked of them', async () => {
    const bytes = pdf(2000);
    const begun = String((await begin({ bytes })).json.id);
    const whole = await stored({ bytes: pdf(300) });
    const before = await kept();
    for (const id of [begun, whole]) {
      for (const [method, headers, raw] of [
        ['HEAD', {}, undefined],
        ['PATCH', chunk(0), bytes],
        ['PATCH', chunk(2000), bytes],
        ['DELETE', {}, undefined],
      ] as const) {
        const [foreign, unknown] = await Promise.all(
          [id, randomUUID()].map((each) => send(method, `${UPLOADS}/${each}`, headers, raw, stranger)),
        );
        if (!foreign || !unknown) throw new Error('No answer.');
        expect(foreign.status).toBe(404);
        expect(essence(foreign)).toEqual(essence(unknown));
      }
      expect((await send('PATCH', `${UPLOADS}/${id}`, chunk(0), bytes, null)).status).toBe(401);
    }
    expect(await kept()).toEqual(before);
    // A method hidden in a header is no method.
    const hidden = { 'x-http-method-override': 'PATCH', 'x-method-override': 'DELETE', ...chunk(0) };
    expect((await send('POST', `${UPLOADS}/${begun}`, hidden, bytes)).status).toBe(415);
    await discard(begun);
    await discard(whole);
    await nothingLeft();
  });

  it('whose line breaks keep what arrived, and their connection serves the next', async () => {
    const bytes = pdf(1_000_000);
    const id = String((await begin({ bytes })).json.id);
    const { hostname, port } = new URL(url);
    const sent = request({
      ...{ agent: false, hostname, port, method: 'PATCH', path: `${UPLOADS}/${id}` },
      headers: {
        authorization: `Bearer ${owner.token}`,
        'tus-resumable': '1.0.0',
        ...chunk(0),
        'content-length': String(bytes.length),
      },
    });
    sent.on('error', () => undefined);
    sent.write(bytes.subarray(0, 300_000));
    const offset = async () => Number((await send('HEAD', `${UPLOADS}/${id}`)).headers['upload-offset']);
    await waitFor('the first bytes on the disk', () =>
      Promise.resolve(statSync(join(system.directory, 'files/uploads', id)).size > 0),
    );
    sent.destroy();
    const arrived = await waitFor('what arrived', async () => (await offset()) || undefined);
    expect(arrived).toBeLessThanOrEqual(300_000);
    expect((await more(id, arrived, bytes.subarray(arrived))).status).toBe(204);
    await discard(id);
    await nothingLeft();
  });
});

describe('the quota', () => {
  it('counts what was begun, by number and by bytes, also when all begin at once', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => begin({ bytes: pdf(1000) })));
    const begun = many.filter(({ status }) => status === 201);
    expect(begun).toHaveLength(QUOTA.files);
    for (const answer of many) if (answer.status !== 201) expectProblem(answer, 422, 'file/quota-exceeded');
    expect((await kept()).rows).toHaveLength(QUOTA.files);
    for (const { json: upload } of begun) await discard(String(upload.id));

    const large = await Promise.all(
      Array.from({ length: 3 }, () => begin({ bytes: Buffer.alloc(0), length: String(MAX_BYTES) })),
    );
    expect(large.map(({ status }) => status).sort()).toEqual([201, 201, 422]);
    for (const { status, json: upload } of large) if (status === 201) await discard(String(upload.id));
    await nothingLeft();
  });
});

it('keeps little of all that in its memory, and answers as before', async () => {
  const limits = () => send('GET', '/api/v1/files/limits');
  // What is no longer used is given back while the process does its usual work.
  const isGivenBack = async (): Promise<boolean> => {
    await limits();
    return memory('VmRSS') - atFirst < KEPT;
  };
  await waitFor('memory to be given back', isGivenBack, {
    timeoutMs: 60_000,
    dump: () => ({ kept: memory('VmRSS') - atFirst, atMost: KEPT }),
  });
  expect((await limits()).json).toMatchObject({ used: { bytes: 0, files: 0 } });
});

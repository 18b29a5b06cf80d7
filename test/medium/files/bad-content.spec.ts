import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { SignedIn } from '../identity/network.js';
import { FilesHarness, type Sent } from './files-harness.js';
import { announcedPng, photograph, zip } from '../../support/file-samples.js';

const MEBIBYTE = 1024 * 1024;
/** What one process may grow by while it refuses all of these, one after the other. */
const MAX_GROWTH = 200 * MEBIBYTE;

let harness: FilesHarness;
let owner: SignedIn;

beforeAll(async () => {
  harness = await FilesHarness.start({ FILES_QUOTA_COUNT: '3' });
  owner = await harness.network().signedIn([await harness.network().organization('sme'), 'owner']);
}, 60_000);
afterAll(() => harness?.stop());

const text = (content: string): Buffer => Buffer.from(content);
const zeros = (bytes: number) => ({ name: 'word/document.xml', content: Buffer.alloc(bytes) });
const bombOf = (entries: Parameters<typeof zip>[0]): Sent => ({
  purpose: 'document',
  name: 'a.zip',
  bytes: zip(entries),
});

const REFUSED: readonly (readonly [string, () => Sent, number, string])[] = [
  [
    'a program called a picture',
    () => ({ bytes: text(`MZ${'\0'.repeat(200)}PE`) }),
    415,
    'file/type-not-allowed',
  ],
  [
    'an SVG with a script',
    () => ({ bytes: text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') }),
    415,
    'file/type-not-allowed',
  ],
  [
    'a page',
    () => ({ bytes: text('<!doctype html><script>alert(1)</script>') }),
    415,
    'file/type-not-allowed',
  ],
  ['a PDF for a picture', () => ({ bytes: text('%PDF-1.7\n%%EOF') }), 415, 'file/type-not-allowed'],
  [
    'a picture 50,000 pixels wide',
    () => ({ bytes: announcedPng(50_000, 50_000, 64) }),
    422,
    'file/picture-too-large',
  ],
  [
    'a picture of 100 megapixels',
    () => ({ bytes: announcedPng(10_000, 10_000, 64) }),
    422,
    'file/picture-too-large',
  ],
  ['a cut picture', () => ({ bytes: announcedPng(3_000, 3_000, 64) }), 422, 'file/picture-damaged'],
  ['a ZIP bomb', () => bombOf([zeros(150 * MEBIBYTE)]), 422, 'file/archive-suspicious'],
  [
    'many ZIP bombs',
    () => bombOf(Array.from({ length: 5 }, () => zeros(50 * MEBIBYTE))),
    422,
    'file/archive-suspicious',
  ],
  ['a ZIP that lies', () => bombOf([{ ...zeros(4 * MEBIBYTE), size: 1000 }]), 422, 'file/archive-suspicious'],
  [
    'a ZIP whose entries lie over each other',
    () => bombOf([zeros(1000), { ...zeros(1000), overlaid: true }]),
    422,
    'file/archive-suspicious',
  ],
  [
    'a ZIP in a ZIP',
    () => bombOf([{ name: 'a.txt', content: zip([zeros(10)]) }]),
    422,
    'file/archive-suspicious',
  ],
  [
    'a cut ZIP',
    () => ({ purpose: 'document', bytes: zip([zeros(10)]).subarray(0, 40) }),
    422,
    'file/archive-suspicious',
  ],
  ['nothing', () => ({ bytes: Buffer.alloc(0) }), 422, 'file/empty'],
  ['too much', () => ({ bytes: text('x'), length: 25 * MEBIBYTE }), 413, 'file/too-large'],
  [
    'more than the organization may keep',
    () => ({ bytes: text('x'), purpose: 'other' }),
    422,
    'file/purpose-unknown',
  ],
  ...['a\0b.png', 'a\u0007.png', '\u202egnp.exe', 'a/b.png', '..\\b.png', '\u200b', 'x'.repeat(201)].map(
    (name) =>
      [
        `the name ${JSON.stringify(name.slice(0, 12))}`,
        () => ({ name, bytes: text('x') }),
        422,
        'file/name-invalid',
      ] as const,
  ),
];

it.each(REFUSED)(
  '%s is refused with a problem document, and nothing stays',
  async (_, sample, status, code) => {
    const sent = sample();
    const before = process.memoryUsage().rss;
    const answer = await harness.upload(owner, sent);
    const grown = process.memoryUsage().rss - before;
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await harness.rows()).toEqual([]);
    expect(await harness.onDisk()).toEqual([]);
    if (grown > MAX_GROWTH)
      throw new Error(`Refusing it took ${Math.round(grown / MEBIBYTE)} MiB of memory.`);
  },
);

it('takes an office file, and no more files than the organization may keep', async () => {
  const bytes = zip([{ name: 'a.txt', content: text('hello') }]);
  for (let count = 0; count < 3; count += 1) {
    expect((await harness.upload(owner, { purpose: 'document', name: 'a.zip', bytes })).status).toBe(204);
  }
  const [content, ...others] = await harness.onDisk();
  expect([content?.length, others]).toEqual([64, []]); // equal content is kept once
  const fourth = await harness.upload(owner, { purpose: 'document', name: 'a.zip', bytes });
  expect([fourth.status, fourth.code]).toEqual([422, 'file/quota-exceeded']);
});

it('takes for text what is nothing but text', async () => {
  const other = await harness.network().signedIn([await harness.network().organization('sme'), 'owner']);
  const send = async (bytes: Buffer) =>
    (await harness.upload(other, { purpose: 'document', name: 'a.txt', bytes })).status;
  expect(await send(text('\ufeff밤 여덟 시에 모입니다.\r\n\tTại bến cảng.\n'))).toBe(204);
  for (const bytes of [
    text('밤 여덟 시에\0'),
    text('\x1b[2J'),
    text('   '),
    text('\n <html><script>alert(1)</script>'),
    Buffer.from([0xb9, 0xe3]), // another encoding
    Buffer.concat([text('cut: '), text('밤').subarray(0, 2)]),
  ])
    expect([bytes.toString('hex'), await send(bytes)]).toEqual([bytes.toString('hex'), 415]);
});

it('takes the bytes of an upload at no other route', async () => {
  const headers = { 'content-type': 'application/offset+octet-stream' };
  const answer = await harness.send(owner, 'POST', '/api/v1/files/uploads', headers, text('x'));
  expect([answer.status, answer.code]).toEqual([415, 'request/unsupported-media-type']);
});

describe('with a scanner', () => {
  /** Speaks clamd's INSTREAM: finds the EICAR test text, passes everything else. */
  function clamd(port = 0): Promise<Server> {
    const answer = (socket: Socket): void => {
      const pieces: Buffer[] = [];
      socket.on('data', (piece) => {
        pieces.push(Buffer.from(piece));
        const all = Buffer.concat(pieces);
        if (all.subarray(-4).readUInt32BE() !== 0) return;
        const found = all.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE');
        socket.end(found ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
      });
      socket.on('error', () => undefined);
    };
    return new Promise((resolve) => {
      const server = createServer(answer).listen(port, '127.0.0.1', () => {
        resolve(server);
      });
    });
  }

  it('shows files once they are clean, keeps malware from everybody, and waits out an outage', async () => {
    const first = await clamd();
    const { port } = first.address() as AddressInfo;
    const scanned = await FilesHarness.start({ CLAMD_URL: `tcp://127.0.0.1:${port}` });
    try {
      const network = scanned.network();
      const person = await network.signedIn([await network.organization('sme'), 'owner']);
      const { scanFile } = await scanned.work();
      const document = (content: string): Sent => ({
        purpose: 'document',
        name: 'a.pdf',
        bytes: text(content),
      });
      const stateOf = async (id: string) => (await scanned.read(person, id)).body.state;

      const clean = await scanned.stored(person, document('%PDF-1.7 clean'));
      const waiting = await scanned.read(person, clean);
      expect([waiting.body.state, waiting.body.scanned, waiting.body.link]).toEqual([
        'scanning',
        'not_scanned',
        null,
      ]);
      await scanFile.execute(clean, 'r');
      expect(await stateOf(clean)).toBe('clean');

      const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
      const infected = await scanned.stored(person, document(`%PDF-1.7 ${EICAR}`));
      await scanFile.execute(infected, 'r');
      const { body } = await scanned.read(person, infected);
      expect([body.state, body.scanned, body.link]).toEqual(['quarantined', 'quarantined', null]);

      await new Promise((closed) => first.close(closed));
      const late = await scanned.stored(person, document('%PDF-1.7 late'));
      await expect(scanFile.execute(late, 'r')).rejects.toThrow();
      expect(await stateOf(late)).toBe('scanning');
      const second = await clamd(port);
      await scanFile.execute(late, 'r');
      expect(await stateOf(late)).toBe('clean');
      await new Promise((closed) => second.close(closed));
    } finally {
      await scanned.stop();
    }
  });
});

describe('in the background', () => {
  it('makes smaller versions of pictures, and sweeps what nobody finished or wants', async () => {
    const quiet = await FilesHarness.start();
    try {
      const network = quiet.network();
      const person = await network.signedIn([await network.organization('sme'), 'owner']);
      const { makeVariants, sweep } = await quiet.work();
      const id = await quiet.stored(person, { bytes: await photograph(1500, 2000) });
      await makeVariants.execute(id, 'r');
      const { body } = await quiet.read(person, id);
      const { variants } = body.link as { variants: { width: number; url: string }[] };
      expect(variants.map(({ width }) => width)).toEqual([320, 960]);
      const small = await fetch(new URL(variants[0]?.url ?? '', quiet.url()));
      expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);

      const unfinished = await quiet.begin(person, { bytes: await photograph(90, 90) });
      expect(await sweep.execute('r', new AbortController().signal)).toBe(0);
      await quiet.database.query(`update file set expires_at = now() - interval '1 second'`);
      expect(await sweep.execute('r', new AbortController().signal)).toBe(2);
      expect(await quiet.onDisk()).toEqual([]);
      expect((await quiet.head(person, unfinished.id)).status).toBe(404);
    } finally {
      await quiet.stop();
    }
  });

  it('leaves no smaller version of a picture that goes while they are made', async () => {
    const quiet = await FilesHarness.start();
    try {
      const network = quiet.network();
      const person = await network.signedIn([await network.organization('sme'), 'owner']);
      const { makeVariants, storage } = await quiet.work();
      const id = await quiet.stored(person, { bytes: await photograph(1500, 2000) });
      const keep = storage.keep.bind(storage);
      // Its owner changes their mind just before the first is kept; there is nothing to make the next from.
      jest.spyOn(storage, 'keep').mockImplementationOnce(async (...file) => {
        expect((await quiet.send(person, 'DELETE', `/api/v1/files/uploads/${id}`)).status).toBe(204);
        await keep(...file);
      });
      await makeVariants.execute(id, 'r');
      expect(await quiet.onDisk()).toEqual([]);
    } finally {
      await quiet.stop();
    }
  });
});

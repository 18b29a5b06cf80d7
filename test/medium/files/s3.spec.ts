import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import type { SignedIn } from '../identity/network.js';
import { FilesHarness } from './files-harness.js';
import { photograph } from '../../support/file-samples.js';

const BUCKET = 'ttn-files';
/** The key that this test server knows. */
const KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

let directory: string;
let store: S3rver;
let client: S3Client;
let harness: FilesHarness;
let owner: SignedIn;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ttn-s3-'));
  store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await store.run();
  const endpoint = `http://127.0.0.1:${port}`;
  client = new S3Client({ endpoint, region: 'us-east-1', credentials: KEY, forcePathStyle: true });
  const settings = { S3_BUCKET: BUCKET, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: KEY.accessKeyId };
  harness = await FilesHarness.start({ ...settings, S3_SECRET_ACCESS_KEY: KEY.secretAccessKey }, 2);
  owner = await harness.network().signedIn([await harness.network().organization('sme'), 'owner']);
}, 60_000);
afterAll(async () => {
  await harness?.stop();
  client?.destroy();
  await store?.close();
  rmSync(directory, { recursive: true, force: true });
});

const keys = async (): Promise<string[]> => {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  return Contents.map(({ Key = '' }) => Key).sort();
};

it('resumes at another process, keeps the content once, and leaves nothing of the upload', async () => {
  const bytes = await photograph(800, 600);
  const begun = await harness.begin(owner, { bytes });
  expect((await harness.continue(owner, begun.id, 0, bytes.subarray(0, 10_000))).status).toBe(204);
  expect((await harness.head(owner, begun.id, 1)).headers.get('upload-offset')).toBe('10000');
  expect((await harness.continue(owner, begun.id, 10_000, bytes.subarray(10_000), 1)).status).toBe(204);

  const { body } = await harness.read(owner, begun.id);
  const sha256 = String(body.sha256);
  expect(await keys()).toEqual([`contents/${sha256.slice(0, 2)}/${sha256}`]);
  const { url } = body.link as { url: string };
  const content = await fetch(new URL(url, harness.url(1)));
  expect((await content.arrayBuffer()).byteLength).toBe(body.size);
  expect((await harness.send(owner, 'DELETE', `/api/v1/files/uploads/${begun.id}`)).status).toBe(204);
  expect(await keys()).toEqual([]);
});

it('leaves nothing of what is refused or given up', async () => {
  const refused = await harness.upload(owner, { bytes: Buffer.from('MZ no picture at all') });
  expect([refused.status, refused.code]).toEqual([415, 'file/type-not-allowed']);
  const begun = await harness.begin(owner, { bytes: await photograph(300, 300) });
  await harness.continue(owner, begun.id, 0, Buffer.alloc(500));
  expect((await harness.send(owner, 'DELETE', `/api/v1/files/uploads/${begun.id}`)).status).toBe(204);
  expect(await keys()).toEqual([]);
  expect(await harness.rows()).toEqual([]);
});

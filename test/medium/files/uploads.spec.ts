import { join } from 'node:path';
import { appendFile, readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Files, FileUnusable } from '#libs/platform/files';
import type { SignedIn } from '../identity/network.js';
import { FilesHarness, shared } from './files-harness.js';
import { photograph } from '../../support/file-samples.js';
import { waitFor } from '../../support/wait.js';

let harness: FilesHarness;
let organization: string;
let owner: SignedIn;
let colleague: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  harness = await FilesHarness.start({}, 2);
  const network = harness.network();
  organization = await network.organization('sme');
  owner = await network.signedIn([organization, 'owner']);
  colleague = await network.signedIn([organization, 'viewer']);
  stranger = await network.signedIn([await network.organization('city'), 'owner']);
}, 60_000);
afterAll(() => harness?.stop());

describe('an upload', () => {
  it('is a picture without EXIF, upright, in the words of its content', async () => {
    const bytes = await photograph(1200, 800);
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const id = await harness.stored(owner, { bytes, name: 'Cafe\u0301 사진.exe' });

    const { status, body } = await harness.read(owner, id);
    expect(status).toBe(200);
    // Its EXIF says that it lies on its side.
    expect(body).toMatchObject({
      name: 'Caf\u00e9 사진.exe.jpg',
      mediaType: 'image/jpeg',
      width: 800,
      height: 1200,
      state: 'not_scanned',
      scanned: 'not_scanned',
      purpose: 'picture',
    });
    const kept = await readFile(
      join(harness.directory, 'files/contents', String(body.sha256).slice(0, 2), String(body.sha256)),
    );
    const { exif, icc, xmp, orientation } = await sharp(kept).metadata();
    expect({ exif, icc, xmp, orientation }).toEqual({});
    expect(kept.includes('Secret place')).toBe(false);
    expect(await harness.onDisk()).toEqual([body.sha256]); // nothing of the upload itself
  });

  it('goes on at another process where the first one left off, and is there once', async () => {
    const bytes = await photograph(640, 400);
    const begun = await harness.begin(owner, { bytes });
    expect(begun.headers.get('location')).toBe(`/api/v1/files/uploads/${begun.id}`);
    expect((await harness.continue(owner, begun.id, 0, bytes.subarray(0, 700))).status).toBe(204);
    const asked = await harness.head(owner, begun.id, 1);
    expect([asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual([
      200,
      '700',
      String(bytes.length),
    ]);
    const wrong = await harness.continue(owner, begun.id, 0, bytes, 1);
    expect([wrong.status, wrong.code]).toEqual([409, 'file/offset-mismatch']);
    expect((await harness.continue(owner, begun.id, 700, bytes.subarray(700), 1)).status).toBe(204);

    const again = await harness.head(owner, begun.id);
    expect([again.status, again.headers.get('upload-offset')]).toEqual([200, String(bytes.length)]);
    expect((await harness.read(owner, begun.id)).status).toBe(200);
  });

  it('survives the restart of its process, and finishes when the last answer was lost', async () => {
    const bytes = await photograph(500, 300);
    const begun = await harness.begin(owner, { bytes });
    await harness.continue(owner, begun.id, 0, bytes.subarray(0, 1000));
    const next = await harness.startApi();
    const api = 2;
    expect(harness.network(api)).toBe(next);
    expect((await harness.head(owner, begun.id, api)).headers.get('upload-offset')).toBe('1000');
    // A process that died after the last byte and before it looked at them: the bytes are there, the row says uploading.
    await appendFile(join(harness.directory, 'files/uploads', begun.id), bytes.subarray(1000));
    expect((await harness.read(owner, begun.id, api)).status).toBe(404);
    expect((await harness.head(owner, begun.id, api)).status).toBe(200);
    expect((await harness.read(owner, begun.id, api)).status).toBe(200);
  });

  it('keeps what arrived before its client went away', async () => {
    const bytes = await photograph(900, 700);
    const begun = await harness.begin(owner, { bytes });
    const away = new AbortController();
    const half = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(bytes.subarray(0, 2000));
      },
    });
    const cut = fetch(new URL(`/api/v1/files/uploads/${begun.id}`, harness.url()), {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${owner.token}`,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
      },
      body: half,
      duplex: 'half',
      signal: away.signal,
    });
    const broken = expect(cut).rejects.toThrow();
    await waitFor('the first bytes on the disk', async () => {
      const { size } = await stat(join(harness.directory, 'files/uploads', begun.id));
      return size === 2000 || undefined;
    });
    away.abort();
    await broken;
    const { headers } = await harness.head(owner, begun.id, 1);
    const offset = Number(headers.get('upload-offset'));
    expect(offset).toBe(2000);
    expect((await harness.continue(owner, begun.id, offset, bytes.subarray(offset), 1)).status).toBe(204);
  });

  it('is its uploader’s alone: others get what a random id gets', async () => {
    const bytes = await photograph(64, 64);
    const begun = await harness.begin(owner, { bytes });
    for (const other of [stranger, colleague]) {
      for (const id of [begun.id, newId()]) {
        const answers = [await harness.continue(other, id, 0, bytes), await harness.head(other, id)];
        const allowed = other === stranger ? 404 : 403; // viewers upload nothing
        expect(answers.map(({ status }) => status)).toEqual([allowed, allowed]);
      }
    }
    expect((await harness.continue(null, begun.id, 0, bytes)).status).toBe(401);
    const gone = await harness.send(owner, 'DELETE', `/api/v1/files/uploads/${begun.id}`);
    expect(gone.status).toBe(204);
    expect((await harness.head(owner, begun.id)).status).toBe(404);
  });
});

describe('a file', () => {
  it('is read by its uploader until it is attached, then by whom its purpose lets in', async () => {
    const id = await harness.stored(owner, { bytes: await photograph(80, 60) });
    expect((await harness.read(colleague, id)).status).toBe(404);
    expect((await harness.read(stranger, id)).status).toBe(404);

    const app = harness.network().app;
    const ownerId = newId();
    const actor = { ...systemActor('r'), personId: owner.personId };
    const acting = {
      ...actor,
      organization: { id: organization, kind: 'sme', role: 'owner', signatory: false },
    };
    const attach = (by: typeof acting, purpose = 'picture', to = ownerId) =>
      app
        .get(UnitOfWork)
        .run(by, (tx) => app.get(Files).attach(tx, { fileId: id, purpose, ownerType: 'thing', ownerId: to }));
    await expect(attach({ ...acting, personId: stranger.personId })).rejects.toThrow(FileUnusable);
    await expect(attach(acting, 'document')).rejects.toThrow(FileUnusable);
    await attach(acting);
    await attach(acting);
    await expect(attach(acting, 'picture', newId())).rejects.toThrow(FileUnusable);

    expect((await harness.read(colleague, id)).status).toBe(200);
    expect((await harness.read(stranger, id)).status).toBe(404);
    const strangers = (
      await harness.database.query<{ organization_id: string }>(
        'select organization_id from membership where person_id = $1',
        [stranger.personId],
      )
    )[0]?.organization_id;
    shared.add(`${ownerId} ${strangers ?? ''}`);
    expect((await harness.read(stranger, id)).status).toBe(200);
    const kept = await harness.send(owner, 'DELETE', `/api/v1/files/uploads/${id}`);
    expect([kept.status, kept.code]).toEqual([409, 'file/attached']);
  });

  it('is linked for a minute, for one person, as something that cannot run', async () => {
    const bytes = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF');
    const id = await harness.stored(owner, { purpose: 'document', name: 'a"b;\u4e2d.pdf', bytes });
    const { body } = await harness.read(owner, id);
    const { url, expiresAt } = body.link as { url: string; expiresAt: string };
    const left = new Date(expiresAt).getTime() - Date.now();
    expect(left > 50_000 && left <= 60_000).toBe(true);
    const content = await fetch(new URL(url, harness.url(1)));
    expect(Buffer.from(await content.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="a_b__.pdf"; filename*=UTF-8''a%22b%3B%E4%B8%AD.pdf`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });

    const refused = async (address: string) => (await harness.send(null, 'GET', address)).code;
    expect(await refused(url.slice(0, -2))).toBe('file/link-invalid');
    const other = await harness.stored(owner, { bytes: await photograph(50, 50) });
    expect(await refused(url.replace(id, other))).toBe('file/link-invalid');
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect(await refused(url)).toBe('file/link-invalid');
    now.mockRestore();
    await harness
      .network()
      .send('/auth/logout', { method: 'POST', token: owner.token, cookie: owner.cookie });
    expect(await refused(url)).toBe('file/link-invalid');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Actor } from '#libs/kernel';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import {
  FilePurpose,
  FilePurposes,
  FilesHttpModule,
  FilesJobsModule,
  FilesModule,
  type StoredFile,
} from '#libs/platform/files';
import { MakePictureVariants } from '../../../libs/platform/src/files/app/make-picture-variants.js';
import { ScanFile } from '../../../libs/platform/src/files/app/scan-file.js';
import { SweepFiles } from '../../../libs/platform/src/files/app/sweep-files.js';
import { FileStorage } from '../../../libs/platform/src/files/storage/file-storage.js';
import { QueueWorkerModule } from '#libs/platform/queue';
import { Network, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const MEBIBYTE = 1024 * 1024;
/** Owners whose attached files these tests open to an organization: `<owner id> <organization id>`. */
export const shared = new Set<string>();

class TestPurpose extends FilePurpose {
  constructor(
    readonly name: string,
    readonly mediaTypes: readonly string[],
    readonly maxBytes: number,
  ) {
    super();
  }

  mayRead({ organization }: Actor, { organizationId, ownerId }: StoredFile): Promise<boolean> {
    return Promise.resolve(
      organization?.id === organizationId || shared.has(`${ownerId ?? ''} ${organization?.id ?? ''}`),
    );
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Module({ imports: [FilesModule] })
class TestPurposesModule {
  constructor(purposes: FilePurposes) {
    purposes.register(new TestPurpose('picture', ['image/jpeg', 'image/png', 'image/webp'], 24 * MEBIBYTE));
    purposes.register(
      new TestPurpose('document', ['application/pdf', 'application/zip', 'text/plain', DOCX], 24 * MEBIBYTE),
    );
  }
}

export interface Sent {
  readonly purpose?: string;
  readonly name?: string;
  readonly bytes: Buffer;
  /** Announced instead of the true number of bytes. */
  readonly length?: number;
}

export interface UploadAnswer {
  readonly status: number;
  readonly code?: string;
  readonly id: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Api processes that share a database and a place for files, and people who upload through them. */
export class FilesHarness {
  private readonly networks: Network[] = [];
  private worker: INestApplicationContext | undefined;

  private constructor(
    readonly database: TestDatabase,
    readonly directory: string,
    readonly config: TtnConfig,
  ) {}

  static async start(settings: Record<string, string> = {}, apis = 1): Promise<FilesHarness> {
    const database = await testDatabase();
    const directory = mkdtempSync(join(tmpdir(), 'ttn-files-'));
    const config = database.config({ TTN_DATA_DIR: directory, ...settings });
    const harness = new FilesHarness(database, directory, config);
    for (let count = 0; count < apis; count += 1) await harness.startApi();
    return harness;
  }

  async stop(): Promise<void> {
    await this.worker?.close();
    await Promise.all(this.networks.map((network) => network.stop()));
    await this.database.drop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async startApi(): Promise<Network> {
    const network = await Network.start(this.config, [FilesHttpModule, TestPurposesModule]);
    await network.app.listen(0, '127.0.0.1');
    this.networks.push(network);
    return network;
  }

  /** What the jobs of files do, for a test to do at its own time. */
  async work(): Promise<{
    scanFile: ScanFile;
    makeVariants: MakePictureVariants;
    sweep: SweepFiles;
    storage: FileStorage;
  }> {
    @Module({
      imports: [
        ConfigModule.with(this.config),
        DatabaseModule,
        QueueWorkerModule.with({ expected: () => [] }),
        FilesJobsModule,
      ],
    })
    class WorkModule {}
    // Not started: nothing is relayed or scheduled behind the test's back.
    this.worker = await NestFactory.create(WorkModule, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    const find = { strict: false };
    return {
      scanFile: this.worker.get(ScanFile, find),
      makeVariants: this.worker.get(MakePictureVariants, find),
      sweep: this.worker.get(SweepFiles, find),
      storage: this.worker.get(FileStorage, find),
    };
  }

  network(index = 0): Network {
    const network = this.networks[index];
    if (!network) throw new Error(`There is no api ${index}.`);
    return network;
  }

  url(index = 0): string {
    const { port } = this.network(index).app.getHttpServer().address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async send(
    who: SignedIn | null,
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Buffer | ReadableStream<Uint8Array>,
    api = 0,
  ): Promise<UploadAnswer> {
    const answer = await fetch(new URL(path, this.url(api)), {
      method,
      headers: {
        'tus-resumable': '1.0.0',
        ...(who && { authorization: `Bearer ${who.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    const text = await answer.text();
    const parsed = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
    const last = path.split('?')[0]?.split('/').at(-1) ?? '';
    const id = typeof parsed.id === 'string' ? parsed.id : last;
    return {
      status: answer.status,
      ...(typeof parsed.code === 'string' && { code: parsed.code }),
      id,
      headers: answer.headers,
      body: parsed,
    };
  }

  begin(who: SignedIn | null, { purpose = 'picture', name = 'a.png', bytes, length }: Sent, api = 0) {
    return this.send(
      who,
      'POST',
      '/api/v1/files/uploads',
      {
        'upload-length': String(length ?? bytes.length),
        'upload-metadata': metadata({ purpose, filename: name }),
      },
      undefined,
      api,
    );
  }

  continue(who: SignedIn | null, id: string, offset: number, bytes: Buffer, api = 0) {
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    return this.send(who, 'PATCH', `/api/v1/files/uploads/${id}`, headers, bytes, api);
  }

  head(who: SignedIn | null, id: string, api = 0) {
    return this.send(who, 'HEAD', `/api/v1/files/uploads/${id}`, {}, undefined, api);
  }

  /** A whole upload; the answer that ended it. `id` is that of the upload. */
  async upload(who: SignedIn, sent: Sent): Promise<UploadAnswer> {
    const begun = await this.begin(who, sent);
    if (begun.status !== 201) return begun;
    return { ...(await this.continue(who, begun.id, 0, sent.bytes)), id: begun.id };
  }

  /** An upload that must succeed; the id of the file. */
  async stored(who: SignedIn, sent: Sent): Promise<string> {
    const { status, code, id } = await this.upload(who, sent);
    if (status !== 204) throw new Error(`The upload was answered ${status} ${code ?? ''}.`);
    return id;
  }

  read(who: SignedIn | null, id: string, api = 0) {
    return this.send(who, 'GET', `/api/v1/files/${id}`, {}, undefined, api);
  }

  /** Every file on the disk, below the folder of files. */
  async onDisk(): Promise<string[]> {
    const entries = await readdir(join(this.directory, 'files'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  rows(): Promise<Record<string, unknown>[]> {
    return this.database.query('select * from file order by id');
  }
}

export function metadata(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

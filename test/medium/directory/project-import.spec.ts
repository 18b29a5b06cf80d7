import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Readable } from 'node:stream';
import { DirectoryJobsModule } from '#libs/directory/jobs';
import { systemActor } from '#libs/kernel';
import { ImportOrganizationFile } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { QueueWorkerModule } from '#libs/platform/queue';
import { waitFor } from '../../support/wait.js';
import { DirectoryWorld, type Member } from './directory-world.js';

jest.setTimeout(90_000);

/** Every organization of a file is found once its batch has been projected, by a worker of its own. */
describe('an imported file in the directory', () => {
  const HEADER =
    'slug,kind,name,name_local,aliases,country_iso2,city,admin_region,languages,website,registration_number,email_domain,state';
  const PROJECTING = [{ name: 'project-import', queue: 'default' }] as const;
  let world: DirectoryWorld;
  let worker: INestApplicationContext;
  let reader: Member;

  beforeAll(async () => {
    world = await DirectoryWorld.open();
    reader = await world.member(await world.organization({ name: 'Reading Room' }), 'owner');
    class TestWorker {}
    const imports = [
      ConfigModule.with(world.database.config()),
      DatabaseModule,
      AuthModule,
      QueueWorkerModule.with({ expected: () => PROJECTING, grace: 600, reconcileEvery: 150 }),
      DirectoryJobsModule,
    ];
    worker = await NestFactory.createApplicationContext(
      { module: TestWorker, imports },
      { logger: false, abortOnError: false },
    );
  });
  afterAll(async () => {
    await worker?.close();
    await world?.close();
  });

  const row = (slug: string, name: string, state = ''): string =>
    HEADER.split(',')
      .map((column) => ({ slug, kind: 'sme', name, country_iso2: 'KR', state })[column] ?? '')
      .join(',');
  const load = (...rows: string[]) =>
    world.app.get(ImportOrganizationFile).execute(systemActor('import-of-the-test'), {
      open: () => Readable.from([[HEADER, ...rows].join('\n')]),
    });
  const titles = async (): Promise<string[]> =>
    (await world.search(reader, 'q=Tours')).items.map(({ title }) => title).sort();
  const settled = () =>
    waitFor(
      'the events',
      async () => {
        const waiting = await world.database.query('select 1 from outbox_event where done_at is null');
        return waiting.length === 0 ? true : undefined;
      },
      {
        // An event is done when the reconciler has seen its effects; a job that failed once waits a second and more.
        timeoutMs: 30_000,
        dump: () =>
          world.database.query('select type, relayed_at, payload from outbox_event where done_at is null'),
      },
    );

  it('adds what is new, renames what was there, and hides what may not be seen', async () => {
    await load(
      row('east-tours', 'East Tours'),
      row('west-tours', 'West Tours'),
      row('shut', 'Shut Tours', 'candidate'),
    );
    await settled();
    expect(await titles()).toEqual(['East Tours', 'West Tours']);
    await load(row('east-tours', 'Orient Tours'), row('west-tours', 'West Tours'));
    await settled();
    expect(await titles()).toEqual(['Orient Tours', 'West Tours']);
    const events = await world.database.query<{ n: number }>(
      `select jsonb_array_length(payload -> 'organizationIds') as n from outbox_event
       where type = 'organizations.imported' order by occurred_at`,
    );
    expect(events).toEqual([{ n: 3 }, { n: 1 }]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { EVENT_AUDIENCES, PERMISSIONS } from '#libs/contracts';
import { RouteTable } from '#libs/platform/auth';
import { createHttpApplication } from '#libs/platform/http';
import { definedJobs, JobRegistry } from '#libs/platform/queue';
import { RealtimeServer } from '#libs/platform/realtime';
import { createLogger } from '#libs/platform/telemetry';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const root = join(import.meta.dirname, '../../..');

/** The whole API and the whole worker, as they are composed for people. */
describe('what the house declares', () => {
  let database: TestDatabase;
  let api: NestFastifyApplication;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    database = await testDatabase();
    const config = database.config();
    const logger = createLogger(config, 'api');
    api = await createHttpApplication(ApiModule.with(config), config, { logger });
    await api.init();
    worker = await NestFactory.createApplicationContext(WorkerModule.with(config, logger), {
      logger: ['error'],
    });
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await api.close();
    await database.drop();
  });

  it('names a known permission on every route, or says that it is public', () => {
    const routes = api.get(RouteTable).routes();
    expect(routes.length).toBeGreaterThan(45);
    const open = routes.filter(({ requirement }) => !requirement);
    expect(open).toEqual([]);
    const named = routes.flatMap(({ requirement }) =>
      requirement && 'permission' in requirement ? [requirement.permission] : [],
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((permission) => !(PERMISSIONS as readonly unknown[]).includes(permission))).toEqual(
      [],
    );
  });

  it('keeps few routes public, and these only', () => {
    const publicRoutes = api
      .get(RouteTable)
      .routes()
      .filter(
        ({ requirement, path }) =>
          requirement && !('permission' in requirement) && path.startsWith('/api/v1'),
      )
      .map(({ method, path }) => `${method} ${path}`);
    expect(publicRoutes.sort()).toEqual([
      'GET /api/v1/calendar-feeds/:file', // by its secret address, which its owner may revoke
      'GET /api/v1/files/:id/content', // by a signed link, of one person, for a minute
      'GET /api/v1/results', // what closed projects show the world
      'GET /api/v1/results/:id',
      'POST /api/v1/auth/confirm-email',
      'POST /api/v1/auth/email-change/confirm',
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/login/second-factor',
      'POST /api/v1/auth/login/second-factor/passkey',
      'POST /api/v1/auth/logout',
      'POST /api/v1/auth/passkey',
      'POST /api/v1/auth/passkey/options',
      'POST /api/v1/auth/password-reset',
      'POST /api/v1/auth/password-reset/complete',
      'POST /api/v1/auth/refresh',
      'POST /api/v1/auth/register',
      'POST /api/v1/invitations/lookup',
      'POST /api/v1/invitations/register',
      'POST /api/v1/stopped-mail', // by the signed link of a mail
      'POST /api/v1/stopped-mail/look',
    ]);
  });

  it('documents every route, and serves every documented one', () => {
    const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { operationId }]) =>
        operationId ? [`${method.toUpperCase()} ${path}`] : [],
      ),
    );
    const served = api
      .get(RouteTable)
      .routes()
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .filter((route) => route.includes('/api/v1/'));
    expect([...new Set(served)].sort()).toEqual(
      documented.filter((route) => route.includes('/api/v1/')).sort(),
    );
  });

  it('names a permission on every socket event', () => {
    const table = api.get(RealtimeServer).table();
    expect(table.map(({ name }) => name)).toContain('messaging.post-message');
    expect(table.filter(({ permission }) => !PERMISSIONS.includes(permission))).toEqual([]);
  });

  it('has exactly one handler for every job name', () => {
    const handled = worker
      .get(JobRegistry)
      .jobs()
      .map(({ name }) => name);
    expect(handled).toEqual(expect.arrayContaining(['refresh-matches', 'deliver-notices', 'send-mail']));
    expect([...handled].sort()).toEqual(definedJobs().map(({ name }) => name));
  });

  it('has somebody who acts on every event that somebody is told of', () => {
    const registry = worker.get(JobRegistry);
    const silent = Object.entries(EVENT_AUDIENCES).filter(([type, audience]) => {
      const jobs = registry.subscribers(type as keyof typeof EVENT_AUDIENCES).map(({ name }) => name);
      return audience.to !== 'none' && !jobs.includes('deliver-notices');
    });
    expect(silent).toEqual([]);
  });
});

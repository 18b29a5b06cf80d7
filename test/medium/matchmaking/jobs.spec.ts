import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import type { ServerToClientEvents } from '#libs/contracts';
import { MatchmakingJobsModule } from '#libs/matchmaking/jobs';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule } from '#libs/platform/config';
import { DatabaseModule, newId } from '#libs/platform/database';
import { DeadLetters, Queues, QueueWorkerModule } from '#libs/platform/queue';
import { waitFor } from '../../support/wait.js';
import {
  DA_NANG,
  type Json,
  Market,
  type Member,
  NIGHT_GUIDES,
  NIGHT_TOURS_WANTED,
  NIGHT_WALKS,
} from './market.js';

/** A worker without one of these refuses to start. */
const MATCHING = [
  { name: 'refresh-matches', queue: 'matching' },
  { name: 'refresh-matches-again', queue: 'matching' },
  { name: 'refresh-organization', queue: 'matching' },
  { name: 'run-matching', queue: 'matching' },
  { name: 'start-due-run', queue: 'matching' },
  { name: 'watch-vocabulary', queue: 'matching' },
  { name: 'note-answer', queue: 'default' },
  { name: 'fold-answers', queue: 'maintenance' },
  { name: 'forget-shown', queue: 'maintenance' },
  { name: 'tell-interested', queue: 'default' },
  { name: 'retire-matches', queue: 'maintenance' },
  { name: 'remind-receiver', queue: 'default' },
  { name: 'expire-interest', queue: 'default' },
] as const;

type Refreshed = ServerToClientEvents['matchmaking.matches-refreshed'];

let market: Market;
let worker: INestApplicationContext;
let firm: Member;
let city: Member;
let sockets: Socket[];
let heard: Map<Member, Refreshed[]>;

beforeAll(async () => {
  market = await Market.open();
  await market.app.listen(0, '127.0.0.1');
  const config = market.database.config();
  @Module({
    imports: [
      ConfigModule.with(config),
      DatabaseModule,
      AuthModule,
      QueueWorkerModule.with({ expected: () => MATCHING, grace: 600, reconcileEvery: 150 }),
      MatchmakingJobsModule,
    ],
  })
  class TestWorkerModule {}
  worker = await NestFactory.createApplicationContext(TestWorkerModule, {
    logger: false,
    abortOnError: false,
  });

  firm = await market.member('sme', 'owner', { name: 'Badaon Lab' });
  city = await market.member('city', 'officer', DA_NANG);
  heard = new Map([
    [firm, []],
    [city, []],
  ]);
  sockets = await Promise.all([...heard].map(([member, refreshed]) => listen(member, refreshed)));
});

afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await worker.close();
  await market.close();
});

async function listen({ accessToken, organizationId }: Member, refreshed: Refreshed[]): Promise<Socket> {
  const { port } = market.app.getHttpServer().address() as AddressInfo;
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token: accessToken, organizationId },
  });
  socket.on('matchmaking.matches-refreshed', (payload: Refreshed) => refreshed.push(payload));
  await waitFor('the line', async () => socket.connected);
  return socket;
}

/** The list of a subject once it has been computed. */
async function computed(member: Member, subjectType: string, subjectId: string): Promise<Json> {
  const path = `/matches?subjectType=${subjectType}&subjectId=${subjectId}`;
  return waitFor('the matches', async () => {
    const list = await market.done(member, 'GET', path);
    return list.run.state === 'done' && list;
  });
}

const undone = (): Promise<object[]> =>
  market.database.query('select type, relayed_at from outbox_event where done_at is null');

describe('matches by themselves', () => {
  it('follow a profile, whose changes in a row need few runs', async () => {
    for (let change = 0; change < 6; change += 1) await market.saveProfile(firm, NIGHT_GUIDES);
    const { items } = await computed(firm, 'organization', firm.organizationId);
    expect(items.map(({ counterpart }) => counterpart.id)).toEqual([city.organizationId]);
    const [run] = await market.database.query<{ subject_version: number }>(
      'select subject_version from match_run where subject_id = $1',
      [firm.organizationId],
    );
    expect(run).toEqual({ subject_version: 6 });
  });

  it('follow a submission, and are announced to both sides once', async () => {
    const { id } = await market.done(firm, 'POST', '/proposals', NIGHT_WALKS);
    await market.done(firm, 'POST', `/proposals/${id}/submit`);
    const { items } = await computed(firm, 'proposal', id);
    expect(items.map(({ counterpart }) => counterpart.id)).toContain(city.organizationId);

    const own = { subjectType: 'proposal', subjectId: id };
    const theirs = { subjectType: 'organization', subjectId: city.organizationId };
    const told = (member: Member, news: Refreshed): number =>
      (heard.get(member) ?? []).filter(({ subjectId }) => subjectId === news.subjectId).length;
    await waitFor('the pushes', async () => told(firm, own) > 0 && told(city, theirs) > 0, {
      dump: () => [...heard.values()],
    });
    expect(heard.get(firm)).toContainEqual(own);
    expect(heard.get(city)).toContainEqual(theirs);
    expect(told(firm, own)).toBe(1);
    expect(heard.get(city)).not.toContainEqual(own);
  });

  it('follow a publication, an edit and a closing', async () => {
    const id = await market.publish(city, NIGHT_TOURS_WANTED);
    const before = await computed(city, 'opportunity', id);
    expect(before.items.map(({ counterpart }) => counterpart.id)).toContain(firm.organizationId);

    const { version } = await market.done(city, 'GET', `/opportunities/${id}`);
    const edit = { themes: ['thm.diving'], text: 'Chúng tôi tìm trung tâm lặn biển.' };
    await market.done(city, 'PATCH', `/opportunities/${id}`, edit, { 'if-match': `"${version}"` });
    const after = await computed(city, 'opportunity', id);
    const scoreOf = ({ items }: Json): number =>
      items.find(({ counterpart, object }) => counterpart.id === firm.organizationId && !object)?.score ?? 0;
    expect(scoreOf(after)).toBeLessThan(scoreOf(before));

    await market.done(city, 'POST', `/opportunities/${id}/close`);
    await waitFor(
      'the closing',
      async () => (await market.matches(city, { type: 'opportunity', id })).length === 0,
    );
  });

  it('follow the new name of a city, which a text called it by before', async () => {
    const quay = await market.member('city', 'owner', { name: 'First Quay', country: 'VN' });
    const summary = 'Lantern Quay의 야경과 야시장을 걷는 야간관광 앱을 함께 만들고 싶습니다.';
    const id = await market.submitProposal(firm, { ...NIGHT_WALKS, summary });
    const named = async (): Promise<boolean> =>
      (await market.matches(firm, { type: 'proposal', id })).some(
        ({ counterpart, reasons }) =>
          counterpart.id === quay.organizationId && reasons.some(({ code }) => code === 'named_in_text'),
      );
    await computed(firm, 'proposal', id);
    expect(await named()).toBe(false);

    const path = `/organizations/${quay.organizationId}`;
    const { version } = await market.done(quay, 'GET', path);
    await market.done(quay, 'PATCH', path, { name: 'Lantern Quay' }, { 'if-match': `"${version}"` });
    await waitFor('the name to be read', named);
  });

  it('are late for nobody because of a job that cannot be done', async () => {
    const data = {
      payload: { type: 'nothing.happened', aggregateId: newId() },
      requestId: 'test',
      enqueuedAt: new Date().toISOString(),
    };
    await worker
      .get(Queues)
      .add('matching', [{ name: 'refresh-matches', data, opts: { jobId: 'poison', attempts: 1 } }]);
    const id = await market.publish(city, NIGHT_TOURS_WANTED);
    expect((await computed(city, 'opportunity', id)).items).not.toEqual([]);
    const dead = await waitFor('the dead letter', async () =>
      (await worker.get(DeadLetters).list()).find((letter) => letter.id === 'poison'),
    );
    expect(dead).toMatchObject({ name: 'refresh-matches', queue: 'matching', attempts: 1 });
    expect(dead.failedReason).toContain('about nothing that is matched');
    await market.done(city, 'POST', `/opportunities/${id}/close`);
  });

  it('leave nothing undone', async () => {
    await waitFor('the outbox to be empty', async () => (await undone()).length === 0, { dump: undone });
  });
});

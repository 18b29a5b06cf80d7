import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TimerClock } from '#libs/platform/queue';
import { createLogger } from '#libs/platform/telemetry';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { EnrolParticipants } from '../../../libs/membership/src/app/enrol-participants.js';
import { waitFor } from '../../support/wait.js';
import { CommitteeRoom, FEES, type Member } from './committee.js';

/**
 * What time alone does to votes, memberships and participants: the whole worker runs, and days pass for one
 * of them by moving its clocks in the database into the past, so that a timer set for the wrong day shows.
 */
let room: CommitteeRoom;
let worker: INestApplicationContext;

beforeAll(async () => {
  room = await CommitteeRoom.open();
  const config = room.database.config();
  worker = await NestFactory.createApplicationContext(
    WorkerModule.with(config, createLogger(config, 'worker')),
    {
      logger: ['error'],
    },
  );
}, 60_000);
afterAll(async () => {
  await worker?.close();
  await room?.close();
});

/** The columns by which a row lives in time, and the one that names it. */
const CLOCKS = [
  ['timer', `split_part(key, ':', 2)`, ['due_at']],
  ['vote', 'id::text', ['opens_at', 'closes_at']],
  ['tpo_membership', 'id::text', ['approved_at', 'term_ends_at', 'due_at']],
  ['participation', 'organization_id::text', ['confirmed_at', 'lapsed_at', 'due_at']],
] as const;

/**
 * Lets so much time pass for what `id` names, and everything that is due by then happen: in no promised order, so of two
 * things of which one comes first, one step must be due to one alone.
 */
async function pass(time: string, id: string): Promise<void> {
  const moves = CLOCKS.map(([table, name, columns]) => {
    const moved = columns.map((column) => `${column} = ${column} - $1::interval`).join(', ');
    return `moved_${table} as (update ${table} set ${moved} where ${name} = $2)`;
  });
  // All clocks at once: a timer that ran before the others have moved would find nothing due.
  await room.database.query(`with ${moves.join(', ')} select 1`, [time, id]);
  await settled();
}

/** Until every timer that is due has had its effect, and every event was handed on. */
async function settled(): Promise<void> {
  const clock = worker.get(TimerClock, { strict: false });
  await waitFor(
    'everything that is due to have happened',
    async () => {
      await clock.startDue();
      const [left] = await room.database.query<{ due: number; events: number }>(
        `select (select count(*)::int from timer t where due_at <= now() and not exists (
                   select 1 from job_effect where key like '%' || t.id)) as due,
                (select count(*)::int from outbox_event where relayed_at is null) as events`,
      );
      return left?.due === 0 && left.events === 0;
    },
    {
      timeoutMs: 30_000,
      dump: () => room.database.query('select key, due_at, started_at from timer where due_at <= now()'),
    },
  );
}

const organizationState = async (id: string) =>
  (await room.database.query<{ state: string }>('select state from organization where id = $1', [id]))[0]
    ?.state;
const toldTo = async (type: string, voteId: string): Promise<unknown[]> =>
  (
    await room.database.query<{ to: string }>(
      `select payload ->> 'toOrganizationId' as to from outbox_event where type = $1 and aggregate_id = $2`,
      [type, voteId],
    )
  ).map(({ to }) => to);
const pay = (id: string, amountMinor: number) =>
  room.ask(room.secretariat, 'POST', `/memberships/${id}/receive-fee`, {
    body: {
      amount: { amountMinor, currency: 'USD' },
      receivedOn: new Date().toISOString().slice(0, 10),
      reference: 'Bank 1',
    },
  });
async function approved(): Promise<{ applicant: Member; membershipId: string }> {
  const applicant = await room.applicant();
  const { membershipId, voteId } = await room.underVote(applicant);
  for (const city of room.seated) await room.cast(city, voteId, 'yes');
  return { applicant, membershipId };
}
const FIRST = FEES.admissionFee.amountMinor + FEES.annualFee.amountMinor;

describe('a vote', () => {
  it('reminds on its eleventh day whoever has not voted, and is counted on its fourteenth', async () => {
    const { voteId, membershipId } = await room.underVote(await room.applicant());
    const [busan, jeju, fukuoka, daNang] = room.seated as [Member, Member, Member, Member];
    await room.cast(busan, voteId, 'yes');
    await pass('10 days 23 hours', voteId);
    expect(await toldTo('vote.reminded', voteId)).toEqual([]);
    await pass('2 hours', voteId);
    const awaited = [jeju, fukuoka, daNang].map(({ organizationId }) => organizationId).sort();
    expect((await toldTo('vote.reminded', voteId)).sort()).toEqual(awaited);
    await room.cast(jeju, voteId, 'yes');
    await room.cast(daNang, voteId, 'no');
    await pass('2 days 22 hours', voteId);
    expect(await room.state(membershipId)).toBe('excom_vote');
    await pass('2 hours', voteId);
    expect(await room.state(membershipId)).toBe('approved_unpaid');
    // Nobody was reminded twice, of this vote or after it.
    expect(await toldTo('vote.reminded', voteId)).toHaveLength(3);
    expect(await toldTo('vote.closed', voteId)).toHaveLength(4);
  });

  it('that all have voted in reminds nobody', async () => {
    const applicant = await room.applicant();
    const { voteId } = await room.underVote(applicant);
    for (const city of room.seated) await room.cast(city, voteId, 'yes');
    await pass('15 days', voteId);
    expect(await toldTo('vote.reminded', voteId)).toEqual([]);
    expect(await room.events(voteId)).not.toContain('vote.cancelled');
  });
});

describe('a membership', () => {
  it('whose fees do not come is reminded a fortnight before its sixty days are over, then expires', async () => {
    const { membershipId: id } = await approved();
    await pass('45 days 23 hours', id);
    expect(await room.events(id)).not.toContain('membership.reminded');
    await pass('2 hours', id);
    expect(await room.events(id)).toContain('membership.reminded');
    await pass('13 days 22 hours', id);
    expect(await room.state(id)).toBe('approved_unpaid');
    await pass('2 hours', id);
    expect(await room.state(id)).toBe('expired');
    await pass('2 years', id);
    expect((await room.events(id)).slice(-2)).toEqual(['membership.reminded', 'membership.expired']);
  });

  it('lives by its term: reminded, renewed in time, lapsed, reminded again, and over', async () => {
    const { membershipId: id, applicant } = await approved();
    expect((await pay(id, FIRST)).body.state).toBe('active');
    await pass('11 months 2 days', id);
    expect((await room.events(id)).at(-1)).toBe('membership.reminded');
    // Paid before the end, so the next year goes on from there, and the clock with it.
    expect((await pay(id, FEES.annualFee.amountMinor)).body.state).toBe('active');
    await pass('2 months', id);
    expect(await room.state(id)).toBe('active');
    await pass('10 months', id);
    expect((await room.events(id)).at(-1)).toBe('membership.reminded');
    await pass('1 month 2 days', id);
    expect(await room.state(id)).toBe('suspended');
    const shown = async () =>
      (
        await room.database.query<{ shown: string }>(
          'select tpo_membership as shown from organization where id = $1',
          [applicant.organizationId],
        )
      )[0]?.shown;
    expect(await shown()).toBe('none');
    await pass('5 months 10 days', id);
    expect((await room.events(id)).at(-1)).toBe('membership.reminded');
    expect(await room.state(id)).toBe('suspended');
    await pass('25 days', id);
    expect(await room.state(id)).toBe('expired');
    expect(await room.events(id)).toEqual([
      'membership.requested',
      'membership.put-to-vote',
      'membership.approved',
      'membership.activated',
      'membership.reminded',
      'membership.renewed',
      'membership.reminded',
      'membership.suspended',
      'membership.reminded',
      'membership.expired',
    ]);
    const [{ timers } = { timers: -1 }] = await room.database.query<{ timers: number }>(
      `select count(*)::int as timers from timer where key like '%' || $1`,
      [id],
    );
    expect(timers).toBe(0);
  });
});

describe('a participant', () => {
  const events = async (id: string) =>
    (await room.events(id)).filter((type) => type.startsWith('participation.'));

  it('is asked after eleven months, hidden after twelve, asked again, and closed half a year later', async () => {
    const { organizationId: id } = await room.applicant();
    await begun(id);
    await pass('11 months 3 days', id);
    expect(await events(id)).toEqual(['participation.reminded']);
    expect(await organizationState(id)).toBe('active');
    await pass('1 month', id);
    expect(await organizationState(id)).toBe('suspended');
    expect(await events(id)).toEqual(['participation.reminded', 'participation.lapsed']);
    await pass('5 months 10 days', id);
    expect((await events(id)).at(-1)).toBe('participation.reminded');
    await pass('1 month', id);
    expect(await organizationState(id)).toBe('closed');
    await pass('3 years', id);
    expect(await events(id)).toEqual([
      'participation.reminded',
      'participation.lapsed',
      'participation.reminded',
      'participation.ended',
    ]);
  });

  it('that confirms is left alone for a year from then; one that was hidden is back at once', async () => {
    const member = await room.applicant();
    const id = member.organizationId;
    await begun(id);
    await pass('11 months 3 days', id);
    expect((await room.ask(member, 'POST', '/participation/confirm')).status).toBe(200);
    await pass('10 months', id);
    expect(await organizationState(id)).toBe('active');
    expect(await events(id)).toEqual(['participation.reminded', 'participation.confirmed']);
    await pass('3 months', id);
    expect(await organizationState(id)).toBe('suspended');
    const back = await room.ask(member, 'POST', '/participation/confirm');
    expect([back.status, back.body]).toEqual([200, expect.objectContaining({ lapsedAt: null })]);
    expect(await organizationState(id)).toBe('active');
    await pass('6 months', id);
    expect(await organizationState(id)).toBe('active');
  });

  it('that somebody else suspended is no business of the clock', async () => {
    const { organizationId: id } = await room.applicant();
    await begun(id);
    await room.database.query(`update organization set state = 'suspended' where id = $1`, [id]);
    await pass('11 months 3 days', id);
    expect(await events(id)).toEqual(['participation.reminded']);
    await pass('2 years', id);
    expect(await organizationState(id)).toBe('suspended');
    expect(await events(id)).toEqual(['participation.reminded']);
  });

  /** The worker begins the year of everybody who is active, once it has looked. */
  async function begun(id: string): Promise<void> {
    await worker.get(EnrolParticipants, { strict: false }).missing('look', new AbortController().signal);
    const rows = await room.database.query('select 1 from participation where organization_id = $1', [id]);
    expect(rows).toHaveLength(1);
  }
});

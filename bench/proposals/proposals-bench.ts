import { randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import type { Actor } from '#libs/kernel';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule, loadConfig } from '#libs/platform/config';
import { DatabaseModule, newId } from '#libs/platform/database';
import { AssignmentReader, ConfirmAssignment, DecisionSheetReader, ReviewsModule } from '#libs/reviews';
import type { Closing } from '../setting/closing.js';
import { figure, type Figure, quantile, rounded } from '../setting/figures.js';
import { atMost, machine, type Report } from '../setting/report.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { seedCall, type SeededCall } from './seed-call.js';

const PROPOSALS = 1000;
const REVIEWERS = 200;
const QUORUM = 3;
const READINGS = 60;
const WARM_UP = 5;

export interface ProposalsReport extends Report {
  readonly method: object;
  readonly data: SeededCall;
  /** Milliseconds: the plan alone, and the plan made again and everybody asked. */
  readonly assignment: {
    readonly plan: number;
    readonly confirm: number;
    readonly reviews: number;
    readonly conflictsInPool: number;
    readonly conflictsAssigned: number;
    readonly unfilled: number;
    readonly loads: { readonly least: number; readonly most: number };
    readonly readLanguage: number;
    readonly meanFit: number;
  };
  /** Milliseconds of a whole decision sheet, read in the process. */
  readonly sheet: Figure & { readonly p95: number };
}

/** A call with 1,000 proposals and 3,000 reviews: who reviews what, and the table by which it is decided. */
export async function benchProposals(closing: Closing): Promise<ProposalsReport> {
  const before = machine();
  const database = await ThrowAwayDatabase.start(closing);
  const config = loadConfig({
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.url,
    TTN_SECRET: randomBytes(32).toString('base64url'),
    TTN_DATA_DIR: database.directory,
  });
  @Module({ imports: [ConfigModule.with(config), DatabaseModule, AuthModule, ReviewsModule] })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error', 'warn'] });
  closing.add(() => app.close());
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  closing.add(() => client.end());
  const data = await seedCall(client, { proposals: PROPOSALS, reviewers: REVIEWERS, quorum: QUORUM });
  const actor = chairOf(data);

  const [planTime, plan] = await timed(() => app.get(AssignmentReader).preview(actor, data.callId));
  const [confirmTime, reviews] = await timed(() =>
    app.get(ConfirmAssignment).execute(actor, data.callId, plan.planHash),
  );
  const barred = new Set(plan.conflicts.map(({ reviewerId, proposalId }) => reviewerId + proposalId));
  const assignedInConflict = plan.assigned.filter(({ reviewerId, proposalId }) =>
    barred.has(reviewerId + proposalId),
  ).length;
  const [least, most] = [Math.min(...plan.loads), Math.max(...plan.loads)];
  const missing = plan.unfilled.reduce((sum, place) => sum + place.missing, 0);

  await client.query(
    `update proposal_review set state = 'submitted', submitted_at = now(), scores = '{"novelty": 4}',
       total = (abs(hashtext(id::text)) % 10001) / 100.0`,
  );
  await client.query('analyze');
  const sheets = app.get(DecisionSheetReader);
  const times: number[] = [];
  for (let reading = 0; reading < READINGS + WARM_UP; reading += 1)
    times.push((await timed(() => sheets.of(actor, data.callId)))[0]);
  const measured = times.slice(WARM_UP);
  const p95 = rounded(quantile(measured, 0.95));
  return {
    bench: 'proposals',
    machine: before,
    method: {
      assignment:
        'in the process, with reading of facts and ties; confirm plans again and writes in one transaction',
      sheet: `read whole in the process, ${READINGS} times after ${WARM_UP}, one after the other`,
      quorum: QUORUM,
    },
    data,
    assignment: {
      plan: rounded(planTime),
      confirm: rounded(confirmTime),
      reviews,
      conflictsInPool: plan.conflicts.length,
      conflictsAssigned: assignedInConflict,
      unfilled: missing,
      loads: { least, most },
      readLanguage: plan.assigned.filter(({ readsLanguage }) => readsLanguage).length,
      meanFit: rounded(plan.assigned.reduce((sum, { fit }) => sum + fit, 0) / plan.assigned.length),
    },
    sheet: { ...figure(measured), p95 },
    goals: [
      atMost('decision sheet of 1,000 proposals and 3,000 reviews: p95, milliseconds', 300, p95),
      atMost(
        'assignment of 3,000 reviews, planned and confirmed: milliseconds',
        5000,
        rounded(planTime + confirmTime),
      ),
      atMost('reviews assigned in spite of a conflict', 0, assignedInConflict),
      atMost('places left empty', 0, missing),
      atMost('most reviews of anybody less the fewest', 1, most - least),
    ],
  };
}

function chairOf({ chair }: SeededCall): Actor {
  return {
    personId: chair.personId,
    sessionId: newId(),
    organization: { id: chair.organizationId, kind: 'sme', role: 'owner', signatory: false },
    permissions: new Set(['review.manage', 'decision.read']),
    requestId: newId(),
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<[milliseconds: number, Result]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

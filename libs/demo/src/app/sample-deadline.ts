import { Injectable } from '@nestjs/common';
import { CallStages, ChangeCall, CreateCall, type CreateCallInput, PublishCall } from '#libs/calls';
import { type Actor, systemActor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import type { SampleRound } from './sample-rounds.js';
import { DEMO_REQUEST } from './demo-seats.js';
import { ROUND_CRITERIA } from './sample-call.js';

const DAY = 86_400_000;
/** So long the deadline is ahead while it is put there; then it passes, by the clock of the database. */
const SOON = 250;

/** A call that takes answers. */
export interface OpenRound {
  readonly callId: string;
  readonly terms: CreateCallInput;
}

/** Calls whose deadline passes while the demo is loaded: no verb takes answers after it, or closes a call before. */
@Injectable()
export class SampleDeadline {
  constructor(
    private readonly create: CreateCall,
    private readonly publish: PublishCall,
    private readonly change: ChangeCall,
    private readonly stages: CallStages,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  async open(
    officer: Actor,
    { call, question }: SampleRound,
    decidingOrganizationIds: string[],
  ): Promise<OpenRound> {
    const now = Date.now();
    const terms: CreateCallInput = {
      ...call,
      stages: [
        {
          key: 'full',
          opensAt: new Date(now - DAY).toISOString(),
          closesAt: new Date(now + DAY).toISOString(),
          criteria: null,
          form: [
            {
              ...{ key: 'answer', kind: 'long', words: question, help: null, required: true },
              ...{ maxLength: 2_000, options: [] },
            },
          ],
        },
      ],
      criteria: ROUND_CRITERIA,
      quorum: 2,
      spreadLimit: 40,
      conflictRule: { organization: true, city: false, pastProjects: false, years: 3 },
      decidingOrganizationIds,
      budgetCurrency: 'USD',
      maxBudgetMinor: 5_000_000,
      eligibility: [{ number: 1, words: 'A small or medium business leads.', kinds: ['sme'], countries: [] }],
    };
    const { id: callId } = await this.create.execute(officer, terms);
    await this.publish.execute(officer, callId);
    return { callId, terms };
  }

  /** Answers once the deadline has passed and the call is closed. */
  async pass(officer: Actor, { callId, terms }: OpenRound): Promise<void> {
    const closesAt = new Date((await this.now()).getTime() + SOON);
    const stages = (terms.stages ?? []).map((stage) => ({ ...stage, closesAt: closesAt.toISOString() }));
    await this.change.execute(officer, callId, { stages }, 'So that the demonstration goes on from here.');
    while ((await this.now()) < closesAt) await new Promise((resolve) => setTimeout(resolve, SOON / 5));
    await this.unitOfWork.run(systemActor(DEMO_REQUEST), (tx) => this.stages.moveDue(tx, callId));
  }

  private async now(): Promise<Date> {
    const row = await this.database.row<{ now: Date }>('select clock_timestamp() as now');
    if (!row) throw new Error('The database tells no time.');
    return row.now;
  }
}

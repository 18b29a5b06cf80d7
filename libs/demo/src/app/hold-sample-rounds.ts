import { Injectable } from '@nestjs/common';
import { DEMO_COMMITTEE } from '../domain/committee.js';
import { SECRETARIAT_SLUG } from '../domain/demo-accounts.js';
import { DECIDED_ROUND, ROUND_REVIEWERS, RUNNING_ROUND, type SampleRound } from './sample-rounds.js';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats, officerOf } from './demo-seats.js';
import { DEMO_DECIDERS } from './sample-call.js';
import { SampleConsortium } from './sample-consortium.js';
import { SampleDeadline } from './sample-deadline.js';
import { SampleDesk, SampleReviews } from './sample-assessment.js';
import { SampleOutcome, SampleProgress } from './sample-outcome.js';

/** The parts of a round that come before its decision. */
@Injectable()
export class RoundSteps {
  constructor(
    readonly deadline: SampleDeadline,
    readonly consortium: SampleConsortium,
    readonly desk: SampleDesk,
    readonly reviews: SampleReviews,
  ) {}
}

/** Fills the rooms a new user looks into: a call in review, and a project that runs. */
@Injectable()
export class HoldSampleRounds {
  constructor(
    private readonly seats: DemoSeats,
    private readonly steps: RoundSteps,
    private readonly outcome: SampleOutcome,
    private readonly progress: SampleProgress,
  ) {}

  /** The seats of the demo are taken: people review. */
  async execute(directory: Directory): Promise<void> {
    await this.runProject(directory);
    await this.beReviewing(directory);
  }

  private async runProject(directory: Directory): Promise<void> {
    // The first city of the committee takes part in what wins, so others decide.
    const deciders = decidersFrom(1);
    const { callId, proposalIds } = await this.assess(directory, DECIDED_ROUND, deciders);
    const officer = secretaryOf(directory);
    const [, hanbada = '', luaVang = ''] = ROUND_REVIEWERS;
    for (const [key, score] of [[hanbada, 5] as const, [luaVang, 4] as const])
      await this.steps.reviews.handIn(await this.reviewer(directory, key), callId, score);
    await this.steps.reviews.handIn(await this.reviewer(directory, ROUND_REVIEWERS[0]), callId, 4);
    await this.steps.desk.makeReady(officer, callId, proposalIds);
    const decider = this.seats.actorFor(memberOf(directory, deciders[0] ?? ''));
    const projectId = await this.outcome.tell(decider, callId, proposalIds);
    const lead = this.seats.actorFor(memberOf(directory, DECIDED_ROUND.proposals[0]?.lead ?? ''));
    await this.progress.reach(lead, officer, projectId);
  }

  /** Some reviews are in; the others wait for the people of the demo. */
  private async beReviewing(directory: Directory): Promise<void> {
    const { callId } = await this.assess(directory, RUNNING_ROUND, decidersFrom(0));
    await this.steps.reviews.handIn(await this.reviewer(directory, ROUND_REVIEWERS[1]), callId, 4);
    await this.steps.reviews.handIn(await this.reviewer(directory, ROUND_REVIEWERS[2]), callId, 3, 1);
  }

  /** Up to the point where reviewers are asked. */
  private async assess(
    directory: Directory,
    round: SampleRound,
    deciders: readonly string[],
  ): Promise<{ callId: string; proposalIds: string[] }> {
    const officer = secretaryOf(directory);
    const decidingIds = deciders.map((key) => memberOf(directory, key).id);
    const open = await this.steps.deadline.open(officer, round, decidingIds);
    const proposalIds: string[] = [];
    for (const proposal of round.proposals)
      proposalIds.push(await this.steps.consortium.handIn(directory, open.callId, proposal));
    await this.steps.deadline.pass(officer, open);
    const reviewers = await Promise.all(ROUND_REVIEWERS.map((key) => this.reviewer(directory, key)));
    await this.steps.desk.assign(officer, open.callId, proposalIds, reviewers);
    return { callId: open.callId, proposalIds };
  }

  private async reviewer(directory: Directory, key: string) {
    return this.steps.reviews.reviewerOf(memberOf(directory, key));
  }
}

const secretaryOf = (directory: Directory) => officerOf(memberOf(directory, SECRETARIAT_SLUG).id);

const decidersFrom = (first: number): string[] =>
  DEMO_COMMITTEE.slice(first, first + DEMO_DECIDERS).map(({ city }) => `city:${city}`);

import { Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { JudgeMilestone, StartProject, SubmitMilestone, WorkspaceReader } from '#libs/projects';
import { DecideProposal, ReleaseDecisions } from '#libs/reviews';
import { DEMO_REQUEST } from './demo-seats.js';

/** What becomes of a round: decisions that are told, and a project that has begun. */
@Injectable()
export class SampleOutcome {
  constructor(
    private readonly decide: DecideProposal,
    private readonly release: ReleaseDecisions,
    private readonly start: StartProject,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The first proposal wins; answers the id of its project. */
  async tell(decider: Actor, callId: string, [winner, ...others]: readonly string[]): Promise<string> {
    const write = (proposalId: string, outcome: 'accepted' | 'rejected', reasons: string) =>
      this.decide.execute(
        decider,
        { callId, proposalId },
        { outcome, reasons, conditions: [], language: 'en' },
        0,
      );
    await write(
      winner ?? '',
      'accepted',
      'Three cities, six kitchens and one booking: it can start at once.',
    );
    for (const id of others) await write(id, 'rejected', 'One kitchen alone; no second city takes part.');
    await this.release.execute(decider, callId, 'agree');
    await this.release.execute(decider, callId, 'release');
    const accepted = await this.start.winner(winner ?? '');
    if (!accepted) throw new Error('The winner of the demo was not accepted.');
    // The worker would begin it from the event; what comes first begins it, and the other finds it there.
    const projectId = await this.unitOfWork.run(systemActor(DEMO_REQUEST), (tx) =>
      this.start.within(tx, accepted),
    );
    if (projectId === undefined) throw new Error('The project of the demo had begun before.');
    return projectId;
  }
}

/** What a project of the demo has reached so far. */
@Injectable()
export class SampleProgress {
  constructor(
    private readonly workspace: WorkspaceReader,
    private readonly submit: SubmitMilestone,
    private readonly judge: JudgeMilestone,
  ) {}

  /** The first milestone is accepted, the second one waits for the officer. */
  async reach(lead: Actor, officer: Actor, projectId: string): Promise<void> {
    const { milestones } = await this.workspace.of(lead, projectId);
    const [first, second] = milestones;
    const report = (words: string) => ({ words, language: 'en', spending: [] });
    if (first) {
      const ref = { projectId, milestoneId: first.id };
      await this.submit.execute(lead, ref, report('Six kitchens, eleven cooks, two evenings each.'));
      const words = 'Well done: please add the names of the kitchens to the final report.';
      await this.judge.execute(officer, 'accept', ref, { words, language: 'en' });
    }
    if (second) {
      const ref = { projectId, milestoneId: second.id };
      await this.submit.execute(
        lead,
        ref,
        report('The route is open; forty guests walked it in the first week.'),
      );
    }
  }
}

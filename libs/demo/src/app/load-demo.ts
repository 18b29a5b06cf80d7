import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { ImportOrganizations } from '#libs/organizations';
import { TtnConfig } from '#libs/platform/config';
import type { DemoReport } from '../domain/demo-report.js';
import { DemoDirectory } from './demo-directory.js';
import { readDemoFiles } from './demo-files.js';
import { DEMO_REQUEST, DemoSeats } from './demo-seats.js';
import { PlayConsulting } from './play-consulting.js';
import { HoldSampleRounds } from './hold-sample-rounds.js';
import { SubmitSamples } from './submit-samples.js';

/**
 * Fills an empty database with the real member cities and the marked-fictional sample, by the verbs everybody
 * uses, so that matching, notices and the audit trail are as in life. Answers the accounts with their random
 * passwords, which are kept nowhere else.
 */
@Injectable()
export class LoadDemo {
  constructor(
    private readonly importOrganizations: ImportOrganizations,
    private readonly directories: DemoDirectory,
    private readonly seats: DemoSeats,
    private readonly samples: SubmitSamples,
    private readonly consulting: PlayConsulting,
    private readonly rounds: HoldSampleRounds,
  ) {}

  async execute({ ORGANIZATION_NAME }: TtnConfig): Promise<DemoReport> {
    const { cities, aliases, sample } = await readDemoFiles();
    const imported = await this.importOrganizations.execute(systemActor(DEMO_REQUEST), { cities, aliases });
    const directory = await this.directories.build(sample, ORGANIZATION_NAME);
    await this.consulting.seedCalendars();
    await this.samples.execute(directory, sample);
    const accounts = await this.seats.fill(directory);
    await this.consulting.execute(directory);
    await this.rounds.execute(directory);
    return {
      cities: imported.created + imported.updated + imported.unchanged,
      organizations: sample.smes.length + sample.consultants.length,
      opportunities: sample.opportunities.length,
      proposals: sample.project_proposals.length,
      consultingRequests: sample.consulting_requests.length,
      accounts,
    };
  }
}

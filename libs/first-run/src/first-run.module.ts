import { Module } from '@nestjs/common';
import { featureEntities } from '#libs/platform/database';
import { FinishFirstRun } from './app/finish-first-run.js';
import { FirstRunsReader } from './app/first-runs.reader.js';
import { KeepFirstRun } from './app/keep-first-run.js';
import { FirstRunEntity } from './data/first-run.entity.js';
import { FirstRunRepository } from './data/first-run.repository.js';

/** The first steps of a person in the network. */
@Module({
  imports: [featureEntities([FirstRunEntity])],
  providers: [FirstRunRepository, FirstRunsReader, KeepFirstRun, FinishFirstRun],
  exports: [FirstRunsReader, KeepFirstRun, FinishFirstRun],
})
export class FirstRunModule {}

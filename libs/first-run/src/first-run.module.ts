import { Module } from '@nestjs/common';
import { featureEntities } from '#libs/platform/database';
import { FinishFirstRun } from './app/finish-first-run.js';
import { FirstRunData } from './app/first-run-data.js';
import { FirstRunsReader } from './app/first-runs.reader.js';
import { ForgetFirstRun } from './app/forget-first-run.js';
import { KeepFirstRun } from './app/keep-first-run.js';
import { FirstRunEntity } from './data/first-run.entity.js';
import { FirstRunRepository } from './data/first-run.repository.js';

/** The first steps of a person in the network. */
@Module({
  imports: [featureEntities([FirstRunEntity])],
  providers: [
    FirstRunRepository,
    FirstRunData,
    ForgetFirstRun,
    FirstRunsReader,
    KeepFirstRun,
    FinishFirstRun,
  ],
  exports: [ForgetFirstRun, FirstRunsReader, KeepFirstRun, FinishFirstRun],
})
export class FirstRunModule {}

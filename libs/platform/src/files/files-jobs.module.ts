import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { MakePictureVariants } from './app/make-picture-variants.js';
import { ScanFile } from './app/scan-file.js';
import { SweepFiles } from './app/sweep-files.js';
import { FilesModule } from './files.module.js';
import { MakePictureVariantsJob } from './jobs/make-picture-variants.job.js';
import { ScanFileJob } from './jobs/scan-file.job.js';
import { ScanWaitingFilesJob } from './jobs/scan-waiting-files.job.js';
import { SweepFilesJob } from './jobs/sweep-files.job.js';

const VERBS = [ScanFile, MakePictureVariants, SweepFiles];

/** The verbs of the background, for the jobs that call them. */
@Module({ imports: [FilesModule], providers: VERBS, exports: [FilesModule, ...VERBS] })
class FileWorkModule {}

@Module({
  imports: [
    JobsModule.forHandlers(
      [ScanFileJob, ScanWaitingFilesJob, MakePictureVariantsJob, SweepFilesJob],
      [FileWorkModule],
    ),
  ],
})
export class FilesJobsModule {}

import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { CompactDocuments } from './app/compact-documents.js';
import { CoeditingModule } from './coediting.module.js';
import { CompactDocumentsJob } from './jobs/compact-documents.job.js';

@Module({ imports: [CoeditingModule], providers: [CompactDocuments], exports: [CompactDocuments] })
class CoeditingWorkModule {}

@Module({ imports: [JobsModule.forHandlers([CompactDocumentsJob], [CoeditingWorkModule])] })
export class CoeditingJobsModule {}

import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { CalendarsModule } from './calendars.module.js';
import { SeedCalendarsJob } from './jobs/seed-calendars.job.js';

@Module({ imports: [JobsModule.forHandlers([SeedCalendarsJob], [CalendarsModule])] })
export class CalendarsJobsModule {}

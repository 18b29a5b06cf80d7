import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { ExpireInvitationJob } from './jobs/expire-invitation.job.js';
import { OrganizationsModule } from './organizations.module.js';

/** What time does to invitations. */
@Module({ imports: [JobsModule.forHandlers([ExpireInvitationJob], [OrganizationsModule])] })
export class OrganizationsJobsModule {}

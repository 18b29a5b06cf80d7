import type { Type } from '@nestjs/common';
import { NotificationsJobsModule } from '#libs/notifications/jobs';

/** The jobs of the features, lower ones first. */
export const FEATURES: readonly Type[] = [NotificationsJobsModule];

import type { Type } from '@nestjs/common';
import { IdentityHttpModule } from '#libs/identity/http';
import { MessagingHttpModule } from '#libs/messaging/http';
import { MessagingRealtimeModule } from '#libs/messaging/realtime';
import { OrganizationsHttpModule } from '#libs/organizations/http';
import { ProposalsHttpModule } from '#libs/proposals/http';

/** The HTTP and socket edges of the features, lower ones first. */
export const FEATURES: readonly Type[] = [
  IdentityHttpModule,
  OrganizationsHttpModule,
  ProposalsHttpModule,
  MessagingHttpModule,
  MessagingRealtimeModule,
];

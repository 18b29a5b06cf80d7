import type { JobDefinition } from '#libs/platform/queue';

/** Declared with its handler, in jobs/. */
export const EXPIRE_INVITATION: JobDefinition<{ invitationId: string }> = {
  name: 'expire-invitation',
  queue: 'maintenance',
};

/** Of the timer that waits for the end of an invitation. */
export const expiryKey = (invitationId: string): string => `invitation-expiry:${invitationId}`;

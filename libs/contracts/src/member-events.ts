import type { Audience } from './audience.js';

interface About {
  /** Whose seat it is. */
  personId: string;
}

/** Seats of organizations, invitations to them, and the hand-over of ownership. */
export interface MemberEvents {
  /** Also when it is sent again. */
  'invitation.sent': Record<string, never>;
  'member.joined': About;
  'member.changed': About;
  'member.removed': About;
  'member.left': About;
  'ownership.offered': About;
  /** `personId` is who had offered, here and below. */
  'ownership.accepted': About;
  'ownership.declined': About;
  'ownership.withdrawn': About;
}

const THEM: Audience = { to: 'person', whose: 'payload.personId' };

export const MEMBER_AUDIENCES: Readonly<Record<keyof MemberEvents, Audience>> = {
  'invitation.sent': { to: 'invited-address' },
  'member.joined': { to: 'organization', whose: 'event' },
  'member.changed': THEM,
  'member.removed': THEM,
  'member.left': { to: 'organization', whose: 'event' },
  'ownership.offered': THEM,
  'ownership.accepted': THEM,
  'ownership.declined': THEM,
  'ownership.withdrawn': { to: 'none', because: 'The offer is gone from where it stood.' },
};

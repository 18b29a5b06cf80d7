import type { DomainEventType } from '#libs/contracts';
import type { InboxGroup, NoticeState } from './inbox.js';

/** What a notice is about. `type` is the aggregate type of its feature. */
export interface NoticeObject {
  readonly type: string;
  readonly id: string;
}

/** What an event tells beyond its type: ids and codes only; names are read when the text is made. */
export interface NoticeFacts {
  readonly object: NoticeObject;
  /** The organization on the other side. */
  readonly counterpartId: string | null;
}

/** A row of one person's inbox, as it is stored. */
export interface Notice extends NoticeFacts {
  readonly id: string;
  /** Of the last event. */
  readonly type: DomainEventType;
  /** On whose behalf the person is told; null when it concerns the person alone. */
  readonly organizationId: string | null;
  readonly group: InboxGroup;
  readonly state: NoticeState;
  readonly snoozedUntil: Date | null;
  /** Events told since it was read last, 1 at least. */
  readonly count: number;
  /** Newer is greater: the order of the inbox. */
  readonly rankId: string;
  readonly createdAt: Date;
  /** When the last event was told. */
  readonly toldAt: Date;
  readonly readAt: Date | null;
}

/** Where in the web client a notice leads: a screen of the organization, or one object on it. */
export type Destination =
  | 'matches'
  | 'messages'
  | 'contact-requests'
  | 'message-reports'
  | 'moderation'
  | 'proposals'
  | 'projects'
  | 'opportunities'
  | 'calls'
  | 'reviews'
  | 'review-desk'
  | 'consulting'
  | 'engagements'
  | 'profile'
  | 'members'
  | 'invitation'
  | 'saved-searches'
  | 'membership'
  | 'membership-desk'
  | 'votes'
  | 'application'
  | 'admissions'
  | 'application-reviews'
  | 'recommendations'
  | 'security'
  | 'notification-settings'
  | 'confirm-email'
  | 'confirm-new-email'
  | 'reset-password';

/** Screens of a person and of no organization. */
const OWN_SCREENS: Partial<Record<Destination, string>> = {
  security: '/account/security',
  'notification-settings': '/account/notifications',
  'confirm-email': '/confirm-email',
  'confirm-new-email': '/confirm-new-email',
  'reset-password': '/reset-password',
};

const OBJECT_SCREENS: readonly Destination[] = [
  'messages',
  'proposals',
  'projects',
  'opportunities',
  'calls',
  'reviews',
  'review-desk',
  'consulting',
  'engagements',
  'saved-searches',
  'votes',
  'admissions',
  'application-reviews',
  'recommendations',
];

/**
 * `/o/busan/messages/{id}`: the acting organization stands in the address, by slug. The start page where a
 * notice leads nowhere in particular.
 */
export function pathTo(
  destination: Destination | undefined,
  facts: NoticeFacts,
  slug: string | null,
): string {
  if (destination === 'invitation') return `/invitation/${facts.object.id}`;
  if (!destination) return '/';
  const own = OWN_SCREENS[destination];
  if (own !== undefined) return own;
  if (slug === null) return '/';
  if (destination === 'profile') return `/o/${slug}/organizations/${facts.object.id}/profile`;
  const screen = `/o/${slug}/${destination}`;
  return OBJECT_SCREENS.includes(destination) ? `${screen}/${facts.object.id}` : screen;
}

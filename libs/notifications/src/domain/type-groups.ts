import type { DomainEventType } from '#libs/contracts';

/** What people choose channels for. */
export const TYPE_GROUPS = [
  'security',
  'messages',
  'matches',
  'opportunities',
  'calls',
  'proposals',
  'reviews',
  'projects',
  'consulting',
  'membership',
  'organization',
] as const;
export type TypeGroup = (typeof TYPE_GROUPS)[number];

/** By the first word of an event's type. Every event somebody is told of has one; a spec says which has none. */
const GROUP_OF: Readonly<Record<string, TypeGroup>> = {
  person: 'security',
  session: 'security',
  password: 'security',
  'password-reset': 'security',
  'email-change': 'security',
  email: 'security',
  mail: 'security',
  'second-factor': 'security',
  'data-export': 'security',
  'contact-request': 'messages',
  conversation: 'messages',
  message: 'messages',
  'conversation-report': 'messages',
  interest: 'matches',
  match: 'matches',
  matches: 'matches',
  'saved-search': 'matches',
  opportunity: 'opportunities',
  call: 'calls',
  proposal: 'proposals',
  reviewer: 'reviews',
  review: 'reviews',
  decision: 'reviews',
  project: 'projects',
  milestone: 'projects',
  portfolio: 'projects',
  'consulting-request': 'consulting',
  consulting: 'consulting',
  'expert-invitation': 'consulting',
  quote: 'consulting',
  engagement: 'consulting',
  'engagement-session': 'consulting',
  deliverable: 'consulting',
  rating: 'consulting',
  dispute: 'consulting',
  'ledger-entry': 'consulting',
  'case-note': 'consulting',
  'library-case': 'consulting',
  'currency-rate': 'consulting',
  application: 'membership',
  'application-review': 'membership',
  recommendation: 'membership',
  membership: 'membership',
  vote: 'membership',
  'excom-seat': 'membership',
  participation: 'membership',
  organization: 'organization',
  profile: 'organization',
  invitation: 'organization',
  member: 'organization',
  ownership: 'organization',
};

/** The group of an event; undefined for a word that nobody has entered yet. */
export function typeGroupOf(type: DomainEventType): TypeGroup | undefined {
  return GROUP_OF[type.slice(0, type.indexOf('.'))];
}

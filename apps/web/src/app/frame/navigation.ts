import {
  type Icon,
  IconAddressBook,
  IconBuildingCommunity,
  IconBulb,
  IconChecklist,
  IconFileText,
  IconFlag,
  IconHome,
  IconId,
  IconMessages,
  IconSpeakerphone,
  IconTopologyStar3,
} from '@tabler/icons-react';
import type { MessageId } from '../../i18n/locales.js';
import type { Membership } from '../../lib/me.js';

export interface Place {
  to:
    | '/o/$organization'
    | '/o/$organization/matches'
    | '/o/$organization/directory'
    | '/o/$organization/proposals'
    | '/o/$organization/projects/$'
    | '/o/$organization/opportunities'
    | '/o/$organization/calls/$'
    | '/o/$organization/consulting'
    | '/o/$organization/reviews'
    | '/o/$organization/membership'
    | '/o/$organization/membership-desk'
    | '/o/$organization/votes'
    | '/o/$organization/application'
    | '/o/$organization/recommendations'
    | '/o/$organization/admissions'
    | '/o/$organization/market-health'
    | '/o/$organization/moderation'
    | '/o/$organization/messages';
  label: MessageId;
  icon: Icon;
}

const HOME: Place = { to: '/o/$organization', label: 'nav.home', icon: IconHome };
const MATCHES: Place = { to: '/o/$organization/matches', label: 'nav.matches', icon: IconTopologyStar3 };
const DIRECTORY: Place = { to: '/o/$organization/directory', label: 'nav.directory', icon: IconAddressBook };
const PROPOSALS: Place = { to: '/o/$organization/proposals', label: 'nav.proposals', icon: IconFileText };
const PROJECTS: Place = { to: '/o/$organization/projects/$', label: 'nav.projects', icon: IconFileText };
const OPPORTUNITIES: Place = {
  to: '/o/$organization/opportunities',
  label: 'nav.opportunities',
  icon: IconSpeakerphone,
};
const CALLS: Place = { to: '/o/$organization/calls/$', label: 'nav.calls', icon: IconSpeakerphone };
const REVIEWS: Place = { to: '/o/$organization/reviews', label: 'nav.reviews', icon: IconChecklist };
const CONSULTING: Place = { to: '/o/$organization/consulting', label: 'nav.consulting', icon: IconBulb };
const REQUESTS: Place = { ...CONSULTING, label: 'nav.requests' };
const MESSAGES: Place = { to: '/o/$organization/messages', label: 'nav.messages', icon: IconMessages };
const MEMBERSHIP: Place = { to: '/o/$organization/membership', label: 'nav.membership', icon: IconId };
const VOTES: Place = { to: '/o/$organization/votes', label: 'nav.votes', icon: IconChecklist };
const MEMBERSHIP_DESK: Place = {
  to: '/o/$organization/membership-desk',
  label: 'nav.membership-desk',
  icon: IconBuildingCommunity,
};

const APPLICATION: Place = { to: '/o/$organization/application', label: 'nav.application', icon: IconId };
const RECOMMENDATIONS: Place = {
  to: '/o/$organization/recommendations',
  label: 'nav.recommendations',
  icon: IconBuildingCommunity,
};
const ADMISSIONS: Place = { to: '/o/$organization/admissions', label: 'nav.admissions', icon: IconId };

const HEALTH: Place = {
  to: '/o/$organization/market-health',
  label: 'nav.market-health',
  icon: IconTopologyStar3,
};

const MODERATION: Place = { to: '/o/$organization/moderation', label: 'nav.moderation', icon: IconFlag };

const usual: readonly Place[] = [
  HOME,
  MATCHES,
  DIRECTORY,
  PROPOSALS,
  PROJECTS,
  CALLS,
  OPPORTUNITIES,
  CONSULTING,
  MESSAGES,
  REVIEWS,
];
const PLACES: Readonly<Record<Membership['kind'], readonly Place[]>> = {
  city: [...usual, RECOMMENDATIONS, MEMBERSHIP, VOTES],
  sme: [...usual, RECOMMENDATIONS, MEMBERSHIP],
  partner: [...usual, RECOMMENDATIONS, MEMBERSHIP],
  consultancy: [
    HOME,
    MATCHES,
    REQUESTS,
    MESSAGES,
    DIRECTORY,
    OPPORTUNITIES,
    CALLS,
    PROJECTS,
    REVIEWS,
    RECOMMENDATIONS,
    MEMBERSHIP,
  ],
  secretariat: [...usual, ADMISSIONS, MEMBERSHIP_DESK, VOTES, HEALTH, MODERATION],
};

/** What is open to those who wait for admission. */
const WAITING: readonly Place[] = [APPLICATION, PROPOSALS];

/** The rail, in the order people work: most used first. */
export function placesFor({ kind, state }: Membership): readonly Place[] {
  return state === 'applicant' ? WAITING : PLACES[kind];
}

/** Phones show four places and "More": the first three of the rail and the messages. */
export function splitForPhone(places: readonly Place[]): { bar: readonly Place[]; more: readonly Place[] } {
  const bar = [
    ...places.filter((place) => place !== MESSAGES).slice(0, 3),
    ...places.filter((place) => place === MESSAGES),
  ];
  return { bar, more: places.filter((place) => !bar.includes(place)) };
}

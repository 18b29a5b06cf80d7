import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { findMembership, meQuery } from '../../lib/me.js';
import { PROPOSAL_STATES, type ProposalState } from '../../lib/proposals.js';
import { queryClient } from '../../lib/query.js';
import { admissionRoutes } from './admission-routes.js';
import { calls } from './call-routes.js';
import { findingRoutes } from './finding-routes.js';
import { matchRoutes } from './match-routes.js';
import { consultingRoutes } from './consulting-routes.js';
import { membershipRoutes } from './membership-routes.js';
import { projects } from './project-routes.js';
import { engagementRoutes } from './engagement-routes.js';
import { reviewRoutes } from './review-routes.js';
import { opportunityRoutes } from './opportunity-routes.js';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const home = createRoute({
  getParentRoute: () => organization,
  path: '/',
  // Whoever waits for admission has no matches yet: their home is their application.
  beforeLoad: async ({ params }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (findMembership(me, params.organization)?.state !== 'applicant') return undefined;
    return redirect({ to: '/o/$organization/application', params, replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import('../../features/home/home-page.js'), 'HomePage'),
});
const proposals = createRoute({
  getParentRoute: () => organization,
  path: '/proposals',
  validateSearch: ({ state }: Record<string, unknown>): { state?: ProposalState } => {
    const known = PROPOSAL_STATES.find((each) => each === state);
    return known ? { state: known } : {};
  },
  component: lazyRouteComponent(
    withWords(() => import('../../features/proposals/proposals-page.js'), 'dossier'),
    'ProposalsPage',
  ),
});
/** `new` is a draft the server does not know yet. */
const proposal = createRoute({
  getParentRoute: () => organization,
  path: '/proposals/$proposalId',
  validateSearch: ({ call }: Record<string, unknown>): { call?: string } =>
    typeof call === 'string' ? { call } : {},
  component: lazyRouteComponent(
    withWords(() => import('../../features/proposals/proposal-page.js'), 'dossier'),
    'ProposalPage',
  ),
});
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
/** Two versions beside each other: by default the newest and the one before it, and only what changed. */
const proposalVersions = createRoute({
  getParentRoute: () => organization,
  path: '/proposals/$proposalId/versions',
  validateSearch: ({
    from,
    to,
    all,
  }: Record<string, unknown>): { from?: number; to?: number; all?: boolean } => ({
    ...(whole(from) && { from: whole(from) }),
    ...(whole(to) && { to: whole(to) }),
    ...(all === true && { all }),
  }),
  component: lazyRouteComponent(
    withWords(() => import('../../features/proposals/compare/compare-page.js')),
    'ComparePage',
  ),
});
const otherOrganization = createRoute({
  getParentRoute: () => organization,
  path: '/organizations/$organizationId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/organizations/organization-page.js'), 'rooms'),
    'OrganizationPage',
  ),
});
const profileEditor = createRoute({
  getParentRoute: () => organization,
  path: '/organizations/$organizationId/profile',
  component: lazyRouteComponent(
    withWords(() => import('../../features/organizations/profile-editor-page.js')),
    'ProfileEditorPage',
  ),
});
const settings = createRoute({
  getParentRoute: () => organization,
  path: '/settings',
  component: lazyRouteComponent(
    withWords(() => import('../../features/organizations/settings-page.js')),
    'SettingsPage',
  ),
});
const merger = createRoute({
  getParentRoute: () => organization,
  path: '/organizations/$organizationId/merge',
  component: lazyRouteComponent(
    withWords(() => import('../../features/organizations/merge-page.js')),
    'MergePage',
  ),
});
const firstOwner = createRoute({
  getParentRoute: () => organization,
  path: '/organizations/$organizationId/owner',
  component: lazyRouteComponent(
    withWords(() => import('../../features/members/first-owner-page.js')),
    'FirstOwnerPage',
  ),
});
const messages = createRoute({
  getParentRoute: () => organization,
  path: '/messages',
  component: lazyRouteComponent(
    withWords(() => import('../../features/messages/messages-page.js'), 'rooms'),
    'MessagesPage',
  ),
});
const noConversation = createRoute({
  getParentRoute: () => messages,
  path: '/',
  component: lazyRouteComponent(
    withWords(() => import('../../features/messages/choose-conversation.js')),
    'ChooseConversation',
  ),
});
const conversation = createRoute({
  getParentRoute: () => messages,
  path: '/$conversationId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/messages/thread-page.js'), 'rooms'),
    'ThreadPage',
  ),
});
const contactRequests = createRoute({
  getParentRoute: () => organization,
  path: '/contact-requests',
  component: lazyRouteComponent(
    withWords(() => import('../../features/messages/contact-requests-page.js'), 'rooms'),
    'ContactRequestsPage',
  ),
});
const messageReports = createRoute({
  getParentRoute: () => organization,
  path: '/message-reports',
  component: lazyRouteComponent(
    withWords(() => import('../../features/messages/own-reports-page.js'), 'rooms'),
    'OwnReportsPage',
  ),
});
const moderation = createRoute({
  getParentRoute: () => organization,
  path: '/moderation',
  component: lazyRouteComponent(
    withWords(() => import('../../features/messages/moderation-page.js'), 'rooms'),
    'ModerationPage',
  ),
});
const notices = createRoute({
  getParentRoute: () => organization,
  path: '/notices',
  // What is open unless something else is asked for.
  validateSearch: ({ show }: Record<string, unknown>): { show?: 'snoozed' | 'archived' } =>
    show === 'snoozed' || show === 'archived' ? { show } : {},
  component: lazyRouteComponent(
    withWords(() => import('../../features/notices/notices-page.js'), 'rooms'),
    'NoticesPage',
  ),
});
const mail = createRoute({
  getParentRoute: () => organization,
  path: '/mail',
  component: lazyRouteComponent(
    withWords(() => import('../../features/mail/mail-page.js')),
    'MailPage',
  ),
});
const mailReader = createRoute({
  getParentRoute: () => organization,
  path: '/mail/$mailId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/mail/mail-reader-page.js')),
    'MailReaderPage',
  ),
});

const members = createRoute({
  getParentRoute: () => organization,
  path: '/members',
  component: lazyRouteComponent(
    withWords(() => import('../../features/members/members-page.js')),
    'MembersPage',
  ),
});

/** The screens of an organization's people, below `/o/$organization`. */
export const organizationRoutes = [
  home,
  proposals,
  proposal,
  proposalVersions,
  ...opportunityRoutes,
  projects,
  ...engagementRoutes,
  ...reviewRoutes,
  calls,
  otherOrganization,
  profileEditor,
  settings,
  merger,
  firstOwner,
  ...consultingRoutes,
  messages.addChildren([noConversation, conversation]),
  contactRequests,
  messageReports,
  moderation,
  notices,
  members,
  mail,
  mailReader,
  ...matchRoutes,
  ...findingRoutes,
  ...membershipRoutes,
  ...admissionRoutes,
] as const;

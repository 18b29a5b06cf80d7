import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readMatchSearch } from '../features/matches/match-search.js';
import { readOpportunitySearch } from '../features/opportunities/opportunity-search.js';
import { homeOrganization, rememberOrganization } from '../lib/acting-organization.js';
import { actFor } from '../lib/http.js';
import { findMembership, meQuery } from '../lib/me.js';
import { PROPOSAL_STATES, type ProposalState } from '../lib/proposals.js';
import { queryClient } from '../lib/query.js';
import { openSession, session } from '../lib/session.js';
import { Frame } from './frame/frame.js';
import { FailedScreen, MissingScreen, PendingScreen } from './screens.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingScreen });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only paths of this site: a link must not lead a signed-in person elsewhere.
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.js'), 'SignInPage'),
});

/** Every component in every state, for eyes and for the accessibility tests. Nothing links here. */
const kit = createRoute({
  getParentRoute: () => root,
  path: '/__kit',
  component: lazyRouteComponent(() => import('../features/kit/kit-page.js'), 'KitPage'),
});

/** Everything below needs a session; the way back is kept in the address. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if ((await openSession()) === 'signed-in') return undefined;
    const to = location.href === '/' ? undefined : location.href;
    return redirect({ to: '/sign-in', search: to ? { to } : {}, throw: true });
  },
  loader: () => queryClient.ensureQueryData(meQuery),
  component: Frame,
});

const index = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    const home = homeOrganization(await queryClient.ensureQueryData(meQuery));
    return home
      ? redirect({ to: '/o/$organization', params: { organization: home.slug }, replace: true, throw: true })
      : redirect({ to: '/account', replace: true, throw: true });
  },
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.js'), 'AccountPage'),
});

/** The organization a person acts for stands in the address, so that a link says on whose behalf. */
const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/o/$organization',
  beforeLoad: async ({ params }) => {
    const membership = findMembership(await queryClient.ensureQueryData(meQuery), params.organization);
    if (!membership) return redirect({ to: '/account', throw: true });
    rememberOrganization(membership);
    actFor(membership.id);
    return undefined;
  },
});

const home = createRoute({
  getParentRoute: () => organization,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home-page.js'), 'HomePage'),
});
const matches = createRoute({
  getParentRoute: () => organization,
  path: '/matches',
  validateSearch: readMatchSearch,
  component: lazyRouteComponent(() => import('../features/matches/matches-page.js'), 'MatchesPage'),
});
const match = createRoute({
  getParentRoute: () => organization,
  path: '/matches/$matchId',
  component: lazyRouteComponent(() => import('../features/matches/match-page.js'), 'MatchPage'),
});
const proposals = createRoute({
  getParentRoute: () => organization,
  path: '/proposals',
  validateSearch: ({ state }: Record<string, unknown>): { state?: ProposalState } => {
    const known = PROPOSAL_STATES.find((each) => each === state);
    return known ? { state: known } : {};
  },
  component: lazyRouteComponent(() => import('../features/proposals/proposals-page.js'), 'ProposalsPage'),
});
/** `new` is a draft the server does not know yet. */
const proposal = createRoute({
  getParentRoute: () => organization,
  path: '/proposals/$proposalId',
  component: lazyRouteComponent(() => import('../features/proposals/proposal-page.js'), 'ProposalPage'),
});
const opportunities = createRoute({
  getParentRoute: () => organization,
  path: '/opportunities',
  validateSearch: readOpportunitySearch,
  component: lazyRouteComponent(
    () => import('../features/opportunities/opportunities-page.js'),
    'OpportunitiesPage',
  ),
});
const opportunity = createRoute({
  getParentRoute: () => organization,
  path: '/opportunities/$opportunityId',
  component: lazyRouteComponent(
    () => import('../features/opportunities/opportunity-page.js'),
    'OpportunityPage',
  ),
});
/** `new` is a draft the server does not know yet. */
const opportunityEditor = createRoute({
  getParentRoute: () => organization,
  path: '/opportunities/$opportunityId/edit',
  component: lazyRouteComponent(
    () => import('../features/opportunities/opportunity-editor-page.js'),
    'OpportunityEditorPage',
  ),
});
const otherOrganization = createRoute({
  getParentRoute: () => organization,
  path: '/organizations/$organizationId',
  component: lazyRouteComponent(
    () => import('../features/organizations/organization-page.js'),
    'OrganizationPage',
  ),
});
const profileEditor = createRoute({
  getParentRoute: () => organization,
  path: '/organizations/$organizationId/profile',
  component: lazyRouteComponent(
    () => import('../features/organizations/profile-editor-page.js'),
    'ProfileEditorPage',
  ),
});
const consulting = createRoute({
  getParentRoute: () => organization,
  path: '/consulting',
  component: lazyRouteComponent(() => import('../features/consulting/consulting-page.js'), 'ConsultingPage'),
});
const messages = createRoute({
  getParentRoute: () => organization,
  path: '/messages',
  component: lazyRouteComponent(() => import('../features/messages/messages-page.js'), 'MessagesPage'),
});
const noConversation = createRoute({
  getParentRoute: () => messages,
  path: '/',
  component: lazyRouteComponent(
    () => import('../features/messages/choose-conversation.js'),
    'ChooseConversation',
  ),
});
const conversation = createRoute({
  getParentRoute: () => messages,
  path: '/$conversationId',
  component: lazyRouteComponent(() => import('../features/messages/thread-page.js'), 'ThreadPage'),
});
const notices = createRoute({
  getParentRoute: () => organization,
  path: '/notices',
  component: lazyRouteComponent(() => import('../features/notices/notices-page.js'), 'NoticesPage'),
});
const mail = createRoute({
  getParentRoute: () => organization,
  path: '/mail',
  component: lazyRouteComponent(() => import('../features/mail/mail-page.js'), 'MailPage'),
});

const routeTree = root.addChildren([
  signIn,
  kit,
  signedIn.addChildren([
    index,
    account,
    organization.addChildren([
      home,
      matches,
      match,
      proposals,
      proposal,
      opportunities,
      opportunity,
      opportunityEditor,
      otherOrganization,
      profileEditor,
      consulting,
      messages.addChildren([noConversation, conversation]),
      notices,
      mail,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // The query cache decides how fresh data is, not the router.
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PendingScreen,
  defaultErrorComponent: FailedScreen,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The address has learnt the id of what is being written; the reader stays where they type. */
    keepsFocus?: boolean;
  }
}

// A session that ends takes the reader to the door, and nothing that was read stays in memory.
let before = session.get();
session.subscribe(() => {
  const [was, now] = [before, session.get()];
  before = now;
  if (was !== 'signed-in' || now === 'signed-in') return;
  queryClient.clear();
  const to = now === 'ended' ? router.state.location.href : undefined;
  void router.navigate({ to: '/sign-in', search: to ? { to } : {} });
});

// After a change of screen the focus goes to its heading, as a page load would have done.
router.subscribe('onResolved', ({ pathChanged, fromLocation, toLocation }) => {
  if (pathChanged && fromLocation && !toLocation.state.keepsFocus)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
});

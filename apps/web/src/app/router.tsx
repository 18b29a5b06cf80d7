import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../lib/query.js';
import { session } from '../lib/session.js';
import { apply } from './routes/admission-routes.js';
import { doorRoutes } from './routes/door-routes.js';
import { organizationRoutes } from './routes/organization-routes.js';
import { root } from './routes/root-route.js';
import {
  account,
  index,
  notificationSettings,
  organization,
  security,
  signedIn,
} from './routes/signed-in-routes.js';
import { FailedScreen, PendingScreen } from './screens.js';

const routeTree = root.addChildren([
  ...doorRoutes,
  signedIn.addChildren([
    index,
    apply,
    account,
    security,
    notificationSettings,
    organization.addChildren(organizationRoutes),
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
    /** Number of the message to be shown with what stands around it. */
    around?: number;
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

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

/** All screens of calls stand behind one door, of which alone the first load knows. */
export const calls = createRoute({
  getParentRoute: () => organization,
  path: '/calls/$',
  component: lazyRouteComponent(
    withWords(() => import('../../features/calls/call-screens.js'), 'calls'),
    'CallScreens',
  ),
});

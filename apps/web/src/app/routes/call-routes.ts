import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

/** All screens of calls stand behind one door, of which alone the first load knows. */
export const calls = createRoute({
  getParentRoute: () => organization,
  path: '/calls/$',
  // Filters of the list; a value that is none the server refuses by name.
  validateSearch: ({ theme, open }: Record<string, unknown>): { theme?: string; open?: 'us' } => ({
    ...(typeof theme === 'string' && { theme }),
    ...(open === 'us' && { open }),
  }),
  component: lazyRouteComponent(
    withWords(() => import('../../features/calls/call-screens.js'), 'calls'),
    'CallScreens',
  ),
});

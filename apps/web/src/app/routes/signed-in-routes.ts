import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { applyAccount } from '../../lib/account.js';
import { homeOrganization, rememberOrganization } from '../../lib/acting-organization.js';
import { firstRunQuery, isUnderWay } from '../../lib/first-run.js';
import { actFor } from '../../lib/http.js';
import { findMembership, meQuery } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';
import { openSession } from '../../lib/session.js';
import { Frame } from '../frame/frame.js';
import { root, withWords } from './root-route.js';

/** Everything below needs a session; the way back is kept in the address. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if ((await openSession()) === 'signed-in') return undefined;
    const to = location.href === '/' ? undefined : location.href;
    return redirect({ to: '/sign-in', search: to ? { to } : {}, throw: true });
  },
  loader: async () => applyAccount(await queryClient.ensureQueryData(meQuery)),
  component: Frame,
});

export const index = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    const [me, firstRun] = await Promise.all([
      queryClient.ensureQueryData(meQuery),
      // Whether somebody is in the middle of the first steps is worth a question, not a refusal.
      queryClient.ensureQueryData(firstRunQuery).catch(() => undefined),
    ]);
    const home = homeOrganization(me);
    if (home && firstRun && isUnderWay(firstRun)) {
      const params = { organization: home.slug };
      return redirect({ to: '/o/$organization/welcome', params, replace: true, throw: true });
    }
    return home
      ? redirect({ to: '/o/$organization', params: { organization: home.slug }, replace: true, throw: true })
      : redirect({ to: '/apply', replace: true, throw: true });
  },
});

export const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(
    withWords(() => import('../../features/account/account-page.js')),
    'AccountPage',
  ),
});

export const security = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/security',
  component: lazyRouteComponent(
    withWords(() => import('../../features/account/security-page.js')),
    'SecurityPage',
  ),
});

export const notificationSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/notifications',
  component: lazyRouteComponent(
    withWords(
      () => import('../../features/notification-settings/notification-settings-page.js'),
      'notification-settings',
    ),
    'NotificationSettingsPage',
  ),
});

/** The organization a person acts for stands in the address, so that a link says on whose behalf. */
export const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/o/$organization',
  beforeLoad: async ({ params, location }) => {
    const membership = findMembership(await queryClient.ensureQueryData(meQuery), params.organization);
    if (!membership) return redirect({ to: '/account', throw: true });
    const { slug, formerSlugs } = membership;
    if (formerSlugs.includes(params.organization)) {
      const href = location.href.replace(`/o/${params.organization}`, `/o/${slug}`);
      return redirect({ href, replace: true, throw: true });
    }
    rememberOrganization(membership);
    actFor(membership.id);
    return undefined;
  },
});

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, withWords } from './root-route.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only paths of this site: a link must not lead a signed-in person elsewhere.
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/sign-in-page.js')),
    'SignInPage',
  ),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/register-page.js')),
    'RegisterPage',
  ),
});

/** Where the link of the mail leads; its token stands behind `#`. */
const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/confirm-email-page.js')),
    'ConfirmEmailPage',
  ),
});

/** Where the link of an invitation leads; its token stands behind `#`. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/invitation-page.js')),
    'InvitationPage',
  ),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/forgot-password-page.js')),
    'ForgotPasswordPage',
  ),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/reset-password-page.js')),
    'ResetPasswordPage',
  ),
});

const confirmNewEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-new-email',
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/confirm-new-email-page.js')),
    'ConfirmNewEmailPage',
  ),
});

/** Where the link of a mail leads that stops such mail. */
const stopMail = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  validateSearch: ({ token }: Record<string, unknown>): { token?: string } =>
    typeof token === 'string' ? { token } : {},
  component: lazyRouteComponent(
    withWords(() => import('../../features/sign-in/stop-mail-page.js'), 'notification-settings'),
    'StopMailPage',
  ),
});

/** Every component in every state, for eyes and for the accessibility tests. Nothing links here. */
const kit = createRoute({
  getParentRoute: () => root,
  path: '/__kit',
  component: lazyRouteComponent(
    withWords(() => import('../../features/kit/kit-page.js'), 'matches'),
    'KitPage',
  ),
});

/** What is open to everybody. */
export const doorRoutes = [
  signIn,
  register,
  confirmEmail,
  invitation,
  kit,
  forgotPassword,
  resetPassword,
  confirmNewEmail,
  stopMail,
] as const;

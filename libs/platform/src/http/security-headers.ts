import type { TtnConfig } from '#libs/platform/config';

export type Headers = Readonly<Record<string, string>>;

/**
 * Headers of pages and files; fit for the web client and for Swagger UI. Computed once: what a plugin does for
 * every request costs every API answer a tenth of its time.
 */
export function pageHeaders({ PUBLIC_URL }: TtnConfig): Headers {
  const { protocol, host } = new URL(PUBLIC_URL);
  const secure = protocol === 'https:';
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // 'self' covers sockets in today's browsers; the explicit address helps older ones.
    `connect-src 'self' ${secure ? 'wss' : 'ws'}://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': 'max-age=15552000; includeSubDomains' } : {}),
  };
}

/** Headers of API answers: few, because each costs time on every request. Answers are personal: not stored. */
export function apiHeaders({ PUBLIC_URL }: TtnConfig): Headers {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    ...(PUBLIC_URL.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=15552000; includeSubDomains' }
      : {}),
  };
}

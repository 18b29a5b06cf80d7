import { ApiProblem } from './api-problem.js';
import { newClientId } from './new-client-id.js';
import { accessToken, endSession, refreshSession } from './session.js';

/** The organization this page acts for, set by the route; sent with every request. */
let organizationId: string | null = null;

export function actFor(id: string | null): void {
  organizationId = id;
}

export function actingOrganization(): string | null {
  return organizationId;
}

/**
 * `fetch` for the API: adds the bearer token, the acting organization and an Idempotency-Key on POST; on a 401
 * refreshes once and sends again. The key is made before the first try, so a repeat never does the work twice.
 *
 * @throws ApiProblem `network/unreachable`
 */
export async function send(request: Request): Promise<Response> {
  if (organizationId && !request.headers.has('x-organization-id')) {
    request.headers.set('x-organization-id', organizationId);
  }
  if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
    request.headers.set('idempotency-key', newClientId());
  }
  const spare = request.clone();
  const used = accessToken();
  const first = await attempt(request, used);
  if (first.status !== 401) return first;
  // Another request may have refreshed while this one was on its way.
  const open = accessToken() !== used || (await refreshSession());
  if (!open) return first;
  // A body that nobody reads holds its connection: the network would never fall idle.
  void first.body?.cancel();
  const second = await attempt(spare, accessToken());
  if (second.status === 401) endSession();
  return second;
}

async function attempt(request: Request, token: string | null): Promise<Response> {
  if (token) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw ApiProblem.unreachable();
  }
}

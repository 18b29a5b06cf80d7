import type { components } from '#libs/api-client';
import { ApiProblem, readProblem } from './api-problem.js';
import { forgetDevice } from './device-storage.js';
import { createStore, useStore } from './store.js';

const AUTH = '/api/v1/auth';

/**
 * `unknown` until the cookie was tried at load; `ended` when a session that was open here has run out or was
 * taken away, so that the sign-in screen can say so.
 */
export type SessionState = 'unknown' | 'signed-out' | 'ended' | 'signed-in';

type Ticket = components['schemas']['SignedInResponse'];

const state = createStore<SessionState>('unknown');
// The access token lives in memory only: a script that reads the storage of this page finds nothing.
let ticket: Ticket | null = null;
let refreshing: Promise<boolean> | null = null;

// Tells the server what to show at `/`, the product or the landing page; it opens nothing.
state.subscribe(() => {
  const age = state.get() === 'signed-in' ? 31_536_000 : 0;
  document.cookie = `ttn_here=1;path=/;samesite=lax;max-age=${age}`;
});

export const session = {
  get: state.get,
  subscribe: state.subscribe,
};

export function useSession(): SessionState {
  return useStore(state);
}

/** The bearer token to send now, or null when nobody is signed in. */
export function accessToken(): string | null {
  return ticket?.accessToken ?? null;
}

/** Tries the refresh cookie once, at load. */
export async function openSession(): Promise<SessionState> {
  if (state.get() === 'unknown') {
    await refreshSession().catch(() => state.set('signed-out'));
    if (state.get() === 'unknown') state.set('signed-out');
  }
  return state.get();
}

/** The ways to take the second step of a sign-in, and the token that is good for it. */
export interface SecondStep {
  readonly token: string;
  readonly methods: readonly ('totp' | 'passkey' | 'recovery-code')[];
}

/**
 * Answers the second step where the account asks for one, else null: then the session is open.
 *
 * @throws ApiProblem `auth/invalid-credentials`, `auth/too-many-attempts`, `network/unreachable`
 */
export async function signIn(email: string, password: string): Promise<SecondStep | null> {
  const response = await post('login', { email, password });
  if (response.status === 401) {
    const body = (await response.clone().json()) as SecondStep & { code?: string };
    if (body.code === 'auth/second-factor-required') return { token: body.token, methods: body.methods };
  }
  await open(response);
  return null;
}

/** @throws ApiProblem `auth/second-factor-wrong`, `auth/second-factor-expired`, `auth/too-many-attempts` */
export async function finishSignIn(
  token: string,
  step:
    | { method: 'totp' | 'recovery-code'; code: string }
    | { method: 'passkey'; challengeId: string; response: object },
): Promise<void> {
  await open(await post('login/second-factor', { token, ...step }));
}

/** @throws ApiProblem `auth/passkey-unknown` */
export async function signInWithPasskey(answer: { challengeId: string; response: object }): Promise<void> {
  await open(await post('passkey', answer));
}

/**
 * Ends the session here and on the server and wipes what this device kept. The screen is signed out even when
 * the server cannot be reached; the refresh token then dies of age.
 */
export async function signOut(): Promise<void> {
  const token = accessToken();
  ticket = null;
  state.set('signed-out');
  await Promise.allSettled([post('logout', undefined, token), forgetDevice()]);
}

/**
 * Trades the refresh cookie for a new access token. Callers at the same moment share one exchange, and tabs
 * take turns: the cookie rotates, and a used one would look stolen.
 *
 * @returns whether a session is open afterwards
 * @throws ApiProblem when the server cannot answer now; the session is left as it is
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= takeTurns(exchange).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** The server said that this session is over. */
export function endSession(): void {
  if (state.get() !== 'signed-in') return;
  ticket = null;
  state.set('ended');
}

async function exchange(): Promise<boolean> {
  const response = await post('refresh');
  if (response.ok) {
    accept((await response.json()) as Ticket);
    return true;
  }
  const problem = await readProblem(response);
  if (problem.isPassing) throw problem;
  ticket = null;
  state.set(state.get() === 'signed-in' ? 'ended' : 'signed-out');
  return false;
}

async function open(response: Response): Promise<void> {
  if (!response.ok) throw await readProblem(response);
  accept((await response.json()) as Ticket);
}

function accept(next: Ticket): void {
  ticket = next;
  state.set('signed-in');
}

async function takeTurns<Value>(work: () => Promise<Value>): Promise<Value> {
  return 'locks' in navigator ? await navigator.locks.request('ttn-refresh', work) : await work();
}

async function post(verb: string, body?: unknown, token: string | null = null): Promise<Response> {
  try {
    return await fetch(`${AUTH}/${verb}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw ApiProblem.unreachable();
  }
}

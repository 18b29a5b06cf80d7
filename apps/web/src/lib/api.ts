import { createApiClient } from '#libs/api-client';
import { problemOf } from './api-problem.js';
import { send } from './http.js';

/** The API, typed by its published document. Session, organization and Idempotency-Key are added below it. */
export const api = createApiClient(location.origin, { fetch: send });

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** @throws ApiProblem for every refusal, so that queries and forms have one kind of failure */
export async function read<Data>(call: Promise<Outcome<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) throw problemOf(response, error);
  return data;
}

/** As `read`, for calls whose success has no body (204). */
export async function run(call: Promise<Outcome<unknown>>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
}

/** `If-Match` for the version that was read; a change in between is then refused with 412. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

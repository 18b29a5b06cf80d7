import type { ActorSession } from './actor-session.js';

/** The members of answers that the story picks out. */
export interface Json {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly sha256: string;
  readonly code: string;
  readonly planHash: string;
  readonly title: string;
  readonly missing: readonly unknown[];
  readonly items: readonly Json[];
  readonly assigned: readonly { readonly proposalId: string; readonly reviewerId: string }[];
  readonly conflicts: readonly {
    readonly kind: string;
    readonly reviewerId: string;
    readonly because: string;
  }[];
  readonly milestones: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
  readonly partners: readonly { readonly organizationId: string }[];
  readonly decision: { readonly outcome: string; readonly reasons: string } | null;
  readonly summary: { readonly byOutcome: object };
  readonly proposalId: string;
  readonly organizationId: string;
  readonly callId: string;
  readonly number: number;
  readonly link: { readonly url: string };
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly headers: string;
}

/** One request of somebody who is signed in, acting for their organization. */
export async function ask(
  who: ActorSession,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: object,
  version?: number,
): Promise<Answer> {
  const answer = await fetch(`${who.baseUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${who.token}`,
      'x-organization-id': who.organizationId,
      ...(body && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return {
    status: answer.status,
    text,
    headers: JSON.stringify([...answer.headers]),
    body: (isJson ? JSON.parse(text) : {}) as Json,
  };
}

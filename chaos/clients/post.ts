import type { MessageView } from '#libs/contracts';
import type { Talker } from '../../bench/messaging/talkers.js';

/** What a client waits for an answer before it asks again. */
export const ATTEMPT_MS = 4_000;

export interface Draft {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly body: string;
}

export type Verdict =
  { readonly outcome: 'ok'; readonly seq: number } | { readonly outcome: 'fail' | 'info' };

/** One attempt over HTTP. Whatever is not surely refused may have been stored. */
export async function postOverHttp(url: string, talker: Talker, draft: Draft): Promise<Verdict> {
  const { conversationId, ...message } = draft;
  const response = await fetch(`${url}/api/v1/conversations/${conversationId}/messages`, {
    method: 'POST',
    headers: { ...headersOf(talker), 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(ATTEMPT_MS),
  });
  if (response.ok) return { outcome: 'ok', seq: ((await response.json()) as MessageView).seq };
  await response.body?.cancel();
  return { outcome: isPassing(response.status) ? 'info' : 'fail' };
}

/** Messages after a number, at most 500. */
export async function readPage(
  url: string,
  talker: Talker,
  conversationId: string,
  afterSeq: number,
): Promise<MessageView[]> {
  const response = await fetch(
    `${url}/api/v1/conversations/${conversationId}/messages?afterSeq=${afterSeq}&limit=500`,
    { headers: headersOf(talker), signal: AbortSignal.timeout(ATTEMPT_MS) },
  );
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`Reading ${conversationId} was answered ${response.status}.`);
  }
  return ((await response.json()) as { items: MessageView[] }).items;
}

/** Everything, page by page. */
export async function readAll(url: string, talker: Talker, conversationId: string): Promise<MessageView[]> {
  const all: MessageView[] = [];
  for (;;) {
    const page = await readPage(url, talker, conversationId, all.at(-1)?.seq ?? 0);
    all.push(...page);
    if (page.length < 500) return all;
  }
}

/** Errors of the server and refusals for the moment; 401 too, as a server without its database may know nobody. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 401;

const headersOf = ({ token, organizationId }: Talker): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'x-organization-id': organizationId,
});

import type { MessageView } from '#libs/contracts';
import type { Talker } from './talkers.js';

const PAGE = 500;

/** Asks one server as a signed-in person, and answers the body. */
export async function askAs<Answer>(
  url: string,
  { token, organizationId }: Talker,
  path: string,
): Promise<Answer> {
  const response = await fetch(url + path, {
    headers: { authorization: `Bearer ${token}`, 'x-organization-id': organizationId },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Everything after a number, page by page. */
export async function readMessages(
  url: string,
  talker: Talker,
  conversationId: string,
  afterSeq: number,
): Promise<MessageView[]> {
  const messages: MessageView[] = [];
  for (let after = afterSeq; ; after = messages.at(-1)?.seq ?? after) {
    const path = `/api/v1/conversations/${conversationId}/messages?afterSeq=${after}&limit=${PAGE}`;
    const { items } = await askAs<{ items: MessageView[] }>(url, talker, path);
    messages.push(...items);
    if (items.length < PAGE) return messages;
  }
}

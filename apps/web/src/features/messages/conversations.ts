import type { components } from '#libs/api-client';
import type { MessageView } from '#libs/contracts';
import { type InfiniteData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { pagedQuery, usePages } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

export type Conversation = components['schemas']['ConversationResponse'];
export type ConversationCard = components['schemas']['ConversationCardResponse'];
export type Participant = components['schemas']['ParticipantResponse'];
type ConversationPage = components['schemas']['ConversationPageResponse'];
type Pages = InfiniteData<ConversationPage>;

/** As much of a message as a row of the list shows, in code points; the API cuts at the same length. */
const SNIPPET = 200;

export const conversationsKey = (organizationId: string) => ['o', organizationId, 'conversations'] as const;

export const conversationsQuery = (organizationId: string) =>
  pagedQuery([...conversationsKey(organizationId), 'list'], (cursor, signal) =>
    read(api.GET('/api/v1/conversations', { params: { query: { limit: 30, cursor } }, signal })),
  );

const archivedQuery = (organizationId: string) =>
  pagedQuery([...conversationsKey(organizationId), 'archived'], (cursor, signal) =>
    read(
      api.GET('/api/v1/conversations', {
        params: { query: { limit: 30, archived: 'true', cursor } },
        signal,
      }),
    ),
  );

export function useConversations(organizationId: string, archived = false) {
  return usePages(archived ? archivedQuery(organizationId) : conversationsQuery(organizationId));
}

export const conversationQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...conversationsKey(organizationId), id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/conversations/{id}', { params: { path: { id } }, signal })),
  });

/** Those one talks to: everybody but the reader. */
export function othersIn(participants: readonly Participant[], personId: string): Participant[] {
  return participants.filter((participant) => participant.personId !== personId && participant.isHere);
}

/** What a conversation is called: as its people named it, else by the organizations on the other side. */
export function titleOf(
  { title, participants }: Pick<Conversation, 'title' | 'participants'>,
  personId: string,
): string[] {
  return title ? [title.text] : namesOf(participants, personId);
}

/** The organizations on the other side, by name; a conversation inside one organization names its people. */
export function namesOf(participants: readonly Participant[], personId: string): string[] {
  return [...new Set(othersIn(participants, personId).map(({ organization }) => organization.name))];
}

export function refreshConversations(organizationId: string): void {
  void queryClient.invalidateQueries({ queryKey: conversationsKey(organizationId) });
}

/** Moves a conversation to the head of the list with its last words, without asking the API. */
export function noteMessage(organizationId: string, message: MessageView, isMine: boolean): void {
  if (isMine) noteRead(organizationId, message.conversationId, message.seq);
  const { queryKey } = conversationsQuery(organizationId);
  const pages = queryClient.getQueryData<Pages>(queryKey);
  const card = pages?.pages.flatMap(({ items }) => items).find(({ id }) => id === message.conversationId);
  if (!pages || !card) return refreshConversations(organizationId);
  if (message.seq <= card.lastSeq) return undefined;
  const readSeq = isMine ? message.seq : card.readSeq;
  const { seq, senderId, senderOrganizationId, language, postedAt } = message;
  const moved: ConversationCard = {
    ...card,
    lastSeq: seq,
    readSeq,
    // Those in between were not ours, or we would have heard of them.
    unread: isMine ? 0 : card.unread + (seq - card.lastSeq),
    activeAt: postedAt,
    lastMessage: {
      seq,
      senderId,
      senderOrganizationId,
      language,
      postedAt,
      snippet: [...message.body].slice(0, SNIPPET).join(''),
    },
  };
  const [first, ...others] = pages.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => id !== card.id),
  }));
  if (!first) return undefined;
  queryClient.setQueryData<Pages>(queryKey, {
    ...pages,
    pages: [{ ...first, items: [moved, ...first.items] }, ...others],
  });
}

/** The reader's own mark moved, here or on another device. */
export function noteRead(organizationId: string, conversationId: string, readSeq: number): void {
  queryClient.setQueryData(
    conversationQuery(organizationId, conversationId).queryKey,
    (known) => known && { ...known, readSeq: Math.max(known.readSeq, readSeq) },
  );
  queryClient.setQueryData<Pages>(
    conversationsQuery(organizationId).queryKey,
    (pages) =>
      pages && {
        ...pages,
        pages: pages.pages.map((page) => ({
          ...page,
          items: page.items.map((card) =>
            card.id === conversationId && readSeq > card.readSeq
              ? { ...card, readSeq, unread: Math.max(0, card.lastSeq - readSeq) }
              : card,
          ),
        })),
      },
  );
}

/** How a person is called; of somebody who left the network for good, the name is empty or unknown. */
export function personName(person: { readonly displayName: string } | undefined, former: string): string {
  return person === undefined || person.displayName === '' ? former : person.displayName;
}

/** Somebody else has read on, and both show it. */
export function noteSeen(
  organizationId: string,
  conversationId: string,
  mark: { personId: string; organizationId: string; readSeq: number },
): void {
  queryClient.setQueryData(
    conversationQuery(organizationId, conversationId).queryKey,
    (known) =>
      known && {
        ...known,
        participants: known.participants.map((seat) =>
          seat.personId === mark.personId && seat.organization.id === mark.organizationId
            ? { ...seat, readSeq: Math.max(seat.readSeq ?? 0, mark.readSeq) }
            : seat,
        ),
      },
  );
}

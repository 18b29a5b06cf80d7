import { queryOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DismissalReason } from '#libs/contracts';
import { api, read } from '../../lib/api.js';
import { findMembership, type Me, type Membership } from '../../lib/me.js';
import { newClientId } from '../../lib/new-client-id.js';
import type { Notice } from '../../lib/notices.js';
import { queryClient } from '../../lib/query.js';
import { mayWrite } from '../../lib/rights.js';

type Kind = 'interest' | 'contact-request';

/** What waits for a yes or no, by the type of the object a row is about. */
const KINDS: Readonly<Record<string, Kind>> = { match: 'interest', 'contact-request': 'contact-request' };

/** What a row asks, where a yes or no answers it. */
export interface Asked {
  readonly kind: Kind;
  /** Of the match, or of the contact request. */
  readonly objectId: string;
  /** Who is asked: whoever else the reader works for now. */
  readonly membership: Membership;
}

/** How it stands now. */
export interface Question {
  /** What is answered: the interest, or the contact request. */
  readonly id: string;
  readonly message: string;
  /** BCP 47; null when the writer did not say. */
  readonly language: string | null;
  readonly expiresAt: string;
  /** Nobody has answered yet, and the reader may. */
  readonly isOpen: boolean;
}

export type Answer =
  | { verb: 'accept' }
  /** The reason of a refused interest is told to who sent it. */
  | { verb: 'decline'; reason?: DismissalReason };

/** Undefined for rows that tell, that ask for more than a word, or that were put away. */
export function askedBy({ group, state, object, organizationId }: Notice, me: Me): Asked | undefined {
  const kind = KINDS[object.type];
  const membership = organizationId === null ? undefined : findMembership(me, organizationId);
  if (group !== 'waiting' || state === 'archived' || !kind || !membership) return undefined;
  return { kind, objectId: object.id, membership };
}

/** Null where nothing is asked any more. */
export const questionQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['o', asked.membership.id, 'question', asked.kind, asked.objectId],
    queryFn: ({ signal }): Promise<Question | null> =>
      (asked.kind === 'interest' ? readInterest : readRequest)(asked, signal),
  });

/** Gives an answer; everything of the organization is asked for again: its rooms, matches and requests tell of it too. */
export function useAnswer(asked: Asked, onAnswered: (answer: Answer, conversationId: string | null) => void) {
  const keyOf = useAnswerKeys();
  return useMutation({
    mutationFn: ({ question, answer }: { question: Question; answer: Answer }) =>
      send(asked, question, answer, keyOf(answer)),
    onSuccess: (conversationId, { answer }) => {
      queryClient.setQueryData(questionQuery(asked).queryKey, null);
      onAnswered(answer, conversationId);
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['o', asked.membership.id] }),
  });
}

/** One key for each answer, so that a repeat after a lost line gives it once. */
function useAnswerKeys(): (answer: Answer) => string {
  const keys = useRef(new Map<string, string>());
  return (answer) => {
    const name = JSON.stringify(answer);
    const key = keys.current.get(name) ?? newClientId();
    keys.current.set(name, key);
    return key;
  };
}

async function readInterest({ objectId, membership }: Asked, signal: AbortSignal): Promise<Question | null> {
  const params = { path: { id: objectId }, header: { 'X-Organization-Id': membership.id } };
  const { interest, abilities } = await read(api.GET('/api/v1/matches/{id}', { params, signal }));
  if (!interest) return null;
  const { id, message, language, expiresAt } = interest;
  return { ...{ id, message, language, expiresAt }, isOpen: abilities.answerInterest };
}

async function readRequest({ objectId, membership }: Asked, signal: AbortSignal): Promise<Question> {
  const params = { path: { id: objectId }, header: { 'X-Organization-Id': membership.id } };
  const request = await read(api.GET('/api/v1/contact-requests/{id}', { params, signal }));
  const { id, message, language, expiresAt, state, isLapsed } = request;
  const isOpen = state === 'waiting' && !isLapsed && mayWrite(membership, 'conversation.post');
  return { id, message, language, expiresAt, isOpen };
}

/** The conversation that a yes opened. */
async function send(asked: Asked, question: Question, answer: Answer, key: string): Promise<string | null> {
  const header = { 'X-Organization-Id': asked.membership.id, 'Idempotency-Key': key };
  const params = { path: { id: question.id }, header };
  const { conversationId } = await sendTo(asked.kind, params, answer);
  return conversationId;
}

interface Params {
  path: { id: string };
  header: Record<'X-Organization-Id' | 'Idempotency-Key', string>;
}

function sendTo(kind: Kind, params: Params, answer: Answer): Promise<{ conversationId: string | null }> {
  if (kind === 'contact-request')
    return read(api.POST(`/api/v1/contact-requests/{id}/${answer.verb}`, { params }));
  if (answer.verb === 'accept') return read(api.POST('/api/v1/interests/{id}/accept', { params }));
  const body = { reason: answer.reason ?? null };
  return read(api.POST('/api/v1/interests/{id}/decline', { params, body }));
}

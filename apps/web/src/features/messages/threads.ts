import type { MessageView } from '#libs/contracts';
import { api, read } from '../../lib/api.js';
import { actingOrganization } from '../../lib/http.js';
import { session } from '../../lib/session.js';
import { onPush, onOpened } from '../../lib/socket.js';
import { CHANGES, Thread, type ThreadSource } from './thread.js';

/** How many messages a step back shows, and how many a gap is read in. */
const OLDER = 60;
const MISSED = 300;
/** Stands behind every number there can be. */
const END_SEQ = 2_147_483_647;

const threads = new Map<string, Thread>();
/** Those on the screen: only they ask after a gap; the others ask when they are shown again. */
const watched = new Set<Thread>();

/** The thread of a conversation as one organization has it; kept for as long as the session. */
export function threadOf(organizationId: string, conversationId: string): Thread {
  const key = `${organizationId}/${conversationId}`;
  const known = threads.get(key);
  if (known) return known;
  const made = new Thread(sourceOf(organizationId, conversationId));
  threads.set(key, made);
  return made;
}

/** Keeps a thread up to date until the answer is called. */
export function watchThread(thread: Thread): () => void {
  watched.add(thread);
  void thread.open();
  return () => {
    watched.delete(thread);
    thread.rest();
  };
}

/** A message that has just been committed. Threads that nobody opened read it when they are opened. */
export function receiveMessage(organizationId: string, message: MessageView): void {
  threads.get(`${organizationId}/${message.conversationId}`)?.receive(message);
}

/** How a message stands after a change. */
export function receiveChange(organizationId: string, message: MessageView): void {
  void threads.get(`${organizationId}/${message.conversationId}`)?.receiveChange(message);
}

function sourceOf(organizationId: string, id: string): ThreadSource {
  const page = (query: { limit: number; afterSeq?: number; beforeSeq?: number }) =>
    read(
      api.GET('/api/v1/conversations/{id}/messages', {
        params: { path: { id }, query },
        headers: { 'X-Organization-Id': organizationId },
      }),
    );
  return {
    latest: () => page({ beforeSeq: END_SEQ, limit: OLDER }),
    before: (seq) => page({ beforeSeq: seq, limit: OLDER }),
    after: (seq) => page({ afterSeq: seq, limit: MISSED }),
    changes: (after) =>
      read(
        api.GET('/api/v1/conversations/{id}/changes', {
          params: { path: { id }, query: { after, limit: CHANGES } },
          headers: { 'X-Organization-Id': organizationId },
        }),
      ),
  };
}

function catchUp(): void {
  for (const thread of watched) void thread.catchUp();
}

onPush('messaging.message-posted', ({ message }) => {
  const organizationId = actingOrganization();
  if (organizationId) receiveMessage(organizationId, message);
});
onPush('messaging.message-changed', ({ message }) => {
  const organizationId = actingOrganization();
  if (organizationId) receiveChange(organizationId, message);
});
onOpened(catchUp);
// A tab that slept, a laptop that was shut, a page that came back from the cache: pushes may have been missed.
addEventListener('online', catchUp);
addEventListener('pageshow', catchUp);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') catchUp();
});
session.subscribe(() => {
  if (session.get() === 'signed-in') return;
  threads.clear();
  watched.clear();
});

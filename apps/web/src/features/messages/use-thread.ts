import { useEffect, useMemo } from 'react';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useMe } from '../../lib/me.js';
import { useStore } from '../../lib/store.js';
import { entriesOf } from './entries.js';
import { outboxOf } from './sending.js';
import { threadOf, watchThread } from './threads.js';

/** A conversation as it stands now: what was said, and what of ours is on its way. */
export function useThread(conversationId: string) {
  const { id: personId } = useMe();
  const { id: organizationId } = useActingOrganization();
  const thread = threadOf(organizationId, conversationId);
  const outbox = outboxOf(personId);
  useEffect(() => watchThread(thread), [thread]);
  const state = useStore(thread.state);
  const queue = useStore(outbox.messages);
  const entries = useMemo(() => {
    const outgoing = queue.filter(
      (message) => message.conversationId === conversationId && message.organizationId === organizationId,
    );
    return entriesOf(state.messages, outgoing, { personId, organizationId });
  }, [state.messages, queue, conversationId, organizationId, personId]);
  return { thread, outbox, state, entries };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { type Conversation, noteRead } from './conversations.js';
import type { Entry } from './entries.js';

/** Scrolling through a hundred messages tells the server once. */
const SETTLE_MS = 300;

/**
 * Tells the server how far the reader has come: the last message whose end has stood on a visible screen. The
 * mark never moves back; a lost call is made up for by the next.
 *
 * @returns the number up to which the reader has seen everything
 */
export function useReadMark(
  conversation: Conversation,
  scroller: HTMLElement | null,
  entries: readonly Entry[],
): number {
  const { id } = conversation;
  const { id: organizationId } = useActingOrganization();
  const [seen, setSeen] = useState(conversation.readSeq);
  const told = useRef(conversation.readSeq);

  const look = useCallback(() => {
    if (!scroller || document.visibilityState !== 'visible') return;
    setSeen((before) => Math.max(before, lastVisibleSeq(scroller)));
  }, [scroller]);

  useEffect(() => {
    const timer = setTimeout(look, SETTLE_MS);
    const later = throttle(look, SETTLE_MS);
    scroller?.addEventListener('scroll', later, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      scroller?.removeEventListener('scroll', later);
      document.removeEventListener('visibilitychange', look);
    };
  }, [scroller, look, entries]);

  useEffect(() => {
    if (seen <= told.current) return;
    told.current = seen;
    noteRead(organizationId, id, seen);
    void read(
      api.POST('/api/v1/conversations/{id}/read', { params: { path: { id } }, body: { seq: seen } }),
    ).catch(() => undefined);
  }, [seen, id, organizationId]);

  return seen;
}

function lastVisibleSeq(box: HTMLElement): number {
  const edge = box.getBoundingClientRect().bottom + 1;
  const rows = [...box.querySelectorAll<HTMLElement>('[data-seq]')];
  const seen = rows.filter((row) => row.getBoundingClientRect().bottom <= edge);
  // A message taller than the window has been seen when its beginning has.
  const [first] = rows;
  const last = seen.at(-1) ?? (first && first.getBoundingClientRect().top < edge ? first : undefined);
  return Number(last?.dataset.seq ?? 0);
}

function throttle(work: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, pause);
  };
}

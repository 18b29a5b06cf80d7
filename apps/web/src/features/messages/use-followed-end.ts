import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** How far from the end still is the end, in pixels. */
const NEAR = 10;

/**
 * Keeps whoever stands at the end of a list there, whatever grows: a picture that arrives late, a card, a new message.
 * Only scrolling up leaves the end, and only reaching it returns to it.
 */
export function useFollowedEnd(
  scroller: HTMLElement | null,
  fromStart: boolean,
): { follows: RefObject<boolean>; keepEnd: () => void } {
  const follows = useRef(fromStart);
  useEffect(() => {
    if (!scroller) return undefined;
    let top = scroller.scrollTop;
    const look = (): void => {
      const now = scroller.scrollTop;
      if (scroller.scrollHeight - scroller.clientHeight - now <= NEAR) follows.current = true;
      else if (now < top) follows.current = false;
      top = now;
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [scroller]);
  const keepEnd = useCallback(() => {
    if (follows.current) scroller?.scrollTo({ top: scroller.scrollHeight });
  }, [scroller]);
  return { follows, keepEnd };
}

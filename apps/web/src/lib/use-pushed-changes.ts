import { useEffect } from 'react';
import { refreshMatches } from './matches.js';
import { onPush, onReopened } from './socket.js';

/** Pushes are hints: what they tell of is asked for again. After a gap, everything is. */
export function usePushedChanges(organizationId: string | undefined): void {
  useEffect(() => {
    if (!organizationId) return undefined;
    const refresh = () => refreshMatches(organizationId);
    const ends = [
      onPush('matchmaking.matches-refreshed', refresh),
      onPush('notifications.notice-added', refresh),
      onReopened(refresh),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [organizationId]);
}

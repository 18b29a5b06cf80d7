import { useEffect } from 'react';
import { directoryLists } from '../../lib/directory.js';
import { queryClient } from '../../lib/query.js';
import { onPush, onReopened } from '../../lib/socket.js';

/** A recommendation that is given or taken back shows on open lists at once. */
export function useDirectoryPushes(actingId: string): void {
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: directoryLists(actingId) });
    const ends = [onPush('admission.recommendations-changed', again), onReopened(again)];
    return () => {
      for (const end of ends) end();
    };
  }, [actingId]);
}

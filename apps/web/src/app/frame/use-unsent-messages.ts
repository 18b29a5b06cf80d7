import { useEffect } from 'react';
import { listDevice } from '../../lib/device-storage.js';

/** Messages an earlier page could not send leave on whatever screen the reader comes back to. */
export function useUnsentMessages(personId: string): void {
  useEffect(() => {
    void (async () => {
      const unsent = await listDevice(`${personId}/outbox/`);
      if (unsent.length === 0) return;
      const { outboxOf } = await import('../../features/messages/sending.js');
      outboxOf(personId);
    })();
  }, [personId]);
}

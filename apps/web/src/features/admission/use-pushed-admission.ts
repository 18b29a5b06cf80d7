import { useEffect } from 'react';
import { queryClient } from '../../lib/query.js';
import { onPush, onReopened } from '../../lib/socket.js';
import { admissionKey } from './applications.js';

/** Every move of an application is told by a notice, and a recommendation by a push: then all is asked for again. */
export function usePushedAdmission(organizationId: string): void {
  useEffect(() => {
    const refresh = () => void queryClient.invalidateQueries({ queryKey: admissionKey(organizationId) });
    const ends = [
      onPush('notifications.notice-added', refresh),
      onPush('admission.recommendations-changed', refresh),
      onReopened(refresh),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [organizationId]);
}

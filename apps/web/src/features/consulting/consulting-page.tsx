import { useActingOrganization } from '../../lib/acting-organization.js';
import { ConsultingDesk } from './desk.js';
import { OwnRequests } from './own-requests.js';
import { RequestsForUs } from './requests-for-us.js';

/** For those who ask: what they asked. For consultants: who asks for their advice. For the secretariat: its desk. */
export function ConsultingPage() {
  const { kind } = useActingOrganization();
  if (kind === 'secretariat') return <ConsultingDesk />;
  return kind === 'consultancy' ? <RequestsForUs /> : <OwnRequests />;
}

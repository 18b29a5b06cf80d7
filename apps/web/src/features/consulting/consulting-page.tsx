import { useActingOrganization } from '../../lib/acting-organization.js';
import { OwnRequests } from './own-requests.js';
import { RequestsForUs } from './requests-for-us.js';

/** For those who ask: what they asked. For consultants: who asks for their advice. */
export function ConsultingPage() {
  const { kind } = useActingOrganization();
  return kind === 'consultancy' ? <RequestsForUs /> : <OwnRequests />;
}

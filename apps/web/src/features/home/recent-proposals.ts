import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { proposalsQuery } from '../../lib/proposals.js';

const READ = 20;

/** The latest own proposals: one question for both parts of the screen that show some. */
export function useRecentProposals() {
  const { id } = useActingOrganization();
  return usePages(proposalsQuery(id, { limit: READ }));
}

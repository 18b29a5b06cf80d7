import { useQuery } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { organizationQuery } from '../../lib/organizations.js';

/** The name alone, where a link would be one too many. */
export function OrganizationWord({ id }: { id: string }) {
  const acting = useActingOrganization();
  const { data } = useQuery(organizationQuery(acting.id, id));
  return <>{data?.name ?? '…'}</>;
}

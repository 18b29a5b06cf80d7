import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Waiting } from '../../components/waiting.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { savedSearchQuery, searchOf } from './saved-searches.js';

const route = getRouteApi('/signed-in/o/$organization/saved-searches/$searchId');

/** Where word of new results leads: the directory with this search, the newest first; all of them where it is gone. */
export function KeptSearch() {
  const { slug, id: actingId } = useActingOrganization();
  const { searchId } = route.useParams();
  const { data, isError } = useQuery(savedSearchQuery(actingId, searchId));
  const params = { organization: slug };
  if (isError) return <Navigate to="/o/$organization/saved-searches" params={params} replace />;
  if (!data) return <Waiting rows={3} />;
  const search = { ...searchOf(data), sort: 'newest' as const };
  return <Navigate to="/o/$organization/directory" params={params} search={search} replace />;
}

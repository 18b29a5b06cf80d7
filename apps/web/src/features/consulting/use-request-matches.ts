import { useIntl } from 'react-intl';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { matchesQuery } from '../../lib/matches.js';
import { usePages } from '../../lib/pages.js';

const AT_ONCE = 50;

/** Matches of the acting organization with requests of others; the API lists all kinds together, best first. */
export function useRequestMatches() {
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const list = usePages(matchesQuery(organization.id, locale, { limit: AT_ONCE }));
  return { ...list, items: list.items.filter(({ object }) => object?.type === 'consulting_request') };
}

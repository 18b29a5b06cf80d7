import { useIntl } from 'react-intl';
import { nameIn } from '../../lib/name-in.js';
import type { Party } from './engagements.js';

type Named = Pick<Party['organization'], 'name' | 'nameLocal'>;

/** Korean readers know Korean organizations by their own names; everybody else goes by the Latin one. */
export function useNameOf(): (organization: Named | null) => string {
  const { locale } = useIntl();
  return (organization) => (organization ? nameIn(locale, organization) : '');
}

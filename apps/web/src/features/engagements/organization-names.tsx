import { useIntl } from 'react-intl';
import type { Party } from './engagements.js';

type Named = Pick<Party['organization'], 'name' | 'nameLocal'>;

/** Korean readers know Korean organizations by their own names; everybody else goes by the Latin one. */
export function useNameOf(): (organization: Named | null) => string {
  const { locale } = useIntl();
  return (organization) => {
    if (!organization) return '';
    const { name, nameLocal } = organization;
    return locale.startsWith('ko') && nameLocal && /\p{Script=Hangul}/u.test(nameLocal) ? nameLocal : name;
  };
}

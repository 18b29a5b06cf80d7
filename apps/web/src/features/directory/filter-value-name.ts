import { ORGANIZATION_KINDS } from '#libs/contracts';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { useLanguageName } from '../../lib/language-name.js';
import { useConceptLabel } from '../../lib/taxonomy.js';
import { type FilterName, SCOPES } from './directory-search.js';

/** The name of a value of a filter, in the reader's language. */
export function useFilterValueName(): (filter: FilterName, value: string) => string {
  const text = useText();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const conceptLabel = useConceptLabel();
  return (filter, value) => {
    switch (filter) {
      case 'kind': {
        const kind = ORGANIZATION_KINDS.find((each) => each === value);
        return kind ? text(`organization.kind.${kind}`) : value;
      }
      case 'scope': {
        const scope = SCOPES.find((each) => each === value);
        return scope ? text(`directory.scope.${scope}`) : value;
      }
      case 'country':
        return countryName(value);
      case 'language':
        return languageName(value);
      default:
        return conceptLabel(value);
    }
  };
}

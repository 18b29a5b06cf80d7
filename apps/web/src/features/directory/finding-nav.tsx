import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import styles from './directory.module.css';

/** The three places of finding: the directory, the searches one keeps, the lists one shares. */
export function FindingNav() {
  const text = useText();
  const params = { organization: useActingOrganization().slug };
  return (
    <nav aria-label={text('finding.nav')} className={styles.places}>
      <Link to="/o/$organization/directory" params={params} activeOptions={{ includeSearch: false }}>
        {text('nav.directory')}
      </Link>
      <Link to="/o/$organization/saved-searches" params={params} activeOptions={{ exact: true }}>
        {text('saved-search.title')}
      </Link>
      <Link to="/o/$organization/shortlists" params={params}>
        {text('shortlist.title')}
      </Link>
    </nav>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { INTEREST_LISTS, type InterestList } from '../../lib/interest-search.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { waitingCountQuery } from '../../lib/interest-lists.js';
import styles from '../../components/tabs.module.css';

/** From the suggestions to what became of them, and back. */
export function MatchTabs() {
  const text = useText();
  const { id, slug } = useActingOrganization();
  const params = { organization: slug };
  const waiting = useQuery(waitingCountQuery(id));
  const label = (list: InterestList): string => {
    const words = text(`interests.list.${list}`);
    return list === 'for-us' && waiting.data ? `${words} (${waiting.data})` : words;
  };
  return (
    <nav aria-label={text('matches.tabs')}>
      <ul className={styles.tabs}>
        <li>
          <Link
            to="/o/$organization/matches"
            params={params}
            className={styles.tab}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {text('matches.tab.suggested')}
          </Link>
        </li>
        {INTEREST_LISTS.map((list) => (
          <li key={list}>
            <Link
              to="/o/$organization/interests"
              params={params}
              search={{ list }}
              className={styles.tab}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {label(list)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

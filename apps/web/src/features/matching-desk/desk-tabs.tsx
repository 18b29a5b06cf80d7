import { Link } from '@tanstack/react-router';
import styles from '../../components/tabs.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';

const TABS = [
  ['/o/$organization/market-health', 'desk.tab.health'],
  ['/o/$organization/matching-weights', 'desk.tab.weights'],
  ['/o/$organization/matching-runs', 'desk.tab.runs'],
] as const;

/** From how the market does to what it is compared by, and when. */
export function DeskTabs() {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <nav aria-label={text('desk.tabs')}>
      <ul className={styles.tabs}>
        {TABS.map(([to, label]) => (
          <li key={to}>
            <Link
              to={to}
              params={{ organization: slug }}
              className={styles.tab}
              activeOptions={{ includeSearch: false }}
            >
              {text(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

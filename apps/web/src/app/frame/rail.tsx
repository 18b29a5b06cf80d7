import { IconMailOpened } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useHasCapturedMail } from '../../lib/captured-mail.js';
import type { Membership } from '../../lib/me.js';
import { placesFor } from './navigation.js';
import styles from './rail.module.css';

/** The rail of wide screens. */
export function Rail({ membership }: { membership: Membership }) {
  const text = useText();
  const hasMail = useHasCapturedMail();
  const params = { organization: membership.slug };
  return (
    <nav className={styles.rail} aria-label={text('nav.label')}>
      <ul className={styles.places}>
        {placesFor(membership).map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              params={params}
              activeOptions={{ exact: to === '/o/$organization' }}
              className={styles.place}
            >
              <Icon size={20} stroke={1.5} aria-hidden />
              {text(label)}
            </Link>
          </li>
        ))}
      </ul>
      {hasMail && (
        <ul className={styles.places}>
          <li>
            <Link to="/o/$organization/mail" params={params} className={styles.place}>
              <IconMailOpened size={20} stroke={1.5} aria-hidden />
              {text('nav.mail')}
            </Link>
          </li>
        </ul>
      )}
    </nav>
  );
}

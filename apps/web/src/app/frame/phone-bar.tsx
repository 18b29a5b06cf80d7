import { Menu } from '@mantine/core';
import { IconDots, IconMailOpened } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useHasCapturedMail } from '../../lib/captured-mail.js';
import type { Membership } from '../../lib/me.js';
import { DisplayChoices, LanguageChoices } from './choices.js';
import { placesFor, splitForPhone } from './navigation.js';
import styles from './phone-bar.module.css';

/** The bottom bar of phones: four places and the rest behind "More". */
export function PhoneBar({ membership }: { membership: Membership }) {
  const text = useText();
  const hasMail = useHasCapturedMail();
  const params = { organization: membership.slug };
  const { bar, more } = splitForPhone(placesFor(membership));
  return (
    <nav className={styles.bar} aria-label={text('nav.label')}>
      {bar.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          params={params}
          activeOptions={{ exact: to === '/o/$organization' }}
          className={styles.place}
        >
          <Icon size={20} stroke={1.5} aria-hidden />
          <span className={styles.label}>{text(label)}</span>
        </Link>
      ))}
      <Menu position="top-end" width={260}>
        <Menu.Target>
          <button type="button" className={styles.place}>
            <IconDots size={20} stroke={1.5} aria-hidden />
            <span className={styles.label}>{text('nav.more')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(({ to, label, icon: Icon }) => (
            <Menu.Item
              key={to}
              renderRoot={(props) => <Link to={to} params={params} {...props} />}
              leftSection={<Icon size={18} stroke={1.5} aria-hidden />}
            >
              {text(label)}
            </Menu.Item>
          ))}
          {hasMail && (
            <Menu.Item
              renderRoot={(props) => <Link to="/o/$organization/mail" params={params} {...props} />}
              leftSection={<IconMailOpened size={18} stroke={1.5} aria-hidden />}
            >
              {text('nav.mail')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <LanguageChoices />
          <Menu.Divider />
          <DisplayChoices />
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}

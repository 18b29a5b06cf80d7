import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import { type Membership, useMe } from '../../lib/me.js';
import { nameIn } from '../../lib/name-in.js';
import styles from './organization-switch.module.css';

/** For whom one works now. A choice only where there is one. */
export function OrganizationSwitch({ current }: { current: Membership | undefined }) {
  const text = useText();
  const { locale } = useIntl();
  const { organizations } = useMe();
  const name = current ? nameIn(locale, current) : text('organization.choose');
  if (organizations.length === 0 || (current && organizations.length === 1)) {
    return <span className={`${styles.current} ${styles.name}`}>{current && name}</span>;
  }
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={styles.switch} aria-label={text('organization.switch', { name })}>
          <span className={styles.name}>{name}</span>
          <IconChevronDown size={16} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text('organization.switch.label')}</Menu.Label>
        {organizations.map((each) => (
          <Menu.Item
            key={each.id}
            renderRoot={(props) => (
              <Link to="/o/$organization" params={{ organization: each.slug }} {...props} />
            )}
            rightSection={<span className={styles.kind}>{text(`organization.kind.${each.kind}`)}</span>}
          >
            {nameIn(locale, each)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

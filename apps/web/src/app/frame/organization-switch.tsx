import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { type Membership, useMe } from '../../lib/me.js';
import styles from './organization-switch.module.css';

/** For whom one works now. A choice only where there is one. */
export function OrganizationSwitch({ current }: { current: Membership | undefined }) {
  const text = useText();
  const { organizations } = useMe();
  const name = current?.name ?? text('organization.choose');
  if (organizations.length === 0 || (current && organizations.length === 1)) {
    return <span className={`${styles.current} ${styles.name}`}>{current?.name}</span>;
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
        {organizations.map(({ id, slug, name: label, kind }) => (
          <Menu.Item
            key={id}
            renderRoot={(props) => <Link to="/o/$organization" params={{ organization: slug }} {...props} />}
            rightSection={<span className={styles.kind}>{text(`organization.kind.${kind}`)}</span>}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { IconBell, IconContrast, IconLanguage, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { type Membership, useMe } from '../../lib/me.js';
import { useUnreadNotices } from '../../lib/notices.js';
import { signOut } from '../../lib/session.js';
import { Wordmark } from '../../components/wordmark.js';
import { DisplayChoices, LanguageChoices } from './choices.js';
import styles from './frame-header.module.css';
import { OrganizationSwitch } from './organization-switch.js';
import { PaletteLauncher } from './palette-launcher.js';

const ICON = { size: 20, stroke: 1.5, 'aria-hidden': true } as const;

export function FrameHeader({ membership }: { membership: Membership | undefined }) {
  const text = useText();
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.mark} aria-label={text('frame.to-home')}>
        <Wordmark />
      </Link>
      <OrganizationSwitch current={membership} />
      <div className={styles.tools}>
        {membership && membership.state !== 'applicant' && <PaletteLauncher membership={membership} />}
        <div className={styles.wide}>
          <HeaderMenu label={text('language.label')} icon={<IconLanguage {...ICON} />}>
            <LanguageChoices />
          </HeaderMenu>
          <HeaderMenu label={text('display.label')} icon={<IconContrast {...ICON} />}>
            <DisplayChoices />
          </HeaderMenu>
        </div>
        {membership && <Bell membership={membership} />}
        <AccountMenu />
      </div>
    </header>
  );
}

function Bell({ membership }: { membership: Membership }) {
  const text = useText();
  const unread = useUnreadNotices();
  const params = { organization: membership.slug };
  return (
    <Link
      to="/o/$organization/notices"
      params={params}
      className={styles.tool}
      aria-label={text('frame.bell', { count: unread })}
      title={text('nav.notices')}
    >
      <IconBell {...ICON} />
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}

function AccountMenu() {
  const text = useText();
  const me = useMe();
  return (
    <HeaderMenu label={text('account.menu')} icon={<IconUserCircle {...ICON} />}>
      <div className={styles.person}>
        <p>{me.displayName}</p>
        <p className={styles.email}>{me.email}</p>
      </div>
      <Menu.Divider />
      <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle {...ICON} size={18} />}>
        {text('nav.account')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout {...ICON} size={18} />} onClick={() => void signOut()}>
        {text('account.sign-out')}
      </Menu.Item>
    </HeaderMenu>
  );
}

function HeaderMenu(props: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          className={styles.tool}
          variant="transparent"
          aria-label={props.label}
          title={props.label}
        >
          {props.icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{props.children}</Menu.Dropdown>
    </Menu>
  );
}

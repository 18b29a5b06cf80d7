import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconMessagePlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import styles from './messages.module.css';

// Seldom wanted: its code waits until somebody does.
const StartDialog = lazy(async () => ({ default: (await import('./after-the-words.js')).StartDialog }));

/** Beside the heading of the list: begin a conversation, and the places around it. */
export function ListActions(props: { showsArchived: boolean; onShowArchived: (shows: boolean) => void }) {
  const { showsArchived, onShowArchived } = props;
  const text = useText();
  const organization = useActingOrganization();
  const [isStarting, setStarting] = useState(false);
  const params = { organization: organization.slug };
  return (
    <div className={styles.listActions}>
      {mayWrite(organization, 'conversation.post') && (
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={text('rooms.new')}
          title={text('rooms.new')}
          onClick={() => setStarting(true)}
        >
          <IconMessagePlus size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" size="lg" aria-label={text('nav.more')}>
            <IconDots size={20} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onShowArchived(!showsArchived)}>
            {text(showsArchived ? 'rooms.current' : 'rooms.archived')}
          </Menu.Item>
          <Menu.Item
            renderRoot={(own) => <Link to="/o/$organization/contact-requests" params={params} {...own} />}
          >
            {text('rooms.requests')}
          </Menu.Item>
          <Menu.Item
            renderRoot={(own) => <Link to="/o/$organization/message-reports" params={params} {...own} />}
          >
            {text('moderation.own')}
          </Menu.Item>
          {mayWrite(organization, 'moderation.read') && (
            <Menu.Item
              renderRoot={(own) => <Link to="/o/$organization/moderation" params={params} {...own} />}
            >
              {text('nav.moderation')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{isStarting && <StartDialog onClose={() => setStarting(false)} />}</Suspense>
    </div>
  );
}

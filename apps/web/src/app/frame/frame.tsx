import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText } from '../../i18n/use-text.js';
import { homeOrganization, useMembership } from '../../lib/acting-organization.js';
import { useMe } from '../../lib/me.js';
import { usePushedChanges } from '../../lib/use-pushed-changes.js';
import { closeSocket, openSocket } from '../../lib/socket.js';
import { ConnectionStrip } from './connection-strip.js';
import { FrameHeader } from './frame-header.js';
import styles from './frame.module.css';
import { PhoneBar } from './phone-bar.js';
import { Rail } from './rail.js';
import { useUnsentMessages } from './use-unsent-messages.js';

/** What stands around every screen after sign-in: header, rail (a bar on phones), and the state of the line. */
export function Frame() {
  const text = useText();
  const me = useMe();
  // Outside an organization (the account) the frame stays that of the one last worked for.
  const membership = useMembership() ?? homeOrganization(me);
  const organizationId = membership?.id;
  useEffect(() => {
    if (!organizationId) return undefined;
    void openSocket(organizationId);
    return closeSocket;
  }, [organizationId]);
  usePushedChanges(organizationId);
  useUnsentMessages(me.id);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {text('frame.skip')}
      </a>
      <FrameHeader membership={membership} />
      <ConnectionStrip />
      <div className={membership ? `${styles.body} ${styles.withRail}` : styles.body}>
        {membership && <Rail membership={membership} />}
        <main id="main" tabIndex={-1} className={styles.main}>
          <div className={styles.content}>
            <Outlet />
          </div>
        </main>
      </div>
      {membership && <PhoneBar membership={membership} />}
    </div>
  );
}

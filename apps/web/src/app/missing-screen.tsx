import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { needMessages } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { applyAccount } from '../lib/account.js';
import { meQuery } from '../lib/me.js';
import { queryClient } from '../lib/query.js';
import { openSession, type SessionState } from '../lib/session.js';
import styles from './missing-screen.module.css';

export function MissingScreen() {
  const text = useText();
  return (
    <main className={styles.alone}>
      <PageTitle title={text('screen.missing')} />
      <EmptyState
        because="nothing"
        title={text('screen.missing.title')}
        action={
          <Button component={Link} to="/" variant="default">
            {text('screen.missing.home')}
          </Button>
        }
      >
        {text('screen.missing.text')}
      </EmptyState>
    </main>
  );
}

/** An address nobody knows stands outside the frame, which would have done it: the words, as the account has them. */
export async function speakToReader(): Promise<void> {
  await Promise.all([needMessages(), openSession().then(applyOpenAccount)]);
}

async function applyOpenAccount(session: SessionState): Promise<void> {
  if (session !== 'signed-in') return;
  // Without an answer the language of the browser has to do.
  const me = await queryClient.ensureQueryData(meQuery).catch(() => undefined);
  if (me) await applyAccount(me);
}

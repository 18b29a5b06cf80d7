import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Callout } from '../../components/callout.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import { type NotificationSettings, settingsQuery, useChooseSettings, useResumeMail } from './settings.js';
import { PushPanel } from './push-panel.js';
import { pushQuery } from './push.js';
import { SettingsForm } from './settings-form.js';

/** What one wants to be told, by which channel and when. */
export function NotificationSettingsPage() {
  const text = useText();
  const { data: settings, error, refetch } = useQuery(settingsQuery);
  const { data: push } = useQuery(pushQuery);
  // Here and not in the form, which begins anew with what was saved: so that it can say that it was.
  const choose = useChooseSettings();
  const publicKey = push?.publicKey ?? null;
  return (
    <>
      <PageTitle title={text('notify.title')} lead={text('notify.lead')} />
      {error && !settings && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!settings && !error && <Waiting rows={3} height={120} />}
      {settings && (
        <div className={record.stack}>
          {settings.mailStopped && <StoppedMail stopped={settings.mailStopped} />}
          <Panel>
            <SettingsForm
              key={settings.version}
              settings={settings}
              pushes={publicKey !== null}
              choose={choose}
            />
          </Panel>
          {push && publicKey !== null && <PushPanel {...push} publicKey={publicKey} />}
        </div>
      )}
    </>
  );
}

function StoppedMail({ stopped }: { stopped: NonNullable<NotificationSettings['mailStopped']> }) {
  const text = useText();
  const rich = useRichText();
  const me = useMe();
  const resume = useResumeMail();
  return (
    <Callout tone="warning" title={text('notify.stopped')}>
      <p>
        {rich('notify.stopped.text', {
          address: me.email,
          time: <LocalTime key="time" at={stopped.since} as="stamp" />,
        })}
      </p>
      <p className={record.sub}>{stopped.reason}</p>
      <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
        {text('notify.resume')}
      </Button>
      {resume.error && <ProblemNotice error={resume.error} />}
    </Callout>
  );
}

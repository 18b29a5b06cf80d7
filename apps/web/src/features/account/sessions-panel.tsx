import { Button } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { type LiveSession, refreshAccount, sessionsQuery } from './security.js';

/** Where one is signed in, and the way out of each. */
export function SessionsPanel() {
  const text = useText();
  const { data: sessions } = useSuspenseQuery(sessionsQuery);
  const endOthers = useMutation({
    mutationFn: () => run(api.POST('/api/v1/sessions/end-others')),
    onSettled: refreshAccount,
  });
  return (
    <Panel
      title={text('security.sessions')}
      aside={
        sessions.length > 1 && (
          <Button
            variant="default"
            className={forms.long}
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {text('security.sessions.end-others')}
          </Button>
        )
      }
      rows={sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    >
      <p className={record.sub}>{text('security.sessions.note')}</p>
      {endOthers.error && <ProblemNotice error={endOthers.error} />}
    </Panel>
  );
}

function SessionRow({ session }: { session: LiveSession }) {
  const text = useText();
  const codeText = useCodeText();
  const end = useMutation({
    mutationFn: () => run(api.POST('/api/v1/sessions/{id}/end', { params: { path: { id: session.id } } })),
    onSettled: refreshAccount,
  });
  const device = text('security.session.device', {
    browser: codeText('security.browser', session.browser, 'security.browser.other'),
    system: codeText('security.system', session.system, 'security.system.other'),
  });
  return (
    <li className={record.row}>
      <div className={record.main}>
        <div>{device}</div>
        <div className={record.sub}>
          {text('security.session.seen')} <LocalTime at={session.lastSeenAt} />
        </div>
        {end.error && <ProblemNotice error={end.error} />}
      </div>
      <div className={record.side}>
        {session.current ? (
          <Tag>{text('security.session.current')}</Tag>
        ) : (
          <Button
            variant="default"
            loading={end.isPending}
            aria-label={text('security.session.end.label', { device })}
            onClick={() => end.mutate()}
          >
            {text('security.session.end')}
          </Button>
        )}
      </div>
    </li>
  );
}

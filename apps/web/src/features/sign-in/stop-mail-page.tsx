import type { components } from '#libs/api-client';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { Door } from './door.js';

const route = getRouteApi('/unsubscribe');

/**
 * Where the link of a mail leads that stops such mail. It asks first: programs that look through mails open links
 * too, and must not stop anything.
 */
export function StopMailPage() {
  const text = useText();
  const { token = '' } = route.useSearch();
  const link = useQuery({
    queryKey: ['stop-mail', token],
    retry: false,
    queryFn: () => read(api.POST('/api/v1/stopped-mail/look', { body: { token } })),
  });
  return (
    <Door>
      {link.isPending && <Waiting rows={1} />}
      {link.error && <WrongLink error={link.error} onRetry={() => void link.refetch()} />}
      {link.data && <Question token={token} found={link.data} />}
      <p>
        <Link to="/account/notifications">{text('stop-mail.settings')}</Link>
      </p>
    </Door>
  );
}

function WrongLink({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const text = useText();
  const isUnknown = error instanceof ApiProblem && [404, 422].includes(error.status);
  if (!isUnknown) return <ProblemNotice error={error} onRetry={onRetry} />;
  return <PageTitle title={text('stop-mail.unknown')} lead={text('stop-mail.unknown.text')} />;
}

function Question({ token, found }: { token: string; found: components['schemas']['StopMailResponse'] }) {
  const text = useText();
  const stop = useMutation({ mutationFn: () => read(api.POST('/api/v1/stopped-mail', { body: { token } })) });
  const about = { group: text(`stop-mail.scope.${found.scope}`) };
  if ((stop.data ?? found).stopped)
    return (
      <div role="status">
        <PageTitle title={text('stop-mail.stopped', about)} lead={text('stop-mail.stopped.text')} />
      </div>
    );
  return (
    <>
      <PageTitle title={text('stop-mail.ask', about)} lead={text('stop-mail.ask.text')} />
      <Button loading={stop.isPending} onClick={() => stop.mutate()}>
        {text('stop-mail.stop')}
      </Button>
      {stop.error && <ProblemNotice error={stop.error} />}
    </>
  );
}

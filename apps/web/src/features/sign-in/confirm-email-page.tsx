import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { Door } from './door.js';

type Outcome = { state: 'asking' | 'confirmed' | 'invalid' } | { state: 'failed'; error: unknown };

/**
 * Where the link of the mail leads. The token stands behind `#`, so that no server log and no referrer ever holds
 * it, and it leaves the address as soon as it is read.
 */
export function ConfirmEmailPage() {
  const text = useText();
  const [token] = useState(takeToken);
  const [outcome, setOutcome] = useState<Outcome>({ state: token ? 'asking' : 'invalid' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!token) return undefined;
    let isCurrent = true;
    void confirm(token).then((next) => isCurrent && setOutcome(next));
    return () => {
      isCurrent = false;
    };
  }, [token, attempt]);
  const retry = () => {
    setOutcome({ state: 'asking' });
    setAttempt(attempt + 1);
  };
  return (
    <Door>
      <div role="status">
        {outcome.state === 'asking' && (
          <>
            <PageTitle title={text('confirm-email.asking')} />
            <Waiting rows={1} />
          </>
        )}
        {outcome.state === 'confirmed' && (
          <>
            <PageTitle title={text('confirm-email.confirmed')} lead={text('confirm-email.confirmed.text')} />
            <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>
              {text('sign-in.submit')}
            </Button>
          </>
        )}
        {outcome.state === 'invalid' && (
          <>
            <PageTitle title={text('confirm-email.invalid')} lead={text('confirm-email.invalid.text')} />
            <Button variant="default" renderRoot={(props) => <Link to="/register" {...props} />}>
              {text('sign-in.to-register')}
            </Button>
          </>
        )}
        {outcome.state === 'failed' && (
          <>
            <PageTitle title={text('confirm-email.failed')} />
            <ProblemNotice error={outcome.error} onRetry={retry} />
          </>
        )}
      </div>
    </Door>
  );
}

/** Repeating it is harmless, so a lost answer is simply asked for again. */
async function confirm(token: string): Promise<Outcome> {
  try {
    await run(api.POST('/api/v1/auth/confirm-email', { body: { token } }));
    return { state: 'confirmed' };
  } catch (error) {
    const isRefused = error instanceof ApiProblem && error.status === 422;
    return isRefused ? { state: 'invalid' } : { state: 'failed', error };
  }
}

/** The token of this visit, kept in memory in case this screen is built twice. */
let taken: string | null = null;

function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    taken = token;
    history.replaceState(history.state, '', location.pathname);
  }
  return taken;
}

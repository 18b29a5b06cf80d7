import type { components } from '#libs/api-client';
import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { api, read, run } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { firstRunQuery } from '../../lib/first-run.js';
import { meQuery } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';
import { openSession, signOut, useSession } from '../../lib/session.js';
import { Door } from './door.js';
import { InvitedForm } from './invited-form.js';

type Invitation = components['schemas']['InvitationLinkResponse'];
type State =
  | { is: 'asking' }
  | { is: 'expired' | 'invalid' }
  | { is: 'failed'; error: unknown }
  | { is: 'open'; invitation: Invitation; signedInAs: string | null };

/**
 * Where the link of an invitation leads. The token stands behind `#`, so that no server log and no referrer ever
 * holds it. Signed in as the invited address one accepts; without an account one makes it here; anybody else is
 * asked to change accounts.
 */
export function InvitationPage() {
  const text = useText();
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  const [state, setState] = useState<State>({ is: token ? 'asking' : 'invalid' });
  const session = useSession();
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    // Once it has made the account the link is worth nothing, and the way leads in.
    if (!token || isUsed) return undefined;
    let isCurrent = true;
    void look(token).then((next) => isCurrent && setState(next));
    return () => {
      isCurrent = false;
    };
  }, [token, session, isUsed]);
  return (
    <Door>
      {state.is === 'asking' && (
        <>
          <PageTitle title={text('invitation.asking')} />
          <Waiting rows={2} />
        </>
      )}
      {(state.is === 'expired' || state.is === 'invalid') && (
        <PageTitle title={text(`invitation.${state.is}`)} lead={text(`invitation.${state.is}.text`)} />
      )}
      {state.is === 'failed' && (
        <>
          <PageTitle title={text('invitation.failed')} />
          <ProblemNotice error={state.error} onRetry={() => void look(token).then(setState)} />
        </>
      )}
      {state.is === 'open' && <Open {...state} token={token} onUsed={() => setUsed(true)} />}
    </Door>
  );
}

/** Reads what the link stands for, and who is signed in here. */
async function look(token: string): Promise<State> {
  try {
    const invitation = await read(api.POST('/api/v1/invitations/lookup', { body: { token } }));
    const signedIn = (await openSession()) === 'signed-in';
    const signedInAs = signedIn ? (await queryClient.fetchQuery(meQuery)).email : null;
    return { is: 'open', invitation, signedInAs };
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { is: 'failed', error };
    if (error.code === 'invitation/expired') return { is: 'expired' };
    return error.status === 422 ? { is: 'invalid' } : { is: 'failed', error };
  }
}

function Open(props: {
  invitation: Invitation;
  signedInAs: string | null;
  token: string;
  onUsed: () => void;
}) {
  const text = useText();
  const codeText = useCodeText();
  const { invitation, signedInAs, token, onUsed } = props;
  const { organization, email, role } = invitation;
  const title = text('invitation.title', { organization: organization.name });
  const lead = text('invitation.lead', { role: codeText('members.role', role, 'members.role.other'), email });
  if (signedInAs === null && !invitation.hasAccount) {
    return (
      <>
        <PageTitle title={title} lead={lead} />
        <InvitedForm token={token} email={email} slug={organization.slug} onUsed={onUsed} />
      </>
    );
  }
  return (
    <>
      <PageTitle title={title} lead={lead} />
      {signedInAs === null && <SignInFirst token={token} />}
      {signedInAs !== null && isSame(signedInAs, email) && <Answer invitation={invitation} />}
      {signedInAs !== null && !isSame(signedInAs, email) && (
        <>
          <p>{text('invitation.wrong-account', { email, other: signedInAs })}</p>
          <Button onClick={() => void signOut()}>{text('invitation.sign-out')}</Button>
        </>
      )}
    </>
  );
}

const isSame = (one: string, other: string): boolean =>
  one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();

function SignInFirst({ token }: { token: string }) {
  const text = useText();
  return (
    <>
      <p>{text('invitation.has-account')}</p>
      <Button
        renderRoot={(props) => (
          <Link to="/sign-in" search={{ to: `/invitation#token=${token}` }} {...props} />
        )}
      >
        {text('sign-in.submit')}
      </Button>
    </>
  );
}

function Answer({ invitation: { id, organization } }: { invitation: Invitation }) {
  const text = useText();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const answer = async (act: () => Promise<unknown>, then: () => Promise<unknown>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await act();
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await then();
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };
  const params = { path: { id } };
  // Somebody who never took the first steps takes them now.
  const enter = async () => {
    const { state } = await queryClient.ensureQueryData(firstRunQuery);
    const to = state === 'open' ? '/o/$organization/welcome' : '/o/$organization';
    await router.navigate({ to, params: { organization: organization.slug } });
  };
  return (
    <>
      {Boolean(refusal) && <ProblemNotice error={refusal} />}
      <p>
        <Button
          loading={busy}
          onClick={() =>
            void answer(() => read(api.POST('/api/v1/invitations/{id}/accept', { params })), enter)
          }
        >
          {text('invitation.accept')}
        </Button>{' '}
        <Button
          variant="default"
          disabled={busy}
          onClick={() =>
            void answer(
              () => run(api.POST('/api/v1/invitations/{id}/decline', { params })),
              () => router.navigate({ to: '/' }),
            )
          }
        >
          {text('invitation.decline')}
        </Button>
      </p>
    </>
  );
}

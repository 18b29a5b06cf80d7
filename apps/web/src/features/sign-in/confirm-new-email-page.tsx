import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { Door } from './door.js';
import { takeLinkToken } from './link-token.js';

/** Where the link to a new address leads. A token is good once, so it is sent once. */
export function ConfirmNewEmailPage() {
  const text = useText();
  const [token] = useState(takeLinkToken);
  const { mutate, isIdle, isSuccess, isError } = useMutation({
    mutationFn: () => run(api.POST('/api/v1/auth/email-change/confirm', { body: { token: token ?? '' } })),
  });
  useEffect(() => {
    if (token && isIdle) mutate();
  }, [token, isIdle, mutate]);
  const state = isSuccess ? 'done' : isError || !token ? 'invalid' : null;
  return (
    <Door>
      <div role="status">
        {state === null ? (
          <PageTitle title={text('new-email.asking')} />
        ) : (
          <PageTitle title={text(`new-email.${state}`)} lead={text(`new-email.${state}.text`)} />
        )}
      </div>
      <Link to="/sign-in">{text('sign-in.submit')}</Link>
    </Door>
  );
}

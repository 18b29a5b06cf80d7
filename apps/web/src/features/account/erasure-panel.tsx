import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, read, run } from '../../lib/api.js';
import { useGuarded } from './proof.js';
import { refreshAccount } from './security.js';

/** The way out: asked twice, done in ten days, taken back until then. */
export function ErasurePanel({ dueAt }: { dueAt: string | null }) {
  const text = useText();
  const guarded = useGuarded();
  const [isAsking, setAsking] = useState(false);
  const request = useMutation({
    mutationFn: () => guarded(() => read(api.POST('/api/v1/account/erasure'))),
    onSuccess: async () => {
      setAsking(false);
      await refreshAccount();
    },
  });
  const cancel = useMutation({
    mutationFn: () => run(api.POST('/api/v1/account/erasure/cancel')),
    onSuccess: refreshAccount,
  });
  const error = request.error ?? cancel.error;
  return (
    <Panel title={text('security.erasure')}>
      <div className={forms.form}>
        <p>{text('security.erasure.text')}</p>
        {error && <ProblemNotice error={error} />}
        {dueAt !== null && (
          <Callout
            tone="warning"
            announce
            action={
              <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
                {text('security.erasure.cancel')}
              </Button>
            }
          >
            {text('security.erasure.due')} <LocalTime at={dueAt} />
          </Callout>
        )}
        {dueAt === null && !isAsking && (
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              {text('security.erasure.ask')}
            </Button>
          </div>
        )}
        {dueAt === null && isAsking && (
          <div className={forms.bar}>
            <Button color="red" autoFocus loading={request.isPending} onClick={() => request.mutate()}>
              {text('security.erasure.request')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {text('security.cancel')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

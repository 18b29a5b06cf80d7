import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { TextAreaField, TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { actFor } from '../../lib/http.js';
import { meQuery } from '../../lib/me.js';
import type { Organization } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';

const MAX_REASON = 1_000;
const MEANS = ['people', 'invitations', 'directory', 'records'] as const;

/** Closing for good: what it means, why, and the short name typed once more, since others share the loss. */
export function ClosePanel({ organization: { id, slug, name } }: { organization: Organization }) {
  const text = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const close = useMutation({
    mutationFn: () =>
      run(api.POST('/api/v1/organizations/{id}/close', { params: { path: { id } }, body: { reason } })),
    onSuccess: async () => {
      actFor(null);
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      await router.navigate({ to: '/' });
    },
  });
  const isSure = reason.trim() !== '' && typed.trim() === slug;
  return (
    <Panel title={text('settings.close')}>
      <div className={forms.form}>
        <p>{text('settings.close.lead', { name })}</p>
        <ul className={forms.means}>
          {MEANS.map((what) => (
            <li key={what}>{text(`settings.close.means.${what}`)}</li>
          ))}
        </ul>
        {open ? (
          <form
            noValidate
            className={forms.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (isSure) close.mutate();
            }}
          >
            {close.error && <ProblemNotice error={close.error} />}
            <TextAreaField
              name="close-reason"
              label={text('settings.close.reason')}
              description={text('settings.close.reason.note')}
              minRows={2}
              maxLength={MAX_REASON}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <TextField
              name="close-slug"
              label={text('settings.close.slug', { slug })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <div className={forms.bar}>
              <Button type="submit" color="danger" disabled={!isSure} loading={close.isPending}>
                {text('settings.close.do')}
              </Button>
              <Button variant="default" onClick={() => setOpen(false)}>
                {text('action.cancel')}
              </Button>
            </div>
          </form>
        ) : (
          <div>
            <Button variant="default" onClick={() => setOpen(true)}>
              {text('settings.close.begin')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

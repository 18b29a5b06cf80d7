import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TextAreaField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { Membership } from './memberships.js';
import { useReject } from './membership-verbs.js';

/** Refuses a request, with the reason that the applicant reads. */
export function RejectForm({ membership }: { membership: Membership }) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const reject = useReject(membership);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = reason.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) reject.mutate(reason);
  };
  return (
    <Panel title={text('membership.reject')}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextAreaField
          name="reason"
          label={text('membership.reason')}
          description={text('membership.reason.note')}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing && text('membership.reason.missing')}
        />
        {reject.error && <ProblemNotice error={reject.error} />}
        <div>
          <Button type="submit" variant="default" loading={reject.isPending}>
            {text('membership.reject')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

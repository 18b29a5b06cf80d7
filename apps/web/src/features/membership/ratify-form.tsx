import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TextAreaField, TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { Membership } from './memberships.js';
import { useRatify } from './membership-verbs.js';

/** Records what the General Assembly resolved. */
export function RatifyForm({ membership }: { membership: Membership }) {
  const text = useText();
  const [ratified, setRatified] = useState(true);
  const [decidedOn, setDecidedOn] = useState('');
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const ratify = useRatify(membership);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = decidedOn === '' || reference.trim() === '' || (!ratified && reason.trim() === '');
    setMissing(isEmpty);
    if (!isEmpty) ratify.mutate({ ratified, decidedOn, reference, reason: ratified ? null : reason });
  };
  return (
    <Panel title={text('membership.ratify')}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <fieldset className={forms.group}>
          <legend className={forms.legend}>{text('membership.ratify.legend')}</legend>
          <div className={forms.checks}>
            {[true, false].map((each) => (
              <label key={String(each)} className={forms.check}>
                <input
                  type="radio"
                  name="ratified"
                  checked={ratified === each}
                  onChange={() => setRatified(each)}
                />
                {text(each ? 'membership.ratify.yes' : 'membership.ratify.no')}
              </label>
            ))}
          </div>
        </fieldset>
        <TextField
          name="decided-on"
          type="date"
          label={text('membership.ratify.decided-on')}
          value={decidedOn}
          onChange={(event) => setDecidedOn(event.currentTarget.value)}
        />
        <TextField
          name="resolution"
          label={text('membership.ratify.reference')}
          description={text('membership.ratify.reference.note')}
          maxLength={120}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {!ratified && (
          <TextAreaField
            name="declined-because"
            label={text('membership.reason')}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {isMissing && (
          <p role="alert" className={forms.wrong}>
            {text('membership.date-and-reference.missing')}
          </p>
        )}
        {ratify.error && <ProblemNotice error={ratify.error} />}
        <div>
          <Button type="submit" loading={ratify.isPending}>
            {text('membership.ratify.record')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { formatMoney } from '../../lib/money.js';
import type { Membership } from './memberships.js';
import { useReceiveFee } from './membership-verbs.js';

/** Records that the fee which is due was received. */
export function ReceiveFeeForm({ membership }: { membership: Membership }) {
  const text = useText();
  const { locale } = useIntl();
  const [receivedOn, setReceivedOn] = useState('');
  const [reference, setReference] = useState('');
  const [isMissing, setMissing] = useState(false);
  const receive = useReceiveFee(membership);
  const { feeDue } = membership;
  if (!feeDue) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = receivedOn === '' || reference.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) receive.mutate({ amount: feeDue, receivedOn, reference });
  };
  return (
    <Panel title={text('membership.fee.received')}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <p>
          {text('membership.fee.due')}: <strong>{formatMoney(feeDue, locale)}</strong>
        </p>
        <TextField
          name="received-on"
          type="date"
          label={text('membership.fee.received-on')}
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
        />
        <TextField
          name="reference"
          label={text('membership.fee.reference')}
          maxLength={120}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {isMissing && (
          <p role="alert" className={forms.wrong}>
            {text('membership.date-and-reference.missing')}
          </p>
        )}
        {receive.error && <ProblemNotice error={receive.error} />}
        <div>
          <Button type="submit" loading={receive.isPending}>
            {text('membership.fee.received')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

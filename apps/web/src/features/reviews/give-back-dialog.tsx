import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../components/dialog.js';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { type ReviewDetail, useGiveBack } from './reviews.js';
import styles from './reviews.module.css';

/** Why a review is given back: the reason goes to who runs the call. */
export function GiveBackDialog(props: {
  review: ReviewDetail;
  verb: 'decline' | 'declare-conflict';
  onClose: () => void;
}) {
  const { review, verb, onClose } = props;
  const text = useText();
  const { locale } = useIntl();
  const [reason, setReason] = useState('');
  const give = useGiveBack(review);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '')
      give.mutate({ verb, body: { reason, language: locale } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={text(`reviews.do.${verb}`)} onClose={onClose}>
      <form className={forms.form} onSubmit={send} noValidate>
        <p>{text(`reviews.do.${verb}.text`)}</p>
        <TextAreaField
          name="reason"
          label={text('reviews.reason')}
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {give.error && <ProblemNotice error={give.error} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={give.isPending} disabled={reason.trim() === ''}>
            {text(`reviews.do.${verb}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../components/dialog.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import styles from './projects.module.css';
import { type Milestone, type Project, useMilestoneStep } from './projects.js';

/** Another day, and why: the officer answers. */
export function AskDayDialog(props: { project: Project; milestone: Milestone; onClose: () => void }) {
  const { project, milestone, onClose } = props;
  const text = useText();
  const { locale } = useIntl();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [language, setLanguage] = useState(locale);
  const send = useMilestoneStep(project, milestone);
  const isMissing = day === '' || reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing) return;
    send.mutate({ verb: 'ask-day', body: { day, reason, language } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={text('projects.do.ask-day')} onClose={onClose}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextField
          name="day"
          type="date"
          label={text('projects.new-day')}
          description={text('projects.zone', { zone: project.zone })}
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextAreaField
          name="reason"
          label={text('projects.reason')}
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextLanguageField
          name="reason-language"
          label={text('projects.language')}
          value={language}
          onChange={setLanguage}
        />
        {send.error && <ProblemNotice error={send.error} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={send.isPending} disabled={isMissing}>
            {text('projects.do.ask-day')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

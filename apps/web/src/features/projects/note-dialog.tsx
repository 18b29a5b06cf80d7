import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../components/dialog.js';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import styles from './projects.module.css';

/** Some words with a step, and the language they are in. */
export function NoteDialog(props: {
  title: string;
  lead?: string;
  label: string;
  isRequired: boolean;
  send: { isPending: boolean; error: unknown };
  onSend: (note: string, language: string) => void;
  onClose: () => void;
}) {
  const { title, lead, label, isRequired, send, onSend, onClose } = props;
  const text = useText();
  const { locale } = useIntl();
  const [note, setNote] = useState('');
  const [language, setLanguage] = useState(locale);
  const isMissing = isRequired && note.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) onSend(note, language);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={forms.form} onSubmit={submit} noValidate>
        {lead && <p>{lead}</p>}
        <TextAreaField
          name="note"
          label={label}
          required={isRequired}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextLanguageField
          name="note-language"
          label={text('projects.language')}
          value={language}
          onChange={setLanguage}
        />
        {send.error !== null && <ProblemNotice error={send.error} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={send.isPending} disabled={isMissing}>
            {title}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

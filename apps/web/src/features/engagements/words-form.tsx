import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import type { MessageId } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';

interface Said {
  words: string;
  language: string;
}

/** Opens to take a few words in the reader's language, for whatever is done with them. */
export function WordsForm(props: {
  name: string;
  open: MessageId;
  label: MessageId;
  send: MessageId;
  isPending: boolean;
  error: unknown;
  tone?: 'danger';
  onSend: (said: Said, close: () => void) => void;
  children?: ReactNode;
}) {
  const { name, open, label, send, isPending, error, tone, onSend, children } = props;
  const text = useText();
  const { locale } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  if (!isOpen) {
    return (
      <div>
        <Button variant="default" {...(tone && { color: tone })} onClick={() => setOpen(true)}>
          {text(open)}
        </Button>
      </div>
    );
  }
  const close = () => {
    setOpen(false);
    setWords('');
  };
  return (
    <form
      noValidate
      className={forms.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') onSend({ words, language: locale }, close);
      }}
    >
      <TextAreaField
        name={name}
        label={text(label)}
        minRows={2}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {children}
      {Boolean(error) && <ProblemNotice error={error} />}
      <div className={forms.bar}>
        <Button
          type="submit"
          loading={isPending}
          disabled={words.trim() === ''}
          {...(tone && { color: tone })}
        >
          {text(send)}
        </Button>
        <Button variant="subtle" onClick={close}>
          {text('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

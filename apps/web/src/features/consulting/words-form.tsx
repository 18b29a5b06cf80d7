import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { Words } from './consulting-way.js';

/** Words that go with a step; an empty one is refused beside the field. */
export function WordsForm(props: {
  name: string;
  label: string;
  action: string;
  isPending: boolean;
  error: unknown;
  onSend: (said: Words) => void;
}) {
  const { name, label, action, isPending, error, onSend } = props;
  const text = useText();
  const { locale } = useIntl();
  const [words, setWords] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const send = () => {
    setEmpty(words.trim() === '');
    if (words.trim() !== '') onSend({ words, language: locale });
  };
  return (
    <div className={forms.form}>
      <TextAreaField
        name={name}
        label={label}
        minRows={2}
        maxLength={4000}
        value={words}
        onChange={(event) => {
          setEmpty(false);
          setWords(event.currentTarget.value);
        }}
        error={isEmpty ? text('way.words-missing') : undefined}
      />
      <div>
        <Button variant="default" loading={isPending} onClick={send}>
          {action}
        </Button>
      </div>
      {Boolean(error) && <ProblemNotice error={error} />}
    </div>
  );
}

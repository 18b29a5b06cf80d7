import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import { useDraft } from '../../lib/use-draft.js';
import type { Said } from './applications.js';
import { useOwnLanguage } from './own-language.js';

const MAX_WORDS = 2_000;

interface Sending {
  mutateAsync: (said: Said) => Promise<unknown>;
  error: unknown;
  isPending: boolean;
}

/** Words to somebody else, in a language that is named. They are kept on this device until they were sent. */
export function WordsForm(props: {
  /** Also the id of the field; one of it on a screen. */
  name: string;
  /** What the words belong to: the id of the record. */
  about: string;
  label: string;
  note?: string;
  missing: string;
  submit: string;
  verb: Sending;
  isQuiet?: boolean;
  children?: ReactNode;
}) {
  const { name, about, label, note, missing, submit, verb, isQuiet, children } = props;
  const text = useText();
  const me = useMe();
  const [words, setWords, clear] = useDraft(`${me.id}/admission/${about}/${name}`);
  const [language, setLanguage] = useState(useOwnLanguage());
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = words.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) document.getElementById(name)?.focus();
    else void verb.mutateAsync({ text: words.trim(), language }).then(clear, () => undefined);
  };
  return (
    <form className={forms.form} onSubmit={send} noValidate>
      <TextAreaField
        name={name}
        label={label}
        description={note}
        lang={language}
        dir="auto"
        maxLength={MAX_WORDS}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={isMissing && words.trim() === '' && missing}
      />
      <TextLanguageField
        name={`${name}-language`}
        label={text('admission.language')}
        value={language}
        onChange={setLanguage}
      />
      {children}
      {verb.error !== null && <ProblemNotice error={verb.error} />}
      <div>
        <Button type="submit" variant={isQuiet ? 'default' : 'filled'} loading={verb.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

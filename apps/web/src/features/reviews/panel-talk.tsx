import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { TextAreaField } from '../../components/field.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';

interface Comment {
  id: string;
  from: string;
  body: string;
  language: string;
  createdAt: string;
}

/** What a panel says to each other; it grows and is never changed. */
export function PanelTalk(props: {
  comments: readonly Comment[];
  isSending: boolean;
  error: unknown;
  onSay: (said: { body: string; language: string }) => Promise<unknown>;
}) {
  const { comments, isSending, error, onSay } = props;
  const text = useText();
  const { locale } = useIntl();
  const [body, setBody] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() === '') return;
    void onSay({ body, language: locale }).then(
      () => setBody(''),
      () => undefined,
    );
  };
  return (
    <Panel
      title={text('reviews.discussion')}
      rows={comments.map(({ id, from, body: words, language, createdAt }) => (
        <li key={id} className={record.entry}>
          <span className={record.sub}>
            {from} · <LocalTime at={createdAt} />
          </span>
          <LangText as="p" language={language} className={record.prose}>
            {words}
          </LangText>
        </li>
      ))}
    >
      <form className={forms.form} onSubmit={send} noValidate>
        <TextAreaField
          name="comment-body"
          label={text('reviews.say')}
          minRows={2}
          maxLength={10_000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {error !== null && error !== undefined && <ProblemNotice error={error} />}
        <div>
          <Button type="submit" variant="default" loading={isSending} disabled={body.trim() === ''}>
            {text('reviews.say.send')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

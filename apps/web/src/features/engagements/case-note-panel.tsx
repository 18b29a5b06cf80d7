import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField, TextField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { type Engagement, useConsent, useDraftNote } from './engagements.js';

/** What others may learn: written without names, in the library once both agree to the words. */
export function CaseNotePanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const consent = useConsent(engagement);
  const { caseNote: note, abilities } = engagement;
  if (!note && !abilities.draftNote) return null;
  return (
    <Panel title={text('engagements.note')}>
      <div className={forms.form}>
        <p className={forms.note}>
          {text(note?.publishedAt ? 'engagements.note.published' : 'engagements.note.text')}
        </p>
        {note && (
          <LangText as="div" language={note.language}>
            <p className={record.strong}>{note.title}</p>
            <p className={record.message}>{note.question}</p>
            <p className={record.message}>{note.answer}</p>
          </LangText>
        )}
        {consent.error && <ProblemNotice error={consent.error} />}
        {abilities.consentToNote && (
          <div>
            <Button loading={consent.isPending} onClick={() => consent.mutate(undefined)}>
              {text('engagements.do.consent')}
            </Button>
          </div>
        )}
        {abilities.draftNote && <DraftForm engagement={engagement} />}
      </div>
    </Panel>
  );
}

function DraftForm({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const { locale } = useIntl();
  const note = engagement.caseNote;
  const [title, setTitle] = useState(note?.title ?? '');
  const [question, setQuestion] = useState(note?.question ?? '');
  const [answer, setAnswer] = useState(note?.answer ?? '');
  const draft = useDraftNote(engagement);
  const errorOf = (field: 'title' | 'question' | 'answer') =>
    draft.error instanceof ApiProblem &&
    draft.error.faults.some(({ pointer }) => pointer === `/${field}`) &&
    text('problem.case-note/names-somebody');
  const isReady = [title, question, answer].every((part) => part.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady)
      draft.mutate({ title, question, answer, language: note?.language ?? locale, areas: engagement.areas });
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <TextField
        name="note-title"
        label={text('engagements.note.title')}
        maxLength={200}
        value={title}
        error={errorOf('title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextAreaField
        name="note-question"
        label={text('engagements.note.question')}
        minRows={2}
        maxLength={10_000}
        value={question}
        error={errorOf('question')}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <TextAreaField
        name="note-answer"
        label={text('engagements.note.answer')}
        minRows={2}
        maxLength={10_000}
        value={answer}
        error={errorOf('answer')}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {draft.error && <ProblemNotice error={draft.error} />}
      <div>
        <Button type="submit" variant="default" disabled={!isReady} loading={draft.isPending}>
          {text('engagements.do.draft-note')}
        </Button>
      </div>
    </form>
  );
}

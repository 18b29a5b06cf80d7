import { Button } from '@mantine/core';
import { useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { FileLink } from '../../files/file-link.js';
import { FileUpload } from '../../files/file-upload.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { type Deliverable, type Engagement, useDeliverableStep } from './engagements.js';
import { DELIVERABLE_TONES } from './tones.js';
import { WordsForm } from './words-form.js';

/** What is handed over, and what was said to it. */
export function DeliverablesPanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  return (
    <Panel
      title={text('engagements.deliverables')}
      rows={engagement.deliverables.map((deliverable) => (
        <Row key={deliverable.id} engagement={engagement} deliverable={deliverable} />
      ))}
    />
  );
}

function Row({ engagement, deliverable }: { engagement: Engagement; deliverable: Deliverable }) {
  const text = useText();
  const step = useDeliverableStep(engagement, deliverable.id);
  const [files, setFiles] = useState<{ id: string; name: string }[]>([]);
  const { abilities, language } = engagement;
  const { state, steps, dueDay, revisions, title } = deliverable;
  const maySubmit = abilities.submit && (state === 'due' || state === 'revision');
  return (
    <li className={record.entry}>
      <div className={record.head}>
        <LangText language={language} className={record.strong}>
          {title}
        </LangText>
        <Tag tone={DELIVERABLE_TONES[state]}>{text(`engagements.deliverable.${state}`)}</Tag>
      </div>
      <span className={record.sub}>
        {dueDay && (
          <>
            {text('engagements.due')} <LocalTime at={dueDay} /> ·{' '}
          </>
        )}
        {text('engagements.revisions', { count: revisions })}
      </span>
      {steps.map(({ verb, words, language: written, files: attached, at }) => (
        <div key={at}>
          <span className={record.sub}>
            {text(`engagements.step.${verb}`)} · <LocalTime at={at} />
          </span>
          {words && (
            <LangText as="p" language={written ?? language} className={record.message}>
              {words}
            </LangText>
          )}
          {attached.map((file) => (
            <FileLink key={file.id} file={{ ...file, scanned: 'clean' }} />
          ))}
        </div>
      ))}
      {step.error && <ProblemNotice error={step.error} />}
      {maySubmit && (
        <WordsForm
          name={`submit-${deliverable.id}`}
          open="engagements.do.submit"
          label="engagements.words"
          send="engagements.do.submit"
          isPending={step.isPending}
          error={null}
          onSend={({ words, language: written }, close) =>
            step.mutate(
              { verb: 'submit', body: { words, language: written, fileIds: files.map(({ id }) => id) } },
              {
                onSuccess: () => {
                  close();
                  // Another submission, after a revision, begins without them.
                  setFiles([]);
                },
              },
            )
          }
        >
          <FileUpload
            purpose="engagement-deliverable"
            label={text('engagements.file')}
            onUploaded={(file) => setFiles([...files, file])}
          />
          {files.map(({ id, name }) => (
            <span key={id} className={forms.note}>
              {name}
            </span>
          ))}
        </WordsForm>
      )}
      {abilities.answer && state === 'submitted' && (
        <>
          <div>
            <Button loading={step.isPending} onClick={() => step.mutate({ verb: 'accept' })}>
              {text('engagements.do.accept')}
            </Button>
          </div>
          {revisions < 2 && (
            <WordsForm
              name={`revision-${deliverable.id}`}
              open="engagements.do.ask-revision"
              label="engagements.missing"
              send="engagements.do.ask-revision"
              isPending={step.isPending}
              error={null}
              onSend={({ words, language: written }, close) =>
                step.mutate(
                  { verb: 'ask-revision', body: { words, language: written } },
                  { onSuccess: close },
                )
              }
            />
          )}
        </>
      )}
    </li>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { type Panel as DeskPanel, type Sheet, usePanelStep } from './reviews.js';
import styles from './reviews.module.css';

interface StepProps {
  sheet: Sheet;
  panel: DeskPanel;
}

/** What the desk may do with a proposal now. */
export function StepForms({ sheet, panel }: StepProps) {
  const { screen, readmit, requestRevision, fulfil } = panel.abilities;
  return (
    <>
      {screen && <ScreeningForm sheet={sheet} panel={panel} />}
      {readmit && <ReadmitForm sheet={sheet} panel={panel} />}
      {requestRevision && <DiscussionEnd sheet={sheet} panel={panel} />}
      {fulfil && <FulfilForm sheet={sheet} panel={panel} />}
    </>
  );
}

/** Says that the proposal was changed since its reader began to write of it. */
function Newer({ panel, written }: { panel: DeskPanel; written: string }) {
  const text = useText();
  const [read, setRead] = useState(panel.version);
  // Who has written nothing yet goes by what stands there now.
  if (written === '' && read !== panel.version) setRead(panel.version);
  if (written === '' || read === panel.version) return null;
  return (
    <Callout tone="warning" announce>
      {text('forms.changed-elsewhere')}
    </Callout>
  );
}

function ScreeningForm({ sheet, panel }: StepProps) {
  const text = useText();
  const { locale, formatList } = useIntl();
  const row = sheet.rows.find(({ proposalId }) => proposalId === panel.proposalId);
  const [unmet = sheet.eligibility[0]?.number] = row?.unmetRules ?? [];
  const [rule, setRule] = useState(String(unmet ?? ''));
  const [fields, setFields] = useState('');
  const [words, setWords] = useState('');
  const step = usePanelStep({ id: sheet.callId, proposalId: panel.proposalId });
  const said = { words: words || null, language: locale };
  const asked = fields.split(/[\s,]+/).filter((field) => field !== '');
  return (
    <Panel title={text('reviews.screening')}>
      <div className={forms.form}>
        <Button
          loading={step.isPending}
          onClick={() => step.mutate({ verb: 'screen', body: { verb: 'eligible' } })}
        >
          {text('reviews.do.eligible')}
        </Button>
        <Newer panel={panel} written={words + fields} />
        <TextAreaField
          name="words"
          label={text('reviews.words')}
          minRows={2}
          maxLength={4000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {sheet.eligibility.length > 0 && (
          <>
            {row && row.unmetRules.length > 0 && (
              <p>{text('reviews.rules.unmet', { rules: formatList(row.unmetRules.map(String)) })}</p>
            )}
            <NativeSelect
              label={text('reviews.rule')}
              value={rule}
              onChange={(event) => setRule(event.currentTarget.value)}
              data={sheet.eligibility.map(({ number, words: says }) => ({
                value: String(number),
                label: `${number}. ${says}`,
              }))}
            />
            <Button
              variant="default"
              onClick={() =>
                step.mutate({
                  verb: 'screen',
                  body: { verb: 'not-eligible', ruleNumber: Number(rule), ...said },
                })
              }
            >
              {text('reviews.do.not-eligible')}
            </Button>
          </>
        )}
        <TextField
          name="fields"
          label={text('reviews.fields')}
          description={text('reviews.fields.note')}
          value={fields}
          onChange={(event) => setFields(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={asked.length === 0 || words.trim() === ''}
          onClick={() => step.mutate({ verb: 'screen', body: { verb: 'ask-more', fields: asked, ...said } })}
        >
          {text('reviews.do.ask-more')}
        </Button>
        {step.error && <ProblemNotice error={step.error} />}
      </div>
    </Panel>
  );
}

function ReadmitForm({ sheet, panel }: StepProps) {
  const text = useText();
  const step = usePanelStep({ id: sheet.callId, proposalId: panel.proposalId });
  return (
    <Panel title={text('reviews.screening')}>
      <Button
        variant="default"
        loading={step.isPending}
        onClick={() => step.mutate({ verb: 'screen', body: { verb: 'readmit' } })}
      >
        {text('reviews.do.readmit')}
      </Button>
      {step.error && <ProblemNotice error={step.error} />}
    </Panel>
  );
}

function FulfilForm({ sheet, panel }: StepProps) {
  const text = useText();
  const step = usePanelStep({ id: sheet.callId, proposalId: panel.proposalId });
  return (
    <Panel title={text('reviews.conditions')}>
      <p>{text('reviews.do.fulfil.text')}</p>
      <Button loading={step.isPending} onClick={() => step.mutate({ verb: 'fulfil' })}>
        {text('reviews.do.fulfil')}
      </Button>
      {step.error && <ProblemNotice error={step.error} />}
    </Panel>
  );
}

function DiscussionEnd({ sheet, panel }: StepProps) {
  const text = useText();
  const { locale } = useIntl();
  const [words, setWords] = useState('');
  const [day, setDay] = useState('');
  const step = usePanelStep({ id: sheet.callId, proposalId: panel.proposalId });
  const revise = () =>
    step.mutate({
      verb: 'revise',
      body: { words, language: locale, dueAt: new Date(`${day}T23:59:59`).toISOString() },
    });
  return (
    <Panel title={text('reviews.discussion.end')}>
      <div className={forms.form}>
        <Button loading={step.isPending} onClick={() => step.mutate({ verb: 'ready' })}>
          {text('reviews.do.ready')}
        </Button>
        <Newer panel={panel} written={words + day} />
        <TextAreaField
          name="revision-words"
          label={text('reviews.revision.words')}
          minRows={2}
          maxLength={4000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TextField
          name="revision-day"
          type="date"
          label={text('reviews.revision.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button variant="default" disabled={words.trim() === '' || day === ''} onClick={revise}>
            {text('reviews.do.revise')}
          </Button>
        </div>
        {step.error && <ProblemNotice error={step.error} />}
      </div>
    </Panel>
  );
}

import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { type Engagement, useDecideDispute, useDispute } from './engagements.js';
import { WordsForm } from './words-form.js';

const OUTCOMES = ['resume', 'settle', 'call-off'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What was disputed and decided; for the chair, the decision. */
export function DisputePanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const decide = useDecideDispute(engagement);
  const [outcome, setOutcome] = useState<Outcome>('resume');
  const { disputes, abilities, state } = engagement;
  if (disputes.length === 0) return null;
  return (
    <>
      {state === 'disputed' && <Callout tone="warning">{text('engagements.frozen')}</Callout>}
      <Panel
        title={text('engagements.dispute')}
        rows={disputes.map((dispute) => (
          <li key={dispute.id} className={record.entry}>
            <span className={record.sub}>
              {text(`engagements.side.${dispute.side}`)} · <LocalTime at={dispute.createdAt} />
            </span>
            <LangText as="p" language={dispute.language} className={record.message}>
              {dispute.reason}
            </LangText>
            {dispute.outcome ? (
              <>
                <span className={record.strong}>{text(`engagements.outcome.${dispute.outcome}`)}</span>
                <LangText as="p" language={dispute.decisionLanguage ?? 'en'} className={record.message}>
                  {dispute.decision}
                </LangText>
              </>
            ) : (
              <span className={record.sub}>
                {text('engagements.decision-due')} <LocalTime at={dispute.dueAt} as="deadline" />
                {!dispute.isCalendarKnown && ` · ${text('engagements.no-calendar')}`}
              </span>
            )}
          </li>
        ))}
      >
        {abilities.decide && (
          <WordsForm
            name="decision"
            open="engagements.do.decide"
            label="engagements.decision"
            send="engagements.do.decide"
            isPending={decide.isPending}
            error={decide.error}
            onSend={(said) => decide.mutate({ ...said, outcome })}
          >
            <NativeSelect
              label={text('engagements.outcome')}
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
              data={OUTCOMES.map((value) => ({ value, label: text(`engagements.outcome.${value}`) }))}
            />
          </WordsForm>
        )}
      </Panel>
    </>
  );
}

/** The way to the chair, below everything else: nobody comes here by mistake. */
export function RaiseDispute({ engagement }: { engagement: Engagement }) {
  const raise = useDispute(engagement);
  if (!engagement.abilities.dispute) return null;
  return (
    <WordsForm
      name="dispute"
      open="engagements.do.dispute"
      label="engagements.dispute.reason"
      send="engagements.do.dispute"
      tone="danger"
      isPending={raise.isPending}
      error={raise.error}
      onSend={({ words, language }) => raise.mutate({ reason: words, language })}
    />
  );
}

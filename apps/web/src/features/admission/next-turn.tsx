import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useAnswer, useAppeal, useNameRecommender } from './admission-verbs.js';
import styles from './admission.module.css';
import type { Application } from './applications.js';
import { OrganizationSelect } from './organization-select.js';
import { WordsForm } from './words-form.js';

/** Whose turn it is, until when, and, where it is the applicant's, what to do. */
export function NextTurn({ application }: { application: Application }) {
  switch (application.status) {
    case 'waiting-for-recommendation':
      return application.abilities.nameRecommender && application.waitsFor === 'applicant' ? (
        <AnotherRecommender application={application} />
      ) : (
        <RecommenderHasIt application={application} />
      );
    case 'your-answer-needed':
      return <Answer application={application} />;
    case 'not-admitted':
      return <Refused application={application} />;
    case 'under-review':
    case 'appeal-under-review':
      return <OfficeHasIt application={application} />;
    case 'not-sent':
    case 'admitted':
    case 'withdrawn':
      return null;
  }
}

function RecommenderHasIt({ application }: { application: Application }) {
  const text = useText();
  const rich = useRichText();
  const { recommender, request } = application;
  return (
    <Callout tone="info" title={text('admission.turn.recommender', { name: recommender?.name })}>
      {request && (
        <p>
          {rich('admission.turn.recommender.until', {
            time: <LocalTime key="time" at={request.dueAt} as="deadline" />,
          })}
        </p>
      )}
      <p>{text('admission.turn.told')}</p>
    </Callout>
  );
}

function OfficeHasIt({ application }: { application: Application }) {
  const text = useText();
  const rich = useRichText();
  const { status, waitsFor, since } = application;
  const who =
    status === 'appeal-under-review' ? 'appeal' : waitsFor === 'reviewers' ? 'reviewers' : 'secretariat';
  return (
    <Callout tone="info" title={text(`admission.turn.${who}`)}>
      <p>{text(`admission.turn.${who}.text`)}</p>
      <p>{rich('admission.turn.since', { time: <LocalTime key="time" at={since} as="deadline" /> })}</p>
      <p>{text('admission.turn.told')}</p>
    </Callout>
  );
}

/** The words of the last one who used `verb`. */
function Words(props: { application: Application; verb: string }) {
  const step = props.application.story.findLast(({ verb }) => verb === props.verb);
  if (!step?.reason) return null;
  return (
    <LangText as="blockquote" language={step.language} className={styles.quote}>
      {step.reason}
    </LangText>
  );
}

function Answer({ application }: { application: Application }) {
  const text = useText();
  const answer = useAnswer(application);
  return (
    <Panel title={text('admission.answer.title')}>
      <div className={record.stack}>
        <Words application={application} verb="request-info" />
        {application.abilities.answer && (
          <WordsForm
            name="answer"
            about={application.id}
            label={text('admission.answer')}
            note={text('admission.answer.note')}
            missing={text('admission.answer.missing')}
            submit={text('admission.answer.submit')}
            verb={answer}
          />
        )}
      </div>
    </Panel>
  );
}

function Refused({ application }: { application: Application }) {
  const text = useText();
  const rich = useRichText();
  const appeal = useAppeal(application);
  return (
    <Panel title={text('admission.refused')}>
      <div className={record.stack}>
        <p>{text('admission.refused.reason')}</p>
        <Words application={application} verb="reject" />
        {application.abilities.appeal ? (
          <WordsForm
            name="appeal"
            about={application.id}
            label={text('admission.appeal')}
            note={text('admission.appeal.note')}
            missing={text('admission.appeal.missing')}
            submit={text('admission.appeal.submit')}
            verb={appeal}
          />
        ) : (
          <p>{text('admission.refused.final')}</p>
        )}
        {application.abilities.appeal && application.abilities.beginAnew && (
          <p>{text('admission.refused.anew.instead')}</p>
        )}
        {application.anewFrom !== null && !application.abilities.beginAnew && (
          <p>
            {rich('admission.refused.anew', {
              time: <LocalTime key="time" at={application.anewFrom} as="deadline" />,
            })}
          </p>
        )}
      </div>
    </Panel>
  );
}

/** The one that was asked does not recommend: the applicant names somebody else. */
function AnotherRecommender({ application }: { application: Application }) {
  const text = useText();
  const [id, setId] = useState('');
  const [isMissing, setMissing] = useState(false);
  const name = useNameRecommender(application);
  const { request, recommender } = application;
  const reason = request?.state === 'declined' ? 'declined' : 'expired';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(id === '');
    if (id === '') document.getElementById('recommenderId')?.focus();
    else name.mutate(id);
  };
  return (
    <Panel title={text(`admission.another.${reason}`, { name: recommender?.name })}>
      <div className={record.stack}>
        {request?.reason && (
          <LangText as="blockquote" language={request.language} className={styles.quote}>
            {request.reason}
          </LangText>
        )}
        <form className={forms.form} onSubmit={send} noValidate>
          <OrganizationSelect
            name="recommenderId"
            label={text('admission.another')}
            description={text('admission.field.recommenderId.note')}
            country={application.organization.country}
            value={id}
            chosen={null}
            onChange={setId}
            error={isMissing && id === '' ? text('admission.another.missing') : undefined}
          />
          {name.error !== null && <ProblemNotice error={name.error} />}
          <div>
            <Button type="submit" loading={name.isPending}>
              {text('admission.another.submit')}
            </Button>
          </div>
        </form>
      </div>
    </Panel>
  );
}

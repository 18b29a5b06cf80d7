import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { TextAreaField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import { useDraft } from '../../lib/use-draft.js';
import { useSubmitReview } from './admission-verbs.js';
import styles from './admission.module.css';
import { type Criterion, CRITERIA, type OwnReview, SCORES } from './applications.js';
import { useOwnLanguage } from './own-language.js';

const MAX_WORDS = 2_000;

/** Scores and words. All of it is kept on this device until it is handed in. */
export function ReviewForm({ review }: { review: OwnReview }) {
  const text = useText();
  const me = useMe();
  const draft = (part: string) => `${me.id}/review/${review.id}/${part}`;
  const [comment, setComment, clearComment] = useDraft(draft('comment'));
  const [note, setNote, clearNote] = useDraft(draft('note'));
  const [written, setWritten, clearScores] = useDraft(draft('scores'));
  const [language, setLanguage] = useState(useOwnLanguage());
  const [attempt, setAttempt] = useState(0);
  const submit = useSubmitReview(review);
  const scores = readScores(written);
  const missing = CRITERIA.filter((criterion) => scores[criterion] === undefined);
  const errors: FieldError[] =
    attempt > 0
      ? missing.map((criterion) => ({
          field: `${criterion}-1`,
          message: text('admission.review.missing', { name: text(`admission.review.${criterion}`) }),
        }))
      : [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const { novelty, market, smeBenefit } = scores;
    if (!novelty || !market || !smeBenefit) return;
    const body = { scores: { novelty, market, smeBenefit }, comment, note, language };
    const clear = () => [clearComment, clearNote, clearScores].forEach((each) => each());
    void submit.mutateAsync(body).then(clear, () => undefined);
  };
  return (
    <Panel title={text('admission.review.own')}>
      <form className={forms.form} onSubmit={send} noValidate>
        <ErrorSummary errors={errors} attempt={attempt} />
        {CRITERIA.map((criterion) => (
          <Scale
            key={criterion}
            criterion={criterion}
            value={scores[criterion]}
            onChange={(score) => setWritten(JSON.stringify({ ...scores, [criterion]: score }))}
          />
        ))}
        <TextAreaField
          name="comment"
          label={text('admission.review.comment')}
          description={text('admission.review.comment.note')}
          lang={language}
          dir="auto"
          maxLength={MAX_WORDS}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <TextAreaField
          name="note"
          label={text('admission.review.note')}
          lang={language}
          dir="auto"
          minRows={2}
          maxLength={MAX_WORDS}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextLanguageField
          name="review-language"
          label={text('admission.language')}
          value={language}
          onChange={setLanguage}
        />
        {submit.error !== null && <ProblemNotice error={submit.error} />}
        <div>
          <Button type="submit" loading={submit.isPending}>
            {text('admission.review.submit')}
          </Button>
          <p className={record.sub}>{text('admission.review.submit.note')}</p>
        </div>
      </form>
    </Panel>
  );
}

/** 1 to 5; the arrows move between them. What the ends mean stands below. */
function Scale(props: {
  criterion: Criterion;
  value: number | undefined;
  onChange: (score: number) => void;
}) {
  const { criterion, value, onChange } = props;
  const text = useText();
  return (
    <fieldset className={forms.group} aria-describedby={`${criterion}-ends`}>
      <legend className={forms.legend}>{text(`admission.review.${criterion}`)}</legend>
      <div className={forms.checks}>
        {SCORES.map((score) => (
          <label key={score} className={forms.check}>
            <input
              type="radio"
              id={`${criterion}-${score}`}
              name={criterion}
              value={score}
              checked={value === score}
              onChange={() => onChange(score)}
            />
            {score}
          </label>
        ))}
      </div>
      <p id={`${criterion}-ends`} className={styles.ends}>
        <span>1: {text(`admission.review.${criterion}.low`)}</span>
        <span>5: {text(`admission.review.${criterion}.high`)}</span>
      </p>
    </fieldset>
  );
}

type Written = Partial<Record<Criterion, number>>;

function readScores(written: string): Written {
  return written === '' ? {} : (JSON.parse(written) as Written);
}

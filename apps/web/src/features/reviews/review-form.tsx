import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { TextAreaField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { SavedState } from '../../components/saved-state.js';
import { Autosave } from '../../forms/autosave.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useAutosave } from '../../forms/use-autosave.js';
import { useSending } from '../../forms/use-sending.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';
import { formOf, reviewRecord, weightedTotal } from './review-record.js';
import { type ReviewDetail, reviewsKey } from './reviews.js';
import styles from './reviews.module.css';

type Criterion = ReviewDetail['criteria'][number];

/** The rubric. Every change is saved by itself; handing in is for good. */
export function ReviewForm({ review }: { review: ReviewDetail }) {
  const text = useText();
  const me = useMe();
  const organization = useActingOrganization();
  const [attempt, setAttempt] = useState(0);
  const { autosave, editing } = useAutosave(
    () => new Autosave(reviewRecord(me.id), { ...review, form: formOf(review) }, connectionState),
  );
  const submit = useSending(
    autosave,
    (id, version) =>
      read(
        api.POST('/api/v1/reviews/{id}/submit', {
          params: { path: { id }, header: ifMatch(version) },
          body: {},
        }),
      ),
    () => void queryClient.invalidateQueries({ queryKey: reviewsKey(organization.id) }),
  );
  const { form } = editing;
  const missing = review.criteria.filter(({ key }) => form.scores[key] === undefined);
  const errors: FieldError[] =
    attempt === 0
      ? []
      : missing.map(({ key, title, min }) => ({
          field: `${key}-${min}`,
          message: text('reviews.missing', { name: title }),
        }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (missing.length === 0) submit.mutate(undefined);
  };
  const total = weightedTotal(review.criteria, form.scores);
  return (
    <Panel title={text('reviews.rubric')} aside={<SavedState saved={editing.saved} />}>
      <form className={forms.form} onSubmit={send} noValidate>
        <ErrorSummary errors={errors} attempt={attempt} />
        {review.criteria.map((criterion) => (
          <Scale
            key={criterion.key}
            criterion={criterion}
            language={review.criteriaLanguage}
            value={form.scores[criterion.key]}
            onChange={(score) => autosave.set('scores', { ...form.scores, [criterion.key]: score })}
          />
        ))}
        <p className={styles.total} aria-live="polite">
          {total === null ? text('reviews.total.open') : text('reviews.total', { total })}
        </p>
        <TextAreaField
          name="comment"
          label={text('reviews.comment')}
          description={text('reviews.comment.note')}
          maxLength={10_000}
          value={form.comment}
          onChange={(event) => autosave.set('comment', event.currentTarget.value)}
        />
        <TextAreaField
          name="note"
          label={text('reviews.note')}
          description={text('reviews.note.note')}
          maxLength={10_000}
          minRows={2}
          value={form.note}
          onChange={(event) => autosave.set('note', event.currentTarget.value)}
        />
        <TextLanguageField
          name="review-language"
          label={text('reviews.language')}
          value={form.language}
          onChange={(language) => autosave.set('language', language)}
        />
        {submit.error && <ProblemNotice error={submit.error} />}
        <div>
          <Button type="submit" loading={submit.isPending}>
            {text('reviews.do.submit')}
          </Button>
          <p className={record.sub}>{text('reviews.do.submit.note')}</p>
        </div>
      </form>
    </Panel>
  );
}

/** Whole steps from end to end; what they mean stands below. */
function Scale(props: {
  criterion: Criterion;
  language: string;
  value: number | undefined;
  onChange: (score: number) => void;
}) {
  const { criterion, language, value, onChange } = props;
  const { key, title, weight, min, max, anchors } = criterion;
  const text = useText();
  const scores = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  return (
    <fieldset className={forms.group} aria-describedby={`${key}-anchors`}>
      <legend className={forms.legend}>
        <LangText language={language}>{title}</LangText>{' '}
        <span className={record.sub}>{text('reviews.weight', { weight })}</span>
      </legend>
      <div className={forms.checks}>
        {scores.map((score) => (
          <label key={score} className={forms.check}>
            <input
              type="radio"
              id={`${key}-${score}`}
              name={key}
              value={score}
              checked={value === score}
              onChange={() => onChange(score)}
            />
            {score}
          </label>
        ))}
      </div>
      <ul id={`${key}-anchors`} className={styles.anchors}>
        {anchors.map((anchor) => (
          <li key={anchor.score}>
            {anchor.score}: <LangText language={language}>{anchor.words}</LangText>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

import { Button } from '@mantine/core';
import { TextField } from '../../components/field.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { blankCriterion, freeKey } from './call-form.js';
import type { Criterion } from './call-requests.js';
import styles from './calls.module.css';
import { NumberField } from './number-field.js';
import { RemoveButton } from './remove-button.js';

const WHOLE = 100;

/** What reviewers score: names, weights that make a hundred, and words for the scores. */
export function CriteriaFields(props: {
  criteria: readonly Criterion[];
  language: string;
  onChange: (criteria: Criterion[]) => void;
}) {
  const { criteria, language, onChange } = props;
  const text = useText();
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return (
    <div className={forms.form}>
      {criteria.map((criterion, place) => (
        <CriterionFields
          key={criterion.key}
          number={place + 1}
          criterion={criterion}
          language={language}
          onChange={(changed) => onChange(criteria.with(place, changed))}
          onRemove={() => onChange(criteria.toSpliced(place, 1))}
        />
      ))}
      <div className={styles.bar}>
        <Button
          variant="default"
          onClick={() => {
            const key = freeKey(
              'criterion',
              criteria.map((criterion) => criterion.key),
            );
            onChange([...criteria, { ...blankCriterion(key), weight: Math.max(1, WHOLE - sum) }]);
          }}
        >
          {text('calls.criterion.add')}
        </Button>
        {criteria.length > 0 && (
          <span role="status" className={`${styles.sum} ${sum === WHOLE ? '' : styles.wrong}`}>
            {text('calls.weights', { sum })}
          </span>
        )}
      </div>
    </div>
  );
}

function CriterionFields(props: {
  number: number;
  criterion: Criterion;
  language: string;
  onChange: (criterion: Criterion) => void;
  onRemove: () => void;
}) {
  const { number, criterion, language, onChange, onRemove } = props;
  const text = useText();
  const { key, title, weight, anchors } = criterion;
  const label = text('calls.criterion', { number });
  const setAnchors = (next: Criterion['anchors']): void => onChange({ ...criterion, anchors: next });
  /** The ends of the scale carry their words with them. */
  const setEnd = (end: 'min' | 'max', score: number): void =>
    onChange({
      ...criterion,
      [end]: score,
      anchors: anchors.map((anchor) => (anchor.score === criterion[end] ? { ...anchor, score } : anchor)),
    });
  const free = Array.from(
    { length: Math.max(0, criterion.max - criterion.min) },
    (_, step) => criterion.min + step,
  ).find((score) => !anchors.some((anchor) => anchor.score === score));
  return (
    <div className={styles.item} role="group" aria-label={label}>
      <TextField
        name={key}
        label={label}
        lang={language}
        maxLength={200}
        value={title}
        onChange={(event) => onChange({ ...criterion, title: event.currentTarget.value })}
      />
      <div className={forms.pair}>
        <NumberField
          name={`${key}-weight`}
          label={text('calls.criterion.weight')}
          value={weight}
          onChange={(next) => onChange({ ...criterion, weight: next })}
        />
        <NumberField
          name={`${key}-min`}
          label={text('calls.criterion.min')}
          value={criterion.min}
          onChange={(score) => setEnd('min', score)}
        />
        <NumberField
          name={`${key}-max`}
          label={text('calls.criterion.max')}
          value={criterion.max}
          onChange={(score) => setEnd('max', score)}
        />
      </div>
      {anchors.map((anchor, place) => (
        <TextField
          key={anchor.score}
          name={`${key}-anchor-${anchor.score}`}
          label={text('calls.criterion.anchor', { score: anchor.score })}
          lang={language}
          maxLength={1_000}
          value={anchor.words}
          onChange={(event) =>
            setAnchors(anchors.with(place, { ...anchor, words: event.currentTarget.value }))
          }
        />
      ))}
      <div className={styles.bar}>
        {free !== undefined && (
          <Button
            variant="subtle"
            onClick={() =>
              setAnchors([...anchors, { score: free, words: '' }].sort((a, b) => a.score - b.score))
            }
          >
            {text('calls.criterion.more', { score: free })}
          </Button>
        )}
        <RemoveButton name={label} onClick={onRemove} />
      </div>
    </div>
  );
}

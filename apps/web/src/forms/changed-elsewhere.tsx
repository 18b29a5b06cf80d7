import { Button } from '@mantine/core';
import { useIntl } from 'react-intl';
import { Callout } from '../components/callout.js';
import { useText } from '../i18n/use-text.js';
import type { Editing } from './autosave.js';
import styles from './forms.module.css';

/** Says what somebody else changed while this form was open, and shows their words where ours stand. */
export function ChangedElsewhere<Form extends object>(props: {
  editing: Pick<Editing<Form>, 'takenOver' | 'clashes'>;
  nameOf: (field: keyof Form) => string;
  /** A value of the form in words. */
  show: (field: keyof Form, value: Form[keyof Form]) => string;
  /** Puts their value in the place of ours. */
  onTake?: (changes: Partial<Form>) => void;
}) {
  const { editing, nameOf, show, onTake } = props;
  const text = useText();
  const intl = useIntl();
  const { takenOver, clashes } = editing;
  if (takenOver.length + clashes.length === 0) return null;
  return (
    <Callout tone="warning" title={text('forms.changed-elsewhere')} announce>
      {takenOver.length > 0 && (
        <p>{text('forms.changed-elsewhere.taken', { fields: intl.formatList(takenOver.map(nameOf)) })}</p>
      )}
      {clashes.map(({ field, theirs }) => (
        <p key={String(field)} className={styles.theirs}>
          {text('forms.changed-elsewhere.clash', { field: nameOf(field), theirs: show(field, theirs) })}{' '}
          {onTake && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={text('forms.changed-elsewhere.take-of', { field: nameOf(field) })}
              onClick={() => {
                onTake({ [field]: theirs } as Partial<Form>);
                // The button goes with the clash.
                document.getElementById(String(field))?.focus();
              }}
            >
              {text('forms.changed-elsewhere.take')}
            </Button>
          )}
        </p>
      ))}
    </Callout>
  );
}

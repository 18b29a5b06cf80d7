import { useIntl } from 'react-intl';
import { Callout } from '../components/callout.js';
import { useText } from '../i18n/use-text.js';
import type { Editing } from './autosave.js';
import styles from './forms.module.css';

/** Says what somebody else changed while this form was open, and shows their words where ours stand. */
export function ChangedElsewhere<Form extends object>(props: {
  editing: Editing<Form>;
  nameOf: (field: keyof Form) => string;
  /** A value of the form in words. */
  show: (field: keyof Form, value: Form[keyof Form]) => string;
}) {
  const { editing, nameOf, show } = props;
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
          {text('forms.changed-elsewhere.clash', { field: nameOf(field), theirs: show(field, theirs) })}
        </p>
      ))}
    </Callout>
  );
}

import { type ReactNode, useId } from 'react';
import forms from '../../forms/forms.module.css';
import styles from './calls.module.css';

/** Yes or no, as a box of the browser. */
export function CheckField(props: {
  id?: string;
  label: ReactNode;
  description?: string;
  checked: boolean;
  onChange: (isChecked: boolean) => void;
}) {
  const { id, label, description, checked, onChange } = props;
  const noteId = useId();
  return (
    <div className={styles.checkField}>
      <label className={forms.check}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-describedby={description === undefined ? undefined : noteId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {description !== undefined && (
        <p id={noteId} className={forms.note}>
          {description}
        </p>
      )}
    </div>
  );
}

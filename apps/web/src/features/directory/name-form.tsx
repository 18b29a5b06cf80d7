import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { TextField } from '../../components/field.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { MAX_NAME } from './save-search-dialog.js';

/** Another name for something one keeps, in its place. */
export function NameForm(props: {
  label: string;
  name: string;
  isPending: boolean;
  onSave: (name: string) => void;
  onCancel: () => void;
}) {
  const { label, isPending, onSave, onCancel } = props;
  const text = useText();
  const id = useId();
  const [name, setName] = useState(props.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form noValidate className={forms.bar} onSubmit={submit}>
      <TextField
        name={id}
        aria-label={label}
        dir="auto"
        autoComplete="off"
        autoFocus
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name.trim() === '' && text('saved-search.name.missing')}
      />
      <Button type="submit" loading={isPending}>
        {text('kept.save')}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {text('action.cancel')}
      </Button>
    </form>
  );
}

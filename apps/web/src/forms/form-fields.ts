import type { ChangeEvent } from 'react';

/** What the fields of a form are given. */
export interface FormFields<Form> {
  form: Form;
  set: <Field extends keyof Form>(field: Field, value: Form[Field]) => void;
  /** What is wrong with a field, in words. */
  errorOf: (field: keyof Form) => string | undefined;
}

/** The fields of a form that hold one text. */
export type TextOf<Form> = { [Field in keyof Form]: Form[Field] extends string ? Field : never }[keyof Form] &
  string;

/** Tells the control of a text which field of the form it shows and changes. */
export function textOf<Form>({ form, set, errorOf }: FormFields<Form>) {
  return <Field extends TextOf<Form>>(field: Field) => ({
    name: field,
    value: form[field] as string,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      set(field, event.currentTarget.value as Form[Field]),
    error: errorOf(field),
  });
}

/** The same for words, which are in the language of the form whatever the language of the page. */
export function wordsOf<Form extends { language: string }>(fields: FormFields<Form>) {
  const textField = textOf(fields);
  return <Field extends TextOf<Form>>(field: Field) => ({
    ...textField(field),
    lang: fields.form.language,
    dir: 'auto' as const,
  });
}

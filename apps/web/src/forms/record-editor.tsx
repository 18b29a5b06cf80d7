import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Callout } from '../components/callout.js';
import { ErrorSummary, type FieldError } from '../components/error-summary.js';
import { PageTitle } from '../components/page-title.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { SavedState } from '../components/saved-state.js';
import type { Editing } from './autosave.js';
import { ChangedElsewhere } from './changed-elsewhere.js';
import forms from './forms.module.css';
import { useFieldErrors } from './use-field-errors.js';

/** Words of a record, written in one language. */
interface Written {
  language: string;
  title: string;
}
type Empty<Form> = { [Field in keyof Form]: Form[Field] extends string ? Field : never }[keyof Form];

interface Words<Form> {
  untitled: string;
  lead: string;
  nameOf: (field: keyof Form) => string;
  /** A value of the form in words, for showing what somebody else wrote. */
  show: (field: keyof Form, value: Form[keyof Form]) => string;
}

interface Finish<Form> {
  label: string;
  /** Fields without which it is not tried, in the order of the form, and what is said where one is empty. */
  needed: readonly { field: Empty<Form>; missing: string }[];
  isPending: boolean;
  error: unknown;
  run: () => void;
}

/** Writes a record that saves itself; when it is whole, `finish` sends it on its way, or `unready` says why not. */
export function RecordEditor<Form extends Written>(props: {
  editing: Editing<Form>;
  words: Words<Form>;
  /** What is said in place of the button, to whom may write but not send. */
  unready?: string | undefined;
  finish: Finish<Form>;
  fields: (errorOf: (field: keyof Form) => string | undefined) => ReactNode;
  /** Beside the form on wide screens. */
  aside?: ReactNode;
}) {
  const { editing, words, finish, unready, aside } = props;
  const { form, saved } = editing;
  const [attempt, setAttempt] = useState(0);
  const empty = finish.needed.filter(({ field }) => String(form[field]).trim() === '');
  const problem = finish.error ?? (saved.state === 'failed' ? editing.problem : null);
  const missing = empty.map(({ field, missing: message }): FieldError => ({ field: String(field), message }));
  const errors = useFieldErrors(form, problem, words.nameOf, attempt > 0 ? missing : []);
  const written = form.title.trim();
  const title = written || words.untitled;
  const page = (
    <div className={forms.form}>
      {unready !== undefined && <Callout tone="info">{unready}</Callout>}
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem !== null && errors.length === 0 && <ProblemNotice error={problem} />}
      <ChangedElsewhere editing={editing} nameOf={words.nameOf} show={words.show} />
      {props.fields((field) => errors.find((error) => error.field === field)?.message)}
    </div>
  );
  return (
    <form
      noValidate
      className={aside ? undefined : forms.page}
      onSubmit={(event) => {
        event.preventDefault();
        if (unready !== undefined) return;
        setAttempt(attempt + 1);
        if (empty.length === 0) finish.run();
      }}
    >
      <PageTitle
        title={title}
        heading={<span lang={written ? form.language : undefined}>{title}</span>}
        lead={words.lead}
        actions={
          <>
            <SavedState saved={saved} />
            {unready === undefined && (
              <Button type="submit" loading={finish.isPending}>
                {finish.label}
              </Button>
            )}
          </>
        }
      />
      {aside ? (
        <div className={forms.two}>
          {page}
          {aside}
        </div>
      ) : (
        page
      )}
    </form>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SavedState } from '../../components/saved-state.js';
import { Autosave } from '../../forms/autosave.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ApiProblem } from '../../lib/api-problem.js';
import type { ConsultingRequest } from './requests.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { RequestFields } from './request-fields.js';
import { blankRequest, formOf, type RequestForm, requestRecord } from './request-form.js';
import { RequestOutline } from './request-outline.js';
import { useSubmitRequest } from './submit-request.js';
import { useValueText } from './value-text.js';

/** Fields a submission needs, in the order of the form. */
const NEEDED = ['title', 'text'] as const satisfies (keyof RequestForm)[];

/** Writes a draft. There is no save button: every letter is kept, and the bar above says where. */
export function RequestEditor(props: { request: ConsultingRequest | null; onBegun: (id: string) => void }) {
  const { request, onBegun } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        requestRecord(me.id, organization.id),
        request
          ? { id: request.id, version: request.version, form: formOf(request) }
          : { id: null, version: null, form: blankRequest(locale) },
        connectionState,
      ),
  );
  const { form, id } = editing;
  const isUnknownToRoute = id !== null && request === null;
  useEffect(() => {
    if (isUnknownToRoute) onBegun(id);
  }, [isUnknownToRoute, id, onBegun]);

  const [attempt, setAttempt] = useState(0);
  const submit = useSubmitRequest(autosave);
  const problem = submit.error ?? (editing.saved.state === 'failed' ? editing.problem : null);
  const errors = useFieldErrors(form, problem, attempt > 0);
  const valueText = useValueText();
  const title = form.title.trim() || text('consulting.new');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (NEEDED.every((field) => form[field].trim() !== '')) submit.mutate();
      }}
    >
      <PageTitle
        title={title}
        heading={<span lang={form.title.trim() ? form.language : undefined}>{title}</span>}
        lead={text('consulting.editor.lead')}
        actions={
          <>
            <SavedState saved={editing.saved} />
            <Button type="submit" loading={submit.isPending}>
              {text('consulting.submit')}
            </Button>
          </>
        }
      />
      <div className={forms.two}>
        <div className={forms.form}>
          <ErrorSummary errors={errors} attempt={attempt} />
          {problem !== null && errors.length === 0 && <ProblemNotice error={problem} />}
          <ChangedElsewhere
            editing={editing}
            nameOf={(field) => text(`consulting.field.${field}`)}
            show={valueText}
          />
          <RequestFields
            form={form}
            set={(field, value) => {
              submit.reset();
              autosave.set(field, value);
            }}
            errorOf={(field) => errors.find((error) => error.field === field)?.message}
          />
        </div>
        <RequestOutline form={form} />
      </div>
    </form>
  );
}

/** What keeps the draft from being sent: empty fields after the first try, and what the server refused. */
function useFieldErrors(form: RequestForm, problem: unknown, hasTried: boolean): FieldError[] {
  const text = useText();
  const missing = hasTried ? NEEDED.filter((field) => form[field].trim() === '') : [];
  const errors: FieldError[] = missing.map((field) => ({
    field,
    message: text(`consulting.missing.${field}`),
  }));
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  for (const { pointer } of faults) {
    const [, field = ''] = pointer.split('/');
    if (!(field in form) || errors.some((error) => error.field === field)) continue;
    const name = text(`consulting.field.${field as keyof RequestForm}`);
    errors.push({ field, message: text('forms.refused', { field: name }) });
  }
  return errors;
}

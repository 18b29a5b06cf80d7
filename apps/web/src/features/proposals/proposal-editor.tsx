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
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import type { Proposal } from '../../lib/proposals.js';
import { blankProposal, formOf, type ProposalForm, proposalRecord } from './proposal-form.js';
import { ProposalFields } from './proposal-fields.js';
import { ProposalOutline } from './proposal-outline.js';
import { useSubmitProposal } from './submit-proposal.js';
import { useValueText } from './value-text.js';

/** Fields a submission needs, in the order of the form. */
const NEEDED = ['title', 'summary'] as const satisfies (keyof ProposalForm)[];

/** Writes a draft. There is no save button: every letter is kept, and the bar above says where. */
export function ProposalEditor(props: { proposal: Proposal | null; onBegun: (id: string) => void }) {
  const { proposal, onBegun } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        proposalRecord(me.id, organization.id),
        proposal
          ? { id: proposal.id, version: proposal.version, form: formOf(proposal) }
          : { id: null, version: null, form: blankProposal(locale) },
        connectionState,
      ),
  );
  const { form, id } = editing;
  const isUnknownToRoute = id !== null && proposal === null;
  useEffect(() => {
    if (isUnknownToRoute) onBegun(id);
  }, [isUnknownToRoute, id, onBegun]);

  const [attempt, setAttempt] = useState(0);
  const submit = useSubmitProposal(autosave);
  const problem = submit.error ?? (editing.saved.state === 'failed' ? editing.problem : null);
  const errors = useFieldErrors(form, problem, attempt > 0);
  const valueText = useValueText();
  const title = form.title.trim() || text('proposals.new');
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
        lead={text('proposals.editor.lead')}
        actions={
          <>
            <SavedState saved={editing.saved} />
            <Button type="submit" loading={submit.isPending}>
              {text('proposals.submit')}
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
            nameOf={(field) => text(`proposals.field.${field}`)}
            show={valueText}
          />
          <ProposalFields
            form={form}
            set={(field, value) => {
              submit.reset();
              autosave.set(field, value);
            }}
            errorOf={(field) => errors.find((error) => error.field === field)?.message}
          />
        </div>
        <ProposalOutline form={form} />
      </div>
    </form>
  );
}

/** What keeps the draft from being handed in: empty fields after the first try, and what the server refused. */
function useFieldErrors(form: ProposalForm, problem: unknown, hasTried: boolean): FieldError[] {
  const text = useText();
  const missing = hasTried ? NEEDED.filter((field) => form[field].trim() === '') : [];
  const errors = missing.map((field) => ({ field, message: text(`proposals.missing.${field}`) }));
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  for (const { pointer } of faults) {
    const [, field = ''] = pointer.split('/');
    if (!(field in form) || errors.some((error) => error.field === field)) continue;
    const name = text(`proposals.field.${field as keyof ProposalForm}`);
    errors.push({ field: field as 'title', message: text('forms.refused', { field: name }) });
  }
  return errors;
}

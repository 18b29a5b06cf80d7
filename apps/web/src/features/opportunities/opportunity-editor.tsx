import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
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
import type { Opportunity } from '../../lib/opportunities.js';
import { OpportunityFields } from './opportunity-fields.js';
import { blankOpportunity, formOf, type OpportunityForm, opportunityRecord } from './opportunity-form.js';
import { usePublishOpportunity } from './opportunity-verbs.js';

/** Fields that others need to understand what is sought, in the order of the form. */
const NEEDED = ['title', 'text'] as const satisfies (keyof OpportunityForm)[];

/**
 * Writes an opportunity. A draft saves itself; of a published one, which others read, changes go out when its
 * writer says so.
 */
export function OpportunityEditor(props: { opportunity: Opportunity | null; onBegun: (id: string) => void }) {
  const { opportunity, onBegun } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const navigate = useNavigate();
  const isPublished = opportunity?.state === 'published';
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        opportunityRecord(me.id, organization.id),
        opportunity
          ? { id: opportunity.id, version: opportunity.version, form: formOf(opportunity) }
          : { id: null, version: null, form: blankOpportunity(locale) },
        connectionState,
        !isPublished,
      ),
  );
  const { form, id } = editing;
  const isUnknownToRoute = id !== null && opportunity === null;
  useEffect(() => {
    if (isUnknownToRoute) onBegun(id);
  }, [isUnknownToRoute, id, onBegun]);

  const [attempt, setAttempt] = useState(0);
  const publish = usePublishOpportunity(autosave);
  const problem = publish.error ?? (editing.saved.state === 'failed' ? editing.problem : null);
  const errors = useFieldErrors(form, problem, attempt > 0);
  const leave = (opportunityId: string) =>
    navigate({
      to: '/o/$organization/opportunities/$opportunityId',
      params: { organization: organization.slug, opportunityId },
    });
  const finish = async () => {
    if (!isPublished) await publish.mutateAsync().then((published) => leave(published.id));
    else if (await autosave.save()) await leave(opportunity.id);
  };
  const title = form.title.trim() || text('opportunities.new');
  return (
    <form
      noValidate
      className={forms.page}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        // What is refused is told by `publish.error` and `editing.problem`.
        if (NEEDED.every((field) => form[field].trim() !== '')) finish().catch(() => undefined);
      }}
    >
      <PageTitle
        title={title}
        heading={<span lang={form.title.trim() ? form.language : undefined}>{title}</span>}
        lead={text(isPublished ? 'opportunities.editor.published' : 'opportunities.editor.draft')}
        actions={
          <>
            <SavedState saved={editing.saved} />
            <Button type="submit" loading={publish.isPending}>
              {text(isPublished ? 'opportunities.save' : 'opportunities.publish')}
            </Button>
          </>
        }
      />
      <div className={forms.form}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {problem !== null && errors.length === 0 && <ProblemNotice error={problem} />}
        <ChangedElsewhere
          editing={editing}
          nameOf={(field) => text(`opportunities.field.${field}`)}
          show={(_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other'))}
        />
        <OpportunityFields
          form={form}
          set={(field, value) => {
            publish.reset();
            autosave.set(field, value);
          }}
          errorOf={(field) => errors.find((error) => error.field === field)?.message}
        />
      </div>
    </form>
  );
}

/** What keeps it from being published: empty fields after the first try, and what the server refused. */
function useFieldErrors(form: OpportunityForm, problem: unknown, hasTried: boolean): FieldError[] {
  const text = useText();
  const missing = hasTried ? NEEDED.filter((field) => form[field].trim() === '') : [];
  const errors: FieldError[] = missing.map((field) => ({
    field,
    message: text(`opportunities.missing.${field}`),
  }));
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  for (const { pointer } of faults) {
    const [, field = ''] = pointer.split('/');
    if (!(field in form) || errors.some((error) => error.field === field)) continue;
    const name = text(`opportunities.field.${field as keyof OpportunityForm}`);
    errors.push({ field, message: text('forms.refused', { field: name }) });
  }
  return errors;
}

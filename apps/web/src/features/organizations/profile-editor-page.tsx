import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SavedState } from '../../components/saved-state.js';
import { Waiting } from '../../components/waiting.js';
import { Autosave } from '../../forms/autosave.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { type Profile, profileQuery } from '../../lib/organizations.js';
import { mayWrite } from '../../lib/rights.js';
import { ProfileFields } from './profile-fields.js';
import { blankProfile, formOf, isValid, type ProfileForm, profileRecord } from './profile-form.js';

const route = getRouteApi('/signed-in/o/$organization/organizations/$organizationId/profile');

/** Writes the profile of the acting organization. */
export function ProfileEditorPage() {
  const acting = useActingOrganization();
  const { organizationId } = route.useParams();
  const query = useQuery(profileQuery(acting.id, organizationId));
  if (organizationId !== acting.id || !mayWrite(acting, 'profile.update')) {
    return (
      <Navigate
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: acting.slug, organizationId }}
        replace
      />
    );
  }
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting rows={4} height={120} />;
  return <ProfileEditor profile={query.data} />;
}

/** Others read a profile and matching follows it, so changes go out together, when the writer says so. */
function ProfileEditor({ profile }: { profile: Profile | null }) {
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const acting = useActingOrganization();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const { autosave, editing } = useAutosave(() => {
    const start = profile
      ? { id: acting.id, version: profile.version, form: formOf(profile) }
      : { id: null, version: null, form: blankProfile(locale) };
    return new Autosave(profileRecord(me.id, acting.id), start, connectionState, false);
  });
  const { form, saved, problem } = editing;
  const errors = useFieldErrors(form, saved.state === 'failed' ? problem : null, attempt > 0);
  const save = async () => {
    const isSaved = await autosave.save();
    if (isSaved || !autosave.isDirty) {
      await navigate({
        to: '/o/$organization/organizations/$organizationId',
        params: { organization: acting.slug, organizationId: acting.id },
      });
    }
  };
  return (
    <form
      noValidate
      className={forms.page}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (isValid(form, 'capacity')) void save();
      }}
    >
      <PageTitle
        title={text('organizations.profile')}
        lead={text('organizations.profile.lead')}
        actions={
          <>
            <SavedState saved={saved} />
            <Button type="submit" loading={saved.state === 'saving'}>
              {text('organizations.profile.save')}
            </Button>
          </>
        }
      />
      <div className={forms.form}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {(saved.state === 'failed' || saved.state === 'offline') && errors.length === 0 && (
          <ProblemNotice error={problem} />
        )}
        <ChangedElsewhere
          editing={editing}
          nameOf={(field) => text(`organizations.field.${field}`)}
          show={(_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other'))}
        />
        <ProfileFields
          form={form}
          kind={acting.kind}
          set={(field, value) => autosave.set(field, value)}
          errorOf={(field) => errors.find((error) => error.field === field)?.message}
        />
      </div>
    </form>
  );
}

function useFieldErrors(form: ProfileForm, problem: unknown, hasTried: boolean): FieldError[] {
  const text = useText();
  const errors: FieldError[] = [];
  if (hasTried && !isValid(form, 'capacity')) {
    errors.push({ field: 'capacity', message: text('forms.whole-number') });
  }
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  for (const { pointer } of faults) {
    const [, field = ''] = pointer.split('/');
    if (!(field in form) || errors.some((error) => error.field === field)) continue;
    const name = text(`organizations.field.${field as keyof ProfileForm}`);
    errors.push({ field, message: text('forms.refused', { field: name }) });
  }
  return errors;
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { SavedState } from '../../components/saved-state.js';
import { Waiting } from '../../components/waiting.js';
import { Autosave } from '../../forms/autosave.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { useAutosave } from '../../forms/use-autosave.js';
import { useFieldErrors } from '../../forms/use-field-errors.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import { homeLanguage } from '../../lib/home-language.js';
import { useMe } from '../../lib/me.js';
import { type Organization, organizationQuery } from '../../lib/organizations.js';
import { mayWrite } from '../../lib/rights.js';
import { ClosePanel } from './close-panel.js';
import { isValidSetting, MAX_NAME, type SettingsForm, settingsOf, settingsRecord } from './settings-form.js';

/** Names, numbers and the end of the acting organization, for its owners. */
export function SettingsPage() {
  const text = useText();
  const acting = useActingOrganization();
  const { data: organization, error, refetch } = useQuery(organizationQuery(acting.id, acting.id));
  const params = { organization: acting.slug, organizationId: acting.id };
  if (!mayWrite(acting, 'organization.update')) {
    return <Navigate to="/o/$organization/organizations/$organizationId" params={params} replace />;
  }
  if (error && !organization) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!organization) return <Waiting rows={4} height={96} />;
  return (
    <div className={`${forms.page} ${record.stack}`}>
      <Settings organization={organization} />
      <Panel title={text('settings.elsewhere')}>
        <p className={record.line}>
          <Link to="/o/$organization/organizations/$organizationId/profile" params={params}>
            {text('settings.to-profile')}
          </Link>
          <Link to="/o/$organization/members" params={{ organization: acting.slug }}>
            {text('settings.to-members')}
          </Link>
        </p>
      </Panel>
      {acting.kind !== 'secretariat' && <ClosePanel organization={organization} />}
    </div>
  );
}

/** Sent when its writer says so: a name that is half typed must not become one the organization once had. */
function Settings({ organization }: { organization: Organization }) {
  const text = useText();
  const me = useMe();
  const [attempt, setAttempt] = useState(0);
  const { autosave, editing } = useAutosave(() => {
    const { id, version } = organization;
    const start = { id, version, form: settingsOf(organization) };
    return new Autosave(settingsRecord(me.id, id), start, connectionState, false);
  });
  const { form, saved, problem } = editing;
  const nameOf = (field: keyof SettingsForm) => text(`settings.field.${field}`);
  const wrong = (['name', 'aliases', 'website', 'emailDomain'] as const).filter(
    (field) => !isValidSetting(form, field),
  );
  const found = wrong.map((field) => ({ field, message: text(`settings.wrong.${field}`) }));
  const failed = saved.state === 'failed' || saved.state === 'offline' ? problem : null;
  const errors = useFieldErrors(form, failed, nameOf, attempt > 0 ? found : []);
  const field = (name: keyof Omit<SettingsForm, 'languages'>) => ({
    name,
    label: nameOf(name),
    value: form[name],
    error: errors.find((error) => error.field === name)?.message,
    onChange: (event: { currentTarget: { value: string } }) => autosave.set(name, event.currentTarget.value),
  });
  const home = homeLanguage(organization.country);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (wrong.length === 0) void autosave.save();
      }}
    >
      <PageTitle title={text('settings.title')} lead={text('settings.lead', { slug: organization.slug })} />
      <div className={forms.form}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {failed !== null && errors.length === 0 && <ProblemNotice error={failed} />}
        <ChangedElsewhere
          editing={editing}
          nameOf={nameOf}
          show={(_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other'))}
        />
        <div className={forms.section}>
          <TextField
            {...field('name')}
            required
            maxLength={MAX_NAME}
            description={text('settings.name.note')}
          />
          <TextField {...field('nameLocal')} lang={home ?? undefined} maxLength={MAX_NAME} />
          <TextAreaField
            {...field('aliases')}
            dir="auto"
            minRows={2}
            description={text('settings.aliases.note')}
          />
          <TextField {...field('adminRegion')} maxLength={MAX_NAME} />
          <LanguagesField
            name="languages"
            label={nameOf('languages')}
            value={form.languages}
            onChange={(languages) => autosave.set('languages', languages)}
            error={errors.find((error) => error.field === 'languages')?.message}
          />
          <TextField {...field('website')} type="url" inputMode="url" />
        </div>
        <div className={forms.section}>
          <p className={forms.note}>{text('settings.inside.note')}</p>
          <TextField {...field('registrationNumber')} maxLength={60} />
          <TextField
            {...field('emailDomain')}
            autoCapitalize="none"
            description={text('settings.emailDomain.note')}
          />
        </div>
        <div className={forms.bar}>
          <Button type="submit" loading={saved.state === 'saving'}>
            {text('settings.save')}
          </Button>
          <SavedState saved={saved} />
        </div>
      </div>
    </form>
  );
}

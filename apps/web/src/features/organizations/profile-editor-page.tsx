import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { ENTRY_KINDS_OF } from '#libs/contracts';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ProfileProgress } from '../../components/profile-progress.js';
import record from '../../components/record.module.css';
import { SavedState } from '../../components/saved-state.js';
import { Waiting } from '../../components/waiting.js';
import { Autosave } from '../../forms/autosave.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useFieldErrors } from '../../forms/use-field-errors.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { type Profile, profileQuery } from '../../lib/organizations.js';
import { entriesQuery } from '../../lib/profile-entries.js';
import { mayWrite } from '../../lib/rights.js';
import { FactNote } from './fact-note.js';
import { ProfileFields } from './profile-fields.js';
import { blankProfile, formOf, isValid, keepProfile, profileRecord, TEXT_FIELDS } from './profile-form.js';

/** Entries and translations stand below the profile itself, and so does what they need. */
const EntrySection = lazy(async () => ({ default: (await import('./entry-section.js')).EntrySection }));
const Translations = lazy(async () => ({ default: (await import('./translations.js')).Translations }));

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
  // A reading again that fails takes nothing away from whoever writes.
  if (query.data === undefined) {
    if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
    return <Waiting rows={4} height={120} />;
  }
  return (
    <div className={record.stack}>
      <ProfileEditor profile={query.data} />
      {query.data && <ProfileTranslations profile={query.data} />}
      <EntrySections />
    </div>
  );
}

/** The texts of the profile in other languages, with the state of each. */
function ProfileTranslations({ profile }: { profile: Profile }) {
  const text = useText();
  const acting = useActingOrganization();
  const { texts, language, version } = profile;
  return (
    <div className={forms.page}>
      <div className={forms.section}>
        <Suspense fallback={<Waiting rows={1} height={80} />}>
          <Translations
            key={language}
            name="profile"
            original={language}
            fields={TEXT_FIELDS.map((name) => ({
              name,
              label: text(`organizations.field.${name}`),
              text: texts[name],
            }))}
            save={async (translation) => {
              const params = { path: { id: acting.id }, header: ifMatch(version) };
              const path = '/api/v1/organizations/{id}/profile/translation';
              keepProfile(acting.id, await read(api.PUT(path, { params, body: translation })));
            }}
          />
        </Suspense>
        <div className={forms.bar}>
          <FactNote fact={profile.fact} />
          {profile.fact.stale && <ConfirmProfile />}
        </div>
      </div>
    </div>
  );
}

function ConfirmProfile() {
  const text = useText();
  const acting = useActingOrganization();
  const confirm = useMutation({
    mutationFn: async () => {
      const params = { path: { id: acting.id } };
      const path = '/api/v1/organizations/{id}/profile/confirm';
      keepProfile(acting.id, await read(api.POST(path, { params })));
    },
  });
  return (
    <>
      <Button variant="default" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {text('profile.fact.confirm')}
      </Button>
      {confirm.error && <ProblemNotice error={confirm.error} />}
    </>
  );
}

/** What comes one by one, as the kind of the organization is asked. */
function EntrySections() {
  const acting = useActingOrganization();
  const { data: entries } = useQuery(entriesQuery(acting.id, acting.id));
  if (!entries) return null;
  return (
    <div className={`${forms.page} ${record.stack}`}>
      <Suspense fallback={<Waiting rows={3} height={120} />}>
        {ENTRY_KINDS_OF[acting.kind].map((kind) => (
          <EntrySection key={kind} kind={kind} entries={entries.filter((entry) => entry.kind === kind)} />
        ))}
      </Suspense>
    </div>
  );
}

/** Everything is saved as it is written; what it does to completeness and matches is told above. */
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
    return new Autosave(profileRecord(me.id, acting.id), start, connectionState);
  });
  const { form, saved, problem } = editing;
  const wrong = attempt > 0 && !isValid(form, 'capacity');
  const errors = useFieldErrors(
    form,
    saved.state === 'failed' ? problem : null,
    (field) => text(`organizations.field.${field}`),
    wrong ? [{ field: 'capacity', message: text('forms.whole-number') }] : [],
  );
  const save = async () => {
    const isSaved = await autosave.save();
    if (isSaved || !autosave.isDirty) {
      await navigate({
        to: '/o/$organization/organizations/$organizationId',
        params: { organization: acting.slug, organizationId: acting.id },
      });
    }
  };
  useFieldOfAddress();
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
        lead={text('profile.lead')}
        actions={
          <>
            <SavedState saved={saved} />
            <Button type="submit" loading={saved.state === 'saving'}>
              {text('profile.done')}
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
        <ProfileProgress always />
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

/** A link to a field, as the next step gives one, leads the keyboard there. */
function useFieldOfAddress(): void {
  useEffect(() => {
    const field = document.getElementById(location.hash.slice(1));
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, []);
}

import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Autosave, type FormRecord } from '../../forms/autosave.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { connectionState } from '../../lib/connection.js';
import { meQuery, useMe } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';
import styles from './admission.module.css';
import { OrganizationFields } from './organization-fields.js';
import {
  blankOrganization,
  isValidOrganization,
  NEEDED,
  type OrganizationForm,
  startApplication,
} from './organization-form.js';
import { useOrganizationErrors } from './organization-errors.js';
import { useOwnLanguage } from './own-language.js';

/** Where a person without an organization begins: their organization takes part already, or it applies. */
export function ApplyPage() {
  const text = useText();
  const me = useMe();
  const waiting = me.organizations.find(({ state }) => state === 'applicant');
  return (
    <div className={forms.page}>
      <PageTitle title={text('admission.begin.title')} lead={text('admission.begin.lead')} />
      <div className={record.stack}>
        {waiting ? (
          <Callout
            tone="info"
            title={text('admission.begin.waiting', { name: waiting.name })}
            action={
              <Link to="/o/$organization/application" params={{ organization: waiting.slug }}>
                {text('admission.begin.open')}
              </Link>
            }
          />
        ) : (
          <>
            <Panel title={text('admission.begin.invited')}>
              <p>{text('admission.begin.invited.text')}</p>
              <p className={styles.after}>{text('admission.begin.invited.address', { email: me.email })}</p>
            </Panel>
            <Panel title={text('admission.begin.apply')}>
              <p className={styles.before}>{text('admission.begin.apply.text')}</p>
              <BeginForm />
            </Panel>
          </>
        )}
      </div>
    </div>
  );
}

/** What is written here is kept on this device; the organization comes on record when it is asked for. */
function BeginForm() {
  const text = useText();
  const me = useMe();
  const router = useRouter();
  const language = useOwnLanguage();
  const [attempt, setAttempt] = useState(0);
  const [isPending, setPending] = useState(false);
  const { autosave, editing } = useAutosave(() => {
    const start = { id: null, version: null, form: blankOrganization(language) };
    return new Autosave(beginning(me.id, language), start, connectionState, false);
  });
  const { form, problem } = editing;
  const errors = useOrganizationErrors(form, problem, attempt > 0);

  const begin = async () => {
    setAttempt(attempt + 1);
    if (!NEEDED.every((field) => isValidOrganization(form, field)) || !isValidOrganization(form, 'website'))
      return;
    setPending(true);
    await autosave.save();
    const { id } = autosave.state.get();
    const { organizations } = id ? await queryClient.fetchQuery({ ...meQuery, staleTime: 0 }) : me;
    const begun = organizations.find((each) => each.id === id);
    if (begun) {
      const params = { organization: begun.slug };
      await router.navigate({ to: '/o/$organization/application', params, search: { step: 'way' } });
    }
    setPending(false);
  };

  return (
    <form
      className={forms.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem !== null && errors.length === 0 && <ProblemNotice error={problem} />}
      <OrganizationFields
        form={form}
        set={(field, value) => autosave.set(field, value)}
        errorOf={(field) => errors.find((error) => error.field === field)?.message}
      />
      <div>
        <Button type="submit" loading={isPending}>
          {text('admission.begin.submit')}
        </Button>
      </div>
      <p className={forms.note}>{text('admission.begin.kept')}</p>
    </form>
  );
}

/** The record that is begun is the organization: what follows is written on its own screen. */
function beginning(personId: string, language: string): FormRecord<OrganizationForm> {
  const isReady = (form: OrganizationForm) => NEEDED.every((field) => isValidOrganization(form, field));
  const once = () => Promise.reject(new Error('What was begun goes on as the draft of its organization.'));
  return {
    key: `${personId}/applicant`,
    isReady,
    isValid: isValidOrganization,
    create: async (form, idempotencyKey) => {
      const { organizationId, version } = await startApplication(form, language, idempotencyKey);
      return { id: organizationId, version, form };
    },
    update: once,
    read: once,
  };
}

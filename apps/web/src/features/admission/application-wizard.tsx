import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
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
import type { Organization } from '../../lib/organizations.js';
import styles from './admission.module.css';
import { STEPS } from './admission-search.js';
import { applicationFormOf, type ApplicationForm, applicationRecord } from './application-form.js';
import type { Application } from './applications.js';
import { gapsOf } from './gaps.js';

// Each step comes when it is opened.
const OrganizationStep = lazy(async () => ({
  default: (await import('./organization-step.js')).OrganizationStep,
}));
const WayStep = lazy(async () => ({ default: (await import('./way-step.js')).WayStep }));
const DocumentStep = lazy(async () => ({ default: (await import('./document-step.js')).DocumentStep }));
const ReviewStep = lazy(async () => ({ default: (await import('./review-step.js')).ReviewStep }));

const route = getRouteApi('/signed-in/o/$organization/application');

/** The draft of an application in four steps, in any order. Every letter is kept; nothing is sent before the last. */
export function ApplicationWizard(props: { application: Application; organization: Organization }) {
  const { application, organization } = props;
  const text = useText();
  const me = useMe();
  const acting = useActingOrganization();
  const { step = 'organization' } = route.useSearch();
  const { autosave, editing } = useAutosave(() => {
    const { id, version } = application;
    const start = { id, version, form: applicationFormOf(application) };
    return new Autosave(applicationRecord(me.id, acting.id), start, connectionState);
  });
  const { form, saved, problem } = editing;
  const set = <Field extends keyof ApplicationForm>(field: Field, value: ApplicationForm[Field]) =>
    autosave.set(field, value);
  useFocusOnStep(step);
  const index = STEPS.indexOf(step);
  const [before, after] = [STEPS[index - 1], STEPS[index + 1]];
  const refused = saved.state === 'failed' && !isAboutField(problem) ? problem : null;
  return (
    <div className={forms.page}>
      <PageTitle
        title={text(`admission.step.${step}`)}
        lead={text(`admission.step.${step}.lead`, { name: acting.name })}
        actions={<SavedState saved={saved} />}
      />
      <Steps form={form} />
      <div className={forms.form}>
        {refused !== null && <ProblemNotice error={refused} />}
        <ChangedElsewhere
          editing={editing}
          nameOf={(field) => text(`admission.field.${field}`)}
          show={(field, value) =>
            field === 'motivation' ? String(value) : text('forms.changed-elsewhere.other')
          }
        />
        <Suspense fallback={<Waiting rows={2} height={160} />}>
          {step === 'organization' && <OrganizationStep organization={organization} />}
          {step === 'way' && (
            <WayStep
              application={application}
              form={form}
              set={set}
              problem={saved.state === 'failed' ? problem : null}
            />
          )}
          {step === 'document' && (
            <DocumentStep document={application.document} onChange={(id) => set('documentFileId', id)} />
          )}
          {step === 'review' && (
            <ReviewStep
              application={application}
              organization={organization}
              form={form}
              autosave={autosave}
            />
          )}
        </Suspense>
        <div className={forms.bar}>
          {after && (
            <Button
              renderRoot={(all) => (
                <Link from="/o/$organization/application" to="." search={{ step: after }} {...all} />
              )}
            >
              {text('admission.step.next')}
            </Button>
          )}
          {before && (
            <Button
              variant="subtle"
              renderRoot={(all) => (
                <Link from="/o/$organization/application" to="." search={{ step: before }} {...all} />
              )}
            >
              {text('admission.step.back')}
            </Button>
          )}
        </div>
        <p className={forms.note}>{text('admission.step.kept')}</p>
      </div>
    </div>
  );
}

/** Refusals of one field stand beside it. */
function isAboutField(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.faults.some(({ pointer }) => pointer === '/recommenderId');
}

/** The steps as links, each with what is still open in it. */
function Steps({ form }: { form: ApplicationForm }) {
  const text = useText();
  const { step: current = 'organization' } = route.useSearch();
  const open = new Set(gapsOf(form).map((gap) => gap.step));
  return (
    <nav aria-label={text('admission.steps')}>
      <ol className={styles.steps}>
        {STEPS.map((step, at) => {
          const isDone = step !== 'review' && !open.has(step);
          return (
            <li key={step}>
              <Link
                from="/o/$organization/application"
                to="."
                search={{ step }}
                className={isDone ? `${styles.step} ${styles.done}` : styles.step}
                aria-current={step === current ? 'step' : undefined}
              >
                <span className={styles.number} aria-hidden>
                  {isDone ? '✓' : at + 1}
                </span>
                <span>
                  {text(`admission.step.${step}`)}
                  {isDone && <span className="sr-only"> ({text('admission.step.done')})</span>}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** A new step is a new screen to those who listen; the first one keeps the focus where it was. */
function useFocusOnStep(step: string): void {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [step]);
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SavedState } from '../../components/saved-state.js';
import { Autosave } from '../../forms/autosave.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import type { FirstRun } from '../../lib/first-run.js';
import { useMe } from '../../lib/me.js';
import { finishFirstRun, firstRunRecord, formOf, type FirstRunForm, STEPS } from './first-run-form.js';
import styles from './first-run.module.css';
import { saveStep } from './save-step.js';
import { StepFields } from './step-fields.js';

/** One step at a time. Every letter is kept on the server, so that another device goes on at the same place. */
export function FirstSteps({ firstRun, start }: { firstRun: FirstRun; start: FirstRunForm }) {
  const text = useText();
  const me = useMe();
  const acting = useActingOrganization();
  const [isGoing, setGoing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { autosave, editing } = useAutosave(() => {
    const form = formOf(firstRun, start);
    const remote =
      firstRun.version === 0
        ? { id: null, version: null, form }
        : { id: 'own', version: firstRun.version, form };
    return new Autosave(firstRunRecord(me, start, form), remote, connectionState);
  });
  const { form, saved } = editing;
  const index = Math.min(Math.max(form.step, 1), STEPS.length) - 1;
  const step = STEPS[index] ?? 'you';
  const isLast = index === STEPS.length - 1;

  const go = async (isSkipped: boolean) => {
    setGoing(true);
    setProblem(null);
    try {
      if (!isSkipped) await saveStep(step, form, acting);
      if (!isLast) autosave.set('step', form.step + 1);
      await autosave.save();
      if (isLast) await finishFirstRun();
      else document.querySelector<HTMLElement>('main h1')?.focus();
    } catch (error) {
      setProblem(error);
    } finally {
      setGoing(false);
    }
  };

  return (
    <form
      noValidate
      className={forms.page}
      onSubmit={(event) => {
        event.preventDefault();
        void go(false);
      }}
    >
      <PageTitle
        title={text(`first-run.step.${step}`)}
        lead={text(`first-run.step.${step}.lead`, { organization: acting.name })}
        actions={<SavedState saved={saved} />}
      />
      <ol className={styles.steps} aria-label={text('first-run.steps')}>
        {STEPS.map((each, at) => (
          <li
            key={each}
            className={at <= index ? `${styles.step} ${styles.reached}` : styles.step}
            aria-current={at === index ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden>
              {at + 1}
            </span>
            {text(`first-run.step.${each}`)}
          </li>
        ))}
      </ol>
      <div className={forms.form}>
        {problem !== null && <ProblemNotice error={problem} />}
        {/* A new step is a new form to those who listen. */}
        <div key={step} className={forms.section}>
          <StepFields step={step} form={form} set={(field, value) => autosave.set(field, value)} />
        </div>
        <div className={forms.bar}>
          <Button type="submit" loading={isGoing}>
            {text(isLast ? 'first-run.finish' : 'first-run.next')}
          </Button>
          <Button variant="default" disabled={isGoing} onClick={() => void go(true)}>
            {text('first-run.skip')}
          </Button>
          {index > 0 && (
            <Button
              variant="subtle"
              disabled={isGoing}
              onClick={() => {
                autosave.set('step', form.step - 1);
                document.querySelector<HTMLElement>('main h1')?.focus();
              }}
            >
              {text('first-run.back')}
            </Button>
          )}
        </div>
        <p className={forms.note}>{text('first-run.kept')}</p>
      </div>
    </form>
  );
}

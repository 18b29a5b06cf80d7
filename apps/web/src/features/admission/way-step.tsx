import { TextAreaField } from '../../components/field.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { ApiProblem } from '../../lib/api-problem.js';
import styles from './admission.module.css';
import { type ApplicationForm, MAX_MOTIVATION } from './application-form.js';
import type { Application } from './applications.js';
import { EntryProposal } from './entry-proposal.js';
import { OrganizationSelect } from './organization-select.js';

const ROUTES = ['recommendation', 'entry_proposal'] as const;

/** Why the organization wants to take part, and who or what speaks for it. */
export function WayStep(props: {
  application: Application;
  form: ApplicationForm;
  set: <Field extends keyof ApplicationForm>(field: Field, value: ApplicationForm[Field]) => void;
  problem: unknown;
}) {
  const { application, form, set, problem } = props;
  const text = useText();
  const codeText = useCodeText();
  const isRefused =
    problem instanceof ApiProblem && problem.faults.some(({ pointer }) => pointer === '/recommenderId');
  return (
    <>
      <div className={forms.section}>
        <TextAreaField
          name="motivation"
          label={text('admission.field.motivation')}
          description={text('admission.field.motivation.note')}
          lang={form.language}
          dir="auto"
          maxLength={MAX_MOTIVATION}
          value={form.motivation}
          onChange={(event) => set('motivation', event.currentTarget.value)}
        />
        <TextLanguageField
          name="language"
          label={text('admission.field.language')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
      </div>
      <fieldset className={forms.group}>
        <legend className={forms.legend}>{text('admission.field.route')}</legend>
        <div className={styles.choices}>
          {ROUTES.map((each) => (
            <label key={each} className={styles.choice}>
              <input
                type="radio"
                id={each === 'recommendation' ? 'route' : undefined}
                name="route"
                value={each}
                checked={form.route === each}
                onChange={() => set('route', each)}
                aria-describedby={`route-${each}`}
              />
              <span>
                <strong>{text(`admission.route.${each}`)}</strong>
                <span id={`route-${each}`} className={styles.choiceText}>
                  {text(`admission.route.${each}.text`)}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {form.route === 'recommendation' && (
        <div className={forms.section}>
          <OrganizationSelect
            name="recommenderId"
            label={text('admission.field.recommenderId')}
            description={text('admission.field.recommenderId.note')}
            country={application.organization.country}
            value={form.recommenderId}
            chosen={application.recommender}
            onChange={(id) => set('recommenderId', id)}
            error={isRefused ? codeText('problem', problem.code, 'problem.http/422') : undefined}
          />
        </div>
      )}
      {form.route === 'entry_proposal' && (
        <EntryProposal
          proposalId={form.proposalId}
          language={form.language}
          onBegun={(id) => set('proposalId', id)}
        />
      )}
    </>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useLanguageName } from '../../lib/language-name.js';
import { useMe } from '../../lib/me.js';
import { useDraft } from '../../lib/use-draft.js';
import { useDecide } from './admission-verbs.js';
import {
  type Application,
  type ReasonTemplates,
  reasonTemplatesQuery,
  type Verdict,
} from './applications.js';

const VERDICTS = ['accept', 'reject', 'ask'] as const satisfies readonly Verdict[];
const MAX_REASON = 2_000;

/** Accept, refuse or ask, always with a reason; prepared texts stand in the applicant's language. */
export function DecisionForm({ application }: { application: Application }) {
  const acting = useActingOrganization();
  const { data: templates, error } = useQuery(reasonTemplatesQuery(acting.id, application.id));
  if (error && !templates) return <ProblemNotice error={error} />;
  return templates ? <Fields application={application} templates={templates} /> : null;
}

function Fields({ application, templates }: { application: Application; templates: ReasonTemplates }) {
  const text = useText();
  const me = useMe();
  const nameOf = useLanguageName();
  const { id, abilities } = application;
  const offered = VERDICTS.filter((each) => (each === 'ask' ? abilities.ask : abilities.decide));
  const [verdict, setVerdict] = useState<Verdict | null>(offered.length === 1 ? (offered[0] ?? null) : null);
  const [reason, setReason, clear] = useDraft(`${me.id}/decision/${id}`);
  const [language, setLanguage] = useState(templates.language);
  const [attempt, setAttempt] = useState(0);
  const decide = useDecide(application);
  const errors = useErrors(attempt > 0, { verdict, reason, first: offered[0] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!verdict || reason.trim() === '') return;
    void decide.mutateAsync({ verdict, reason: reason.trim(), language }).then(clear, () => undefined);
  };
  return (
    <form className={forms.form} onSubmit={send} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      <VerdictChoice offered={offered} value={verdict} onChange={setVerdict} />
      <TemplateChoice
        templates={templates.items.filter((each) => each.verdict === verdict)}
        reason={reason}
        onChange={(prepared) => {
          setReason(prepared);
          setLanguage(templates.language);
        }}
      />
      <TextAreaField
        name="reason"
        label={text(verdict === 'ask' ? 'admission.decide.question' : 'admission.decide.reason')}
        description={text('admission.decide.reason.note', { language: nameOf(templates.language) })}
        lang={language}
        dir="auto"
        maxLength={MAX_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errors.find(({ field }) => field === 'reason')?.message}
      />
      <TextLanguageField
        name="reason-language"
        label={text('admission.language')}
        value={language}
        onChange={setLanguage}
      />
      {decide.error !== null && <ProblemNotice error={decide.error} />}
      <div>
        <Button type="submit" loading={decide.isPending}>
          {text('admission.decide.submit')}
        </Button>
        <p className={record.sub}>{text('admission.decide.undo-note')}</p>
      </div>
    </form>
  );
}

function VerdictChoice(props: {
  offered: readonly Verdict[];
  value: Verdict | null;
  onChange: (verdict: Verdict) => void;
}) {
  const { offered, value, onChange } = props;
  const text = useText();
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text('admission.decide.legend')}</legend>
      <div className={forms.checks}>
        {offered.map((each) => (
          <label key={each} className={forms.check}>
            <input
              type="radio"
              id={`verdict-${each}`}
              name="verdict"
              value={each}
              checked={value === each}
              onChange={() => onChange(each)}
            />
            {text(`admission.decide.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TemplateChoice(props: {
  templates: ReasonTemplates['items'];
  reason: string;
  onChange: (text: string) => void;
}) {
  const { templates, reason, onChange } = props;
  const text = useText();
  if (templates.length === 0) return null;
  return (
    <NativeSelect
      id="template"
      label={text('admission.decide.template')}
      value={templates.find((each) => each.text === reason)?.code ?? ''}
      onChange={(event) => {
        const chosen = templates.find(({ code }) => code === event.currentTarget.value);
        if (chosen) onChange(chosen.text);
      }}
      data={[
        { value: '', label: text('admission.decide.template.none') },
        ...templates.map((each) => ({ value: each.code, label: each.text })),
      ]}
    />
  );
}

/** What is open after the first try. */
function useErrors(
  hasTried: boolean,
  written: { verdict: Verdict | null; reason: string; first: Verdict | undefined },
): FieldError[] {
  const text = useText();
  if (!hasTried) return [];
  const { verdict, reason, first } = written;
  return [
    ...(verdict ? [] : [{ field: `verdict-${first}`, message: text('admission.decide.missing') }]),
    ...(reason.trim() ? [] : [{ field: 'reason', message: text('admission.decide.reason.missing') }]),
  ];
}

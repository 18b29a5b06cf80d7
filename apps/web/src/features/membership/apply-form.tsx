import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import { useApply } from './membership-verbs.js';

/** Asks for full membership; the statement is in the language the form is shown in. */
export function ApplyForm() {
  const text = useText();
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const [statement, setStatement] = useState('');
  const [isMissing, setMissing] = useState(false);
  const apply = useApply();
  if (organization.kind === 'secretariat' || !mayWrite(organization, 'membership.apply')) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = statement.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) apply.mutate({ statement, language: locale.split('-')[0] ?? 'en' });
  };
  return (
    <Panel title={text('membership.apply.title')}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <p>{text('membership.apply.text')}</p>
        <TextAreaField
          name="statement"
          label={text('membership.statement')}
          description={text('membership.statement.note')}
          maxLength={4000}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
          error={isMissing && text('membership.statement.missing')}
        />
        {apply.error && <ProblemNotice error={apply.error} />}
        <div>
          <Button type="submit" loading={apply.isPending}>
            {text('membership.apply')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

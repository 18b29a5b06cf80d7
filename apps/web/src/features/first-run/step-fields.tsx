import { NativeSelect } from '@mantine/core';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import { LanguagesField } from '../../forms/languages-field.js';
import forms from '../../forms/forms.module.css';
import { TimeZoneField } from '../../forms/time-zone-field.js';
import { chooseLocale } from '../../i18n/language.js';
import { isLocale, LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import { type FirstRunForm, MAX_NAME, MAX_TEXT, type Step } from './first-run-form.js';

interface Fields {
  form: FirstRunForm;
  set: <Field extends keyof FirstRunForm>(field: Field, value: FirstRunForm[Field]) => void;
}

/** What one step asks: few things, none of them required. */
export function StepFields({ step, ...fields }: Fields & { step: Step }) {
  switch (step) {
    case 'you':
      return <You {...fields} />;
    case 'organization':
      return <Organization {...fields} />;
    case 'goals':
      return <Goals {...fields} />;
    case 'hours':
      return <Hours {...fields} />;
  }
}

function You({ form, set }: Fields) {
  const text = useText();
  const { locale } = useIntl();
  return (
    <>
      <TextField
        name="displayName"
        label={text('account.name')}
        description={text('account.name.note')}
        autoComplete="name"
        dir="auto"
        maxLength={MAX_NAME}
        value={form.displayName}
        onChange={(event) => set('displayName', event.currentTarget.value)}
      />
      <NativeSelect
        id="language"
        label={text('account.language')}
        description={text('account.language.note')}
        value={locale}
        onChange={({ currentTarget: { value } }) => {
          if (isLocale(value)) void chooseLocale(value);
        }}
        data={LOCALES.map((each) => ({ value: each, label: LOCALE_NAMES[each] }))}
      />
    </>
  );
}

function Organization({ form, set }: Fields) {
  const text = useText();
  const { locale } = useIntl();
  const acting = useActingOrganization();
  const asksSector = acting.kind === 'sme' || acting.kind === 'partner';
  return (
    <>
      <ReadOnlyNote />
      <TextAreaField
        name="summary"
        label={text('organizations.field.summary')}
        description={text('first-run.summary.note')}
        lang={locale}
        dir="auto"
        minRows={3}
        maxLength={MAX_TEXT}
        value={form.summary}
        onChange={(event) => set('summary', event.currentTarget.value)}
      />
      {asksSector && (
        <ConceptPicker
          name="sectors"
          kind="sector"
          label={text('organizations.field.sectors')}
          value={form.sectors}
          onChange={(codes) => set('sectors', codes)}
        />
      )}
    </>
  );
}

function Goals({ form, set }: Fields) {
  const text = useText();
  const { locale } = useIntl();
  return (
    <>
      <ReadOnlyNote />
      <ConceptPicker
        name="themes"
        kind="theme"
        label={text('organizations.field.themes')}
        description={text('first-run.themes.note')}
        value={form.themes}
        onChange={(codes) => set('themes', codes)}
      />
      <ConceptPicker
        name="seeks"
        kind="collaboration"
        label={text('organizations.field.seeks')}
        value={form.seeks}
        onChange={(codes) => set('seeks', codes)}
      />
      <TextAreaField
        name="seekText"
        label={text('organizations.field.seekText')}
        lang={locale}
        dir="auto"
        minRows={3}
        maxLength={MAX_TEXT}
        value={form.seekText}
        onChange={(event) => set('seekText', event.currentTarget.value)}
      />
    </>
  );
}

const HOURS = ['worksFrom', 'worksUntil'] as const;

function Hours({ form, set }: Fields) {
  const text = useText();
  const { worksFrom, worksUntil } = form;
  const isBackwards = worksFrom !== '' && worksUntil !== '' && worksFrom >= worksUntil;
  return (
    <>
      <LanguagesField
        name="languages"
        label={text('organizations.field.languages')}
        description={text('first-run.languages.note')}
        value={form.languages}
        onChange={(languages) => set('languages', languages)}
      />
      <TimeZoneField value={form.timeZone} onChange={(timeZone) => set('timeZone', timeZone)} />
      <fieldset className={forms.group}>
        <legend className={forms.legend}>{text('first-run.hours')}</legend>
        <p className={forms.note}>{text('first-run.hours.note')}</p>
        <div className={forms.pair}>
          {HOURS.map((hour) => (
            <TextField
              key={hour}
              name={hour}
              type="time"
              label={text(`first-run.hours.${hour}`)}
              value={form[hour]}
              onChange={(event) => set(hour, event.currentTarget.value)}
              error={hour === 'worksUntil' && isBackwards && text('first-run.hours.wrong')}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** Viewers may look on; what they type is kept for them and not published. */
function ReadOnlyNote() {
  const text = useText();
  const acting = useActingOrganization();
  if (mayWrite(acting, 'profile.update')) return null;
  return <Callout tone="info">{text('first-run.read-only')}</Callout>;
}

import type { OrganizationKind } from '#libs/contracts';
import { TextAreaField, TextField } from '../../components/field.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import { type FormFields, wordsOf } from '../../forms/form-fields.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { MonthsField } from '../../forms/months-field.js';
import { useText } from '../../i18n/use-text.js';
import { FeesField } from './fees-field.js';
import {
  CODE_FIELDS,
  fieldsFor,
  MAX_TEXT,
  MODES,
  type ProfileForm,
  readCount,
  TEXT_FIELDS,
} from './profile-form.js';

/** The fields of a profile: in words, then in the vocabulary that matching compares. */
export function ProfileFields(fields: FormFields<ProfileForm> & { kind: OrganizationKind }) {
  const { form, kind, set, errorOf } = fields;
  const text = useText();
  const words = wordsOf(fields);
  const asks = fieldsFor(kind);
  return (
    <>
      <div className={forms.section}>
        <TextLanguageField
          name="language"
          label={text('organizations.field.language')}
          description={text('organizations.field.language.note')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
        {TEXT_FIELDS.map((field) => (
          <TextAreaField
            key={field}
            {...words(field)}
            label={text(`organizations.field.${field}`)}
            minRows={3}
            maxLength={MAX_TEXT}
          />
        ))}
      </div>
      <div className={forms.section}>
        {CODE_FIELDS.filter(({ name }) => asks.has(name)).map(({ name, kind: concepts }) => (
          <ConceptPicker
            key={name}
            name={name}
            kind={concepts}
            label={text(`organizations.field.${name}`)}
            value={form[name]}
            onChange={(codes) => set(name, codes)}
            error={errorOf(name)}
          />
        ))}
        <LanguagesField
          name="languages"
          label={text('organizations.field.languages')}
          value={form.languages}
          onChange={(languages) => set('languages', languages)}
          error={errorOf('languages')}
        />
        {asks.has('operatingMonths') && (
          <MonthsField
            name="operatingMonths"
            label={text('organizations.field.operatingMonths')}
            value={form.operatingMonths}
            onChange={(months) => set('operatingMonths', months)}
          />
        )}
        {asks.has('modes') && <Modes value={form.modes} onChange={(modes) => set('modes', modes)} />}
        {asks.has('capacity') && (
          <Capacity value={form.capacity} onChange={(capacity) => set('capacity', capacity)} />
        )}
        {asks.has('fees') && <FeesField value={form.fees} onChange={(fees) => set('fees', fees)} />}
        {asks.has('loadLimit') && (
          <TextField
            name="loadLimit"
            inputMode="numeric"
            label={text('profile.field.loadLimit')}
            value={form.loadLimit}
            onChange={(event) => set('loadLimit', event.currentTarget.value)}
            error={readCount(form.loadLimit) === undefined && text('forms.whole-number')}
          />
        )}
      </div>
    </>
  );
}

function Modes(props: { value: ProfileForm['modes']; onChange: (modes: ProfileForm['modes']) => void }) {
  const { value, onChange } = props;
  const text = useText();
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text('organizations.field.modes')}</legend>
      <div className={forms.checks}>
        {MODES.map((mode, index) => (
          <label key={mode} className={forms.check}>
            <input
              type="checkbox"
              id={index === 0 ? 'modes' : undefined}
              checked={value.includes(mode)}
              onChange={() =>
                onChange(
                  MODES.filter((each) => (each === mode ? !value.includes(each) : value.includes(each))),
                )
              }
            />
            {text(`match.mode.${mode}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Capacity(props: {
  value: ProfileForm['capacity'];
  onChange: (capacity: ProfileForm['capacity']) => void;
}) {
  const { value, onChange } = props;
  const text = useText();
  return (
    <div className={forms.pair}>
      <TextField
        name="capacity"
        inputMode="numeric"
        label={text('organizations.field.groupsPerMonth')}
        value={value.groupsPerMonth}
        onChange={(event) => onChange({ ...value, groupsPerMonth: event.currentTarget.value })}
        error={readCount(value.groupsPerMonth) === undefined && text('forms.whole-number')}
      />
      <TextField
        name="maxGroup"
        inputMode="numeric"
        label={text('organizations.field.maxGroup')}
        value={value.maxGroup}
        onChange={(event) => onChange({ ...value, maxGroup: event.currentTarget.value })}
        error={readCount(value.maxGroup) === undefined && text('forms.whole-number')}
      />
    </div>
  );
}

import { NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '../../components/field.js';
import { type FormFields, textOf } from '../../forms/form-fields.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { useText } from '../../i18n/use-text.js';
import { countriesQuery, useCountryName } from '../../lib/countries.js';
import { homeLanguage } from '../../lib/home-language.js';
import { APPLICANT_KINDS, type ApplicantKind, MAX_NAME, type OrganizationForm } from './organization-form.js';

/** Who applies. Its kind and country are chosen once; `isBegun` shows them as they are. */
export function OrganizationFields(fields: FormFields<OrganizationForm> & { isBegun?: boolean }) {
  const { form, set, errorOf, isBegun = false } = fields;
  const text = useText();
  const field = textOf(fields);
  const countryName = useCountryName();
  return (
    <>
      {isBegun ? (
        <p className={forms.note}>
          {form.kind !== '' && text(`organization.kind.${form.kind}`)} · {countryName(form.country)}
        </p>
      ) : (
        <div className={forms.pair}>
          <NativeSelect
            id="kind"
            label={text('admission.organization.kind')}
            value={form.kind}
            onChange={(event) => set('kind', event.currentTarget.value as ApplicantKind | '')}
            data={[
              { value: '', label: text('admission.choose') },
              ...APPLICANT_KINDS.map((kind) => ({ value: kind, label: text(`organization.kind.${kind}`) })),
            ]}
            error={errorOf('kind')}
          />
          <CountryField
            value={form.country}
            onChange={(country) => set('country', country)}
            error={errorOf('country')}
          />
        </div>
      )}
      <TextField
        {...field('name')}
        label={text('admission.organization.name')}
        description={text('admission.organization.name.note')}
        maxLength={MAX_NAME}
        autoComplete="organization"
      />
      <TextField
        {...field('nameLocal')}
        label={text('admission.organization.nameLocal')}
        description={text('admission.organization.nameLocal.note')}
        lang={homeLanguage(form.country) ?? undefined}
        dir="auto"
        maxLength={MAX_NAME}
        autoComplete="off"
      />
      <TextField
        {...field('registrationNumber')}
        label={text('admission.organization.registrationNumber')}
        description={text('admission.organization.registrationNumber.note')}
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        {...field('website')}
        type="url"
        label={text('admission.organization.website')}
        description={text('admission.organization.website.note')}
        maxLength={300}
        autoComplete="url"
        placeholder="https://"
      />
      <LanguagesField
        name="languages"
        label={text('admission.organization.languages')}
        description={text('admission.organization.languages.note')}
        value={form.languages}
        onChange={(languages) => set('languages', languages)}
        error={errorOf('languages')}
      />
    </>
  );
}

function CountryField(props: { value: string; onChange: (code: string) => void; error: string | undefined }) {
  const { value, onChange, error } = props;
  const text = useText();
  const data = useCountries();
  return (
    <Select
      id="country"
      label={text('admission.organization.country')}
      searchable
      allowDeselect={false}
      maxDropdownHeight={280}
      nothingFoundMessage={text('forms.nothing-found')}
      comboboxProps={{ transitionProps: { duration: 0 }, shadow: 'md' }}
      value={value === '' ? null : value}
      onChange={(code) => code !== null && onChange(code)}
      data={data}
      error={error}
    />
  );
}

/** Countries by their names in the reader's language. */
function useCountries(): { value: string; label: string }[] {
  const { locale } = useIntl();
  const countryName = useCountryName();
  const { data } = useQuery(countriesQuery);
  return useMemo(() => {
    const byName = new Intl.Collator(locale);
    return (data?.items ?? [])
      .map(({ code }) => ({ value: code, label: countryName(code) }))
      .sort((a, b) => byName.compare(a.label, b.label));
  }, [data, locale, countryName]);
}

import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { ORGANIZATION_KINDS, permissionsOf } from '#libs/contracts';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { countriesQuery, useCountryName } from '../../lib/countries.js';
import type { Rule } from './call-requests.js';

/** Kinds of organizations whose people may write proposals. */
const WRITING = ORGANIZATION_KINDS.filter((kind) => permissionsOf(kind, 'owner').includes('proposal.create'));

/** What of a rule holds by itself, for whoever leads a proposal. */
export function RuleBounds({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const text = useText();
  const { locale } = useIntl();
  const { data: countries } = useQuery(countriesQuery);
  const nameOf = useCountryName();
  const byName = new Intl.Collator(locale);
  return (
    <div className={forms.pair}>
      <SearchedMultiSelect
        name={`rule-${rule.number}-kinds`}
        label={text('calls.rule.kinds')}
        description={text('calls.rule.open')}
        data={WRITING.map((kind) => ({ value: kind, label: text(`organization.kind.${kind}`) }))}
        value={[...(rule.kinds ?? [])]}
        onChange={(kinds) => onChange({ ...rule, kinds: kinds as Rule['kinds'] })}
      />
      <SearchedMultiSelect
        name={`rule-${rule.number}-countries`}
        label={text('calls.rule.countries')}
        description={text('calls.rule.open')}
        data={(countries?.items ?? [])
          .map(({ code }) => ({ value: code, label: nameOf(code) }))
          .sort((a, b) => byName.compare(a.label, b.label))}
        value={[...(rule.countries ?? [])]}
        onChange={(codes) => onChange({ ...rule, countries: codes })}
      />
    </div>
  );
}

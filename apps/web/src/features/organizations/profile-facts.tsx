import type { OrganizationKind } from '#libs/contracts';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ConceptTags } from '../../records/concept-tags.js';
import { Facts } from '../../records/facts.js';
import { LangText } from '../../components/lang-text.js';
import record from '../../components/record.module.css';
import { useLanguageName } from '../../lib/language-name.js';
import { useText } from '../../i18n/use-text.js';
import type { Profile } from '../../lib/organizations.js';
import { CODE_FIELDS, fieldsFor } from './profile-form.js';

/** What an organization states of itself; matching compares these. */
export function ProfileFacts({ profile, kind }: { profile: Profile; kind: OrganizationKind }) {
  const text = useText();
  const { formatList } = useIntl();
  const languageName = useLanguageName();
  const asks = fieldsFor(kind);
  const { language, capacity } = profile;
  const words = (value: string | null): ReactNode =>
    value && (
      <LangText as="p" language={language} className={record.prose}>
        {value}
      </LangText>
    );
  const capacities = [
    capacity?.groupsPerMonth && text('organizations.capacity.groups', { count: capacity.groupsPerMonth }),
    capacity?.maxGroup && text('organizations.capacity.largest', { count: capacity.maxGroup }),
  ].filter((part) => typeof part === 'string');
  const facts: [string, ReactNode][] = [
    [text('organizations.field.offerText'), words(profile.offerText)],
    [text('organizations.field.seekText'), words(profile.seekText)],
    ...CODE_FIELDS.filter(({ name }) => asks.has(name)).map(({ name }): [string, ReactNode] => [
      text(`organizations.field.${name}`),
      profile[name].length > 0 && <ConceptTags codes={profile[name]} />,
    ]),
    [
      text('organizations.field.languages'),
      profile.languages.length > 0 && formatList(profile.languages.map(languageName)),
    ],
  ];
  if (asks.has('operatingMonths')) {
    facts.push([
      text('organizations.field.operatingMonths'),
      <Months key="months" months={profile.operatingMonths} />,
    ]);
  }
  if (asks.has('modes')) {
    const modes = profile.modes.map((mode) => text(`match.mode.${mode}`));
    facts.push([text('organizations.field.modes'), modes.length > 0 && formatList(modes)]);
  }
  if (asks.has('capacity')) {
    facts.push([text('organizations.field.capacity'), capacities.length > 0 && formatList(capacities)]);
  }
  return (
    <div className={record.stack}>
      {words(profile.summary)}
      <Facts facts={facts} />
    </div>
  );
}

function Months({ months }: { months: readonly number[] }) {
  const text = useText();
  const { locale, formatList } = useIntl();
  if (months.length === 0) return text('ledger.not-stated');
  if (months.length === 12) return text('organizations.all-year');
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return formatList(months.map((month) => format.format(Date.UTC(2026, month - 1, 1))));
}

import type { OrganizationKind } from '#libs/contracts';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ConceptTags } from '../../records/concept-tags.js';
import { Facts } from '../../records/facts.js';
import { LocalizedWords } from '../../components/localized-words.js';
import record from '../../components/record.module.css';
import { useLanguageName } from '../../lib/language-name.js';
import { useText } from '../../i18n/use-text.js';
import { formatMoney } from '../../lib/money.js';
import type { Profile } from '../../lib/organizations.js';
import type { LocalizedText } from '../../lib/profile-entries.js';
import { FactNote } from './fact-note.js';
import { Months } from './months.js';
import { CODE_FIELDS, fieldsFor } from './profile-form.js';

/** What an organization states of itself; matching compares these. */
export function ProfileFacts({ profile, kind }: { profile: Profile; kind: OrganizationKind }) {
  const text = useText();
  const { formatList } = useIntl();
  const languageName = useLanguageName();
  const asks = fieldsFor(kind);
  const { capacity, fees, loadLimit, texts } = profile;
  const words = (value: LocalizedText | null): ReactNode =>
    value && <LocalizedWords text={value} className={record.prose} />;
  const facts: [string, ReactNode][] = [
    [text('organizations.field.offerText'), words(texts.offerText)],
    [text('organizations.field.seekText'), words(texts.seekText)],
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
    facts.push([
      text('organizations.field.capacity'),
      capacity && Object.keys(capacity).length > 0 && <Guests key="capacity" capacity={capacity} />,
    ]);
  }
  if (asks.has('fees')) {
    facts.push([text('profile.fees'), fees && <Fees key="fees" fees={fees} />]);
    facts.push([text('profile.field.loadLimit'), loadLimit]);
  }
  return (
    <div className={record.stack}>
      {words(texts.summary)}
      <Facts facts={facts} />
      <FactNote fact={profile.fact} />
    </div>
  );
}

function Fees({ fees }: { fees: NonNullable<Profile['fees']> }) {
  const text = useText();
  const { locale } = useIntl();
  const { minMinor, maxMinor, currency, per } = fees;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  return text('profile.fees.range', { min: money(minMinor), max: money(maxMinor), per });
}

function Guests({ capacity }: { capacity: NonNullable<Profile['capacity']> }) {
  const text = useText();
  const { formatList } = useIntl();
  const { groupsPerMonth, maxGroup } = capacity;
  return formatList([
    ...(groupsPerMonth ? [text('organizations.capacity.groups', { count: groupsPerMonth })] : []),
    ...(maxGroup ? [text('organizations.capacity.largest', { count: maxGroup })] : []),
  ]);
}

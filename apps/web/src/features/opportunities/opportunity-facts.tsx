import { useIntl } from 'react-intl';
import { ConceptTags } from '../../records/concept-tags.js';
import { Facts } from '../../records/facts.js';
import { LocalTime } from '../../components/local-time.js';
import { useText } from '../../i18n/use-text.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { Deadline } from './opportunity-row.js';

/** What is stated of an opportunity beyond its words. Conditions nobody set are left out. */
export function OpportunityFacts({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const { locale, formatList } = useIntl();
  const { requirements, period, deadline } = opportunity;
  const partner = partnerOf(opportunity);
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const { capacityMin, capacityMax } = requirements;
  const conditions = [
    [
      'languages',
      requirements.languages.length > 0 &&
        formatList(requirements.languages.map((tag) => languages.of(tag) ?? tag)),
    ],
    [
      'certifications',
      requirements.certifications.length > 0 && <ConceptTags codes={requirements.certifications} />,
    ],
    [
      'months',
      requirements.months.length > 0 &&
        formatList(requirements.months.map((each) => month.format(Date.UTC(2026, each - 1, 1)))),
    ],
    ['capacityMin', capacityMin !== null && text('opportunities.guests', { count: capacityMin })],
    ['capacityMax', capacityMax !== null && text('opportunities.guests', { count: capacityMax })],
  ] as const;
  return (
    <Facts
      facts={[
        [text('opportunities.field.collaboration'), tags(opportunity.collaboration)],
        [text('opportunities.field.themes'), tags(opportunity.themes)],
        [text('opportunities.field.markets'), tags(opportunity.markets)],
        [
          text('opportunities.field.period'),
          period && (
            <>
              <LocalTime at={period.from} /> – <LocalTime at={period.to} />
            </>
          ),
        ],
        [text('opportunities.field.deadline'), deadline && <Deadline day={deadline} isNamed />],
        ...(partner ? [[text('opportunities.partner'), partner] as const] : []),
        ...conditions
          .filter(([, value]) => value !== false)
          .map(([name, value]) => [text(`opportunities.requires.${name}`), value] as const),
      ]}
    />
  );
}

/** With whom it was filled, for its own people and the secretariat. */
const partnerOf = ({ end }: Opportunity): string | null =>
  end?.filledWith?.name ?? end?.filledWithName ?? null;

function tags(codes: readonly string[]) {
  return codes.length > 0 && <ConceptTags codes={codes} />;
}

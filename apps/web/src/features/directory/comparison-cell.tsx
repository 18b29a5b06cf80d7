import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import record from '../../components/record.module.css';
import type { MessageId } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { useLanguageName } from '../../lib/language-name.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { type Cell, isSilent, type RowName } from './comparison.js';

/** What one organization states on one row, in the reader's language where it has names in every language. */
export function ComparisonCell({ row, cell }: { row: RowName; cell: Cell }) {
  const text = useText();
  if (isSilent(cell)) return <span className={record.silent}>{text('ledger.not-stated')}</span>;
  if (cell.kind === 'words') {
    return (
      <LangText as="p" language={cell.words.language} className={record.prose}>
        {cell.words.text}
      </LangText>
    );
  }
  return <Values row={row} values={cell.values} />;
}

function Values({ row, values }: { row: RowName; values: readonly string[] }) {
  const text = useText();
  const { formatList, formatNumber, locale } = useIntl();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  switch (row) {
    // Words of the product itself, by codes of closed lists.
    case 'kind':
      return text(`organization.kind.${values[0]}` as MessageId);
    case 'tpoMembership':
      return text(`organizations.membership.${values[0]}` as MessageId);
    case 'country':
      return formatList(values.map(countryName));
    case 'languages':
      return formatList(values.map(languageName));
    case 'operatingMonths': {
      const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
      return formatList(values.map((month) => format.format(Date.UTC(2026, Number(month) - 1, 1))));
    }
    case 'groupsPerMonth':
    case 'maxGroup':
      return formatNumber(Number(values[0]));
    case 'city':
      return formatList(values);
    default:
      return <ConceptTags codes={values} />;
  }
}

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
  const { formatList, locale } = useIntl();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  if (isSilent(cell)) return <span className={record.silent}>{text('ledger.not-stated')}</span>;
  if (cell.kind === 'words') {
    return (
      <LangText as="p" language={cell.language} className={record.prose}>
        {cell.text}
      </LangText>
    );
  }
  const values = cell.values.map(String);
  // Words of the product itself, chosen in `comparison.ts`.
  if (row === 'kind' || row === 'membership') return text(values[0] as MessageId);
  switch (cell.kind) {
    case 'countries':
      return formatList(values.map(countryName));
    case 'languages':
      return formatList(values.map(languageName));
    case 'months': {
      const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
      return formatList(cell.values.map((month) => format.format(Date.UTC(2026, Number(month) - 1, 1))));
    }
    case 'codes':
      return <ConceptTags codes={values} />;
  }
}

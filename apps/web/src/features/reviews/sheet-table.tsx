import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { formatMoney } from '../../lib/money.js';
import type { Sheet, SheetRow } from './reviews.js';
import styles from './reviews.module.css';
import { ScoreStrip } from './score-strip.js';
import { OUTCOME_TONES } from './tones.js';

/** One line a proposal, best mean first. */
export function SheetTable({ sheet, rows }: { sheet: Sheet; rows: readonly SheetRow[] }) {
  const text = useText();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text('reviews.sheet')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('reviews.proposal')}</th>
            <th scope="col">{text('reviews.filter.state')}</th>
            <th scope="col">{text('reviews.scores')}</th>
            <th scope="col">{text('reviews.mean')}</th>
            <th scope="col">{text('reviews.spread')}</th>
            <th scope="col">{text('reviews.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.proposalId} sheet={sheet} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ sheet, row }: { sheet: Sheet; row: SheetRow }) {
  const text = useText();
  const { locale } = useIntl();
  const { slug } = useActingOrganization();
  const nameOf = useCountryName();
  const { requestedMinor, currency, openReviews, wasWidened } = row;
  return (
    <tr>
      <td className={styles.title}>
        <Link
          to="/o/$organization/review-desk/$callId/proposals/$proposalId"
          params={{ organization: slug, callId: sheet.callId, proposalId: row.proposalId }}
        >
          <LangText language={row.language}>{row.title}</LangText>
        </Link>
        <div className={record.sub}>
          {row.lead} · {nameOf(row.country)}
          {requestedMinor !== null &&
            currency !== null &&
            ` · ${formatMoney({ amountMinor: requestedMinor, currency }, locale)}`}
        </div>
      </td>
      <td>
        {text(`reviews.work.${row.state === 'draft' || row.state === 'withdrawn' ? 'submitted' : row.state}`)}
      </td>
      <td>
        <ScoreStrip row={row} />
        {openReviews > 0 && (
          <span className={record.sub}>{text('reviews.open', { count: openReviews })}</span>
        )}
        {wasWidened && <span className={record.sub}> {text('reviews.widened')}</span>}
      </td>
      <td>{row.mean ?? '–'}</td>
      <td>{row.spread ?? '–'}</td>
      <td>
        {row.decision ? (
          <Tag tone={OUTCOME_TONES[row.decision.outcome]}>
            {text(`reviews.outcome.${row.decision.outcome}`)}
          </Tag>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

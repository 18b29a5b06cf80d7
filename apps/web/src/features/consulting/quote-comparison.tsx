import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { TextAreaField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { CURRENCIES, formatMoney } from '../../lib/money.js';
import { organizationQuery } from '../../lib/organizations.js';
import { OrganizationName } from '../../records/organization-name.js';
import { type Quote, quotesQuery, useSelectQuote, useStep } from './consulting-way.js';
import { OrganizationWord } from './organization-word.js';
import { readerCurrency } from './reader-currency.js';
import type { ConsultingRequest } from './requests.js';
import styles from './way.module.css';

const REASONS = ['price', 'scope', 'timing', 'experience', 'language', 'other'] as const;
const ROWS = ['total', 'fee', 'tax', 'sessions', 'deliverables', 'scope', 'validUntil', 'note'] as const;
type Row = (typeof ROWS)[number];

/** Quotes side by side, once they are open; before nobody learns whether there are some. */
export function QuoteComparison({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data: own } = useQuery(organizationQuery(organization.id, organization.id));
  const [chosen, setCurrency] = useState<string | null>(null);
  const currency = chosen ?? readerCurrency(own?.country);
  const [isShort, setShort] = useState(false);
  const { data } = useQuery(quotesQuery(organization.id, request.id, currency));
  if (!data) return null;
  if (request.state === 'quoting' && data.isSealed)
    return <Sealed request={request} closesAt={data.closesAt} />;
  if (data.items.length === 0) return null;
  const rows = ROWS.filter((row) => !isShort || data.differing.includes(row));
  return (
    <Panel title={text('way.quotes')}>
      <div className={record.stack}>
        <div className={record.filters}>
          <NativeSelect
            id="shown-currency"
            label={text('way.shown-currency')}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
            data={[{ value: '', label: text('way.as-quoted') }, ...CURRENCIES]}
          />
          <Checkbox
            label={text('way.differences-only')}
            checked={isShort}
            onChange={(event) => setShort(event.currentTarget.checked)}
          />
        </div>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={text('way.comparison')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text('way.criterion')}</th>
                {data.items.map((quote) => (
                  <th key={quote.id} scope="col">
                    <OrganizationName id={quote.organizationId} />
                    <Tag tone={quote.state === 'selected' ? 'success' : 'neutral'}>
                      {text(`way.quote.${quote.state}`)}
                    </Tag>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row} className={data.differing.includes(row) ? styles.differs : undefined}>
                  <th scope="row">{text(`way.row.${row}`)}</th>
                  {data.items.map((quote) => (
                    <td key={quote.id}>
                      <Cell quote={quote} row={row} currency={chosen} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {request.abilities.select && <Choice quotes={data.items} />}
      </div>
    </Panel>
  );
}

function Sealed({ request, closesAt }: { request: ConsultingRequest; closesAt: string | null }) {
  const text = useText();
  const step = useStep(request);
  return (
    <Callout tone="info" title={text('way.sealed')}>
      <p>
        {text('way.sealed.text')} {closesAt && <LocalTime at={closesAt} as="deadline" />}
      </p>
      {request.abilities.closeQuotes && (
        <Button
          variant="default"
          loading={step.isPending}
          onClick={() => step.mutate({ verb: 'close-quotes' })}
        >
          {text('way.open-now')}
        </Button>
      )}
      {step.error && <ProblemNotice error={step.error} />}
    </Callout>
  );
}

function Cell({ quote, row, currency }: { quote: Quote; row: Row; currency: string | null }): ReactNode {
  const { locale } = useIntl();
  switch (row) {
    case 'fee':
    case 'tax':
      return formatMoney(quote[row], locale);
    case 'total':
      return <Total quote={quote} currency={currency} />;
    case 'sessions':
      return quote.sessions;
    case 'deliverables':
      return (
        <ul>
          {quote.deliverables.map(({ title, dueDay }) => (
            <li key={title}>
              <LangText language={quote.language}>{title}</LangText> · <LocalTime at={dueDay} />
            </li>
          ))}
        </ul>
      );
    case 'validUntil':
      return <LocalTime at={quote.validUntil} />;
    case 'scope':
    case 'note':
      return (
        <LangText as="p" language={quote.language}>
          {quote[row] ?? ''}
        </LangText>
      );
  }
}

/** As it was quoted; in the reader's currency beside it, with the day of the rate. `currency`: what was asked for by hand. */
function Total({ quote, currency }: { quote: Quote; currency: string | null }) {
  const text = useText();
  const { locale } = useIntl();
  const { total, converted } = quote;
  const isMissing = !converted && Boolean(currency) && currency !== total.currency;
  return (
    <>
      <strong>{formatMoney(total, locale)}</strong>
      {converted && (
        <p className={record.sub}>
          ≈ {formatMoney(converted.amount, locale)} · {text('way.rate-of')}{' '}
          <LocalTime at={converted.statedOn} />
        </p>
      )}
      {isMissing && <p className={record.sub}>{text('way.no-rate')}</p>}
    </>
  );
}

function Choice({ quotes }: { quotes: readonly Quote[] }) {
  const text = useText();
  const { locale } = useIntl();
  const choosable = quotes.filter(({ state }) => state === 'submitted');
  const [reason, setReason] = useState<(typeof REASONS)[number]>('scope');
  const [words, setWords] = useState('');
  const select = useSelectQuote();
  const said = words.trim() === '' ? null : { words, language: locale };
  return (
    <div className={forms.form}>
      {choosable.length > 1 && (
        <>
          <NativeSelect
            id="others-reason"
            label={text('way.others-reason')}
            value={reason}
            onChange={(event) =>
              setReason(REASONS.find((one) => one === event.currentTarget.value) ?? 'other')
            }
            data={REASONS.map((one) => ({ value: one, label: text(`way.passed-over.${one}`) }))}
          />
          <TextAreaField
            name="others-words"
            label={text('way.others-words')}
            minRows={2}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </>
      )}
      <div className={record.side}>
        {choosable.map((quote) => (
          <Button
            key={quote.id}
            variant="default"
            loading={select.isPending}
            onClick={() => select.mutate({ id: quote.id, body: { reason, said } })}
          >
            {text('way.choose')}: <OrganizationWord id={quote.organizationId} />
          </Button>
        ))}
      </div>
      {select.error && <ProblemNotice error={select.error} />}
    </div>
  );
}

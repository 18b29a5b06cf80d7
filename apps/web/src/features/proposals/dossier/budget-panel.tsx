import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../../components/lang-text.js';
import { Panel } from '../../../components/panel.js';
import record from '../../../components/record.module.css';
import { Waiting } from '../../../components/waiting.js';
import { useText } from '../../../i18n/use-text.js';
import { formatMoney, type Money } from '../../../lib/money.js';
import { type Dossier, memberName } from './dossiers.js';

const BudgetForm = lazy(async () => ({ default: (await import('./budget-form.js')).BudgetForm }));

/** The budget, line by line and partner by partner, in the one currency of the proposal. */
export function BudgetPanel(props: { dossier: Dossier; budget: Money | null; language: string }) {
  const { dossier, budget, language } = props;
  const text = useText();
  const { locale } = useIntl();
  const currency = budget?.currency ?? dossier.call?.budgetCurrency ?? 'USD';
  if (dossier.abilities.edit) {
    return (
      <Suspense fallback={<Waiting rows={2} height={72} />}>
        <BudgetForm dossier={dossier} budget={budget} currency={currency} />
      </Suspense>
    );
  }
  const { budgetLines } = dossier;
  const written = (amountMinor: number): string => formatMoney({ amountMinor, currency }, locale);
  const sum = budgetLines.reduce((total, { amountMinor }) => total + amountMinor, 0);
  return (
    <Panel
      title={text('dossier.budget')}
      rows={budgetLines.map(({ title, amountMinor, organizationId }, index) => (
        <li key={index} className={record.row}>
          <span>{memberName(dossier, organizationId)}</span>
          <LangText language={language} className={record.main}>
            {title}
          </LangText>
          <span>{written(amountMinor)}</span>
        </li>
      ))}
    >
      {budgetLines.length === 0 ? (
        <p className={record.sub}>{text('ledger.not-stated')}</p>
      ) : (
        <p>{text('dossier.budget.sum', { sum: written(sum) })}</p>
      )}
    </Panel>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../../components/callout.js';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { formatMoney, type Money, parseAmount, writeAmount } from '../../../lib/money.js';
import { consortiumOf, type Dossier, useSaveDossier } from './dossiers.js';

interface Line {
  key: number;
  organizationId: string;
  title: string;
  amount: string;
}

/** The budget, line by line and partner by partner, to be written; its sums must agree. */
export function BudgetForm(props: { dossier: Dossier; budget: Money | null; currency: string }) {
  const { dossier, budget, currency } = props;
  const text = useText();
  const { locale } = useIntl();
  const save = useSaveDossier(dossier.proposalId);
  // Null until something is written here: what others have saved meanwhile is what one goes on from.
  const [written, setWritten] = useState<readonly Line[] | null>(null);
  const lines = written ?? linesOf(dossier, currency);
  const setLines = (change: (all: readonly Line[]) => readonly Line[]) =>
    setWritten((all) => change(all ?? linesOf(dossier, currency)));
  const members = consortiumOf(dossier);
  const amounts = lines.map(({ amount }) => parseAmount(amount, currency));
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  const set = (key: number, change: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const isWhole = lines.every(({ title }, index) => title.trim() !== '' && amounts[index] !== null);
  const send = () => {
    const budgetLines = lines.map(({ organizationId, title }, index) => ({
      organizationId,
      title: title.trim(),
      amountMinor: amounts[index] ?? 0,
    }));
    void save.mutateAsync({ budgetLines }).then(
      () => setWritten((now) => (now === written ? null : now)),
      () => undefined,
    );
  };
  const differs = budget !== null && lines.length > 0 && sum !== budget.amountMinor;
  return (
    <Panel
      title={text('dossier.budget')}
      rows={lines.map((line, index) => (
        <li key={line.key} className={record.row}>
          <NativeSelect
            aria-label={text('dossier.by')}
            data={members}
            value={line.organizationId}
            onChange={(event) => set(line.key, { organizationId: event.currentTarget.value })}
          />
          <TextInput
            className={record.main}
            aria-label={text('dossier.budget.what')}
            placeholder={text('dossier.budget.what')}
            maxLength={200}
            value={line.title}
            onChange={(event) => set(line.key, { title: event.currentTarget.value })}
          />
          <TextInput
            aria-label={text('dossier.budget.amount', { currency })}
            placeholder={currency}
            inputMode="decimal"
            value={line.amount}
            onChange={(event) => set(line.key, { amount: event.currentTarget.value })}
            error={line.amount !== '' && amounts[index] === null ? text('forms.amount.wrong') : undefined}
          />
          <Button
            variant="subtle"
            aria-label={`${text('dossier.take-out')}: ${line.title}`}
            onClick={() => setLines((all) => all.filter(({ key }) => key !== line.key))}
          >
            {text('dossier.take-out')}
          </Button>
        </li>
      ))}
    >
      <div className={record.block}>
        <p>
          {text('dossier.budget.sum', { sum: formatMoney({ amountMinor: sum, currency }, locale) })}
          {budget && ` · ${text('dossier.budget.of', { budget: formatMoney(budget, locale) })}`}
        </p>
        {differs && <Callout tone="warning">{text('dossier.code.budget-sum')}</Callout>}
        <div className={record.side}>
          <Button
            variant="default"
            onClick={() =>
              setLines((all) => [
                ...all,
                {
                  key: Math.max(-1, ...all.map(({ key }) => key)) + 1,
                  organizationId: dossier.organizationId,
                  title: '',
                  amount: '',
                },
              ])
            }
          >
            {text('dossier.budget.add')}
          </Button>
          <Button disabled={!isWhole} loading={save.isPending} onClick={send}>
            {text('dossier.budget.save')}
          </Button>
        </div>
        {save.error && <ProblemNotice error={save.error} />}
      </div>
    </Panel>
  );
}

/** The lines as they were saved last. */
function linesOf({ budgetLines }: Dossier, currency: string): readonly Line[] {
  return budgetLines.map(({ organizationId, title, amountMinor }, key) => ({
    ...{ key, organizationId, title },
    amount: writeAmount({ amountMinor, currency }),
  }));
}

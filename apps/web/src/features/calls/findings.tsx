import { useCodeText, useText } from '../../i18n/use-text.js';
import type { CallFinding } from './call-requests.js';
import styles from './calls.module.css';

/** Where the words of a part of the terms stand on the screen. */
const FIELDS: Readonly<Record<string, string>> = { budgetCurrency: 'maxBudget', maxBudgetMinor: 'maxBudget' };

/** What keeps a call from being published, each with a link to its field. */
export function Findings({ findings }: { findings: readonly CallFinding[] }) {
  const text = useText();
  const words = useCodeText();
  if (findings.length === 0) return <p>{text('calls.check.complete')}</p>;
  return (
    <ul className={styles.findings}>
      {findings.map(({ pointer, code }) => {
        const [, first = '', place = ''] = pointer.split('/');
        const field = FIELDS[first] ?? first;
        const name = words('calls.field', field, 'calls.one');
        const number = /^\d+$/.test(place) ? ` ${Number(place) + 1}` : '';
        const last = pointer.split('/').at(-1) ?? '';
        const part =
          last !== first && !/^\d+$/.test(last) ? ` – ${words('calls.part', last, 'calls.part.other')}` : '';
        return (
          <li key={`${pointer} ${code}`}>
            <a href={`#${field}`}>{`${name}${number}${part}`}</a>
            {': '}
            {words('calls.fault', code.replace('call/', ''), 'calls.fault.other')}
          </li>
        );
      })}
    </ul>
  );
}

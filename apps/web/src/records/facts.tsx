import { Fragment, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import styles from '../components/record.module.css';

/** What is stated of something, name by name; what is not stated is said to be so. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const text = useText();
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            {isSilent(value) ? <span className={styles.silent}>{text('ledger.not-stated')}</span> : value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function isSilent(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false;
}

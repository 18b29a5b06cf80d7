import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Callout } from '../../components/callout.js';
import { useText } from '../../i18n/use-text.js';
import { saveAs } from '../../lib/save-as.js';
import styles from './account.module.css';

/** Shown this once; takes the focus, so that nobody passes them by. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Callout ref={box} tone="warning" title={text('security.recovery.shown')}>
      <p>{text('security.recovery.shown.text')}</p>
      <ol className={styles.codes} aria-label={text('security.recovery')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.save}>
        <Button
          variant="default"
          onClick={() => saveAs(new Blob([codes.join('\n')]), 'ttn-recovery-codes.txt')}
        >
          {text('security.recovery.save')}
        </Button>
        <Button onClick={onDone}>{text('security.recovery.kept')}</Button>
      </div>
    </Callout>
  );
}

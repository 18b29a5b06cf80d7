import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.js';
import styles from './directory.module.css';

/** Says what was just taken away, and gives it back. Stands until the next act; takes the focus the row had. */
export function Undo(props: { what: string | null; isPending: boolean; onUndo: () => void }) {
  const { what, isPending, onUndo } = props;
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (what !== null) button.current?.focus();
  }, [what]);
  return (
    <div role="status">
      {what !== null && (
        <p className={styles.undo}>
          {what}
          <Button ref={button} variant="default" loading={isPending} onClick={onUndo}>
            {text('kept.undo')}
          </Button>
        </p>
      )}
    </div>
  );
}

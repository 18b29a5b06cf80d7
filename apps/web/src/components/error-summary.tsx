import { useEffect, useRef } from 'react';
import { useText } from '../i18n/use-text.js';
import { Callout } from './callout.js';
import styles from './callout.module.css';

export interface FieldError {
  /** Id of the control the line leads to. */
  field: string;
  message: string;
}

/**
 * What keeps a form from being sent, above it, each line leading to its field. Takes the focus whenever the
 * list changes after a try, so that nobody has to look for what went wrong.
 */
export function ErrorSummary({ errors, attempt }: { errors: readonly FieldError[]; attempt: number }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <Callout tone="danger" ref={box} title={text('form.summary', { count: errors.length })}>
      <ul className={styles.list}>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

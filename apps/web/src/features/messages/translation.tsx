import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import styles from './message-files.module.css';
import { browserTranslator } from './translator.js';

type Outcome = { readonly words: string } | 'waiting' | 'unknown';

/** A message in the reader's language, below the message itself, which stays as it was said. */
export function Translation(props: { body: string; from: string; onHide: () => void }) {
  const { body, from, onHide } = props;
  const text = useText();
  const { locale } = useIntl();
  const languageName = useLanguageName();
  const [outcome, setOutcome] = useState<Outcome>('waiting');
  useEffect(() => {
    let current = true;
    const settle = (next: Outcome): void => {
      if (current) setOutcome(next);
    };
    browserTranslator.translate(body, from, locale).then(
      (words) => settle(words === null ? 'unknown' : { words }),
      () => settle('unknown'),
    );
    return () => {
      current = false;
    };
  }, [body, from, locale]);
  return (
    <div data-translation role="status">
      {typeof outcome === 'object' && (
        <LangText as="p" language={locale}>
          {outcome.words}
        </LangText>
      )}
      <p className={styles.note}>
        {outcome === 'waiting' && text('rooms.translation.waiting')}
        {outcome === 'unknown' && text('rooms.translation.unknown')}
        {typeof outcome === 'object' && text('rooms.translation.from', { language: languageName(from) })}{' '}
        <Button variant="subtle" size="compact-sm" onClick={onHide}>
          {text('rooms.translation.hide')}
        </Button>
      </p>
    </div>
  );
}

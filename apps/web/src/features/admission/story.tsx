import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import styles from './admission.module.css';
import type { ApplicationStep } from './applications.js';

/** What happened to an application, the latest first. Names of persons stand where the server gives them. */
export function Story({ steps }: { steps: readonly ApplicationStep[] }) {
  const text = useText();
  const codeText = useCodeText();
  return (
    <ol className={styles.story}>
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.verb}`} className={styles.event}>
          <p>
            <strong>{codeText('admission.verb', step.verb, 'admission.verb.other')}</strong>
          </p>
          <p className={record.sub}>
            {codeText('admission.by', step.by, 'admission.by.system')}
            {step.person && ` (${step.person})`} · <LocalTime at={step.at} as="stamp" />
          </p>
          {step.reason && (
            <LangText as="blockquote" language={step.language} className={styles.quote}>
              <span className="sr-only">{text('admission.reason')}: </span>
              {step.reason}
            </LangText>
          )}
        </li>
      ))}
    </ol>
  );
}

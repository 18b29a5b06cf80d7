import { lazy, type ReactNode, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../../components/callout.js';
import { LangText } from '../../../components/lang-text.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import record from '../../../components/record.module.css';
import { Waiting } from '../../../components/waiting.js';
import { useText } from '../../../i18n/use-text.js';
import { formatMoney, type Money } from '../../../lib/money.js';
import type { Dossier } from './dossiers.js';

const AnswersForm = lazy(async () => ({ default: (await import('./answers-form.js')).AnswersForm }));

type Call = NonNullable<Dossier['call']>;
type Question = Call['form'][number];

/** What is answered to the form of the call's stage; answers to questions that are gone are kept and shown. */
export function AnswersPanel(props: { dossier: Dossier; call: Call; language: string }) {
  const { dossier, call } = props;
  const text = useText();
  const kept = call.vanished.filter((key) => dossier.answers[key] !== undefined);
  return (
    <Panel title={text('dossier.answers')}>
      <div className={record.stack}>
        {call.form.length === 0 && <p className={record.sub}>{text('dossier.answers.none')}</p>}
        {dossier.abilities.edit && call.form.length > 0 ? (
          <Suspense fallback={<Waiting rows={2} height={72} />}>
            <AnswersForm dossier={dossier} call={call} />
          </Suspense>
        ) : (
          call.form.map((question) => <Answered key={question.key} {...props} question={question} />)
        )}
        {kept.length > 0 && (
          <Callout tone="info" title={text('dossier.vanished')}>
            {kept.map((key) => (
              <p key={key}>
                <strong>{key}</strong>: {shown(dossier.answers[key])}
              </p>
            ))}
          </Callout>
        )}
      </div>
    </Panel>
  );
}

const shown = (answer: unknown): string => (typeof answer === 'string' ? answer : JSON.stringify(answer));

/** A question with its answer, as it is read. */
function Answered(props: { dossier: Dossier; call: Call; language: string; question: Question }) {
  const { dossier, call, language, question } = props;
  const text = useText();
  return (
    <section data-answer={question.key}>
      <LangText as="h3" language={call.language} className={record.strong}>
        {question.words}
      </LangText>
      <Answer dossier={dossier} question={question} language={language}>
        <p className={record.sub}>{text('ledger.not-stated')}</p>
      </Answer>
    </section>
  );
}

/** The answer, or `children` where there is none. */
function Answer(props: { dossier: Dossier; question: Question; language: string; children: ReactNode }) {
  const { dossier, question, language, children } = props;
  const { locale, formatList, formatNumber } = useIntl();
  const { key, kind, options } = question;
  const value = dossier.answers[key];
  const wordsOf = (chosen: unknown): string =>
    options.find((option) => option.key === chosen)?.words ?? String(chosen);
  if (kind === 'file') {
    const files = dossier.annexes.filter(({ questionKey }) => questionKey === key);
    return files.length === 0 ? children : <p>{formatList(files.map(({ title }) => title))}</p>;
  }
  if (value === undefined || value === null || value === '') return children;
  if (Array.isArray(value)) return value.length === 0 ? children : <p>{formatList(value.map(wordsOf))}</p>;
  if (typeof value === 'number') return <p>{formatNumber(value)}</p>;
  if (typeof value !== 'string') return <p>{formatMoney(value as Money, locale)}</p>;
  if (kind === 'choice') return <p>{wordsOf(value)}</p>;
  if (kind === 'date') return <LocalTime at={value} />;
  return (
    <LangText as="p" language={language} className={record.prose}>
      {value}
    </LangText>
  );
}

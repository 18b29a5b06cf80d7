import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { formatMoney } from '../../lib/money.js';
import { Facts } from '../../records/facts.js';
import styles from './calls.module.css';
import type { Call, CallTerms, Criterion, Question, Quota, Rule, Stage } from './call-requests.js';

/** When each stage takes proposals, in the zone of the call and in the reader's, and what it asks. */
export function StagesView({ terms }: { terms: CallTerms }) {
  const text = useText();
  return terms.stages.map((stage) => (
    <Panel key={stage.key} title={text(`calls.stage.${stage.key}`)}>
      <div className={record.stack}>
        <Facts
          facts={[
            [
              text('calls.field.opensAt'),
              <Moment key="opens" at={stage.opensAt ?? null} zone={terms.zone} />,
            ],
            [
              text('calls.field.closesAt'),
              <Moment key="closes" at={stage.closesAt ?? null} zone={terms.zone} />,
            ],
          ]}
        />
        <FormPreview stage={stage} language={terms.language} />
        {stage.criteria && <CriteriaTable criteria={stage.criteria} language={terms.language} />}
      </div>
    </Panel>
  ));
}

/** The deadline as it is meant, and by the reader's own clock where that shows something else. */
function Moment({ at, zone }: { at: string | null; zone: string }) {
  const rich = useRichText();
  const { timeZone } = useIntl();
  if (at === null) return null;
  return (
    <>
      <LocalTime at={at} as="deadline" timeZone={zone} /> ({zone.replaceAll('_', ' ')})
      {timeZone !== zone && (
        <div className={record.sub}>
          {rich('calls.your-clock', { time: <LocalTime key="time" at={at} as="stamp" /> })}
        </div>
      )}
    </>
  );
}

function FormPreview({ stage, language }: { stage: Stage; language: string }) {
  const text = useText();
  const form = stage.form ?? [];
  if (form.length === 0) return null;
  return (
    <details className={styles.preview}>
      <summary>{text('calls.form', { count: form.length })}</summary>
      <ol className={styles.questions}>
        {form.map((question) => (
          <QuestionLine key={question.key} question={question} language={language} />
        ))}
      </ol>
    </details>
  );
}

function QuestionLine({ question, language }: { question: Question; language: string }) {
  const text = useText();
  const { kind, words, help, required, maxLength, options = [] } = question;
  return (
    <li>
      <LangText language={language}>{words}</LangText>
      <p className={record.sub}>
        {text(`calls.kind.${kind}`)} · {text(required ? 'calls.required' : 'calls.optional')}
        {maxLength ? ` · ${text('calls.max-length', { count: maxLength })}` : ''}
      </p>
      {help && (
        <LangText as="p" language={language} className={record.sub}>
          {help}
        </LangText>
      )}
      {options.length > 0 && (
        <ul className={styles.options}>
          {options.map((option) => (
            <li key={option.key}>
              <LangText language={language}>{option.words}</LangText>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

export function CriteriaView({ terms }: { terms: CallTerms }) {
  const text = useText();
  if (terms.criteria.length === 0) return null;
  return (
    <Panel title={text('calls.field.criteria')}>
      <CriteriaTable criteria={terms.criteria} language={terms.language} />
    </Panel>
  );
}

/** What is scored, how much it counts, and what the scores mean. */
function CriteriaTable({ criteria, language }: { criteria: readonly Criterion[]; language: string }) {
  const text = useText();
  return (
    <ul className={styles.criteria}>
      {criteria.map(({ key, title, weight, min, max, anchors }) => (
        <li key={key}>
          <p className={record.strong}>
            <LangText language={language}>{title}</LangText> · {text('calls.weight', { weight })}
          </p>
          <p className={record.sub}>{text('calls.scale', { min, max })}</p>
          <dl className={styles.anchors}>
            {anchors.map(({ score, words }) => (
              <Fragment key={score}>
                <dt>{score}</dt>
                <dd>
                  <LangText language={language}>{words}</LangText>
                </dd>
              </Fragment>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Who may apply, for how much, who decides and by which rules. */
export function RulesView({ call }: { call: Call }) {
  const text = useText();
  const { locale, formatList } = useIntl();
  const { terms, deciders } = call;
  const { budgetCurrency: currency, maxBudgetMinor: amountMinor } = terms;
  const money = currency && amountMinor !== null ? formatMoney({ amountMinor, currency }, locale) : currency;
  const ties = [
    text('calls.conflict.organization'),
    ...(terms.conflictRule.city ? [text('calls.conflict.same-city')] : []),
    ...(terms.conflictRule.pastProjects
      ? [text('calls.conflict.projects', { years: terms.conflictRule.years })]
      : []),
  ];
  return (
    <Panel title={text('calls.rules')}>
      <Facts
        facts={[
          [
            text('calls.field.eligibility'),
            terms.eligibility.length > 0 && <Eligibility key="rules" terms={terms} />,
          ],
          [text('calls.field.maxBudget'), money],
          [text('calls.field.decidingOrganizationIds'), formatList(deciders.map(({ name }) => name))],
          [
            text('calls.field.quotas'),
            terms.quotas.length > 0 && <Quotas key="quotas" quotas={terms.quotas} />,
          ],
          [text('calls.field.quorum'), String(terms.quorum)],
          [text('calls.field.spreadLimit'), text('calls.percent', { share: terms.spreadLimit })],
          [text('calls.field.conflictRule'), formatList(ties)],
          [text('calls.field.isBlind'), text(terms.isBlind ? 'calls.blind.yes' : 'calls.blind.no')],
        ]}
      />
    </Panel>
  );
}

function Eligibility({ terms }: { terms: CallTerms }): ReactNode {
  return (
    <ol className={styles.questions}>
      {terms.eligibility.map((rule) => (
        <li key={rule.number} value={rule.number}>
          <LangText language={terms.language}>{rule.words}</LangText>
          <Bounds rule={rule} />
        </li>
      ))}
    </ol>
  );
}

/** What of a rule holds by itself. */
function Bounds({ rule: { kinds = [], countries = [] } }: { rule: Rule }): ReactNode {
  const text = useText();
  const { formatList } = useIntl();
  const countryOf = useCountryName();
  if (kinds.length + countries.length === 0) return null;
  const parts = [
    ...(kinds.length > 0 ? [formatList(kinds.map((kind) => text(`organization.kind.${kind}`)))] : []),
    ...(countries.length > 0 ? [formatList(countries.map(countryOf))] : []),
  ];
  return <p className={record.sub}>{text('calls.rule.leads', { who: parts.join(' · ') })}</p>;
}

function Quotas({ quotas }: { quotas: readonly Quota[] }): ReactNode {
  const words = useQuotaWords();
  return (
    <ul>
      {quotas.map((quota) => (
        <li key={`${quota.key} ${quota.value} ${quota.bound}`}>{words(quota)}</li>
      ))}
    </ul>
  );
}

function useQuotaWords(): (quota: Quota) => string {
  const text = useText();
  const countryOf = useCountryName();
  return ({ key, value, bound, share }) => {
    if (key === 'sme') return text(`calls.quota.sme.${bound}`, { share });
    if (value === '*') return text('calls.quota.any', { share });
    return text(`calls.quota.country.${bound}`, { share, country: countryOf(value) });
  };
}

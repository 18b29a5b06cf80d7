import { useIntl } from 'react-intl';
import { useCodeText, useText } from '../i18n/use-text.js';
import { LangText } from './lang-text.js';
import { type MatchFact, type MatchReason, reasonKey } from './match-view.js';
import styles from './reciprocity-ledger.module.css';

/**
 * What we state beside what they state, topic by topic. The same figure stands wherever two sides give and
 * take, so that fairness can be seen.
 */
export function ReciprocityLedger(props: {
  /** Name of the other side, for the heading of its column. */
  counterpart: string;
  reasons: readonly MatchReason[];
}) {
  const text = useText();
  const codeText = useCodeText();
  return (
    <>
      <GiveAndTake reasons={props.reasons} />
      <table className={styles.ledger}>
        <caption className="sr-only">{text('ledger.caption', { name: props.counterpart })}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.side}>
              {text('ledger.ours')}
            </th>
            <th scope="col" className={styles.side}>
              {text('ledger.theirs')}
            </th>
          </tr>
        </thead>
        {props.reasons.map((reason, index) => (
          <tbody key={`${reasonKey(reason)}/${index}`}>
            <tr>
              <th scope="rowgroup" colSpan={2} className={styles.topic}>
                {codeText('match.topic', reasonKey(reason), 'match.topic.other')}
              </th>
            </tr>
            <tr>
              <Facts facts={reason.facts.ours} />
              <Facts facts={reason.facts.theirs} />
            </tr>
          </tbody>
        ))}
      </table>
    </>
  );
}

/** What each side would give the other, before all the facts: the heart of a partnership in two lines. */
function GiveAndTake({ reasons }: { reasons: readonly MatchReason[] }) {
  const text = useText();
  const { formatList } = useIntl();
  const gifts = (key: string, side: 'ours' | 'theirs'): string => {
    const facts = reasons
      .filter((reason) => reasonKey(reason) === key)
      .flatMap((reason) => reason.facts[side]);
    return formatList([...new Set(facts.map(({ label }) => label))]) || text('matches.give.none');
  };
  return (
    <dl className={styles.give}>
      <div>
        <dt>{text('matches.give.ours')}</dt>
        <dd>{gifts('we_offer', 'ours')}</dd>
      </div>
      <div>
        <dt>{text('matches.give.theirs')}</dt>
        <dd>{gifts('they_offer', 'theirs')}</dd>
      </div>
    </dl>
  );
}

function Facts({ facts }: { facts: readonly MatchFact[] }) {
  const text = useText();
  return (
    <td className={styles.cell}>
      {facts.length === 0 && <span className={styles.silent}>{text('ledger.not-stated')}</span>}
      {saidOnce(facts).map((fact) => (
        <div key={fact.label} className={styles.fact}>
          {fact.label}
          {fact.quote && (
            <LangText language={fact.language} className={styles.quote}>
              {text('ledger.quote', { quote: fact.quote })}
            </LangText>
          )}
        </div>
      ))}
    </td>
  );
}

/** A fact may be stated and required at once; the reader needs it once, with the words it was read from. */
function saidOnce(facts: readonly MatchFact[]): MatchFact[] {
  const byLabel = new Map<string, MatchFact>();
  for (const fact of facts) {
    if (!byLabel.get(fact.label)?.quote) byLabel.set(fact.label, fact);
  }
  return [...byLabel.values()];
}

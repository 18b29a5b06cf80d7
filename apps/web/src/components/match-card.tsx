import { IconCheck, IconMinus } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useIntl } from 'react-intl';
import { useCodeText, useText } from '../i18n/use-text.js';
import { FitWord } from './fit-word.js';
import { LangText } from './lang-text.js';
import { type MatchReason, type MatchView, sharedLabels } from './match-view.js';
import styles from './match-card.module.css';
import { ReciprocityLedger } from './reciprocity-ledger.js';
import { FictionalMark, Tag, type Tone } from './tag.js';

const STATE_TONES: Readonly<Record<MatchView['state'], Tone>> = {
  suggested: 'neutral',
  'interest-sent': 'brand',
  'interest-received': 'warning',
  connected: 'success',
  declined: 'neutral',
  dismissed: 'neutral',
};

const asIs = (part: ReactNode): ReactNode => part;

/**
 * One proposed partner: who, how well it fits in a word, why in sentences, and the facts of both sides side by
 * side. What can be done about it comes from the screen.
 */
export function MatchCard(props: {
  match: MatchView;
  /** Wraps the name, usually into a link. */
  renderName?: (name: ReactNode) => ReactNode;
  /** Wraps the title of what the match is about, likewise. */
  renderObject?: (title: ReactNode) => ReactNode;
  /** Buttons at the foot of the card. */
  actions?: ReactNode;
  /** Level of the name in the outline of the page. */
  level?: 2 | 3;
}) {
  const { match, renderName = asIs, renderObject = asIs, actions, level = 3 } = props;
  const text = useText();
  const codeText = useCodeText();
  const headingId = useId();
  const Heading = `h${level}` as const;
  const { counterpart, object } = match;
  return (
    <article className={styles.card} aria-labelledby={headingId} data-match={match.id}>
      <header>
        <div className={styles.head}>
          <Heading id={headingId} className={styles.name}>
            {renderName(counterpart.name)}
            {counterpart.nativeName && counterpart.nativeName !== counterpart.name && (
              <LangText language={counterpart.nativeLanguage} className={styles.native}>
                {counterpart.nativeName}
              </LangText>
            )}
          </Heading>
          <FitWord fit={match.fit} />
        </div>
        <div className={styles.facts}>
          {match.state !== 'suggested' && (
            <Tag tone={STATE_TONES[match.state]}>{text(`match.state.${match.state}`)}</Tag>
          )}
          <Tag>{text(`organization.kind.${counterpart.kind}`)}</Tag>
          {counterpart.country && <Tag>{counterpart.country}</Tag>}
          {counterpart.fictional && <FictionalMark />}
        </div>
      </header>
      {object?.title && (
        <p className={styles.about}>
          {codeText('match.about', object.type, 'match.about.other')}{' '}
          {renderObject(<LangText language={object.language}>{object.title}</LangText>)}
        </p>
      )}
      <Reasons title={text('match.why')} reasons={match.reasons} />
      <Reasons title={text('match.missing')} reasons={match.unmet} unmet />
      <ReciprocityLedger counterpart={counterpart.name} reasons={[...match.reasons, ...match.unmet]} />
      {actions && <footer className={styles.foot}>{actions}</footer>}
    </article>
  );
}

function Reasons(props: { title: string; reasons: readonly MatchReason[]; unmet?: boolean }) {
  const { title, reasons, unmet = false } = props;
  if (reasons.length === 0) return null;
  const Mark = unmet ? IconMinus : IconCheck;
  return (
    <section>
      <p className={styles.why}>{title}</p>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li
            key={reason.code}
            className={unmet ? `${styles.reason} ${styles.unmet}` : styles.reason}
            data-reason={reason.code}
          >
            <Mark size={18} stroke={2} aria-hidden />
            <ReasonSentence reason={reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Shared themes: golf, cruises", or the plain topic where the two sides say it in different words. */
function ReasonSentence({ reason }: { reason: MatchReason }) {
  const intl = useIntl();
  const codeText = useCodeText();
  const shared = sharedLabels(reason);
  const facts = intl.formatList(shared, { type: 'conjunction' });
  return (
    <span>
      {codeText('match.reason', reason.code, 'match.reason.other', {
        shared: shared.length > 0 ? 'some' : 'none',
        facts,
      })}
    </span>
  );
}

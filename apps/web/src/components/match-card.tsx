import { Button } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCodeText, useText } from '../i18n/use-text.js';
import { FitWord } from './fit-word.js';
import { LangText } from './lang-text.js';
import { type MatchFact, type MatchReason, type MatchView, reasonKey, sharedLabels } from './match-view.js';
import styles from './match-card.module.css';
import record from './record.module.css';
import { FictionalMark, Tag, type Tone } from './tag.js';

const STATE_TONES: Readonly<Record<MatchView['state'], Tone>> = {
  suggested: 'neutral',
  'interest-sent': 'brand',
  'interest-received': 'warning',
  connected: 'success',
  declined: 'neutral',
  dismissed: 'neutral',
};

/** Reasons that a card among others shows at first; the weightiest come first. */
const SHOWN = 3;

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
  /** Shows every reason and both sides at once: for a screen that is about this match. */
  isWhole?: boolean;
  /** The facts of both sides and what else a reader finds who looks deeper. */
  depth: ReactNode;
}) {
  const { match, renderName = asIs, renderObject = asIs, actions, level = 3, isWhole = false, depth } = props;
  const headingId = useId();
  const Heading = `h${level}` as const;
  const { counterpart } = match;
  return (
    <article className={styles.card} aria-labelledby={headingId} data-match={match.id}>
      <header>
        <div className={record.head}>
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
        <Marks match={match} />
      </header>
      <Context match={match} renderObject={renderObject} />
      <Evidence match={match} isWhole={isWhole} depth={depth} />
      {actions && <footer className={styles.foot}>{actions}</footer>}
    </article>
  );
}

function Marks({ match: { state, counterpart } }: { match: MatchView }) {
  const text = useText();
  return (
    <div className={styles.facts}>
      {state !== 'suggested' && <Tag tone={STATE_TONES[state]}>{text(`match.state.${state}`)}</Tag>}
      <Tag>{text(`organization.kind.${counterpart.kind}`)}</Tag>
      {counterpart.country && <Tag>{counterpart.country}</Tag>}
      {counterpart.fictional && <FictionalMark />}
    </div>
  );
}

/** What of ours was compared with what of theirs. */
function Context(props: { match: MatchView; renderObject: (title: ReactNode) => ReactNode }) {
  const { subject, object } = props.match;
  const text = useText();
  const codeText = useCodeText();
  if (!subject && !object?.title) return null;
  return (
    <div className={styles.about}>
      {subject && <About topic={text('match.for')} thing={subject} none={text('match.for.profile')} />}
      {object?.title && (
        <About
          topic={codeText('match.about', object.type, 'match.about.other')}
          thing={object}
          render={props.renderObject}
        />
      )}
    </div>
  );
}

/** The weightiest reasons at once; the others and the facts of both sides on demand, or all where `isWhole`. */
function Evidence(props: { match: MatchView; isWhole: boolean; depth: ReactNode }) {
  const { reasons, unmet } = props.match;
  const text = useText();
  const [isOpen, setOpen] = useState(props.isWhole);
  return (
    <>
      <Reasons
        title={text('match.why')}
        reasons={isOpen ? reasons : reasons.slice(0, SHOWN)}
        quotes={!isOpen}
      />
      <Reasons title={text('match.missing')} reasons={unmet} unmet />
      {!props.isWhole && (
        <Button
          className={styles.whole}
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {text('match.compare', { more: isOpen ? 0 : Math.max(0, reasons.length - SHOWN) })}
        </Button>
      )}
      {isOpen && props.depth}
    </>
  );
}

function About(props: {
  topic: string;
  thing: { title: string | null; language?: string | null };
  none?: string;
  render?: (title: ReactNode) => ReactNode;
}) {
  const { topic, thing, none, render = asIs } = props;
  return (
    <p>
      {topic}{' '}
      {thing.title === null ? (
        <span>{none}</span>
      ) : (
        <span>{render(<LangText language={thing.language}>{thing.title}</LangText>)}</span>
      )}
    </p>
  );
}

function Reasons(props: {
  title: string;
  reasons: readonly MatchReason[];
  unmet?: boolean;
  /** With the words each side's fact was read in. */
  quotes?: boolean;
}) {
  const { title, reasons, unmet = false, quotes = false } = props;
  if (reasons.length === 0) return null;
  const Mark = unmet ? IconMinus : IconCheck;
  return (
    <section>
      <p className={styles.why}>{title}</p>
      <ul className={styles.reasons}>
        {reasons.map((reason, index) => (
          <li
            key={`${reasonKey(reason)}/${index}`}
            className={unmet ? `${styles.reason} ${styles.unmet}` : styles.reason}
            data-reason={reason.code}
          >
            <Mark size={18} stroke={2} aria-hidden />
            <div>
              <ReasonSentence reason={reason} />
              {quotes && <Quotes reason={reason} />}
            </div>
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
      {codeText('match.reason', reasonKey(reason), 'match.reason.other', {
        shared: shared.length > 0 ? 'some' : 'none',
        facts,
      })}
    </span>
  );
}

/** What each side wrote, in its own language, that the reason was read from. */
function Quotes({ reason: { facts } }: { reason: MatchReason }) {
  const text = useText();
  const sides = [
    [text('ledger.ours'), quoted(facts.ours)],
    [text('ledger.theirs'), quoted(facts.theirs)],
  ] as const;
  return sides.map(
    ([side, fact]) =>
      fact && (
        <p key={side} className={styles.quote}>
          {side}:{' '}
          <LangText language={fact.language}>{text('ledger.quote', { quote: fact.quote ?? '' })}</LangText>
        </p>
      ),
  );
}

const quoted = (facts: readonly MatchFact[]): MatchFact | undefined => facts.find(({ quote }) => quote);

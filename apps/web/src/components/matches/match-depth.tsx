import { useCodeText, useText } from '../../i18n/use-text.js';
import type { Match } from '../../lib/matches.js';
import card from '../match-card.module.css';
import type { MatchView } from '../match-view.js';
import { ReciprocityLedger } from '../reciprocity-ledger.js';
import { WhyNotHigher } from './why-not-higher.js';

/** All that a reader finds who looks deeper: the facts of both sides, why it is listed, and what would lift the match. */
export function MatchDepth({ match, view }: { match: Match; view: MatchView }) {
  return (
    <>
      <ReciprocityLedger counterpart={view.counterpart.name} reasons={[...view.reasons, ...view.unmet]} />
      <ListNotes notes={match.notes} name={view.counterpart.name} />
      {match.open && <WhyNotHigher match={match} />}
    </>
  );
}

/** What besides the fit put the two in each other's lists; both sides read the same of both lists. */
function ListNotes({ notes, name }: { notes: Match['notes']; name: string }) {
  const text = useText();
  const codeText = useCodeText();
  if (notes.length === 0) return null;
  return (
    <section data-notes>
      <p className={card.why}>{text('matches.note')}</p>
      <ul className={card.reasons}>
        {notes.map(({ list, code }) => (
          <li key={list} data-note={`${list}.${code}`}>
            {codeText('matches.note', `${list}.${code}`, 'matches.note', { name })}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { Facts } from '../../records/facts.js';
import type { VoteCard } from './memberships.js';

/** How a closed vote ended, in figures and in the rules that led there. */
export function VoteResult({ vote }: { vote: VoteCard }) {
  const text = useText();
  const { result, closedBecause } = vote;
  if (!result) return null;
  const figures = ['seats', 'vacant', 'conflicts', 'quorum', 'cast', 'yes', 'no', 'abstain'] as const;
  return (
    <Panel title={text('membership.vote.result')}>
      <Facts
        facts={[
          [
            text('membership.vote.outcome'),
            <strong key="outcome">{text(`membership.vote.outcome.${result.outcome}`)}</strong>,
          ],
          [
            text('membership.vote.because'),
            <ul key="reasons">
              {result.reasons.map((reason) => (
                <li key={reason}>{text(`membership.vote.because.${reason}`)}</li>
              ))}
              {closedBecause && <li>{text(`membership.vote.closed.${closedBecause}`)}</li>}
            </ul>,
          ],
          ...figures.map(
            (figure) => [text(`membership.vote.figure.${figure}`), String(result[figure])] as const,
          ),
        ]}
      />
    </Panel>
  );
}

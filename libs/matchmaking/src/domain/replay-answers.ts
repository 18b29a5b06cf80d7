/** An answer with the score it had, and the score other weights give. */
export interface ScoredAnswer {
  readonly organizationId: string;
  readonly accepted: boolean;
  readonly before: number;
  readonly after: number;
}

/**
 * How well two scores put what an organization accepted above what it refused. Only pairs of one organization are
 * compared, as two organizations see two markets; equal scores count half.
 */
export function replayAnswers(answers: readonly ScoredAnswer[]): {
  answers: number;
  pairs: number;
  before: number;
  after: number;
} {
  let pairs = 0;
  const right = { before: 0, after: 0 };
  const groups = new Map<string, ScoredAnswer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.organizationId);
    if (group) group.push(answer);
    else groups.set(answer.organizationId, [answer]);
  }
  for (const group of groups.values()) {
    const refused = group.filter(({ accepted }) => !accepted);
    for (const kept of group.filter(({ accepted }) => accepted)) {
      for (const other of refused) {
        pairs += 1;
        right.before += inOrder(kept.before, other.before);
        right.after += inOrder(kept.after, other.after);
      }
    }
  }
  const share = (sum: number): number => (pairs === 0 ? 0.5 : sum / pairs);
  return { answers: answers.length, pairs, before: share(right.before), after: share(right.after) };
}

function inOrder(accepted: number, refused: number): number {
  if (accepted === refused) return 0.5;
  return accepted > refused ? 1 : 0;
}

/** For so long the token before the current one is honoured: its answer may have been lost on the way. */
export const GRACE_SECONDS = 10;

/** A refresh token as presented, beside the session it belongs to. */
export interface PresentedToken {
  readonly generation: number;
  readonly currentGeneration: number;
  readonly secondsSinceRotation: number;
  /** The session ended or expired, or its account is not active. */
  readonly sessionOver: boolean;
}

/**
 * What presenting a token means. `rotate`: it is the current one. `repeat`: it is the one before and its
 * answer may have been lost, so the same answer is given again. `reused`: somebody else has it too.
 */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reused' | 'over';

export function judgeRefresh(token: PresentedToken): RefreshVerdict {
  if (token.sessionOver) return 'over';
  if (token.generation === token.currentGeneration) return 'rotate';
  const isPrevious = token.generation === token.currentGeneration - 1;
  return isPrevious && token.secondsSinceRotation <= GRACE_SECONDS ? 'repeat' : 'reused';
}

import type { Participation } from '../domain/participation.js';

/** The yearly word of an organization that it takes part. */
export class ParticipationResponse {
  confirmedAt: string;
  /** Since when the missing confirmation hides it. */
  lapsedAt: string | null;
  /** When it is hidden, or closed once it is hidden; null when nothing is due any more. */
  dueAt: string | null;
  /** Also the ETag. */
  version: number;
}

export function toParticipation(participation: Participation): ParticipationResponse {
  const { confirmedAt, lapsedAt, dueAt, version } = participation;
  return {
    confirmedAt: confirmedAt.toISOString(),
    lapsedAt: lapsedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    version,
  };
}

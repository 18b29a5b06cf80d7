import { Injectable } from '@nestjs/common';
import type { DismissalReason } from '#libs/contracts';
import { type Actor, actingOrganization, assertVersion, saidOrNull, WrongState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MatchDismissalRepository } from '../data/match-dismissal.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import type { Match } from '../domain/match.js';
import { isDismissible } from '../domain/match.policy.js';
import { MatchAccess } from './match-access.js';

export interface DismissMatchInput {
  readonly reason: DismissalReason;
  /** In the words of who dismisses; nobody else reads it. */
  readonly note?: string | null;
}

/**
 * Puts a match away for good, for the acting organization alone. Again: the same answer, and the first reason
 * stays. While one waits for the other's answer, or both talk, there is nothing to put away.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class DismissMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MatchAccess,
    private readonly matches: MatchRepository,
    private readonly dismissals: MatchDismissalRepository,
  ) {}

  async execute(actor: Actor, id: string, input: DismissMatchInput, version?: number): Promise<Match> {
    const { id: organizationId } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const match = await this.access.lock(tx, 'match.dismiss', id);
      if (match.state === 'dismissed') return match;
      if (!isDismissible(match)) throw new WrongState('match', 'dismiss', match.state);
      assertVersion(match.version, version);

      await this.dismissals.insert(tx, {
        matchId: id,
        organizationId,
        personId: actor.personId,
        reason: input.reason,
        note: saidOrNull(input.note ?? null),
      });
      await this.matches.touch(tx, id);
      const dismissed = await this.matches.get(tx, organizationId, id);

      tx.audit({
        action: 'match.dismiss',
        entityType: 'match',
        entityId: id,
        fromState: match.state,
        toState: 'dismissed',
      });
      tx.emit('match.dismissed', { aggregateType: 'match', aggregateId: id, seq: dismissed.version }, {});
      return dismissed;
    });
  }
}

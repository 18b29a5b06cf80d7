import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MatchDismissalRepository } from '../data/match-dismissal.repository.js';
import { MatchRepository } from '../data/match.repository.js';
import type { Match } from '../domain/match.js';
import { MatchAccess } from './match-access.js';

/**
 * Takes back that a match was put away: it stands in the own list again until the next run says whether it belongs
 * there, and nothing is learnt from the reason. A match that was not put away is answered as it is.
 *
 * @throws NotFound, StaleVersion 412
 */
@Injectable()
export class RestoreMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MatchAccess,
    private readonly matches: MatchRepository,
    private readonly dismissals: MatchDismissalRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Match> {
    const { id: organizationId } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const match = await this.access.lock(tx, 'match.dismiss', id);
      assertVersion(match.version, version);
      if (!(await this.dismissals.remove(tx, id, organizationId))) return match;

      await this.matches.list(tx, organizationId, id);
      const restored = await this.matches.get(tx, organizationId, id);

      tx.audit({
        action: 'match.restore',
        entityType: 'match',
        entityId: id,
        fromState: match.state,
        toState: restored.state,
      });
      tx.emit('match.restored', { aggregateType: 'match', aggregateId: id, seq: restored.version }, {});
      return restored;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { MergeObstacle } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { MergerRepository } from '../data/merger.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { MergedAlready, MergeObstructed, NoMergeTarget, obstaclesBetween } from '../domain/merger.js';
import type { Organization } from '../domain/organization.js';
import type { MergedLine, MergedPair } from './merge-part.js';
import { MergeParts } from './merge-parts.js';
import { OrganizationAccess } from './organization-access.js';
import { SetOrganizationState } from './set-organization-state.js';

export interface MergeOrder {
  readonly intoId: string;
  /** Kept with the one that ends. */
  readonly reason: string;
  /** Does everything but keep it. */
  readonly dryRun: boolean;
}

export interface MergeReport {
  readonly dryRun: boolean;
  /** Of each kind of record how many went over and how many stayed; nothing while there are obstacles. */
  readonly lines: readonly MergedLine[];
  readonly obstacles: readonly MergeObstacle[];
}

/**
 * The secretariat makes one of two: every feature hands over what it keeps of the second entry, the second entry
 * closes, and its id and slug lead to the first from then on. One transaction, and no way back. A dry run does the
 * same and keeps nothing, so its report is exact. Errors: request/not-found, organization/merged-already,
 * organization/no-merge-target, organization/merge-obstructed.
 */
@Injectable()
export class MergeOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrganizationAccess,
    private readonly organizations: OrganizationRepository,
    private readonly mergers: MergerRepository,
    private readonly parts: MergeParts,
    private readonly setState: SetOrganizationState,
  ) {}

  async execute(actor: Actor, fromId: string, order: MergeOrder): Promise<MergeReport> {
    const pair = { fromId, intoId: order.intoId };
    try {
      return await this.unitOfWork.run(actor, async (tx) => {
        const from = await this.locked(tx, actor, pair);
        const obstacles = await this.obstacles(tx, from, pair);
        if (obstacles.length > 0 && !order.dryRun) throw new MergeObstructed(obstacles);
        const lines = obstacles.length > 0 ? [] : await this.merge(tx, from, pair, order.reason);
        const report = { dryRun: order.dryRun, lines, obstacles };
        if (order.dryRun) throw new Rehearsed(report);
        return report;
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.report;
      throw error;
    }
  }

  private async locked(tx: Transaction, actor: Actor, { fromId, intoId }: MergedPair): Promise<Organization> {
    await this.mergers.lockBoth(tx, fromId, intoId);
    const from = await this.access.load(tx, actor, 'merge', fromId);
    if (from.mergedIntoId !== null) throw new MergedAlready();
    return from;
  }

  private async obstacles(tx: Transaction, from: Organization, pair: MergedPair): Promise<MergeObstacle[]> {
    const into = await this.organizations.byId(tx, pair.intoId);
    if (!into || into.id === from.id || into.mergedIntoId !== null) throw new NoMergeTarget();
    const found = obstaclesBetween(from, into);
    for (const part of this.parts.all()) found.push(...(await part.obstacles(tx, pair)));
    return found;
  }

  private async merge(
    tx: Transaction,
    from: Organization,
    pair: MergedPair,
    reason: string,
  ): Promise<MergedLine[]> {
    const { fromId, intoId } = pair;
    const lines: MergedLine[] = [];
    for (const part of this.parts.all()) lines.push(...(await part.move(tx, pair)));
    if (from.state !== 'closed') await this.setState.execute(tx, fromId, 'close', reason);
    const seqOfFrom = await this.mergers.point(tx, fromId, intoId);
    const seqOfInto = await this.mergers.complete(tx, fromId, intoId);
    for (const organizationId of [fromId, intoId]) {
      tx.audit({
        action: 'organization.merge',
        entityType: 'organization',
        entityId: fromId,
        organizationId,
        fromState: from.state,
        toState: 'closed',
      });
    }
    const ended = { aggregateType: 'organization', aggregateId: fromId, seq: seqOfFrom };
    tx.emit('organization.merged', { ...ended, organizationId: intoId }, { intoOrganizationId: intoId });
    const grown = { aggregateType: 'organization', aggregateId: intoId, seq: seqOfInto };
    tx.emit('organization.changed', { ...grown, organizationId: intoId }, {});
    return lines.filter(({ moved, stayed }) => moved + stayed > 0);
  }
}

/** Ends the transaction of a dry run, so that nothing of it stays. */
class Rehearsed extends Error {
  constructor(readonly report: MergeReport) {
    super('dry run');
  }
}

import { Injectable } from '@nestjs/common';
import { OrganizationsReader, SetOrganizationState } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ParticipationRepository } from '../data/participation.repository.js';
import type { Participation } from '../domain/participation.js';
import { databaseNow } from './database-now.js';
import { KeepParticipation } from './keep-participation.js';

/** What time does to participants that do not confirm. */
@Injectable()
export class MoveDueParticipant {
  constructor(
    private readonly participations: ParticipationRepository,
    private readonly keep: KeepParticipation,
    private readonly organizations: OrganizationsReader,
    private readonly setState: SetOrganizationState,
  ) {}

  async execute(tx: Transaction, organizationId: string): Promise<void> {
    const participation = await this.participations.lock(tx, organizationId);
    if (!participation?.dueAt || participation.dueAt > (await databaseNow(tx))) return;
    const state = (await this.organizations.cards([organizationId], tx)).get(organizationId)?.state;
    if (!participation.lapsedAt && state === 'active') {
      await this.setState.execute(tx, organizationId, 'suspend');
      this.announce(tx, 'lapsed', await this.keep.lapse(tx, participation));
    } else if (participation.lapsedAt && state === 'suspended') {
      await this.setState.execute(tx, organizationId, 'close');
      this.announce(tx, 'ended', await this.keep.end(tx, participation));
    } else {
      // Suspended or closed by somebody: the clock has no say until it is active again.
      await this.keep.end(tx, participation);
    }
  }

  /** Asks for the confirmation, unless it has come in since. */
  async remind(tx: Transaction, organizationId: string): Promise<void> {
    const participation = await this.participations.lock(tx, organizationId);
    if (participation?.dueAt) this.announce(tx, 'reminded', participation);
  }

  private announce(
    tx: Transaction,
    what: 'reminded' | 'lapsed' | 'ended',
    { organizationId, version }: Participation,
  ): void {
    if (what !== 'reminded') {
      const action = what === 'lapsed' ? 'participation.lapse' : 'participation.end';
      tx.audit({ action, entityType: 'participation', entityId: organizationId, organizationId });
    }
    const source = {
      aggregateType: 'participation',
      aggregateId: organizationId,
      seq: version,
      organizationId,
    };
    tx.emit(`participation.${what}`, source, {});
  }
}

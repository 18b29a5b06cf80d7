import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { ActiveOrganizationsReader, OrganizationsReader } from '#libs/organizations';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ParticipationRepository } from '../data/participation.repository.js';
import { KeepParticipation } from './keep-participation.js';

const BATCH = 200;

/** Begins the year of everybody who takes part: the newly admitted at once, the imported by a daily look. */
@Injectable()
export class EnrolParticipants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly participations: ParticipationRepository,
    private readonly keep: KeepParticipation,
    private readonly activeOrganizations: ActiveOrganizationsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** One organization that has just become active: a new year begins unless one is running. */
  async one(tx: Transaction, organizationId: string): Promise<void> {
    const organization = (await this.organizations.cards([organizationId], tx)).get(organizationId);
    if (organization?.state !== 'active' || organization.kind === 'secretariat') return;
    const known = await this.participations.lock(tx, organizationId);
    if (!known || known.lapsedAt || known.dueAt === null) await this.keep.confirm(tx, organizationId, null);
  }

  /** Everybody of whom nothing is known yet. Begun ones are passed over, so it may stop and start again. */
  async missing(requestId: string, signal: AbortSignal): Promise<void> {
    const participants = (await this.activeOrganizations.all()).filter(({ kind }) => kind !== 'secretariat');
    const ids = participants.map(({ id }) => id);
    const unknown = await this.participations.unknown(this.database, ids);
    for (let start = 0; start < unknown.length && !signal.aborted; start += BATCH) {
      await this.unitOfWork.run(systemActor(requestId), async (tx) => {
        for (const id of unknown.slice(start, start + BATCH)) {
          if (!(await this.participations.lock(tx, id))) await this.keep.confirm(tx, id, null);
        }
      });
    }
  }
}

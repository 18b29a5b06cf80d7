import { Injectable } from '@nestjs/common';
import { type Actor, StaleVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { AliasRepository } from '../data/alias.repository.js';
import { type OrganizationChanges, OrganizationRepository } from '../data/organization.repository.js';
import { officialNames } from './official-names.js';
import { OrganizationAccess } from './organization-access.js';

/** Owners keep the data of their organization. Errors: request/not-found, request/stale-version. */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrganizationAccess,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
  ) {}

  async execute(actor: Actor, id: string, version: number, changes: OrganizationChanges): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await this.organizations.lock(tx, id);
      const organization = await this.access.load(tx, actor, 'update', id);
      if (organization.version !== version) throw new StaleVersion(organization.version);
      await this.organizations.change(tx, id, changes);
      const names = officialNames(id, { ...organization, ...changes });
      await this.aliases.replace(tx, [id], ['slug', 'name'], names);
      tx.audit({
        action: 'organization.update',
        entityType: 'organization',
        entityId: id,
        organizationId: id,
      });
    });
  }
}

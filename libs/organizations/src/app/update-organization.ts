import { Injectable } from '@nestjs/common';
import { type Actor, StaleVersion } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { type Alias, AliasRepository } from '../data/alias.repository.js';
import { IdentificationRepository } from '../data/identification.repository.js';
import { type OrganizationChanges, OrganizationRepository } from '../data/organization.repository.js';
import { nameKey } from '../domain/fold-name.js';
import type { IdentificationChanges } from '../domain/identification.js';
import type { Organization } from '../domain/organization.js';
import { OFFICIAL_SOURCES, officialNames } from './official-names.js';
import { OrganizationAccess } from './organization-access.js';

export interface StatedChanges extends OrganizationChanges, IdentificationChanges {
  /** Further names, in any script, former ones among them; all of them. */
  readonly aliases?: readonly string[];
}

/**
 * Owners keep the data of their organization. A name that is replaced stays behind as one it had, so that it is
 * still found by it. Errors: request/not-found, request/stale-version.
 */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrganizationAccess,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
    private readonly identifications: IdentificationRepository,
  ) {}

  async execute(actor: Actor, id: string, version: number, changes: StatedChanges): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await this.organizations.lock(tx, id);
      const organization = await this.access.load(tx, actor, 'update', id);
      if (organization.version !== version) throw new StaleVersion(organization.version);
      const seq = await this.organizations.change(tx, id, changes);
      await this.identifications.change(tx, organization, changes);
      await this.rename(tx, organization, changes);
      tx.audit({
        action: 'organization.update',
        entityType: 'organization',
        entityId: id,
        organizationId: id,
      });
      const source = { aggregateType: 'organization', aggregateId: id, seq, organizationId: id };
      tx.emit('organization.changed', source, {});
    });
  }

  private async rename(tx: Transaction, before: Organization, changes: StatedChanges): Promise<void> {
    const { id } = before;
    const known = await this.aliases.namesOf(tx, [id]);
    const official = officialNames(id, { ...before, ...changes });
    const taken = new Set(official.map(({ name }) => nameKey(name)));
    const kept = (source: Alias['source'], names: readonly (string | null)[]): Alias[] =>
      names
        .filter((name): name is string => name !== null && !taken.has(nameKey(name)))
        .map((name) => ({ organizationId: id, source, name }));
    const namesFrom = (source: Alias['source']): string[] =>
      known.filter((alias) => alias.source === source).map(({ name }) => name);
    const stated = changes.aliases ?? namesFrom('stated');
    const former = namesFrom('former').filter((name) => changes.aliases?.includes(name) ?? true);
    const replaced = [before.name, changes.nameLocal === null ? null : before.nameLocal];
    await this.aliases.replace(
      tx,
      [id],
      [...OFFICIAL_SOURCES, 'stated', 'former'],
      [...official, ...kept('former', [...replaced, ...former]), ...kept('stated', stated)],
    );
  }
}

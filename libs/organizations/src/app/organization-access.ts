import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import type { Reads } from '#libs/platform/database';
import { OrganizationRepository } from '../data/organization.repository.js';
import type { Organization } from '../domain/organization.js';
import { organizationPolicy } from '../domain/organization.policy.js';

export type OrganizationAction =
  'read' | 'update' | 'see-members' | 'manage-members' | 'invite' | 'belong' | 'merge';

/** The only way a verb gets an organization. Absent and not yours are one answer (404). */
@Injectable()
export class OrganizationAccess {
  constructor(private readonly organizations: OrganizationRepository) {}

  async load(reads: Reads, actor: Actor, action: OrganizationAction, id: string): Promise<Organization> {
    const organization = await this.organizations.byId(reads, id);
    if (!organization || !allows(actor, action, organization)) throw new NotFound();
    return organization;
  }
}

function allows(actor: Actor, action: OrganizationAction, organization: Organization): boolean {
  switch (action) {
    case 'read':
      return organizationPolicy.canRead(actor, organization);
    case 'update':
      return organizationPolicy.canUpdate(actor, organization.id);
    case 'see-members':
      return organizationPolicy.canSeeMembers(actor, organization.id);
    case 'manage-members':
      return organizationPolicy.canManageMembers(actor, organization.id);
    case 'invite':
      return organizationPolicy.canInvite(actor, organization);
    case 'merge':
      return organizationPolicy.canMerge(actor);
    case 'belong':
      return organizationPolicy.belongsTo(actor, organization.id);
  }
}

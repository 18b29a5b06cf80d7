import { Injectable } from '@nestjs/common';
import type { TpoMembership } from '#libs/contracts';
import type { Transaction } from '#libs/platform/database';
import { OrganizationRepository } from '../data/organization.repository.js';

/** Keeps what the network shows of an organization's TPO membership, inside the unit of work that decided it. */
@Injectable()
export class SetTpoMembership {
  constructor(private readonly organizations: OrganizationRepository) {}

  async execute(tx: Transaction, organizationId: string, membership: TpoMembership): Promise<void> {
    await this.organizations.setTpoMembership(tx, organizationId, membership);
    tx.audit({
      action: 'organization.set-tpo-membership',
      entityType: 'organization',
      entityId: organizationId,
      organizationId,
      toState: membership,
    });
  }
}

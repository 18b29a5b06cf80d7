import { Injectable } from '@nestjs/common';
import { nextState, NotFound } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import type { Transaction } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { organizationTransitions, type OrganizationVerb } from '../domain/organization-states.js';

const EVENTS = {
  apply: null,
  activate: 'organization.activated',
  suspend: 'organization.suspended',
  close: 'organization.closed',
} as const;

/**
 * Lets an organization take part, hides it or closes it, inside the unit of work of the feature that decided so.
 * `because` is kept with an organization that closes. Its people have the rights of the new state with their next request. Answers the new version.
 * Errors: request/not-found, organization/wrong-state.
 */
@Injectable()
export class SetOrganizationState {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly principals: Principals,
  ) {}

  async execute(
    tx: Transaction,
    organizationId: string,
    verb: OrganizationVerb,
    because: string | null = null,
  ): Promise<number> {
    await this.organizations.lock(tx, organizationId);
    const organization = await this.organizations.byId(tx, organizationId);
    if (!organization) throw new NotFound();
    const state = nextState(organizationTransitions, organization.state, verb);
    const version = await this.organizations.setState(tx, organizationId, state, because);
    tx.audit({
      action: `organization.${verb}`,
      entityType: 'organization',
      entityId: organizationId,
      organizationId,
      fromState: organization.state,
      toState: state,
    });
    const event = EVENTS[verb];
    const source = {
      aggregateType: 'organization',
      aggregateId: organizationId,
      seq: version,
      organizationId,
    };
    if (event) tx.emit(event, source, {});
    for (const { personId } of await this.memberships.membersOf(tx, [organizationId])) {
      await this.principals.announce(tx, { personId });
    }
    return version;
  }
}

import type { OrganizationState } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export type OrganizationVerb = 'apply' | 'activate' | 'suspend' | 'close';

/** The life of an organization. Who decides is a matter of the features that call `SetOrganizationState`. */
export const organizationTransitions = defineTransitions<OrganizationState, OrganizationVerb>({
  feature: 'organization',
  initial: 'candidate',
  states: ['applicant', 'active', 'candidate', 'suspended', 'closed'],
  transitions: {
    apply: { from: ['candidate'], to: 'applicant', actor: 'an applicant' },
    activate: {
      from: ['applicant', 'candidate', 'suspended'],
      to: 'active',
      actor: 'the secretariat, or a member that confirms or pays',
      event: 'organization.activated',
    },
    suspend: {
      from: ['active'],
      to: 'suspended',
      actor: 'the secretariat, or a clock',
      event: 'organization.suspended',
    },
    close: {
      from: ['applicant', 'active', 'candidate', 'suspended'],
      to: 'closed',
      actor: 'an owner, the secretariat, or a clock',
      event: 'organization.closed',
    },
  },
});

import { DomainError } from '#libs/kernel';

/** No token, a token that is not ours or has expired, or a session that has ended. */
export class Unauthenticated extends DomainError {
  constructor() {
    super('auth/unauthenticated', 'unauthenticated', { detail: 'Sign in first.' });
  }
}

/** The person belongs to several organizations and did not say for which one the request acts. */
export class OrganizationRequired extends DomainError {
  constructor() {
    super('auth/organization-required', 'malformed', {
      detail: 'You belong to several organizations: name the one you act for in X-Organization-Id.',
    });
  }
}

/** An unknown organization and one the person does not belong to get this same answer. */
export class NotAMember extends DomainError {
  constructor() {
    super('auth/not-a-member', 'forbidden', { detail: 'You cannot act for this organization.' });
  }
}

/** The person belongs to no organization, and the route acts for one. */
export class NoOrganization extends DomainError {
  constructor() {
    super('auth/no-organization', 'forbidden', { detail: 'You do not belong to an organization yet.' });
  }
}

/** The organization is a candidate or suspended. */
export class OrganizationNotActive extends DomainError {
  constructor() {
    super('auth/organization-not-active', 'forbidden', {
      detail: 'This organization is not an active member, so nobody can act for it.',
    });
  }
}

/** The role of the person in the organization does not include the route. */
export class PermissionMissing extends DomainError {
  constructor() {
    super('auth/permission-missing', 'forbidden', { detail: 'Your role does not allow this.' });
  }
}

export class TooManyFailures extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('auth/too-many-attempts', 'rate-limited', {
      detail: 'Too many failed attempts. Wait before the next one.',
      retryAfterSeconds,
    });
  }
}

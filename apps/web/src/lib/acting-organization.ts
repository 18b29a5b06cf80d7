import { useParams } from '@tanstack/react-router';
import { findMembership, type Me, type Membership, useMe } from './me.js';
import { readPreference, writePreference } from './preferences.js';

/** The organization of the URL; null outside `/o/…`. */
export function useMembership(): Membership | null {
  const { organization } = useParams({ strict: false });
  const me = useMe();
  return organization === undefined ? null : (findMembership(me, organization) ?? null);
}

/** As `useMembership`, below `/o/$organization`, where the route has made sure of it. */
export function useActingOrganization(): Membership {
  const membership = useMembership();
  if (!membership) throw new Error('This screen stands below /o/$organization.');
  return membership;
}

/** Where a person without a URL lands: the organization last worked for here, else the first. */
export function homeOrganization(me: Me): Membership | undefined {
  return findMembership(me, readPreference('ttn.organization') ?? '') ?? me.organizations[0];
}

export function rememberOrganization(membership: Membership): void {
  writePreference('ttn.organization', membership.slug);
}

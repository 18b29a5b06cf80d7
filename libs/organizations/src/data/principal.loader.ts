import { Injectable } from '@nestjs/common';
import { type Principal, PrincipalLoader, type PrincipalMembership } from '#libs/platform/auth';
import { Database } from '#libs/platform/database';

interface PrincipalRow extends Omit<Principal, 'memberships'> {
  readonly memberships: PrincipalMembership[];
}

/** Session, person and seats in one statement: it is asked on every request the cache cannot answer. */
@Injectable()
export class MembershipPrincipalLoader extends PrincipalLoader {
  constructor(private readonly database: Database) {
    super();
  }

  override async load(sessionId: string): Promise<Principal | null> {
    return (await this.database.row<PrincipalRow>(LOAD, [sessionId])) ?? null;
  }
}

const LOAD = `
  select p.id as "personId", s.id as "sessionId", p.display_name as "displayName", p.language,
    p.time_zone as "timeZone", s.expires_at as "expiresAt",
    coalesce((
      select jsonb_agg(jsonb_build_object(
          'organizationId', o.id, 'kind', o.kind, 'role', m.role, 'signatory', m.signatory,
          'organizationState', o.state)
        order by o.name_folded, o.id)
      from membership m join organization o on o.id = m.organization_id where m.person_id = p.id
    ), '[]') as memberships
  from session s
    join person p on p.id = s.person_id
    join account a on a.person_id = p.id and a.state = 'active'
  where s.id = $1 and s.ended_at is null and s.expires_at > now()`;

import { Injectable } from '@nestjs/common';
import { type Principal, PrincipalLoader, type PrincipalMembership } from '#libs/platform/auth';
import { Database, Together } from '#libs/platform/database';

interface PrincipalRow extends Omit<Principal, 'memberships'> {
  readonly memberships: PrincipalMembership[];
}

/**
 * Session, person and seats in one statement: it is asked on every request the cache cannot answer, and in one for all
 * who come back at once after a line broke.
 */
@Injectable()
export class MembershipPrincipalLoader extends PrincipalLoader {
  private readonly asked = new Together((ids: readonly string[]) => this.read(ids));

  constructor(private readonly database: Database) {
    super();
  }

  override load(sessionId: string): Promise<Principal | null> {
    return this.asked.add(sessionId);
  }

  private async read(sessionIds: readonly string[]): Promise<(Principal | null)[]> {
    const rows = await this.database.rows<PrincipalRow>(LOAD, [[...new Set(sessionIds)]]);
    const found = new Map(rows.map((row) => [row.sessionId, row]));
    return sessionIds.map((id) => found.get(id) ?? null);
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
  where s.id = any($1::uuid[]) and s.ended_at is null and s.expires_at > now()`;

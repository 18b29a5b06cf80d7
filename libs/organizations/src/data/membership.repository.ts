import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Member, OwnMembership } from '../domain/organization.js';

@Injectable()
export class MembershipRepository {
  /** Answers false when the person already has a seat there. */
  async insert(
    tx: Transaction,
    seat: { id: string; organizationId: string; personId: string; role: string; signatory: boolean },
  ): Promise<boolean> {
    const { id, organizationId, personId, role, signatory } = seat;
    return (await tx.execute(INSERT, [id, organizationId, personId, role, signatory])) === 1;
  }

  /** Seats of organizations, oldest first. */
  async membersOf(reads: Reads, organizationIds: readonly string[]): Promise<Member[]> {
    return reads.rows<Member>(MEMBERS, [organizationIds]);
  }

  async ofPerson(reads: Reads, personId: string): Promise<OwnMembership[]> {
    return reads.rows<OwnMembership>(OF_PERSON, [personId]);
  }
}

const INSERT = `
  insert into membership (id, organization_id, person_id, role, signatory) values ($1, $2, $3, $4, $5)
  on conflict (organization_id, person_id) do nothing`;

const MEMBERS = `
  select person_id as "personId", role, signatory from membership
  where organization_id = any($1::uuid[]) order by created_at, id`;

const OF_PERSON = `
  select o.id as "organizationId", o.slug, o.name, o.kind, m.role, m.signatory
  from membership m join organization o on o.id = m.organization_id
  where m.person_id = $1 and o.state <> 'closed' order by o.name_folded, o.id`;

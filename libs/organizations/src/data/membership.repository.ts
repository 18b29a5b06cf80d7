import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ActiveSeat, Member, OwnMembership, Seat } from '../domain/organization.js';

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

  async seat(reads: Reads, organizationId: string, personId: string): Promise<Seat | undefined> {
    return reads.row<Seat>(SEAT, [organizationId, personId]);
  }

  async countOfRole(reads: Reads, organizationId: string, role: string): Promise<number> {
    return (await reads.row<{ count: number }>(COUNT_OF_ROLE, [organizationId, role]))?.count ?? 0;
  }

  /** Answers the new version; undefined when the seat changed since it was read. */
  async change(
    tx: Transaction,
    { id, version }: Seat,
    { role, signatory }: { role: string; signatory: boolean },
  ): Promise<number | undefined> {
    return (await tx.row<{ version: number }>(CHANGE, [id, version, role, signatory]))?.version;
  }

  async seatsOf(tx: Transaction, organizationId: string): Promise<Seat[]> {
    return tx.rows<Seat>(SEATS, [organizationId]);
  }

  /** The seat becomes one of another organization. */
  async moveTo(tx: Transaction, { id }: Seat, organizationId: string, role: string): Promise<void> {
    await tx.execute(MOVE, [id, organizationId, role]);
  }

  async remove(tx: Transaction, { id }: Seat): Promise<void> {
    await tx.execute('delete from membership where id = $1', [id]);
  }

  /** Seats of organizations, oldest first. */
  async membersOf(reads: Reads, organizationIds: readonly string[]): Promise<Member[]> {
    return reads.rows<Member>(MEMBERS, [organizationIds]);
  }

  /** Seats of persons in active organizations, oldest first. */
  async activeSeats(reads: Reads, personIds: readonly string[]): Promise<ActiveSeat[]> {
    return reads.rows<ActiveSeat>(ACTIVE_SEATS, [personIds]);
  }

  /** By id. */
  async organizationsWithPeople(reads: Reads, kinds: readonly string[]): Promise<string[]> {
    const rows = await reads.rows<{ id: string }>(WITH_PEOPLE, [kinds]);
    return rows.map(({ id }) => id);
  }

  async ofPerson(reads: Reads, personId: string): Promise<OwnMembership[]> {
    return reads.rows<OwnMembership>(OF_PERSON, [personId]);
  }

  /** Organizations, not closed, of which the person is the only owner or administrator. */
  async ownedAlone(reads: Reads, personId: string): Promise<string[]> {
    const rows = await reads.rows<{ organizationId: string }>(OWNED_ALONE, [personId]);
    return rows.map(({ organizationId }) => organizationId);
  }

  /** Where the person has a seat, closed ones too, by id. */
  async organizationsOf(reads: Reads, personId: string): Promise<string[]> {
    const rows = await reads.rows<{ id: string }>(ORGANIZATIONS_OF, [personId]);
    return rows.map(({ id }) => id);
  }
}

const INSERT = `
  insert into membership (id, organization_id, person_id, role, signatory) values ($1, $2, $3, $4, $5)
  on conflict (organization_id, person_id) do nothing`;

const MEMBER = 'person_id as "personId", role, signatory, version, created_at as "joinedAt"';

const SEAT = `select id, ${MEMBER} from membership where organization_id = $1 and person_id = $2`;

const SEATS = `select id, ${MEMBER} from membership where organization_id = $1 order by id`;

const COUNT_OF_ROLE = `
  select count(*)::int as count from membership where organization_id = $1 and role = $2`;

const CHANGE = `
  update membership set role = $3, signatory = $4, version = version + 1, updated_at = now()
  where id = $1 and version = $2 returning version`;

/** What a person may sign is said anew by the organization that goes on. */
const MOVE = `
  update membership set organization_id = $2, role = $3, signatory = false, version = version + 1, updated_at = now()
  where id = $1`;

const MEMBERS = `
  select ${MEMBER} from membership
  where organization_id = any($1::uuid[]) order by created_at, id`;

const ACTIVE_SEATS = `
  select m.person_id as "personId", m.organization_id as "organizationId", m.created_at as "joinedAt"
  from membership m join organization o on o.id = m.organization_id
  where m.person_id = any($1::uuid[]) and o.state = 'active' order by m.created_at, m.id`;

const WITH_PEOPLE = `
  select o.id from organization o
  where o.kind = any($1::text[]) and o.state = 'active'
    and exists (select from membership m where m.organization_id = o.id)
  order by o.id`;

const OWNED_ALONE = `
  select m.organization_id as "organizationId"
  from membership m join organization o on o.id = m.organization_id and o.state <> 'closed'
  where m.person_id = $1 and m.role in ('owner', 'administrator') and not exists (
    select from membership other
    where other.organization_id = m.organization_id and other.person_id <> $1 and other.role in ('owner', 'administrator'))
  order by m.organization_id`;

const ORGANIZATIONS_OF = `select organization_id as id from membership where person_id = $1 order by organization_id`;

const OF_PERSON = `
  select o.id as "organizationId", o.slug,
    array(select f.slug from organization f where f.merged_into_id = o.id order by f.slug) as "formerSlugs",
    o.name, o.name_local as "nameLocal", o.kind, o.state, m.role, m.signatory
  from membership m join organization o on o.id = m.organization_id
  where m.person_id = $1 and o.state <> 'closed' order by o.name_folded, o.id`;

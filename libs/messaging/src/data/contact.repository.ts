import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ConversationMember } from '../domain/conversation.js';

/** Whom somebody keeps away: a person speaking for an organization, or all of it. */
export interface ContactBlock {
  readonly id: string;
  readonly blockedOrganizationId: string;
  readonly blockedPersonId: string | null;
  readonly createdAt: Date;
}

/** Who knows whom, and who wants to hear nothing of whom. */
@Injectable()
export class ContactRepository {
  /** People with whom this one takes part in a conversation now, latest conversation first. */
  async acquaintances(reads: Reads, member: ConversationMember, limit: number): Promise<ConversationMember[]> {
    return reads.rows<ConversationMember>(ACQUAINTANCES, [member.personId, member.organizationId, limit]);
  }

  /** Those among `others` that keep this person away, or that this person keeps away. */
  async keptApart(
    reads: Reads,
    member: ConversationMember,
    others: readonly ConversationMember[],
  ): Promise<ConversationMember[]> {
    return reads.rows<ConversationMember>(KEPT_APART, [
      member.personId,
      member.organizationId,
      others.map(({ personId }) => personId),
      others.map(({ organizationId }) => organizationId),
    ]);
  }

  async blocksOf(reads: Reads, personId: string): Promise<ContactBlock[]> {
    return reads.rows<ContactBlock>(`${BLOCKS} where person_id = $1 order by id desc limit 500`, [personId]);
  }

  async findBlock(reads: Reads, id: string, personId: string): Promise<ContactBlock | undefined> {
    return reads.row<ContactBlock>(`${BLOCKS} where id = $1 and person_id = $2`, [id, personId]);
  }

  /** The id of the block that stands now. */
  async block(
    tx: Transaction,
    id: string,
    { organizationId, personId }: { organizationId: string; personId: string | null },
  ): Promise<string> {
    const values = [id, tx.actor.personId, organizationId, personId];
    const row = await tx.row<{ id: string }>(BLOCK, values);
    return row?.id ?? (await this.standing(tx, organizationId, personId));
  }

  /** False when there was none. */
  async unblock(tx: Transaction, id: string): Promise<boolean> {
    const text = 'delete from contact_block where id = $1 and person_id = $2';
    return (await tx.execute(text, [id, tx.actor.personId])) > 0;
  }

  /**
   * Opens or closes every conversation of two people in which this person sits, or that one, as blocks stand now.
   * Answers those that changed.
   */
  async settleSilence(tx: Transaction, personId: string, conversationId?: string): Promise<string[]> {
    const rows = await tx.rows<{ conversationId: string }>(SETTLE_SILENCE, [personId, conversationId ?? null]);
    return rows.map(({ conversationId }) => conversationId);
  }

  /** What was asked, kept away and reported for one organization counts for another from now on. */
  async moveOrganization(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    for (const [table, column] of ORGANIZATIONS)
      await tx.execute(`update ${table} set ${column} = $2 where ${column} = $1`, [fromId, intoId]);
    await tx.execute(MOVE_BLOCKS, [fromId, intoId]);
  }

  async forget(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('delete from contact_block where $1 in (person_id, blocked_person_id)', [personId]);
    await tx.execute('delete from messaging_preference where person_id = $1', [personId]);
  }

  private async standing(tx: Transaction, organizationId: string, personId: string | null): Promise<string> {
    const row = await tx.row<{ id: string }>(STANDING, [tx.actor.personId, organizationId, personId]);
    if (!row) throw new Error('A block vanished inside its transaction.');
    return row.id;
  }
}

const ORGANIZATIONS = [
  ['contact_request', 'from_organization_id'],
  ['contact_request', 'to_organization_id'],
  ['conversation_report', 'organization_id'],
] as const;

/** Whoever kept both away keeps the one that stays away. */
const MOVE_BLOCKS = `
  with moved as (
    delete from contact_block where blocked_organization_id = $1
    returning id, person_id, blocked_person_id, created_at
  )
  insert into contact_block (id, person_id, blocked_organization_id, blocked_person_id, created_at)
  select id, person_id, $2, blocked_person_id, created_at from moved
  on conflict (person_id, blocked_organization_id, blocked_person_id) do nothing`;

const ACQUAINTANCES = `
  select other.person_id as "personId", other.organization_id as "organizationId"
  from participant own
  join conversation c on c.id = own.conversation_id
  join participant other on other.conversation_id = own.conversation_id and other.left_seq is null
    and (other.person_id, other.organization_id) <> (own.person_id, own.organization_id)
  where own.person_id = $1 and own.organization_id = $2 and own.left_seq is null
  group by other.person_id, other.organization_id
  order by max(c.active_at) desc, other.person_id limit $3`;

/** One row of a block says that \`who\` keeps \`whom\` away. */
const keeps = (who: string, person: string, organization: string): string => `exists (
  select from contact_block b where b.person_id = ${who} and b.blocked_organization_id = ${organization}
    and (b.blocked_person_id is null or b.blocked_person_id = ${person}))`;

const KEPT_APART = `
  select o.person_id as "personId", o.organization_id as "organizationId"
  from unnest($3::uuid[], $4::uuid[]) o (person_id, organization_id)
  where ${keeps('$1::uuid', 'o.person_id', 'o.organization_id')}
    or ${keeps('o.person_id', '$1::uuid', '$2::uuid')}`;

const BLOCKS = `
  select id, blocked_organization_id as "blockedOrganizationId", blocked_person_id as "blockedPersonId",
    created_at as "createdAt"
  from contact_block`;

const BLOCK = `
  insert into contact_block (id, person_id, blocked_organization_id, blocked_person_id)
  values ($1, $2, $3, $4) on conflict (person_id, blocked_organization_id, blocked_person_id) do nothing
  returning id`;

const STANDING = `
  select id from contact_block where person_id = $1 and blocked_organization_id = $2
    and blocked_person_id is not distinct from $3::uuid`;

const SETTLE_SILENCE = `
  with rooms as (
    select c.id from participant own join conversation c on c.id = own.conversation_id
    where own.person_id = $1 and c.about_type = 'direct' and ($2::uuid is null or c.id = $2::uuid) order by c.id for no key update of c
  ), judged as (
    select r.id, coalesce(bool_or(${keeps('one.person_id', 'other.person_id', 'other.organization_id')}), false) as apart
    from rooms r
    join participant one on one.conversation_id = r.id and one.left_seq is null
    join participant other on other.conversation_id = r.id and other.left_seq is null
      and (other.person_id, other.organization_id) <> (one.person_id, one.organization_id)
    group by r.id
  )
  update participant p set is_silenced = j.apart from judged j
  where p.conversation_id = j.id and p.is_silenced <> j.apart
  returning p.conversation_id as "conversationId"`;

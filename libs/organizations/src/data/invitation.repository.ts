import { Injectable } from '@nestjs/common';
import { foldEmail } from '#libs/identity';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Invitation, InvitationState, ReceivedInvitation } from '../domain/invitation.js';

export interface NewInvitation extends Pick<
  Invitation,
  'id' | 'organizationId' | 'role' | 'signatory' | 'language' | 'invitedBy'
> {
  readonly email: string;
  readonly tokenHash: Buffer;
  readonly days: number;
}

/** Invitations. Whoever changes one has locked its organization before. */
@Injectable()
export class InvitationRepository {
  /** Undefined when one to this address is open there. */
  async insert(tx: Transaction, invitation: NewInvitation): Promise<Invitation | undefined> {
    const { id, organizationId, email, role, signatory, language, tokenHash, invitedBy, days } = invitation;
    const values = [id, organizationId, email.trim(), foldEmail(email), role, signatory, language];
    return tx.row<Invitation>(INSERT, [...values, tokenHash, invitedBy, days]);
  }

  /** A new token and a new term. */
  async renew(tx: Transaction, id: string, tokenHash: Buffer, days: number): Promise<Invitation | undefined> {
    return tx.row<Invitation>(RENEW, [id, tokenHash, days]);
  }

  /** Ends it and forgets the address. */
  async settle(
    tx: Transaction,
    { id, version }: Invitation,
    state: Exclude<InvitationState, 'open'>,
    acceptedBy: string | null = null,
  ): Promise<void> {
    await tx.execute(SETTLE, [id, version, state, acceptedBy]);
  }

  async byId(reads: Reads, id: string): Promise<Invitation | undefined> {
    return reads.row<Invitation>(`select ${INVITATION} from invitation i where i.id = $1`, [id]);
  }

  async byToken(reads: Reads, tokenHash: Buffer): Promise<ReceivedInvitation | undefined> {
    return reads.row<ReceivedInvitation>(BY_TOKEN, [tokenHash]);
  }

  /** Those a person sent: for what, and what became of them. The addresses are not the sender's data. */
  async sentBy(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SENT_BY, [personId]);
  }

  /** Open ones to an address, newest first. */
  async toAddress(reads: Reads, email: string): Promise<ReceivedInvitation[]> {
    return reads.rows<ReceivedInvitation>(TO_ADDRESS, [foldEmail(email)]);
  }

  /** Open ones of an organization, newest first. */
  async ofOrganization(reads: Reads, organizationId: string): Promise<Invitation[]> {
    return reads.rows<Invitation>(OF_ORGANIZATION, [organizationId]);
  }
}

const INVITATION = `i.id, i.organization_id as "organizationId", i.email, i.email_folded as "emailFolded", i.role,
  i.signatory, i.language, i.state, i.invited_by as "invitedBy", i.expires_at as "expiresAt",
  i.expires_at <= now() as "isOver", i.version, i.created_at as "createdAt"`;

const RECEIVED = `
  select ${INVITATION}, o.name as "organizationName", o.name_local as "organizationNameLocal",
    o.slug as "organizationSlug", o.kind as "organizationKind"
  from invitation i join organization o on o.id = i.organization_id`;

const INSERT = `
  insert into invitation as i
    (id, organization_id, email, email_folded, role, signatory, language, token_hash, invited_by, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => $10))
  on conflict (organization_id, email_folded) where state = 'open' do nothing
  returning ${INVITATION}`;

const RENEW = `
  update invitation i
  set token_hash = $2, expires_at = now() + make_interval(days => $3), version = version + 1, updated_at = now(),
    changed_xid = pg_current_xact_id()
  where id = $1 and state = 'open' returning ${INVITATION}`;

const SETTLE = `
  update invitation
  set state = $3, accepted_by = $4, email = null, email_folded = null, version = version + 1, updated_at = now(),
    changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = 'open'`;

const BY_TOKEN = `${RECEIVED} where i.token_hash = $1 and i.state in ('open', 'expired') and o.state <> 'closed'`;

const TO_ADDRESS = `
  ${RECEIVED}
  where i.email_folded = $1 and i.state = 'open' and i.expires_at > now() and o.state <> 'closed'
  order by i.created_at desc, i.id`;

const SENT_BY = `
  select id, organization_id as "organizationId", role, state, created_at as "createdAt", expires_at as "expiresAt"
  from invitation where invited_by = $1 order by id`;

const OF_ORGANIZATION = `
  select ${INVITATION} from invitation i where i.organization_id = $1 and i.state = 'open'
  order by i.created_at desc, i.id`;

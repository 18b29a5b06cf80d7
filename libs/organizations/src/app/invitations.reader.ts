import { Injectable } from '@nestjs/common';
import { PersonsReader, ProvenAddresses } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { Database, type Reads } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import type { Invitation, ReceivedInvitation } from '../domain/invitation.js';
import { InvitationExpired, InvitationInvalid } from '../domain/member.errors.js';
import { InvitationLinks } from './invitation-links.js';
import { OrganizationAccess } from './organization-access.js';

/** An invitation that is still open, so that it has its address. */
export type OpenInvitation = ReceivedInvitation & { readonly email: string };

/** Every read of invitations. */
@Injectable()
export class InvitationsReader {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly access: OrganizationAccess,
    private readonly links: InvitationLinks,
    private readonly persons: PersonsReader,
    private readonly addresses: ProvenAddresses,
  ) {}

  /** The open ones of an organization, for who may invite. Errors: request/not-found. */
  async ofOrganization(actor: Actor, organizationId: string): Promise<Invitation[]> {
    await this.access.load(this.database, actor, 'invite', organizationId);
    return this.invitations.ofOrganization(this.database, organizationId);
  }

  /** The open ones to the address of the person's account. */
  async received(actor: Actor): Promise<ReceivedInvitation[]> {
    const account = await this.persons.account(actor.personId);
    return account ? this.invitations.toAddress(this.database, account.email) : [];
  }

  /** Errors: invitation/invalid, invitation/expired. */
  async byToken(token: string, reads: Reads = this.database): Promise<OpenInvitation> {
    const invitation = await this.invitations.byToken(reads, this.links.hash(token));
    if (!invitation) throw new InvitationInvalid();
    const { email } = invitation;
    if (email === null || invitation.isOver) throw new InvitationExpired();
    return { ...invitation, email };
  }

  /** Whether the address has a confirmed account already. */
  async hasAccount({ email }: OpenInvitation): Promise<boolean> {
    return (await this.addresses.personOf(this.database, email)) !== undefined;
  }

  /** Where the mail of an invitation is to go, and in which language; undefined when there is nothing to send. */
  async addressee(id: string): Promise<{ email: string; language: string } | undefined> {
    const invitation = await this.invitations.byId(this.database, id);
    if (!invitation?.email || invitation.isOver) return undefined;
    return { email: invitation.email, language: invitation.language };
  }
}

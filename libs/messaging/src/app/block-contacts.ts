import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { type ContactBlock, ContactRepository } from '../data/contact.repository.js';
import { CHOICES_CHANGED } from './circles.js';
import { ROOM_CHANGED } from './room-lines.js';

/** Somebody kept away, as the one who did it knows them. */
export interface BlockedContact extends ContactBlock {
  /** Null for everybody of the organization; empty for a former member of the network. */
  readonly displayName: string | null;
  readonly organization: OrganizationCard;
}

/**
 * Keeps a person, or all of an organization, away, and lets them in again. Conversations of the two are closed to
 * both for as long as it stands; what was said stays readable. Nobody is told.
 */
@Injectable()
export class BlockContacts {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly contacts: ContactRepository,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Whom somebody keeps away, latest first. */
  async of(actor: Actor): Promise<BlockedContact[]> {
    return this.named(await this.contacts.blocksOf(this.database, actor.personId));
  }

  /** @throws NotFound for oneself and one's own organization */
  async block(
    actor: Actor,
    whom: { organizationId: string; personId: string | null },
  ): Promise<BlockedContact> {
    const own = actingOrganization(actor).id;
    const isSelf =
      whom.personId === actor.personId || (whom.personId === null && whom.organizationId === own);
    if (isSelf) throw new NotFound();
    const block = await this.unitOfWork.run(actor, async (tx) => {
      const id = await this.contacts.block(tx, newId(), whom);
      await this.settle(tx, 'block', id);
      const made = await this.contacts.findBlock(tx, id, actor.personId);
      if (!made) throw new Error('A block vanished inside its transaction.');
      return made;
    });
    const [named] = await this.named([block]);
    if (!named) throw new NotFound();
    return named;
  }

  /** @throws NotFound */
  async unblock(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.contacts.unblock(tx, id))) throw new NotFound();
      await this.settle(tx, 'unblock', id);
    });
  }

  private async named(blocks: readonly ContactBlock[]): Promise<BlockedContact[]> {
    const [persons, organizations] = await Promise.all([
      this.persons.byIds(blocks.flatMap(({ blockedPersonId }) => blockedPersonId ?? [])),
      this.organizations.cards(blocks.map(({ blockedOrganizationId }) => blockedOrganizationId)),
    ]);
    return blocks.flatMap((block) => {
      const { blockedPersonId } = block;
      const organization = organizations.get(block.blockedOrganizationId);
      const displayName = blockedPersonId === null ? null : (persons.get(blockedPersonId)?.displayName ?? '');
      return organization ? [{ ...block, displayName, organization }] : [];
    });
  }

  private async settle(tx: Transaction, action: string, id: string): Promise<void> {
    tx.audit({ action: `contact.${action}`, entityType: 'contact_block', entityId: id });
    await tx.execute('select pg_notify($1, $2)', [CHOICES_CHANGED, tx.actor.personId]);
    for (const conversationId of await this.contacts.settleSilence(tx, tx.actor.personId))
      await tx.execute('select pg_notify($1, $2)', [ROOM_CHANGED, conversationId]);
  }
}

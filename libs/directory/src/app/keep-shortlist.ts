import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, NotFound } from '#libs/kernel';
import { ListedOrganizationsReader } from '#libs/organizations';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ShortlistRepository } from '../data/shortlist.repository.js';
import { TooManyToKeep } from '../domain/directory.errors.js';
import type { Shortlist } from '../domain/shortlist.js';
import { ShortlistAccess } from './shortlist-access.js';

const MOST_LISTS = 100;
const MOST_ENTRIES = 200;

/** Begins, changes and ends shortlists, and puts organizations on them, for everybody of one's organization. */
@Injectable()
export class KeepShortlist {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ShortlistAccess,
    private readonly shortlists: ShortlistRepository,
    private readonly organizations: ListedOrganizationsReader,
  ) {}

  /** Answers the id. @throws TooManyToKeep 409 */
  async create(actor: Actor, { name, note }: Pick<Shortlist, 'name' | 'note'>): Promise<string> {
    const { id: organizationId } = actingOrganization(actor);
    const kept = await this.shortlists.list(this.database, organizationId);
    if (kept.length >= MOST_LISTS) throw new TooManyToKeep('shortlist', MOST_LISTS);
    const id = newId();
    await this.unitOfWork.run(actor, async (tx) => {
      await this.shortlists.insert(tx, { id, organizationId, createdBy: actor.personId, name, note });
      tx.audit({ action: 'shortlist.create', entityType: 'shortlist', entityId: id });
    });
    return id;
  }

  /** @throws NotFound, StaleVersion 412 */
  async change(
    actor: Actor,
    id: string,
    version: number,
    changes: Partial<Pick<Shortlist, 'name' | 'note'>>,
  ): Promise<void> {
    await this.write(actor, id, version, 'update', async (tx, shortlist) => {
      const { name = shortlist.name, note = shortlist.note } = changes;
      await this.shortlists.save(tx, shortlist, { name, note });
    });
  }

  /** @throws NotFound, StaleVersion 412 */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.write(actor, id, version, 'delete', (tx) => this.shortlists.remove(tx, id));
  }

  /**
   * Puts an organization on the list, or gives it another note.
   *
   * @throws NotFound also for what cannot be seen, StaleVersion 412, TooManyToKeep 409
   */
  async putEntry(
    actor: Actor,
    id: string,
    version: number,
    { organizationId, note }: { organizationId: string; note: string | null },
  ): Promise<void> {
    // Read before the transaction: one that holds the row must not wait for a second connection of the pool.
    const isSeen = (await this.organizations.activeAmong([organizationId])).has(organizationId);
    await this.write(
      actor,
      id,
      version,
      'update',
      async (tx, shortlist) => {
        const others = shortlist.entries.filter((entry) => entry.organizationId !== organizationId);
        if (others.length >= MOST_ENTRIES) throw new TooManyToKeep('shortlist-entry', MOST_ENTRIES);
        await this.shortlists.putEntry(tx, id, { organizationId, note, addedBy: actor.personId });
        await this.shortlists.save(tx, shortlist, shortlist);
      },
      () => isSeen,
    );
  }

  /** @throws NotFound also when it is not on the list, StaleVersion 412 */
  async removeEntry(actor: Actor, id: string, version: number, organizationId: string): Promise<void> {
    await this.write(
      actor,
      id,
      version,
      'update',
      async (tx, shortlist) => {
        await this.shortlists.removeEntry(tx, id, organizationId);
        await this.shortlists.save(tx, shortlist, shortlist);
      },
      ({ entries }) => entries.some((entry) => entry.organizationId === organizationId),
    );
  }

  /** One change of a list that was seen in this version, of something that `isThere`, with its line in the trail. */
  private async write(
    actor: Actor,
    id: string,
    version: number,
    verb: 'update' | 'delete',
    change: (tx: Transaction, shortlist: Shortlist) => Promise<void>,
    isThere: (shortlist: Shortlist) => boolean = () => true,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const shortlist = await this.access.lock(tx, id);
      if (!isThere(shortlist)) throw new NotFound();
      assertVersion(shortlist.version, version);
      await change(tx, shortlist);
      tx.audit({ action: `shortlist.${verb}`, entityType: 'shortlist', entityId: id });
    });
  }
}

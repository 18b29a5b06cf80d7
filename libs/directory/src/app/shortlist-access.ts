import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ShortlistRepository } from '../data/shortlist.repository.js';
import type { Shortlist } from '../domain/shortlist.js';

/** The only way to get a shortlist: of the organization one acts for. Those of others do not exist. */
@Injectable()
export class ShortlistAccess {
  constructor(
    private readonly database: Database,
    private readonly shortlists: ShortlistRepository,
  ) {}

  async load(actor: Actor, id: string): Promise<Shortlist> {
    return present(await this.shortlists.find(this.database, id, actingOrganization(actor).id));
  }

  /** To change it, locked until `tx` ends. */
  async lock(tx: Transaction, id: string): Promise<Shortlist> {
    return present(await this.shortlists.lock(tx, id, actingOrganization(tx.actor).id));
  }
}

function present(shortlist: Shortlist | undefined): Shortlist {
  if (!shortlist) throw new NotFound();
  return shortlist;
}

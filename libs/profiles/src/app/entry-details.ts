import { Injectable } from '@nestjs/common';
import { type PersonCard, PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { Files, type StoredFile } from '#libs/platform/files';
import type { Entry } from '../domain/entry.js';
import type { Fact } from '../domain/fact.js';

/** An entry with who answers for it and the file that belongs to it. */
export interface DetailedEntry {
  readonly entry: Entry;
  readonly owner: PersonCard | null;
  readonly file: StoredFile | null;
}

/** Tells facts with the names that stand behind their ids. Who answers for a fact only its own people are told. */
@Injectable()
export class EntryDetails {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsReader,
    private readonly files: Files,
  ) {}

  async describe(actor: Actor, entries: readonly Entry[]): Promise<DetailedEntry[]> {
    const [owners, files] = await Promise.all([
      this.persons.byIds(entries.flatMap((entry) => ownerFor(actor, entry))),
      this.files.describe(
        this.database,
        entries.flatMap(({ fileId }) => fileId ?? []),
      ),
    ]);
    return entries.map((entry) => ({
      entry,
      owner: owners.get(entry.ownerId ?? '') ?? null,
      file: files.get(entry.fileId ?? '') ?? null,
    }));
  }

  async describeOne(actor: Actor, entry: Entry): Promise<DetailedEntry> {
    const [detailed] = await this.describe(actor, [entry]);
    return detailed ?? { entry, owner: null, file: null };
  }

  /** Who answers for a profile itself. */
  async ownerOf(actor: Actor, fact: Owned): Promise<PersonCard | null> {
    const owners = await this.persons.byIds(ownerFor(actor, fact));
    return owners.get(fact.ownerId ?? '') ?? null;
  }
}

type Owned = Pick<Fact, 'ownerId'> & { readonly organizationId: string };

function ownerFor(actor: Actor, { ownerId, organizationId }: Owned): string[] {
  return ownerId !== null && actor.organization?.id === organizationId ? [ownerId] : [];
}

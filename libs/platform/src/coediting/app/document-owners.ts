import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';

/** What somebody may do with a text: `comment` and `read` both see it grow and change nothing of it. */
export type DocumentAccess = 'edit' | 'comment' | 'read';

/** The feature that owns the rows a kind of document belongs to; it answers for who may open them. */
export abstract class DocumentOwner {
  /** Kebab-case, unique: `proposal`. */
  abstract readonly kind: string;
  /**
   * What this actor may do with the document of this row, by the rights of this moment; null for a row that is
   * absent or not theirs. Asked when a line opens and every few seconds while it stays open.
   */
  abstract access(actor: Actor, ownerId: string): Promise<DocumentAccess | null>;
}

/** Every owner of this process; features register theirs when their modules start. */
@Injectable()
export class DocumentOwners {
  private readonly owners = new Map<string, DocumentOwner>();

  /** @throws Error when the kind is taken */
  register(owner: DocumentOwner): void {
    if (this.owners.has(owner.kind)) throw new Error(`There are two owners of documents "${owner.kind}".`);
    this.owners.set(owner.kind, owner);
  }

  find(kind: string): DocumentOwner | undefined {
    return this.owners.get(kind);
  }
}

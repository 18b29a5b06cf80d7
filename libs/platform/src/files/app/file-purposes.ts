import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { isPicture } from '../domain/pictures.js';
import type { StoredFile } from '../domain/stored-file.js';

/**
 * What files of one kind are for. The feature that owns the rows they are attached to declares it and answers
 * for who may read them.
 */
export abstract class FilePurpose {
  /** Kebab-case, unique: `registration-document`. */
  abstract readonly name: string;
  /** What the content may be: `application/pdf`, `image/png` … SVG and HTML are never taken. */
  abstract readonly mediaTypes: readonly string[];
  abstract readonly maxBytes: number;
  /**
   * May this actor read a file attached to this owner row (`file.ownerType`, `file.ownerId`)? Not asked before it
   * is attached: until then its uploader may, and nobody else.
   */
  abstract mayRead(actor: Actor, file: StoredFile): Promise<boolean>;
}

/** Every purpose of this process; features register theirs when their modules start. */
@Injectable()
export class FilePurposes {
  private readonly purposes = new Map<string, FilePurpose>();

  /** @throws Error when the name is taken, or the purpose takes what a browser would run or we cannot encode anew */
  register(purpose: FilePurpose): void {
    if (this.purposes.has(purpose.name)) throw new Error(`There are two file purposes "${purpose.name}".`);
    const unsafe = purpose.mediaTypes.filter((type) => !isSafe(type));
    if (unsafe.length > 0) throw new Error(`File purpose "${purpose.name}" takes ${unsafe.join(', ')}.`);
    this.purposes.set(purpose.name, purpose);
  }

  find(name: string): FilePurpose | undefined {
    return this.purposes.get(name);
  }

  all(): readonly FilePurpose[] {
    return [...this.purposes.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }
}

/** What runs in the page that opens it, or in the machine of who opens it. */
const ACTIVE = /html|xml$|script|x-msdownload|x-executable|x-mach-binary|x-elf/i;

/** Pictures of other types could not be encoded anew. */
const isSafe = (type: string): boolean => (type.startsWith('image/') ? isPicture(type) : !ACTIVE.test(type));

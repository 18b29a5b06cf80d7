import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';

/** A file that goes, or went, with a proposal. */
export interface AnnexOf {
  readonly proposalId: string;
  readonly fileId: string;
}

/** Lets somebody read annexes who may not read the proposal itself: those who review it. */
export abstract class AnnexReader {
  abstract mayRead(actor: Actor, annex: AnnexOf): Promise<boolean>;
}

/** Higher features register here who else reads annexes. */
@Injectable()
export class AnnexReaders {
  private readonly readers: AnnexReader[] = [];

  register(reader: AnnexReader): void {
    this.readers.push(reader);
  }

  async mayRead(actor: Actor, annex: AnnexOf): Promise<boolean> {
    for (const reader of this.readers) if (await reader.mayRead(actor, annex)) return true;
    return false;
  }
}

import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { AliasRepository } from '../data/alias.repository.js';
import { MergerRepository } from '../data/merger.repository.js';
import { type MergedLine, type MergedPair, MergePart } from './merge-part.js';

/** What the second entry was called finds the first; what sat in it, and its share of files, goes along. */
@Injectable()
export class MergeNames extends MergePart {
  constructor(
    private readonly aliases: AliasRepository,
    private readonly mergers: MergerRepository,
    private readonly files: Files,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const names = await this.aliases.moveAll(tx, fromId, intoId);
    const located = await this.mergers.relocate(tx, fromId, intoId);
    const files = await this.files.handOver(tx, fromId, intoId);
    return [
      { record: 'name', moved: names, stayed: 0 },
      { record: 'located-organization', moved: located, stayed: 0 },
      { record: 'file', moved: files, stayed: 0 },
    ];
  }
}

import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { NoticeRepository } from '../data/notice.repository.js';

/** What people were told for the second entry leads into the first from then on. */
@Injectable()
export class MergeNotices extends MergePart {
  constructor(private readonly notices: NoticeRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    return [{ record: 'notice', moved: await this.notices.moveAll(tx, fromId, intoId), stayed: 0 }];
  }
}

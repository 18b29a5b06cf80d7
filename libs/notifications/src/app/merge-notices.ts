import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { MailRepository } from '../data/mail.repository.js';
import { NoticeRepository } from '../data/notice.repository.js';

/** What people were told for the second entry leads into the first from then on. */
@Injectable()
export class MergeNotices extends MergePart {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly mails: MailRepository,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    await this.mails.moveWaiting(tx, fromId, intoId);
    return [{ record: 'notice', moved: await this.notices.moveAll(tx, fromId, intoId), stayed: 0 }];
  }
}

import { Injectable } from '@nestjs/common';
import { foldEmail } from '#libs/identity';
import type { Reads, Transaction } from '#libs/platform/database';

export interface StoppedAddress {
  /** What the mail server said. */
  readonly reason: string;
  readonly since: Date;
}

@Injectable()
export class StoppedAddressRepository {
  async find(reads: Reads, email: string): Promise<StoppedAddress | undefined> {
    return reads.row<StoppedAddress>(
      'select reason, created_at as since from stopped_address where address = $1',
      [foldEmail(email)],
    );
  }

  /** Answers false when nothing was sent there any more already. */
  async stop(tx: Transaction, email: string, reason: string): Promise<boolean> {
    const added = await tx.execute(
      'insert into stopped_address (address, reason) values ($1, $2) on conflict do nothing',
      [foldEmail(email), reason],
    );
    return added === 1;
  }

  async resume(tx: Transaction, email: string): Promise<boolean> {
    return (await tx.execute('delete from stopped_address where address = $1', [foldEmail(email)])) === 1;
  }
}

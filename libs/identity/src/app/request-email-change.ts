import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { FailureThrottle } from '#libs/platform/auth';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { AccountLinks } from './account-links.js';
import { FreshProof } from './fresh-proof.js';

const CHANGES_IN_15_MINUTES = 5;

/**
 * A person wants another e-mail address. The present one is warned at once, the new one must be proven by the link
 * sent to it; until then nothing changes. Whether somebody else has the new address is told nowhere: it then gets
 * no mail. Errors: auth/proof-required, auth/too-many-attempts.
 */
@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly freshProof: FreshProof,
    private readonly throttle: FailureThrottle,
  ) {}

  async execute(actor: Actor, email: string): Promise<void> {
    const key = `email-change/person:${actor.personId}`;
    await this.throttle.fail([{ key, limit: CHANGES_IN_15_MINUTES }]);
    await this.unitOfWork.run(actor, (tx) => this.open(tx, actor, email));
  }

  private async open(tx: Transaction, actor: Actor, email: string): Promise<void> {
    await this.freshProof.require(tx, actor);
    const account = await this.accounts.lockByPerson(tx, actor.personId);
    if (!account) throw new NotFound();
    const { id, version } = account;
    const holder = await this.accounts.byEmail(tx, email);
    const isTaken = holder !== undefined && holder.id !== id && holder.state !== 'pending';
    tx.audit({ action: 'account.request-email-change', entityType: 'account', entityId: id });
    const source = { aggregateType: 'person', aggregateId: actor.personId, seq: version };
    tx.emit('email-change.requested', source, {});
    if (isTaken) return;
    await this.links.open(tx, id, 'email-change', email.trim());
    tx.emit('email-change.proof-requested', source, {});
  }
}

import { Injectable } from '@nestjs/common';
import { type FailureKey, FailureThrottle } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { AccountRepository, type AccountRow } from '../data/account.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { foldEmail } from '../domain/email.js';
import { InvalidCredentials } from '../domain/identity.errors.js';
import { hashOf } from './device-marks.js';
import { Passwords } from './passwords.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address of the client. */
  readonly address: string;
  /** The mark in its device cookie. */
  readonly device?: string | undefined;
}

/** So many times the failures of one address, an account takes from all addresses together. */
const ADDRESSES = 10;

/**
 * Finds out whether e-mail and password belong together. Unknown e-mail, wrong password and an account that
 * is not confirmed get the same answer after the same work. Failures are counted per account and address, so that
 * nobody locks a stranger out; per address; and per account from everywhere, which does not hold back a device
 * on which the person has signed in before. Errors: auth/invalid-credentials, auth/too-many-attempts, auth/busy.
 */
@Injectable()
export class AuthenticatePerson {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly throttle: FailureThrottle,
    private readonly config: TtnConfig,
  ) {}

  async execute({ email, password, address, device }: Credentials): Promise<{ personId: string }> {
    const account = await this.accounts.byEmail(this.database, email);
    const own = this.ownKeys(email, address, await this.isKnown(account, device));
    const keys = [...own, this.addressKey(address)];
    await this.throttle.check(keys);
    let counted = false;
    // Counted when its turn comes and not before: many who sign in at once are not so many failures.
    const count = async (): Promise<void> => {
      counted = true;
      await this.throttle.fail(keys);
    };
    const person = await this.person(account, password, count).catch(async (error: unknown) => {
      if (counted && !(error instanceof InvalidCredentials)) await this.throttle.forgive(keys);
      throw error;
    });
    await this.throttle.forgive(keys);
    await this.throttle.clear(own);
    return person;
  }

  private async person(
    account: AccountRow | undefined,
    password: string,
    count: () => Promise<void>,
  ): Promise<{ personId: string }> {
    const right = await this.passwords.matches(account?.passwordHash, password, count);
    if (!account || !right || account.state !== 'active') throw new InvalidCredentials();
    return { personId: account.personId };
  }

  private async isKnown(account: AccountRow | undefined, device: string | undefined): Promise<boolean> {
    if (!account || device === undefined) return false;
    return this.sessions.knowsDevice(this.database, account.personId, hashOf(device));
  }

  /** A success forgets them. */
  private ownKeys(email: string, address: string, isKnown: boolean): FailureKey[] {
    const limit = this.config.LOGIN_FAILURES_PER_ACCOUNT;
    const folded = foldEmail(email);
    const here = { key: `login/account-at:${folded} ${address}`, limit };
    const everywhere = { key: `login/account:${folded}`, limit: limit * ADDRESSES };
    return isKnown ? [here] : [here, everywhere];
  }

  private addressKey(address: string): FailureKey {
    return { key: `login/address:${address}`, limit: this.config.LOGIN_FAILURES_PER_ADDRESS };
  }
}

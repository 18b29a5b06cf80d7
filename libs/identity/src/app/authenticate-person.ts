import { Injectable } from '@nestjs/common';
import { type FailureKey, FailureThrottle } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { foldEmail } from '../domain/email.js';
import { InvalidCredentials } from '../domain/identity.errors.js';
import { Passwords } from './passwords.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address of the client. */
  readonly address: string;
}

/**
 * Finds out whether e-mail and password belong together. Unknown e-mail, wrong password and an account that
 * is not confirmed get the same answer after the same work. Failures are counted per account and per
 * address. Errors: auth/invalid-credentials, auth/too-many-attempts, auth/busy.
 */
@Injectable()
export class AuthenticatePerson {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly throttle: FailureThrottle,
    private readonly config: TtnConfig,
  ) {}

  async execute({ email, password, address }: Credentials): Promise<{ personId: string }> {
    const account = this.accountKey(email);
    const keys = [account, this.addressKey(address)];
    await this.throttle.check(keys);
    let counted = false;
    // Counted when its turn comes and not before: many who sign in at once are not so many failures.
    const count = async (): Promise<void> => {
      counted = true;
      await this.throttle.fail(keys);
    };
    const person = await this.person(email, password, count).catch(async (error: unknown) => {
      if (counted && !(error instanceof InvalidCredentials)) await this.throttle.forgive(keys);
      throw error;
    });
    await this.throttle.forgive(keys);
    await this.throttle.clear([account]);
    return person;
  }

  private async person(
    email: string,
    password: string,
    count: () => Promise<void>,
  ): Promise<{ personId: string }> {
    const account = await this.accounts.byEmail(this.database, email);
    const right = await this.passwords.matches(account?.passwordHash, password, count);
    if (!account || !right || account.state !== 'active') throw new InvalidCredentials();
    return { personId: account.personId };
  }

  private accountKey(email: string): FailureKey {
    return { key: `login/account:${foldEmail(email)}`, limit: this.config.LOGIN_FAILURES_PER_ACCOUNT };
  }

  private addressKey(address: string): FailureKey {
    return { key: `login/address:${address}`, limit: this.config.LOGIN_FAILURES_PER_ADDRESS };
  }
}

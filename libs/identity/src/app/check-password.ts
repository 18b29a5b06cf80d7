import { Injectable } from '@nestjs/common';
import { FailureThrottle } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { type AccountRow, AccountRepository } from '../data/account.repository.js';
import { PasswordWrong } from '../domain/identity.errors.js';
import { guardedAttempt } from './guarded-attempt.js';
import { Passwords } from './passwords.js';

/** Whether a signed-in person knows the password of the account; so often as at sign-in, counted apart from it. */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly throttle: FailureThrottle,
    private readonly config: TtnConfig,
  ) {}

  /** Errors: account/password-wrong at `pointer`, auth/too-many-attempts, auth/busy. */
  async execute(
    personId: string,
    password: string,
    pointer: '/currentPassword' | '/password',
  ): Promise<AccountRow> {
    const account = await this.accounts.byPerson(this.database, personId);
    const key = { key: `password/person:${personId}`, limit: this.config.LOGIN_FAILURES_PER_ACCOUNT };
    return guardedAttempt(this.throttle, [key], 'account/password-wrong', async () => {
      const right = await this.passwords.matches(account?.passwordHash, password);
      if (!account || !right) throw new PasswordWrong(pointer);
      return account;
    });
  }
}

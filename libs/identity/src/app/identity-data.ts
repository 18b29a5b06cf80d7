import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { PersonsReader } from './persons.reader.js';
import { SecondFactorsReader } from './second-factors.reader.js';
import { SessionsReader } from './sessions.reader.js';

/** The person, the account and where it is signed in. Secrets are not data of the person and stay here. */
@Injectable()
export class IdentityData extends PersonalDataSource {
  readonly name = 'identity';

  constructor(
    private readonly persons: PersonsReader,
    private readonly sessions: SessionsReader,
    private readonly factors: SecondFactorsReader,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [person, sessions, held, passkeys] = await Promise.all([
      this.persons.account(personId),
      this.sessions.live(personId),
      this.factors.held(personId),
      this.factors.passkeys(personId),
    ]);
    return {
      person,
      sessions,
      secondFactor: { authenticatorApp: held.totp, recoveryCodesLeft: held.recoveryCodes, passkeys },
    };
  }
}

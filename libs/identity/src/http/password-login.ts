import { Injectable } from '@nestjs/common';
import { Strategy } from 'passport-local';
import { runStrategy } from '#libs/platform/auth';
import { AuthenticatePerson, type Credentials } from '../app/authenticate-person.js';
import { InvalidCredentials } from '../domain/identity.errors.js';

/** Sign-in by e-mail and password: passport-local in front of the verb, run after the body was checked. */
@Injectable()
export class PasswordLogin {
  constructor(private readonly authenticatePerson: AuthenticatePerson) {}

  /** Errors: those of {@link AuthenticatePerson}. */
  async execute(credentials: Credentials): Promise<{ personId: string }> {
    const strategy = new Strategy({ usernameField: 'email' }, (email, password, done) => {
      this.authenticatePerson.execute({ ...credentials, email, password }).then((person) => {
        done(null, person);
      }, done);
    });
    const person = await runStrategy<{ personId: string }>(strategy, { body: credentials });
    if (!person) throw new InvalidCredentials();
    return person;
  }
}

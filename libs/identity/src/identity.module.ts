import { Module } from '@nestjs/common';
import { featureEntities } from '#libs/platform/database';
import { AuthenticatePerson } from './app/authenticate-person.js';
import { ConfirmEmail } from './app/confirm-email.js';
import { CreatePerson } from './app/create-person.js';
import { EmailConfirmations } from './app/email-confirmations.js';
import { EndSession } from './app/end-session.js';
import { ForgetSessions } from './app/forget-sessions.js';
import { Passwords } from './app/passwords.js';
import { PersonsReader } from './app/persons.reader.js';
import { ProvenAddresses } from './app/proven-addresses.js';
import { RefreshSession } from './app/refresh-session.js';
import { RefreshTokens } from './app/refresh-tokens.js';
import { RegisterPerson } from './app/register-person.js';
import { StartSession } from './app/start-session.js';
import { UpdatePerson } from './app/update-person.js';
import { AccountEntity } from './data/account.entity.js';
import { AccountRepository } from './data/account.repository.js';
import { EmailConfirmationEntity } from './data/email-confirmation.entity.js';
import { PersonEntity } from './data/person.entity.js';
import { PersonRepository } from './data/person.repository.js';
import { RefreshTokenEntity } from './data/refresh-token.entity.js';
import { SessionEntity } from './data/session.entity.js';
import { SessionRepository } from './data/session.repository.js';

const VERBS = [
  AuthenticatePerson,
  ConfirmEmail,
  CreatePerson,
  EndSession,
  ForgetSessions,
  RefreshSession,
  RegisterPerson,
  StartSession,
  UpdatePerson,
];

/** Persons, accounts and sessions. */
@Module({
  imports: [
    featureEntities([
      PersonEntity,
      AccountEntity,
      SessionEntity,
      RefreshTokenEntity,
      EmailConfirmationEntity,
    ]),
  ],
  providers: [
    PersonRepository,
    AccountRepository,
    SessionRepository,
    Passwords,
    RefreshTokens,
    EmailConfirmations,
    PersonsReader,
    ProvenAddresses,
    ...VERBS,
  ],
  exports: [Passwords, EmailConfirmations, PersonsReader, ProvenAddresses, ...VERBS],
})
export class IdentityModule {}

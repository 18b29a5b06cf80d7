import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { featureEntities } from '#libs/platform/database';
import { AccountLinks } from './app/account-links.js';
import { AddPasskey } from './app/add-passkey.js';
import { AuthenticatePerson } from './app/authenticate-person.js';
import { BeginSignIn } from './app/begin-sign-in.js';
import { CancelErasure } from './app/cancel-erasure.js';
import { ChangePassword } from './app/change-password.js';
import { CheckPassword } from './app/check-password.js';
import { CollectDataExport } from './app/collect-data-export.js';
import { ConfirmEmailChange } from './app/confirm-email-change.js';
import { ConfirmEmail } from './app/confirm-email.js';
import { ConfirmTotp } from './app/confirm-totp.js';
import { CreatePerson } from './app/create-person.js';
import { DataExportsReader } from './app/data-exports.reader.js';
import { EmailConfirmations } from './app/email-confirmations.js';
import { EndSession } from './app/end-session.js';
import { ErasePerson } from './app/erase-person.js';
import { ErasuresReader } from './app/erasures.reader.js';
import { FactorChanges } from './app/factor-changes.js';
import { FinishSignIn } from './app/finish-sign-in.js';
import { ForgetRegistrations } from './app/forget-registrations.js';
import { ForgetSessions } from './app/forget-sessions.js';
import { FreshProof } from './app/fresh-proof.js';
import { IdentityData } from './app/identity-data.js';
import { OfferPasskey } from './app/offer-passkey.js';
import { PasskeyAssertions } from './app/passkey-assertions.js';
import { PasskeyChallenges } from './app/passkey-challenges.js';
import { Passwords } from './app/passwords.js';
import { PersonalData } from './app/personal-data.js';
import { PersonsReader } from './app/persons.reader.js';
import { ProveIdentity } from './app/prove-identity.js';
import { RecoveryCodes } from './app/recovery-codes.js';
import { ProvenAddresses } from './app/proven-addresses.js';
import { RefreshSession } from './app/refresh-session.js';
import { RefreshTokens } from './app/refresh-tokens.js';
import { RegisterPerson } from './app/register-person.js';
import { RelyingParty } from './app/relying-party.js';
import { RemovePasskey } from './app/remove-passkey.js';
import { RemoveTotp } from './app/remove-totp.js';
import { RenamePasskey } from './app/rename-passkey.js';
import { RenewRecoveryCodes } from './app/renew-recovery-codes.js';
import { RequestDataExport } from './app/request-data-export.js';
import { RequestEmailChange } from './app/request-email-change.js';
import { RequestErasure } from './app/request-erasure.js';
import { RequestPasswordReset } from './app/request-password-reset.js';
import { ResetPassword } from './app/reset-password.js';
import { SecondFactorsReader } from './app/second-factors.reader.js';
import { SecondSteps } from './app/second-steps.js';
import { SessionsReader } from './app/sessions.reader.js';
import { SetUpTotp } from './app/set-up-totp.js';
import { SignInWithPasskey } from './app/sign-in-with-passkey.js';
import { StartSession } from './app/start-session.js';
import { TotpSecrets } from './app/totp-secrets.js';
import { UpdatePerson } from './app/update-person.js';
import { ENTITIES } from './data/entities.js';
import { AccountLinkRepository } from './data/account-link.repository.js';
import { AccountRepository } from './data/account.repository.js';
import { DataExportRepository } from './data/data-export.repository.js';
import { ErasureRepository } from './data/erasure.repository.js';
import { HousekeepingRepository } from './data/housekeeping.repository.js';
import { PasskeyRepository } from './data/passkey.repository.js';
import { PersonRepository } from './data/person.repository.js';
import { SecondFactorRepository } from './data/second-factor.repository.js';
import { SessionRepository } from './data/session.repository.js';

const REPOSITORIES = [
  AccountLinkRepository,
  AccountRepository,
  DataExportRepository,
  ErasureRepository,
  HousekeepingRepository,
  PasskeyRepository,
  PersonRepository,
  SecondFactorRepository,
  SessionRepository,
];

/** What verbs share. */
const PARTS = [
  CheckPassword,
  FactorChanges,
  FreshProof,
  IdentityData,
  PasskeyChallenges,
  PersonalData,
  ProvenAddresses,
  RecoveryCodes,
  RefreshTokens,
  RelyingParty,
  SecondSteps,
  TotpSecrets,
];

const VERBS = [
  AddPasskey,
  AuthenticatePerson,
  BeginSignIn,
  CancelErasure,
  ChangePassword,
  CollectDataExport,
  ConfirmEmail,
  ConfirmEmailChange,
  ConfirmTotp,
  CreatePerson,
  EndSession,
  ErasePerson,
  FinishSignIn,
  ForgetRegistrations,
  ForgetSessions,
  OfferPasskey,
  ProveIdentity,
  RefreshSession,
  RegisterPerson,
  RemovePasskey,
  RemoveTotp,
  RenamePasskey,
  RenewRecoveryCodes,
  RequestDataExport,
  RequestEmailChange,
  RequestErasure,
  RequestPasswordReset,
  ResetPassword,
  SetUpTotp,
  SignInWithPasskey,
  StartSession,
  UpdatePerson,
];

const READERS = [DataExportsReader, ErasuresReader, PersonsReader, SecondFactorsReader, SessionsReader];

/** Persons, their accounts, sessions and second factors. Needs {@link PersonSeats}, which organizations provide. */
@Module({
  imports: [DiscoveryModule, featureEntities(ENTITIES)],
  providers: [
    ...REPOSITORIES,
    ...PARTS,
    AccountLinks,
    EmailConfirmations,
    PasskeyAssertions,
    Passwords,
    ...VERBS,
    ...READERS,
  ],
  exports: [
    AccountLinks,
    EmailConfirmations,
    PasskeyAssertions,
    Passwords,
    ProvenAddresses,
    ...VERBS,
    ...READERS,
  ],
})
export class IdentityModule {}

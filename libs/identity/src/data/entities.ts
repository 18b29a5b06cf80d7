import { AccountLinkEntity } from './account-link.entity.js';
import { AccountEntity } from './account.entity.js';
import { DataExportEntity, DataExportPartEntity } from './data-export.entity.js';
import { EmailConfirmationEntity } from './email-confirmation.entity.js';
import { KnownDeviceEntity } from './known-device.entity.js';
import { PersonErasureEntity } from './person-erasure.entity.js';
import { PersonEntity } from './person.entity.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import {
  PasskeyChallengeEntity,
  PasskeyEntity,
  PendingSignInEntity,
  RecoveryCodeEntity,
  TotpSecretEntity,
} from './second-factor.entity.js';
import { SessionEntity } from './session.entity.js';

/** Every table of identity. */
export const ENTITIES = [
  PersonEntity,
  AccountEntity,
  EmailConfirmationEntity,
  AccountLinkEntity,
  SessionEntity,
  RefreshTokenEntity,
  KnownDeviceEntity,
  TotpSecretEntity,
  RecoveryCodeEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
  PendingSignInEntity,
  DataExportEntity,
  DataExportPartEntity,
  PersonErasureEntity,
];

import { Injectable } from '@nestjs/common';
import { AccessTokens } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { asThemselves } from '../domain/person.js';
import { type Client, type MarkedDevice, markedDevice } from './device-marks.js';
import { RefreshTokens } from './refresh-tokens.js';

/** What a signed-in client holds. `expiresAt` (RFC 3339) is the end of the access token. */
export interface OpenSession {
  readonly accessToken: string;
  readonly expiresAt: string;
  /** Goes into the cookie, never into a body. */
  readonly refreshToken: string;
}

/** A session that has just begun, with the mark its device is known by, for a cookie of its own. */
export interface NewSession extends OpenSession {
  readonly device: string | null;
}

const UNKNOWN_CLIENT: Client = { userAgent: undefined, device: undefined };

/** Opens a session for a person who has just proven who they are, and tells them when the device is a new one. */
@Injectable()
export class StartSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly refreshTokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
    private readonly config: TtnConfig,
  ) {}

  /** `alongside` is done in the same transaction, before; what it throws is thrown, and no session is opened. */
  async execute(
    requestId: string,
    personId: string,
    client: Client = UNKNOWN_CLIENT,
    alongside: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<NewSession> {
    const id = newId();
    const device = markedDevice(client);
    const refreshToken = this.refreshTokens.first();
    const tokenHash = this.refreshTokens.hash(refreshToken);
    await this.unitOfWork.run(asThemselves(personId, id, requestId), async (tx) => {
      await alongside(tx);
      const { kind } = device;
      await this.sessions.insert(tx, { id, personId, tokenHash, days: this.config.SESSION_DAYS, kind });
      tx.audit({ action: 'session.start', entityType: 'session', entityId: id });
      await this.meet(tx, personId, id, device);
    });
    return { ...this.accessTokens.issue(personId, id), refreshToken, device: device.mark };
  }

  /** The very first device of a person is news to nobody. */
  private async meet(
    tx: Transaction,
    personId: string,
    sessionId: string,
    device: MarkedDevice,
  ): Promise<void> {
    const { isKnown, isFirst } = await this.sessions.meetDevice(tx, personId, device.hash);
    if (isKnown || isFirst) return;
    const account = await this.accounts.byPerson(tx, personId);
    const source = { aggregateType: 'person', aggregateId: personId, seq: account?.version ?? 1 };
    tx.emit('session.started-on-new-device', source, { sessionId });
  }
}

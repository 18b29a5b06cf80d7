import { Injectable } from '@nestjs/common';
import type { Client } from './device-marks.js';
import { type PasskeyAnswer, PasskeyAssertions } from './passkey-assertions.js';
import { type NewSession, StartSession } from './start-session.js';

/**
 * A passkey alone opens the account: it is held by the device and was unlocked by its owner, which is both factors.
 * `address` is the network address it comes from. Errors: auth/passkey-unknown.
 */
@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly assertions: PasskeyAssertions,
    private readonly startSession: StartSession,
  ) {}

  async execute(
    requestId: string,
    answer: PasskeyAnswer,
    client: Client,
    address: string,
  ): Promise<NewSession> {
    const use = await this.assertions.verify('sign-in', answer, { address });
    return this.startSession.execute(requestId, use.personId, client, (tx) => this.assertions.keep(tx, use));
  }
}

import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Database, isId, newId, type Transaction } from '#libs/platform/database';
import { type CredentialRow, PasskeyRepository } from '../data/passkey.repository.js';
import { PasskeyUnknown } from '../domain/identity.errors.js';
import type { ChallengePurpose } from '../domain/passkey.js';
import { RelyingParty } from './relying-party.js';

/** What the browser hands over: the challenge it was given, and the authenticator's answer. */
export interface PasskeyAnswer {
  readonly challengeId: string;
  readonly response: object;
}

/** What the browser hands to the authenticator. */
export interface PasskeyQuestion {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

/** A passkey that was used, rightly, and not yet counted. */
export interface PasskeyUse {
  readonly passkeyId: string;
  readonly personId: string;
  readonly counter: number;
}

const MINUTES = 5;

/** Asks for a passkey, and judges the answer. A challenge is good for five minutes and one answer, right or wrong. */
@Injectable()
export class PasskeyAssertions {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** Asks for a passkey of `personId`, or for whichever the device has. Errors: passkey/unavailable. */
  async ask(
    purpose: Exclude<ChallengePurpose, 'register'>,
    personId: string | null,
  ): Promise<PasskeyQuestion> {
    const allowed =
      personId === null ? undefined : await this.passkeys.credentialsOf(this.database, personId);
    const options = await this.relyingParty.authentication(allowed);
    const challengeId = newId();
    const challenge = { id: challengeId, purpose, personId, challenge: options.challenge };
    await this.passkeys.insertChallenge(this.database, challenge, MINUTES);
    return { challengeId, options };
  }

  /** @throws PasskeyUnknown for every answer that does not hold */
  async verify(
    purpose: Exclude<ChallengePurpose, 'register'>,
    { challengeId, response }: PasskeyAnswer,
    personId: string | null,
  ): Promise<PasskeyUse> {
    // Taken outside of any transaction: it is used up although the answer is refused.
    const asked = isId(challengeId)
      ? await this.passkeys.takeChallenge(this.database, challengeId, purpose)
      : undefined;
    const credential = await this.credentialIn(response);
    if (!asked || !credential || asked.personId !== personId) throw new PasskeyUnknown();
    if (personId !== null && credential.personId !== personId) throw new PasskeyUnknown();
    const counter = await this.relyingParty.verifyAuthentication(response, asked.challenge, credential);
    if (counter === null) throw new PasskeyUnknown();
    return { passkeyId: credential.id, personId: credential.personId, counter };
  }

  /** Counts the use. @throws PasskeyUnknown when the authenticator counts backwards: its key was copied */
  async keep(tx: Transaction, { passkeyId, counter }: PasskeyUse): Promise<void> {
    if (!(await this.passkeys.use(tx, passkeyId, counter))) throw new PasskeyUnknown();
  }

  private async credentialIn(response: object): Promise<CredentialRow | undefined> {
    const { id } = response as { id?: unknown };
    return typeof id === 'string' && id.length <= 1_400
      ? this.passkeys.credential(this.database, id)
      : undefined;
  }
}

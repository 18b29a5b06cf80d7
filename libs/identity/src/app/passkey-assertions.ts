import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Database, type Transaction } from '#libs/platform/database';
import { type CredentialRow, PasskeyRepository } from '../data/passkey.repository.js';
import { PasskeyUnknown } from '../domain/identity.errors.js';
import type { ChallengePurpose } from '../domain/passkey.js';
import { type Asker, PasskeyChallenges } from './passkey-challenges.js';
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

type Purpose = Exclude<ChallengePurpose, 'register'>;

/** Asks for a passkey, and judges the answer. */
@Injectable()
export class PasskeyAssertions {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly challenges: PasskeyChallenges,
    private readonly relyingParty: RelyingParty,
  ) {}

  /**
   * Asks a person for a passkey of theirs, or somebody at an address for whichever the device has. Errors:
   * passkey/unavailable, auth/too-many-attempts.
   */
  async ask(purpose: Purpose, asker: Asker): Promise<PasskeyQuestion> {
    const allowed =
      'personId' in asker ? await this.passkeys.credentialsOf(this.database, asker.personId) : undefined;
    const options = await this.relyingParty.authentication(allowed);
    return { challengeId: await this.challenges.open(purpose, asker, options.challenge), options };
  }

  /** @throws PasskeyUnknown for every answer that does not hold */
  async verify(
    purpose: Purpose,
    { challengeId, response }: PasskeyAnswer,
    asker: Asker,
  ): Promise<PasskeyUse> {
    const challenge = await this.challenges.take(purpose, asker, challengeId);
    const credential = await this.credentialIn(response);
    if (challenge === undefined || !credential) throw new PasskeyUnknown();
    if ('personId' in asker && credential.personId !== asker.personId) throw new PasskeyUnknown();
    const counter = await this.relyingParty.verifyAuthentication(response, challenge, credential);
    if (counter === null) throw new PasskeyUnknown();
    await this.challenges.settle(asker);
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
